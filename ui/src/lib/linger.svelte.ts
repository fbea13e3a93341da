// What must not linger: a passphrase that nobody goes on typing, and one that stands in the clear.

/** How long a passphrase stays in its field after the last key. */
export const TYPED = 120_000;
/** How long it stands in the clear once it has been asked for. */
export const SHOWN = 10_000;

/** Calls `end` when `present` has not changed for so long; never for nothing. In a component's set-up. */
export function lingers(present: () => string | boolean, end: () => void, after: number): void {
  $effect(() => {
    if (!present()) return;
    const timer = setTimeout(end, after);
    return () => clearTimeout(timer);
  });
}

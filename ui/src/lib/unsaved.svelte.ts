// What was written and could not be kept, and whose screen is gone: it stays in memory, is tried again,
// and is taken up where it was written. Nothing of it is put anywhere else.
import type { Place } from './route.svelte';

/** Something written that is kept by saving it. */
export interface Written {
  /** Whether it says something that isn't kept. */
  readonly dirty: boolean;
  /** Why it could not be kept. */
  readonly failure: unknown;
  /** Keeps it, or throws why not. */
  secure(): Promise<void>;
  /** Nothing more is kept of it. */
  end(): void;
}

export interface Unsaved {
  written: Written;
  /** Where one goes on writing it. */
  place: Place;
}

let held: ReadonlyMap<string, Unsaved> = $state.raw(new Map());

export const unsaved = {
  /** What could not be kept yet, the first put away first. */
  get list(): Unsaved[] {
    return [...held.values()].filter(({ written }) => written.failure !== null);
  },
  /** Holds what its screen can hold no longer, and tries to keep it: then there is nothing to hold. */
  async hold(name: string, written: Written, place: Place): Promise<void> {
    held = new Map([...held, [name, { written, place }]]);
    try {
      await written.secure();
      if (held.get(name)?.written === written) held = without(name);
    } catch {
      // It stands in the list, and tries again by itself.
    }
  },
  /** Gives back what is held under this name; null when nothing is, or it has been kept since. */
  take<T extends Written>(name: string): T | null {
    const found = held.get(name)?.written;
    held = without(name);
    return found && (found.dirty || found.failure !== null) ? (found as T) : null;
  },
  /** Keeps all of it, or throws why one could not be; for the lock. */
  async secure(): Promise<void> {
    for (const { written } of [...held.values()]) await written.secure();
  },
  /** Forgets it; used when the vault has locked. */
  clear(): void {
    for (const { written } of held.values()) written.end();
    held = new Map();
  },
};

function without(name: string): ReadonlyMap<string, Unsaved> {
  return new Map([...held].filter(([each]) => each !== name));
}

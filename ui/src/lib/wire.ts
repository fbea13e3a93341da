// Ties the page to the program: the lock, the clock, the preferences and signs of life.
import { commands, events, type Reason, type Session } from './bindings';
import { answered, call } from './call';
import { wallClock } from './clock.svelte';
import { watchCopying } from './copy';
import { longWork } from './long-work.svelte';
import { preferences } from './preferences.svelte';
import { rescue } from './rescue.svelte';
import { session } from './session.svelte';
import { settings, storedOf } from './settings.svelte';
import { toast } from './toast.svelte';
import { unsaved } from './unsaved.svelte';

/** How often signs of life are passed on at most: far less than the shortest time until the lock. */
const PING_EVERY = 20_000;
/** Milliseconds that a lock waits for what was asked just before it, such as keeping a line that was left. What
 * takes longer is no line. */
const LINE = 300;
/** How often the time is asked for. Asking isn't a sign of life. */
const CLOCK_EVERY = 15_000;

let unlocked = false;
let lastPing = -Infinity;

/** Takes up where the program stands: its time, its language, its preferences. */
export function follow(now: Session): void {
  wallClock.set(now.now);
  unlocked = now.state === 'unlocked';
  rescue.take(now.rescue);
  if (now.settings) settings.take(now.settings);
}

/** Passes on that somebody is there, at most every so often. */
export function ping(at: number = performance.now()): void {
  if (!unlocked || at - lastPing < PING_EVERY) return;
  lastPing = at;
  call(commands.activity()).then(
    (now) => wallClock.set(now),
    () => {},
  );
}

let asking = false;

async function askTime(): Promise<void> {
  // Long work lets the question wait; one that waits is enough.
  if (asking) return;
  asking = true;
  try {
    const now = await call(commands.session());
    wallClock.set(now.now);
    unlocked = now.state === 'unlocked';
    // The vault closed itself and the page was not loaded anew: nothing may stay on screen.
    if (!unlocked && session.isOpen) session.locked();
  } catch {
    // The next question may be answered.
  } finally {
    asking = false;
  }
}

/** The program is about to lock. Only somebody who closes the window is there to be asked what becomes of
 * what can't be saved; sleep and a locked screen wait for nobody. */
export async function settleAndLock(reason: Reason): Promise<void> {
  const failure = await session.settle();
  if (failure !== null && reason === 'close' && !session.isGivenUp) {
    session.ask('close', failure);
    await commands.closingPutOff();
  } else {
    await commands.vaultLock();
  }
}

/** Done once, before anything is drawn. */
export function wire(): void {
  session.lockWith(async () => {
    await commands.vaultLock();
  });
  session.closeWith(async () => {
    await commands.closeAnyway();
  });
  preferences.onChange((chosen) => {
    // A damaged vault keeps nothing new; what is chosen holds until it is locked.
    if (unlocked && !rescue.view) settings.save(storedOf(chosen)).catch((thrown: unknown) => toast.error(thrown));
  });
  for (const kind of ['keydown', 'pointerdown', 'wheel'] as const) {
    window.addEventListener(kind, () => ping(), { capture: true, passive: true });
  }
  // What can be done again doesn't hold up the lock.
  session.beforeLock(() => longWork.cancel().catch(() => {}));
  session.beforeLock(unsaved.secure);
  session.beforeLock(() => answered(LINE));
  void events.working.listen(({ payload }) => longWork.take(payload));
  void events.locking.listen(({ payload }) => void settleAndLock(payload.reason));
  watchCopying();
  setInterval(() => void askTime(), CLOCK_EVERY);
}

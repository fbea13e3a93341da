// Whether the vault is open, and what must happen before it closes.
import { palette } from './palette.svelte';
import { privacy } from './privacy.svelte';
import { route } from './route.svelte';
import { toast } from './toast.svelte';
import { unsaved } from './unsaved.svelte';

/** Ajar: the vault is open, and the door still asks something before its screens show. */
export type SessionState = 'locked' | 'ajar' | 'open';

/** What somebody asked for: locking the vault, or closing the window. */
export type Leaving = 'lock' | 'close';

type Work = () => void | Promise<void>;

let state = $state<SessionState>('locked');
let sample = $state(false);
let locker: Work | null = $state.raw(null);
let closer: Work | null = null;
let asked: { leaving: Leaving; failure: unknown } | null = $state.raw(null);
let givenUp = false;
const before = new Set<Work>();

export const session = {
  get state(): SessionState {
    return state;
  },
  get isOpen(): boolean {
    return state === 'open';
  },
  /** Whether the vault holds the made-up people to practise on. */
  get sample(): boolean {
    return sample;
  },
  get canLock(): boolean {
    return locker !== null;
  },
  /** Somebody asked to leave and something could not be saved: one is asked what to do. */
  get asked(): { leaving: Leaving; failure: unknown } | null {
    return asked;
  },
  /** Whether what could not be saved holds up closing no more: somebody has said so. */
  get isGivenUp(): boolean {
    return givenUp;
  },
  /** The vault is open: the shell and its first screen show. */
  opened(options: { sample?: boolean; screen?: string } = {}): void {
    sample = options.sample ?? false;
    route.reset(options.screen ?? 'today');
    state = 'open';
  },
  /** Whether the vault is open while the door still asks something. */
  atDoor(ajar: boolean): void {
    if (state !== 'open') state = ajar ? 'ajar' : 'locked';
  },
  /** The vault has closed, by us or by itself: everything on screen goes. */
  locked(): void {
    state = 'locked';
    sample = false;
    asked = null;
    palette.open = false;
    privacy.set(false);
    unsaved.clear();
    toast.clear();
    route.reset('unlock');
  },
  /** Gives the command that closes the vault. */
  lockWith(work: Work): void {
    locker = work;
  },
  /** Gives the command that closes the window, whatever could not be saved. */
  closeWith(work: Work): void {
    closer = work;
  },
  /** Work that must end before the vault closes, such as saving a draft: it throws why something could
   * not be kept. Returns its removal. */
  beforeLock(work: Work): () => void {
    before.add(work);
    return () => before.delete(work);
  },
  /** Runs what must be saved; for the lock and for a closing window. Answers why something could not be
   * kept, or null when everything was. */
  async settle(): Promise<unknown> {
    // A line that is kept when one leaves it is left now.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const done = await Promise.allSettled([...before].map(async (work) => work()));
    const failed = done.find((each) => each.status === 'rejected');
    return failed ? failed.reason : null;
  },
  /** Something could not be saved: asks what to do. */
  ask(leaving: Leaving, failure: unknown): void {
    asked = { leaving, failure };
  },
  /** Somebody stays. */
  stay(): void {
    asked = null;
  },
  /** Leaves as was asked, and what could not be saved is lost. */
  async leaveAnyway(): Promise<void> {
    const leaving = asked?.leaving;
    asked = null;
    if (leaving === 'close') {
      givenUp = true;
      await closer?.();
    } else {
      await session.forceLock();
    }
  },
  /** Tries to save once more, and then leaves as was asked. */
  async leave(): Promise<void> {
    if (!asked) return;
    const { leaving } = asked;
    const failure = await session.settle();
    // One may have thought better of it meanwhile.
    if (!asked) return;
    if (failure === null) await session.leaveAnyway();
    else session.ask(leaving, failure);
  },
  /** Closes the vault, whatever could not be saved. */
  async forceLock(): Promise<void> {
    await locker?.();
    session.locked();
  },
  /** Locks because somebody asked for it: what can't be saved holds it up. */
  async lock(): Promise<void> {
    if (state === 'ajar') return session.forceLock();
    if (state !== 'open') return;
    const failure = await session.settle();
    if (failure === null) await session.forceLock();
    else session.ask('lock', failure);
  },
};

// Whether the vault is open, and what must happen before it closes.
import { palette } from './palette.svelte';
import { privacy } from './privacy.svelte';
import { route } from './route.svelte';
import { toast } from './toast.svelte';

export type SessionState = 'locked' | 'open';

type Work = () => void | Promise<void>;

let state = $state<SessionState>('locked');
let sample = $state(false);
let locker: Work | null = $state.raw(null);
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
  /** The vault is open: the shell and its first screen show. */
  opened(options: { sample?: boolean; screen?: string } = {}): void {
    sample = options.sample ?? false;
    route.reset(options.screen ?? 'today');
    state = 'open';
  },
  /** The vault has closed, by us or by itself: everything on screen goes. */
  locked(): void {
    state = 'locked';
    sample = false;
    palette.open = false;
    privacy.set(false);
    toast.clear();
    route.reset('unlock');
  },
  /** Gives the command that closes the vault. */
  lockWith(work: Work): void {
    locker = work;
  },
  /** Work that must end before the vault closes, such as saving a draft. Returns its removal. */
  beforeLock(work: Work): () => void {
    before.add(work);
    return () => before.delete(work);
  },
  /** Runs what must be saved; for the lock and for a closing window. */
  async settle(): Promise<void> {
    await Promise.allSettled([...before].map(async (work) => work()));
  },
  /** Closes the vault before its screens were shown. */
  async forceLock(): Promise<void> {
    await locker?.();
    session.locked();
  },
  async lock(): Promise<void> {
    if (state !== 'open') return;
    await session.settle();
    await locker?.();
    session.locked();
  },
};

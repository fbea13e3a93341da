// Short messages at the foot of the window, most of them with an Undo.
import { asFailure, type Failure } from './failure';

export interface Toast {
  id: number;
  text: string;
  failure: Failure | null;
  undo: (() => void | Promise<void>) | null;
  action: { label: string; run: () => void | Promise<void> } | null;
}

export interface ToastOptions {
  /** Takes back what was done. */
  undo?: () => void | Promise<void>;
  /** Another step than Undo. */
  action?: { label: string; run: () => void | Promise<void> };
}

const SHORT = 6_000;
const WITH_ACTION = 12_000;
const MOST = 3;

let list = $state.raw<Toast[]>([]);
let last = 0;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

function add(toast: Omit<Toast, 'id'>): number {
  const id = ++last;
  const kept = list.slice(-(MOST - 1));
  for (const old of list) if (!kept.includes(old)) stop(old.id);
  list = [...kept, { ...toast, id }];
  start(id);
  return id;
}

function stop(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

function start(id: number): void {
  const found = list.find((toast) => toast.id === id);
  // A failure stays until it has been read and closed.
  if (!found || found.failure) return;
  stop(id);
  const time = found.undo || found.action ? WITH_ACTION : SHORT;
  timers.set(id, setTimeout(() => toast.close(id), time));
}

export const toast = {
  get list(): Toast[] {
    return list;
  },
  /** "Mötet flyttat. [Ångra]" */
  show(text: string, options: ToastOptions = {}): number {
    return add({ text, failure: null, undo: options.undo ?? null, action: options.action ?? null });
  },
  /** A failure in its three sentences; read aloud at once, stays until closed. */
  error(thrown: unknown): number {
    return add({ text: '', failure: asFailure(thrown), undo: null, action: null });
  },
  close(id: number): void {
    stop(id);
    list = list.filter((toast) => toast.id !== id);
  },
  clear(): void {
    for (const toast of list) stop(toast.id);
    list = [];
  },
  /** Holds the clock while a message is pointed at or has focus. */
  hold: stop,
  release: start,
  /** Runs the step of a message and closes it; a failure takes its place. */
  async act(id: number): Promise<void> {
    const found = list.find((toast) => toast.id === id);
    if (!found) return;
    toast.close(id);
    try {
      await (found.undo ?? found.action?.run)?.();
    } catch (thrown) {
      toast.error(thrown);
    }
  },
};

// Long work: how far it has come, and calling it off. One piece at a time; the dialog in the shell shows it.
import { commands, type Working } from './bindings';
import { Failure } from './failure';
import { t } from './i18n';
import { toast } from './toast.svelte';

/** What is done sooner shows no dialog. */
const PATIENCE = 400;

let label = $state('');
let reached: Working | null = $state.raw(null);
let shown = $state(false);
let stopping = $state(false);
let timer: ReturnType<typeof setTimeout> | undefined;
/** The end of what was begun last, while there is any. */
let turn: Promise<void> | null = null;

function end(): void {
  clearTimeout(timer);
  timer = undefined;
  label = '';
  reached = null;
  shown = false;
  stopping = false;
}

export const longWork = {
  get label(): string {
    return label;
  },
  /** How far it has come; null before it begins, such as while a file is chosen. */
  get reached(): Working | null {
    return reached;
  },
  /** Whether it has taken long enough to be shown. */
  get shown(): boolean {
    return shown;
  },
  /** Whether it was called off and takes back what it had begun. */
  get stopping(): boolean {
    return stopping;
  },
  /** Does long work; undefined, with a message, when it was called off. What goes wrong is thrown. */
  async run<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    // What is begun meanwhile, such as more files that are dropped, waits for its turn.
    const before = turn;
    let done = (): void => {};
    const mine = new Promise<void>((resolve) => (done = resolve));
    turn = mine;
    if (before) await before;
    label = what;
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof Failure) || thrown.code !== 'cancelled') throw thrown;
      toast.show(t('work-cancelled'));
      return undefined;
    } finally {
      end();
      if (turn === mine) turn = null;
      done();
    }
  },
  /** The program tells how far it has come. */
  take(now: Working): void {
    // What is told after the end belongs to nothing.
    if (!label) return;
    reached = now;
    timer ??= setTimeout(() => (shown = true), PATIENCE);
  },
  /** Calls it off; nothing has changed then. Once it is whole, it stays. */
  async cancel(): Promise<void> {
    if (!label || stopping) return;
    stopping = true;
    await commands.workCancel();
  },
};

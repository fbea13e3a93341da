// Restoring a backup while the vault is closed: the file, its secret, what it holds, and back.
import { followed } from '../settings/backup.svelte';
import { commands, type BackupKey, type BackupLook, type RestoredView } from '../../lib/bindings';
import { call } from '../../lib/call';
import { asFailure, type Failure } from '../../lib/failure';

export class Restore {
  /** The chosen file. */
  file: BackupLook | null = $state.raw(null);
  /** What it holds, once it was opened. */
  look: BackupLook | null = $state.raw(null);
  restored: RestoredView | null = $state.raw(null);
  kind: BackupKey = $state('passphrase');
  typed = $state('');
  wrong: Failure | null = $state.raw(null);
  busy = $state(false);
  percent: number | null = $state(null);

  choose = (): Promise<void> =>
    this.#try(async () => {
      const file = await call(commands.restoreChoose());
      if (!file) return;
      this.file = file;
      this.look = null;
    });

  open = (): Promise<void> =>
    this.#try(async () => {
      this.look = await this.#followed(() => call(commands.restoreLook(this.kind, this.typed)));
    });

  restore = (): Promise<void> =>
    this.#try(async () => {
      this.restored = await this.#followed(() => call(commands.restoreVault(this.kind, this.typed)));
      this.typed = '';
    });

  /** The other secret. */
  change(kind: BackupKey): void {
    this.kind = kind;
    this.typed = '';
    this.wrong = null;
    this.look = null;
  }

  /** Nobody goes on: what was typed goes, and what it opened. */
  forget = (): void => {
    this.typed = '';
    this.look = null;
  };

  cancel = (): void => void commands.backupCancel();

  end(): void {
    this.typed = '';
    if (this.busy) this.cancel();
  }

  #followed<T>(work: () => Promise<T>): Promise<T> {
    return followed(work, (percent) => (this.percent = percent));
  }

  async #try(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.wrong = null;
    try {
      await work();
    } catch (thrown) {
      const failure = asFailure(thrown);
      // Whoever took it back knows.
      this.wrong = failure.code === 'cancelled' ? null : failure;
    } finally {
      this.busy = false;
    }
  }
}

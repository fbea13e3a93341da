// The backups: how they stand, making one, and how far it has come.
import { commands, type BackupStatus, type Frequency } from '../../lib/bindings';
import { call } from '../../lib/call';
import { momentToWall, number, today } from '../../lib/format';
import { t } from '../../lib/i18n';
import { toast } from '../../lib/toast.svelte';
import { whenItWas } from '../today/summary';

/** How often it is asked how far a backup has come. */
const EVERY = 250;

/** A moment in words: "idag 09:30", "fre 20 nov 14:00". */
export function whenMade(at: string): string {
  return whenItWas(momentToWall(at), false, today());
}

/** A size in words: "1,4 MB", never "0 MB". */
export function sizeText(kilobytes: number): string {
  return t('backup-size', { size: number(Math.max(Math.ceil((kilobytes / 1024) * 10) / 10, 0.1)) });
}

/** Tells how far work has come until it ends; ends what it began. */
export async function followed<T>(work: () => Promise<T>, tell: (percent: number | null) => void): Promise<T> {
  const timer = setInterval(() => {
    commands.backupProgress().then(tell, () => {});
  }, EVERY);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    tell(null);
  }
}

export class Backup {
  status: BackupStatus | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  /** How far the one that is being made has come, in percent. */
  percent: number | null = $state(null);
  busy = $state(false);

  load = async (): Promise<void> => {
    try {
      this.status = await call(commands.backupShow());
    } catch (thrown) {
      this.failure = thrown;
    }
  };

  /** Makes one; whether it was made. */
  make = async (): Promise<boolean> => {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    try {
      await followed(
        () => call(commands.backupMake()),
        (percent) => (this.percent = percent),
      );
      toast.show(t('backup-made'));
      return true;
    } catch (thrown) {
      this.failure = thrown;
      return false;
    } finally {
      this.busy = false;
      await this.load();
    }
  };

  cancel = (): void => void commands.backupCancel();

  /** Asks for the folder; whether one was chosen. */
  choose = async (): Promise<boolean> => {
    this.failure = null;
    try {
      return await call(commands.backupFolderChoose());
    } catch (thrown) {
      this.failure = thrown;
      return false;
    } finally {
      await this.load();
    }
  };

  plan = async (frequency: Frequency, keep: number): Promise<void> => {
    this.failure = null;
    try {
      await call(commands.backupPlanSave(frequency, keep));
    } catch (thrown) {
      this.failure = thrown;
    }
    await this.load();
  };
}

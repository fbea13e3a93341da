// Going through the whole vault.
import { commands, type CheckReport } from '../../lib/bindings';
import { call } from '../../lib/call';

export class Check {
  report: CheckReport | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  busy = $state(false);

  /** Each kind of problem once. */
  get problems(): string[] {
    return [...new Set(this.report?.problems)];
  }

  run = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    this.report = null;
    this.failure = null;
    try {
      this.report = await call(commands.vaultCheck());
    } catch (thrown) {
      this.failure = thrown;
    } finally {
      this.busy = false;
    }
  };
}

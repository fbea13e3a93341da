// Going through the whole vault, and mending it.
import { commands, type CheckReport, type VaultStanding } from '../../lib/bindings';
import { call } from '../../lib/call';
import { t } from '../../lib/i18n';
import { longWork } from '../../lib/long-work.svelte';
import { Failure } from '../../lib/failure';

export class Check {
  report: CheckReport | null = $state.raw(null);
  standing: VaultStanding | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  busy = $state(false);

  /** Each kind of problem, as what is said of it. */
  get problems(): Failure[] {
    return (this.report?.problems ?? []).map(({ code, count, names }) => new Failure(code, { count: String(count), names: names.join(', ') }));
  }

  /** Asks when it was last found whole. */
  look = async (): Promise<void> => {
    try {
      this.standing = await call(commands.vaultStanding());
    } catch {
      // It is only said where it is known.
    }
  };

  run = (): Promise<void> => this.#work(async () => {});

  mend = (): Promise<void> =>
    this.#work(async () => {
      await call(commands.vaultMend());
    });

  async #work(before: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.report = null;
    this.failure = null;
    try {
      await before();
      this.report = (await longWork.run(t('settings-checking'), () => call(commands.vaultCheck()))) ?? null;
      await this.look();
    } catch (thrown) {
      this.failure = thrown;
    } finally {
      this.busy = false;
    }
  }
}

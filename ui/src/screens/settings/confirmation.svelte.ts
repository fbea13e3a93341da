// An act that needs one's own passphrase again, so that nobody does it at an unlocked screen.
import { asFailure, type Failure } from '../../lib/failure';

export class Confirmation {
  passphrase = $state('');
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  readonly isWrong = $derived(this.failure?.code === 'wrong-secret');

  /** Does it, once at a time. The passphrase is kept when it fails, so that a slip can be mended. */
  async perform(act: (passphrase: string) => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await act(this.passphrase);
      this.forget();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.busy = false;
    }
  }

  forget(): void {
    this.passphrase = '';
  }
}

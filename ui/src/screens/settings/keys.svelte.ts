// Who can open the vault.
import { commands, type Keys } from '../../lib/bindings';
import { call } from '../../lib/call';

export class KeyRing {
  view: Keys | null = $state.raw(null);
  failure: unknown = $state.raw(null);

  load = async (): Promise<void> => {
    try {
      this.view = await call(commands.keysShow());
      this.failure = null;
    } catch (thrown) {
      this.failure = thrown;
    }
  };
}

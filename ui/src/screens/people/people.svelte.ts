// Everybody who is kept here.
import { commands, type NewCase, type PersonRow } from '../../lib/bindings';
import { call } from '../../lib/call';

class People {
  rows: PersonRow[] | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  #round = 0;

  /** How many cases are open. */
  get open(): number | undefined {
    return this.rows?.filter((row) => row.phase !== 'closed').length;
  }

  load = async (): Promise<void> => {
    const mine = ++this.#round;
    try {
      const rows = await call(commands.peopleList());
      if (mine !== this.#round) return;
      this.rows = rows;
      this.failure = null;
    } catch (thrown) {
      if (mine === this.#round) this.failure = thrown;
    }
  };

  clear(): void {
    this.#round++;
    this.rows = null;
    this.failure = null;
  }

  /** Opens a case. Throws what stands in the way. */
  add = async (input: NewCase): Promise<void> => {
    await call(commands.caseAdd(input));
    await this.load();
  };
}

export const people = new People();

// One person's file, as the header and the overview show it.
import { commands, type Case, type CaseId, type CaseView } from '../../lib/bindings';
import { call } from '../../lib/call';
import { change } from './change';

export class Person {
  readonly id: CaseId;
  view: CaseView | null = $state.raw(null);
  failure: unknown = $state.raw(null);

  constructor(id: CaseId) {
    this.id = id;
  }

  /** Whether anything may be written: closed is closed. */
  get open(): boolean {
    return this.view !== null && this.view.case.phase !== 'closed';
  }

  load = async (): Promise<void> => {
    try {
      this.view = await call(commands.caseShow(this.id));
      this.failure = null;
    } catch (thrown) {
      this.failure = thrown;
    }
  };

  save = (next: Case, text: string): Promise<boolean> =>
    change({ run: () => call(commands.caseSave(next)), text, reload: this.load });
}

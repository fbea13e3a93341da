// What has been asked of parties for one person.
import {
  commands,
  type CaseId,
  type Party,
  type Request,
  type RequestId,
  type RequestRow,
  type RequestStatus,
} from '../../../lib/bindings';
import { call } from '../../../lib/call';
import { t } from '../../../lib/i18n';
import { change } from '../change';
import { createParty } from '../party';

export class Requests {
  readonly caseId: CaseId;
  rows: RequestRow[] | null = $state.raw(null);
  parties: Party[] = $state.raw([]);
  failure: unknown = $state.raw(null);
  #tell: () => unknown;

  constructor(caseId: CaseId, tell: () => unknown) {
    this.caseId = caseId;
    this.#tell = tell;
  }

  load = async (): Promise<void> => {
    try {
      [this.rows, this.parties] = await Promise.all([call(commands.requestList(this.caseId)), call(commands.partyList())]);
      this.failure = null;
    } catch (thrown) {
      this.failure = thrown;
    }
  };

  #reload = async (): Promise<void> => {
    await this.load();
    this.#tell();
  };

  save = (request: Request, isNew: boolean): Promise<boolean> =>
    change({
      run: () => call(commands.requestSave(request)),
      text: isNew ? t('overview-request-added') : t('person-changed'),
      reload: this.#reload,
    });

  remind = (request: RequestId): Promise<boolean> =>
    change({ run: () => call(commands.requestRemind(request)), text: t('plan-reminded'), reload: this.#reload });

  decide = (request: RequestId, status: RequestStatus, reason: string): Promise<boolean> =>
    change({
      run: () => call(commands.requestDecide(request, status, reason)),
      text: t('overview-request-decided'),
      reload: this.#reload,
    });

  newParty = async (name: string): Promise<string | null> => {
    const id = await createParty(name);
    if (id) await this.load();
    return id;
  };
}

// A person's plan and every change that can be made in it.
import {
  commands,
  type Agreement,
  type CaseId,
  type Goal,
  type GoalId,
  type GoalStatus,
  type Measure,
  type MeasureStatus,
  type Need,
  type NeedArea,
  type NeedId,
  type NeedStatus,
  type PlanView,
  type RequestId,
  type RequestRow,
} from '../../../lib/bindings';
import { call } from '../../../lib/call';
import { t, term } from '../../../lib/i18n';
import { newId } from '../../../lib/uuid';
import { change } from '../change';
import { createParty } from '../party';
import { kindFor } from './measure';

export class Plan {
  readonly caseId: CaseId;
  view: PlanView | null = $state.raw(null);
  requests: RequestRow[] = $state.raw([]);
  failure: unknown = $state.raw(null);
  #tell: () => unknown;

  constructor(caseId: CaseId, tell: () => unknown) {
    this.caseId = caseId;
    this.#tell = tell;
  }

  load = async (): Promise<void> => {
    try {
      const [view, requests] = await Promise.all([
        call(commands.planShow(this.caseId)),
        call(commands.requestList(this.caseId)),
      ]);
      this.view = view;
      this.requests = requests;
      this.failure = null;
    } catch (thrown) {
      this.failure = thrown;
    }
  };

  #reload = async (): Promise<void> => {
    await this.load();
    this.#tell();
  };

  #change(text: string, run: () => Promise<unknown>, writes = 1): Promise<boolean> {
    return change({ run, text, reload: this.#reload, writes });
  }

  addNeed(id: NeedId, area: NeedArea): Promise<boolean> {
    const need = { id, case: this.caseId, area, status: 'need' as const };
    return this.#change(t('plan-need-added', { area: term('need-area', area) }), () => call(commands.needAdd(need)));
  }

  /** The first goal of an empty plan: the need and the goal in one step. */
  beginWith(area: NeedArea, title: string): Promise<boolean> {
    const need = newId();
    return this.#change(
      t('plan-goal-added'),
      async () => {
        await call(commands.needAdd({ id: need, case: this.caseId, area, status: 'need' }));
        await call(commands.goalAdd({ id: newId(), need, title }));
      },
      2,
    );
  }

  saveNeed(need: Need): Promise<boolean> {
    return this.#change(t('person-changed'), () => call(commands.needSave(need)));
  }

  assess(need: NeedId, status: NeedStatus, text: string): Promise<boolean> {
    return this.#change(t('plan-assessed'), () => call(commands.needAssess(need, status, text)));
  }

  removeNeed(need: NeedId): Promise<boolean> {
    return this.#change(t('plan-need-removed'), () => call(commands.needRemove(need)));
  }

  addGoal(id: GoalId, need: NeedId, title: string): Promise<boolean> {
    return this.#change(t('plan-goal-added'), () => call(commands.goalAdd({ id, need, title })));
  }

  saveGoal(goal: Goal): Promise<boolean> {
    return this.#change(t('person-changed'), () => call(commands.goalSave(goal)));
  }

  setGoal(goal: GoalId, status: GoalStatus, reason: string): Promise<boolean> {
    return this.#change(t(`plan-goal-now-${status}`), () => call(commands.goalSetStatus(goal, status, reason)));
  }

  addMeasure(id: string, goal: GoalId, area: NeedArea, description: string): Promise<boolean> {
    const measure = { id, goal, description, kind: kindFor(area), responsible: { who: 'person' as const } };
    return this.#change(t('plan-measure-added'), () => call(commands.measureAdd(measure)));
  }

  saveMeasure(measure: Measure): Promise<boolean> {
    return this.#change(t('person-changed'), () => call(commands.measureSave(measure)));
  }

  setMeasure(measure: Measure, status: MeasureStatus): Promise<boolean> {
    const text = t('plan-measure-now', { measure: measure.description, status: term('measure-status', status) });
    return this.#change(text, () => call(commands.measureSetStatus(measure.id, status)));
  }

  remind(request: RequestId): Promise<boolean> {
    return this.#change(t('plan-reminded'), () => call(commands.requestRemind(request)));
  }

  saveAgreement(agreement: Agreement): Promise<boolean> {
    return this.#change(t('plan-agreement-saved'), () => call(commands.agreementSave(agreement)));
  }

  /** A new party by its name; null when it could not be kept. */
  newParty = async (name: string): Promise<string | null> => {
    const id = await createParty(name);
    if (id) await this.load();
    return id;
  };
}

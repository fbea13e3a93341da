// What today needs, and what is done with it.
import {
  commands,
  type MeasureId,
  type OccurrenceTarget,
  type Outcome,
  type Reschedule,
  type TodayView,
  type ToDo,
  type WaitingRequest,
} from '../../lib/bindings';
import { call } from '../../lib/call';
import { wallClock } from '../../lib/clock.svelte';
import { dayAndTime } from '../../lib/format';
import { t, term } from '../../lib/i18n';
import { change } from '../person/change';

class Day {
  view: TodayView | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  /** Measures ticked here: they stay in sight, so that a slip can be put right. */
  ticked: ToDo[] = $state.raw([]);
  #round = 0;

  load = async (): Promise<void> => {
    const mine = ++this.#round;
    try {
      const view = await call(commands.today());
      if (mine !== this.#round) return;
      wallClock.set(view.now);
      this.view = view;
      this.failure = null;
    } catch (thrown) {
      if (mine === this.#round) this.failure = thrown;
    }
  };

  clear(): void {
    this.#round++;
    this.view = null;
    this.failure = null;
    this.ticked = [];
  }

  setOutcome = (target: OccurrenceTarget, outcome: Outcome | null): Promise<boolean> =>
    change({
      run: () => call(commands.appointmentOutcome({ target, outcome })),
      text: outcome ? t('today-outcome-saved', { outcome: term('outcome', outcome.kind) }) : t('today-outcome-removed'),
      reload: this.load,
    });

  reschedule = (to: Reschedule): Promise<boolean> =>
    change({
      run: () => call(commands.appointmentReschedule(to)),
      text: t('today-rescheduled', { when: dayAndTime(to.starts_at) }),
      reload: this.load,
    });

  remind = (waiting: WaitingRequest): Promise<boolean> =>
    change({
      run: () => call(commands.requestRemind(waiting.request)),
      text: t('today-reminded', { party: waiting.party_name }),
      reload: this.load,
    });

  /** Ticks a measure, or takes the tick back. */
  tick = (item: ToDo, measure: MeasureId, done: boolean): Promise<boolean> => {
    const before = this.ticked;
    const without = before.filter((each) => each.measure !== measure);
    this.ticked = done ? [...without, item] : without;
    return change({
      run: () => call(commands.measureSetStatus(measure, done ? 'completed' : 'in_progress')),
      ...(done ? { text: t('today-ticked') } : { aloud: t('today-unticked') }),
      reload: async () => {
        await this.load();
        // What Undo brought back is no longer done.
        const open = new Set(this.view?.to_do.map((each) => each.measure));
        this.ticked = this.ticked.filter((each) => !open.has(each.measure));
      },
    }).then((went) => {
      if (!went) this.ticked = before;
      return went;
    });
  };
}

export const day = new Day();

// A person's routines in one week, and their ticks.
import {
  commands,
  type CaseId,
  type Routine,
  type RoutineBoard,
  type RoutineBox,
  type RoutineId,
  type RoutineTemplate,
  type Tick,
} from '../../../lib/bindings';
import { announce } from '../../../lib/announce.svelte';
import { call } from '../../../lib/call';
import { weekdayName } from '../../../lib/format';
import { t, term } from '../../../lib/i18n';
import { toast } from '../../../lib/toast.svelte';
import { change, forgetUndo } from '../change';

export class Routines {
  readonly caseId: CaseId;
  board: RoutineBoard | null = $state.raw(null);
  templates: RoutineTemplate[] = $state.raw([]);
  failure: unknown = $state.raw(null);
  #week = '';

  constructor(caseId: CaseId) {
    this.caseId = caseId;
  }

  show = async (week: string): Promise<void> => {
    this.#week = week;
    await this.load();
  };

  load = async (): Promise<void> => {
    const week = this.#week;
    try {
      const board = await call(commands.routineBoard(this.caseId, week));
      // Another week may have been asked for meanwhile.
      if (week === this.#week) this.board = board;
      this.failure = null;
    } catch (thrown) {
      this.failure = thrown;
    }
  };

  loadTemplates = async (): Promise<void> => {
    try {
      this.templates = (await call(commands.templates())).routines;
    } catch {
      // Without suggestions a routine can still be written.
    }
  };

  /** Ticks a box: at once on the screen, then in the vault. */
  tick = async (routine: Routine, box: RoutineBox, tick: Tick | null, why = ''): Promise<void> => {
    this.#paint(routine.id, { ...box, tick, why_not: tick === 'missed' ? why : '' });
    try {
      await call(commands.routineTick({ case: this.caseId, routine: routine.id, on: box.on, tick, why_not: why }));
      forgetUndo();
      const said = tick ? term('tick', tick) : t('common-empty');
      announce(t('routines-ticked', { title: routine.title, day: weekdayName(box.on), said }));
    } catch (thrown) {
      toast.error(thrown);
    }
    await this.load();
  };

  #paint(routine: RoutineId, box: RoutineBox): void {
    if (!this.board) return;
    const rows = this.board.rows.map((row) =>
      row.routine.id === routine ? { ...row, boxes: row.boxes.map((each) => (each.on === box.on ? box : each)) } : row,
    );
    this.board = { ...this.board, rows };
  }

  save = (routine: Routine, isNew: boolean): Promise<boolean> =>
    change({
      run: () => call(commands.routineSave(routine)),
      text: isNew ? t('routines-added') : t('person-changed'),
      reload: this.load,
    });

  end = (routine: RoutineId): Promise<boolean> =>
    change({ run: () => call(commands.routineEnd(routine)), text: t('routines-ended'), reload: this.load });
}

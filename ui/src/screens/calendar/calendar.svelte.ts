// A week of appointments, of one person or of everybody, and what is done with them.
import {
  commands,
  type AppointmentEdit,
  type CalendarItem,
  type CaseId,
  type NewAppointment,
  type Occurrence,
  type OccurrenceTarget,
  type Outcome,
  type Party,
  type PersonRow,
  type Reschedule,
  type Scope,
} from '../../lib/bindings';
import { call } from '../../lib/call';
import { addDays, dateOf, isoWeek, mondayOf, today, weekDates } from '../../lib/format';
import { t, term } from '../../lib/i18n';
import { change } from '../person/change';
import { createParty } from '../person/party';
import type { Slot } from './geometry';
import { nameOf, whenText } from './words';

export const VIEWS = ['week', 'day', 'list'] as const;
export type View = (typeof VIEWS)[number];

export class Calendar {
  readonly case: CaseId | null;
  readonly #changed: () => unknown;
  /** The day that one stands on. */
  day = $state(today());
  view = $state<View>('week');
  items: CalendarItem[] = $state.raw([]);
  /** The Monday of the week that `items` holds. */
  loaded: string | null = $state(null);
  failure: unknown = $state.raw(null);
  people: PersonRow[] = $state.raw([]);
  parties: Party[] = $state.raw([]);
  #round = 0;

  constructor(caseId: CaseId | null, changed: () => unknown = () => {}) {
    this.case = caseId;
    this.#changed = changed;
  }

  get monday(): string {
    return mondayOf(this.day);
  }

  get week(): string[] {
    return weekDates(this.day);
  }

  /** The days in view. */
  get days(): string[] {
    return this.view === 'day' ? [this.day] : this.week;
  }

  get ready(): boolean {
    return this.loaded === this.monday;
  }

  /** Whether anything may be booked: closed is closed. */
  get canWrite(): boolean {
    return this.case === null || this.people.find((row) => row.case === this.case)?.phase !== 'closed';
  }

  /** Those on a day, in time, those without a time first. */
  on(date: string): CalendarItem[] {
    return this.items
      .filter((item) => dateOf(item.occurrence.starts_at) === date)
      .sort(
        (a, b) =>
          Number(b.occurrence.all_day) - Number(a.occurrence.all_day) ||
          a.occurrence.starts_at.localeCompare(b.occurrence.starts_at) ||
          a.alias.localeCompare(b.alias),
      );
  }

  find(name: string | null): CalendarItem | null {
    return this.items.find((item) => nameOf(item.target) === name) ?? null;
  }

  /** The one that was changed, after a change: its series may have another name since. */
  findAt(item: CalendarItem, starts_at: string): CalendarItem | null {
    const { case: person, content } = item.occurrence;
    return (
      this.find(nameOf(item.target)) ??
      this.items.find(
        ({ occurrence }) => occurrence.case === person && occurrence.starts_at === starts_at && occurrence.content.title === content.title,
      ) ??
      null
    );
  }

  load = async (): Promise<void> => {
    const mine = ++this.#round;
    const { monday } = this;
    try {
      const items = await call(commands.calendarRange(this.case, monday, addDays(monday, 7)));
      if (mine !== this.#round) return;
      this.items = items;
      this.loaded = monday;
      this.failure = null;
    } catch (thrown) {
      if (mine === this.#round) this.failure = thrown;
    }
  };

  /** Whom one can book with, and which parties there are. The week is shown without waiting for them. */
  loadNames = async (): Promise<void> => {
    try {
      [this.people, this.parties] = await Promise.all([call(commands.peopleList()), call(commands.partyList())]);
    } catch {
      // Without them one can still read the week; the form says what it lacks.
    }
  };

  addParty = async (name: string): Promise<string | null> => {
    const party = await createParty(name);
    if (party) await this.loadNames();
    return party;
  };

  reload = async (): Promise<void> => {
    await this.load();
    this.#changed();
  };

  add(input: NewAppointment): Promise<boolean> {
    return change({
      run: () => call(commands.appointmentAdd(input)),
      text: t('calendar-booked', { what: input.content.title, when: whenText(input.starts_at, input.all_day ?? false) }),
      reload: this.reload,
    });
  }

  edit(edit: AppointmentEdit): Promise<boolean> {
    return change({ run: () => call(commands.appointmentEdit(edit)), text: t('calendar-saved'), reload: this.reload });
  }

  move(item: CalendarItem, to: Slot, scope: Scope): Promise<boolean> {
    const longer = to.starts_at === item.occurrence.starts_at;
    return change({
      run: () => call(commands.appointmentMove({ target: item.target, scope, starts_at: to.starts_at, minutes: to.minutes })),
      text: longer
        ? t('calendar-resized', { minutes: String(to.minutes) })
        : t('calendar-moved', { what: item.occurrence.content.title, when: whenText(to.starts_at, item.occurrence.all_day) }),
      reload: this.reload,
    });
  }

  remove(item: CalendarItem, scope: Scope): Promise<boolean> {
    return change({
      run: () => call(commands.appointmentRemove({ target: item.target, scope })),
      text: t(scope === 'this' ? 'calendar-removed' : 'calendar-removed-series', { what: item.occurrence.content.title }),
      reload: this.reload,
    });
  }

  setOutcome(target: OccurrenceTarget, outcome: Outcome | null, quietly = false): Promise<boolean> {
    const text = outcome ? t('calendar-outcome-saved', { outcome: term('outcome', outcome.kind) }) : t('calendar-outcome-removed');
    return change({
      run: () => call(commands.appointmentOutcome({ target, outcome })),
      ...(quietly ? { aloud: text } : { text }),
      reload: this.reload,
    });
  }

  reschedule(to: Reschedule): Promise<boolean> {
    return change({
      run: () => call(commands.appointmentReschedule(to)),
      text: t('calendar-rescheduled', { when: whenText(to.starts_at, false) }),
      reload: this.reload,
    });
  }

  /** Another occurrence of a chain, wherever it lies. */
  show(appointment: string): Promise<Occurrence> {
    return call(commands.appointmentShow({ appointment, series: null, recurrence_id: null }));
  }
}

/** The Monday that a place names: "2026-11-23", or "2026-W48". */
export function mondayIn(text: string | undefined): string | null {
  if (!text) return null;
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return mondayOf(dateOf(text));
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  if (!match) return null;
  // The fourth of January lies in week 1.
  return addDays(mondayOf(`${match[1]}-01-04`), (Number(match[2]) - 1) * 7);
}

/** "2026-W48" of a day. */
export function weekName(date: string): string {
  const { year, week } = isoWeek(date);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

// Every row of the day in the order of the page, so that the arrow keys go through them all.
import type { DraftBrief, OccurrenceTarget, Quiet, TodayAppointment, TodayView, ToDo, Unrecorded, WaitingRequest } from '../../lib/bindings';
import { isContact } from './outcome';

export type DayRow =
  | { kind: 'appointment'; id: string; case: string; item: TodayAppointment }
  | { kind: 'outcome'; id: string; case: string; item: Unrecorded }
  | { kind: 'note'; id: string; case: string; item: Unrecorded }
  | { kind: 'draft'; id: string; case: string; item: DraftBrief }
  | { kind: 'waiting'; id: string; case: string; item: WaitingRequest }
  | { kind: 'to_do'; id: string; case: string; item: ToDo; done: boolean }
  | { kind: 'quiet'; id: string; case: string; item: Quiet };

/** Names an occurrence among the rows. */
export function nameOf(target: OccurrenceTarget): string {
  return target.appointment ?? `${target.series}@${target.recurrence_id}`;
}

/** Past appointments that lack an outcome and don't stand in the day's own list. */
export function overdue(view: TodayView): Unrecorded[] {
  const listed = new Set(view.appointments.map((item) => nameOf(item.target)));
  return view.without_outcome.filter((item) => !listed.has(nameOf(item.target)));
}

/** What is to be done, with what was ticked here left in its place. */
export function toDoOf(view: TodayView, ticked: readonly ToDo[]): { item: ToDo; done: boolean }[] {
  const open = new Set(view.to_do.map((item) => item.measure).filter(Boolean));
  return [
    ...ticked.filter((item) => !open.has(item.measure)).map((item) => ({ item, done: true })),
    ...view.to_do.map((item) => ({ item, done: ticked.some((each) => each.measure !== null && each.measure === item.measure) })),
  ].sort((a, b) => a.item.due_on.localeCompare(b.item.due_on));
}

export function rowsOf(view: TodayView, ticked: readonly ToDo[]): DayRow[] {
  return [
    ...view.appointments.map((item): DayRow => ({ kind: 'appointment', id: `a ${nameOf(item.target)}`, case: item.occurrence.case, item })),
    ...overdue(view).map((item): DayRow => ({ kind: 'outcome', id: `o ${nameOf(item.target)}`, case: item.occurrence.case, item })),
    ...view.without_note.map((item): DayRow => ({ kind: 'note', id: `n ${nameOf(item.target)}`, case: item.occurrence.case, item })),
    ...view.drafts.map((item): DayRow => ({ kind: 'draft', id: `d ${item.id}`, case: item.case, item })),
    ...view.waiting.map((item): DayRow => ({ kind: 'waiting', id: `w ${item.request}`, case: item.case, item })),
    ...toDoOf(view, ticked).map(
      ({ item, done }): DayRow => ({ kind: 'to_do', id: `t ${item.kind} ${item.case} ${item.measure ?? ''}`, case: item.case, item, done }),
    ),
    ...view.quiet.map((item): DayRow => ({ kind: 'quiet', id: `q ${item.case}`, case: item.case, item })),
  ];
}

/** The appointment that a note begun from a row tells of. */
export function aboutOf(row: DayRow): OccurrenceTarget | null {
  return row.kind === 'appointment' || row.kind === 'outcome' || row.kind === 'note' ? row.item.target : null;
}

/** What one is likely to turn to first: what is under way, or else what has just been and lacks a note. */
export function firstOf(rows: readonly DayRow[]): DayRow | undefined {
  const today = rows.filter((row) => row.kind === 'appointment');
  const under = today.filter((row) => row.item.state === 'now');
  if (under.length > 0) return under.length === 1 ? under[0] : undefined;
  return today.findLast((row) => row.item.state === 'past' && !row.item.note && canHaveTakenPlace(row.item));
}

function canHaveTakenPlace({ occurrence }: TodayAppointment): boolean {
  return !occurrence.outcome || isContact(occurrence.outcome.kind);
}

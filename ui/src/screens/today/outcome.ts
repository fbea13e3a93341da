// How an appointment can have gone.
import type { Absence, OutcomeKind } from '../../lib/bindings';

export const OUTCOMES: readonly OutcomeKind[] = [
  'attended',
  'attended_late',
  'cut_short',
  'excused_absence',
  'unexcused_absence',
  'absent_for_safety',
  'cancelled_by_us',
  'cancelled_by_other',
  'to_be_rescheduled',
];

export const ABSENCES: readonly Absence[] = ['illness', 'threat', 'transport', 'forgot', 'overslept', 'relapse', 'unwilling', 'other'];

const FORESEEABLE: ReadonlySet<OutcomeKind> = new Set([
  'excused_absence',
  'absent_for_safety',
  'cancelled_by_us',
  'cancelled_by_other',
  'to_be_rescheduled',
]);
const WITH_REASON: ReadonlySet<OutcomeKind> = new Set([
  'attended_late',
  'cut_short',
  'excused_absence',
  'unexcused_absence',
  'absent_for_safety',
]);
const CONTACT: ReadonlySet<OutcomeKind> = new Set(['attended', 'attended_late', 'cut_short']);

/** What can be said now: before it has begun, only that it won't be held. */
export function outcomesAt(starts_at: string, now: string): readonly OutcomeKind[] {
  return starts_at > now ? OUTCOMES.filter((kind) => FORESEEABLE.has(kind)) : OUTCOMES;
}

/** Whether late or absent: then one may say why. */
export function takesReason(kind: OutcomeKind): boolean {
  return WITH_REASON.has(kind);
}

/** Whether people met. */
export function isContact(kind: OutcomeKind): boolean {
  return CONTACT.has(kind);
}

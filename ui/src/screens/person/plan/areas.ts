// The areas and the states of needs and goals, in the order in which they are offered.
import type { AgreementState, GoalStatus, NeedArea, NeedStatus } from '../../../lib/bindings';

export const NEED_AREAS: readonly NeedArea[] = [
  'protection',
  'housing_emergency',
  'housing_long_term',
  'livelihood',
  'employment',
  'education',
  'physical_health',
  'addiction',
  'mental_health',
  'family',
  'social_network',
  'identity',
  'routines',
  'legal',
  'authorities',
];

export const NEED_STATUSES: readonly NeedStatus[] = ['not_assessed', 'need', 'being_met', 'met', 'no_need', 'declined'];

export const AGREEMENT_STATES: readonly AgreementState[] = ['agreed', 'does_not_agree', 'could_not_answer', 'draft'];

/** Whether a goal still stands in the plan. */
export function isCurrent(status: GoalStatus): boolean {
  return status === 'active' || status === 'future';
}

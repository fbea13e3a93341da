// What two people wrote apart, in words: no field name and no term of a document shows as it is.
import type { FieldConflict } from '../../../lib/bindings';
import { dayAndTime, dayMonth } from '../../../lib/format';
import { has, t, term } from '../../../lib/i18n';

/** The vocabulary that a field's terms belong to, by `kind.field` or by field. */
const LISTS: Record<string, string> = {
  'case.phase': 'phase',
  'case.protection': 'protection',
  'need.area': 'need-area',
  'need.status': 'need-status',
  'goal.status': 'goal-status',
  'goal.achievement': 'achievement',
  'measure.kind': 'measure-kind',
  'measure.status': 'measure-status',
  'agreement.state': 'agreement-state',
  'request.status': 'request-status',
  'appointment.kind': 'outcome',
  'appointment.reason': 'absence',
  medium: 'medium',
};

/** The field's own name, without the places around it. */
function fieldOf(conflict: FieldConflict): string {
  const named = conflict.path.filter((part) => !/^\d+$/.test(part));
  if (conflict.kind === 'routine_week') return named[0] ?? '';
  return named.at(-1) ?? '';
}

/** What the field is called. */
export function fieldName(conflict: FieldConflict): string {
  const id = `versions-field-${fieldOf(conflict)}`;
  return has(id) ? t(id) : t('versions-field-other');
}

/** What a value says. */
export function valueText(conflict: FieldConflict, value: string): string {
  if (value === '') return t('versions-empty');
  if (value === 'true' || value === 'false') return value === 'true' ? t('common-yes') : t('common-no');
  if (conflict.kind === 'routine_week' && (value === 'done' || value === 'missed')) return term('tick', value);
  const field = fieldOf(conflict);
  const list = LISTS[`${conflict.kind}.${field}`] ?? LISTS[field];
  if (list && has(`${list}-${value}`)) return term(list, value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dayMonth(value);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return dayAndTime(value);
  // A whole entry, such as an outcome: it is named, not spelled out.
  if (value.startsWith('{') || value.startsWith('[')) return t('versions-entry');
  return value;
}

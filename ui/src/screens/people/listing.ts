// What a row of the list says, and who is shown.
import type { PersonRow } from '../../lib/bindings';
import { clock, dateOf, daysBetween, relativeDay } from '../../lib/format';
import { t, term } from '../../lib/i18n';
import { byAlias } from '../../shell/search';

/** Days without contact that show. */
export const QUIET_AFTER = 30;

export function shown(rows: readonly PersonRow[], query: string): { open: PersonRow[]; closed: PersonRow[] } {
  const found = query.trim() ? byAlias(rows, query) : [...rows].sort((a, b) => a.alias.localeCompare(b.alias, 'sv'));
  return {
    open: found.filter((row) => row.phase !== 'closed'),
    closed: found.filter((row) => row.phase === 'closed'),
  };
}

/** "idag 10:00", "ons 13:15", or a dash. */
export function nextOf({ next_appointment: next }: PersonRow, today: string): string {
  if (!next) return '–';
  const day = relativeDay(dateOf(next.starts_at), today);
  return next.all_day ? day : `${day} ${clock(next.starts_at)}`;
}

/** "idag", "för 5 dagar sedan", "34 dagar". */
export function contactOf(row: PersonRow): string {
  const days = row.days_since_contact;
  if (days === null) return t('people-never');
  if (days === 0) return t('common-today');
  if (days === 1) return t('common-yesterday');
  return t('common-days-ago', { count: days });
}

export function isQuiet(row: PersonRow): boolean {
  if (row.phase === 'closed' || row.phase === 'follow_up') return false;
  return row.days_since_contact !== null && row.days_since_contact >= QUIET_AFTER;
}

/** The day on which risk is looked over again, and whether that day is past. */
export function riskOf(row: PersonRow, today: string): { text: string; late: boolean } {
  if (!row.risk_review_on) return { text: '–', late: false };
  return { text: relativeDay(row.risk_review_on, today), late: daysBetween(row.risk_review_on, today) > 0 };
}

/** "Skyddad folkbokföring" under the alias, where there is something to say. */
export function protectionOf(row: PersonRow): string {
  return row.protection === 'none' ? '' : term('protection', row.protection);
}

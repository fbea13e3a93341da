// The line under the alias: what one wants to know before anything else.
import type { Case, CaseView, NextAppointment } from '../../lib/bindings';
import { clock, dateOf, dayMonth, isoWeek, relativeDay } from '../../lib/format';
import { t, term } from '../../lib/i18n';
import { language } from '../../lib/language.svelte';

/** A term inside a sentence. */
export function inSentence(text: string): string {
  return text.charAt(0).toLocaleLowerCase(language.locale) + text.slice(1);
}

/** "Aktiv sedan 3 mars". */
export function phaseLine(person: Case, today: string): string {
  const day = dayMonth(person.opened_on, today);
  if (person.phase === 'active') return t('person-active-since', { day });
  return t('person-opened', { phase: term('phase', person.phase), day });
}

/** "nästa möte idag 10:00". */
export function nextLine(next: NextAppointment | null, today: string): string {
  if (!next) return t('person-no-appointment');
  const day = relativeDay(dateOf(next.starts_at), today);
  return t('person-next', { when: next.all_day ? day : `${day} ${clock(next.starts_at)}` });
}

/** "Aktiv sedan 3 mars · nästa möte idag 10:00 · skyddad folkbokföring". */
export function subtitle(view: CaseView, today: string): string {
  const { case: person, next_appointment } = view;
  const parts = [phaseLine(person, today)];
  if (person.phase !== 'closed' || next_appointment) parts.push(nextLine(next_appointment, today));
  if (person.protection !== 'none') parts.push(inSentence(term('protection', person.protection)));
  return parts.join(' · ');
}

/** The ISO week of a day as the program writes it: "2026-W48". */
export function weekName(day: string): string {
  const { year, week } = isoWeek(day);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of "2026-W48". */
export function mondayOfWeek(name: string): string | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(name);
  if (!match) return null;
  // The fourth of January lies in week 1.
  const fourth = Date.UTC(Number(match[1]), 0, 4);
  const weekday = new Date(fourth).getUTCDay() || 7;
  const monday = fourth + (1 - weekday + (Number(match[2]) - 1) * 7) * 86_400_000;
  return new Date(monday).toISOString().slice(0, 10);
}

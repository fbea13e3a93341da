// What the day's lists say, in words.
import type { Occurrence, TodayAppointment, TodayView, ToDo, Unrecorded, WaitingRequest } from '../../lib/bindings';
import { clock, dateOf, daysBetween, dayAndTime, relativeDay, shortDay } from '../../lib/format';
import { t, term } from '../../lib/i18n';

/** "Vecka 48 · fyra möten, två anteckningar att skriva". */
export function subtitle(view: TodayView): string {
  const parts = [t('today-meetings', { count: view.appointments.length })];
  if (view.without_note.length > 0) parts.push(t('today-to-write', { count: view.without_note.length }));
  return `${t('common-week', { week: String(view.week) })} · ${parts.join(', ')}`;
}

/** Whether a text already says what another begins with: "Socialkontoret, beslut" and "Socialkontoret, receptionen". */
function says(text: string, other: string): boolean {
  const first = other.split(',')[0]?.trim().toLocaleLowerCase() ?? '';
  return text.toLocaleLowerCase().includes(first);
}

/** "Besked om försörjning, Socialkontoret · Du följer med", with nothing said twice. */
export function what({ content }: Occurrence): string {
  const { title, place = '', medium = 'in_person' } = content;
  const words = place && !says(title, place) ? `${title}, ${place}` : title;
  const how = term('medium', medium);
  // The last words stay together on a line.
  return medium === 'in_person' || says(words, how) ? words : `${words} · ${how.replaceAll(' ', '\u00a0')}`;
}

/** The warning of an appointment, unless the person's own says the same. */
export function warning({ occurrence, safety_flag }: TodayAppointment): string {
  const hint = occurrence.content.safety_hint ?? '';
  return hint.toLocaleLowerCase() === safety_flag.toLocaleLowerCase() ? '' : hint;
}

/** "· nu, om 12 min" beside what is under way or about to begin. */
export function whenFromNow({ state, minutes_until }: TodayAppointment): string {
  if (state !== 'now') return '';
  return minutes_until > 0 ? `· ${t('today-now-in', { count: minutes_until })}` : `· ${t('common-now')}`;
}

/** "fre 20 nov 14:00", or "idag 14:00". */
export function whenItWas(starts_at: string, allDay: boolean, today: string): string {
  const date = dateOf(starts_at);
  const near = Math.abs(daysBetween(date, today)) <= 1;
  if (!near) return allDay ? shortDay(date) : dayAndTime(starts_at);
  return allDay ? relativeDay(date, today) : `${relativeDay(date, today)} ${clock(starts_at)}`;
}

/** "Läkarbesök, tors 19 nov 09:40 · utkast 62 ord". */
export function lacking({ occurrence, draft, draft_words }: Unrecorded, today: string): string {
  const said = `${occurrence.content.title}, ${whenItWas(occurrence.starts_at, occurrence.all_day, today)}`;
  return draft ? `${said} · ${t('today-draft', { count: draft_words })}` : said;
}

/** "Försörjningsstöd, Socialtjänsten · påmind 18 nov". */
export function asked(waiting: WaitingRequest, today: string): string {
  const said = [waiting.what, waiting.party_name].filter(Boolean).join(', ');
  if (!waiting.reminded_on) return said;
  return `${said} · ${t('today-reminded-on', { day: relativeDay(waiting.reminded_on, today) })}`;
}

/** Days after which a reminder may be repeated. */
const REMIND_AGAIN = 7;

/** Whether it is time to remind of a request. */
export function isToRemind(waiting: WaitingRequest, today: string): boolean {
  if (!waiting.is_late) return false;
  return !waiting.reminded_on || daysBetween(waiting.reminded_on, today) >= REMIND_AGAIN;
}

/** What a to-do says: the measure's own words, or what is to be done for whom. */
export function todoText(item: ToDo): string {
  switch (item.kind) {
    case 'print_week':
      return t('today-print-week', { alias: item.alias });
    case 'risk_review':
      return t('today-risk-review', { alias: item.alias });
    case 'plan_review':
      return t('today-plan-review', { alias: item.alias });
    default:
      return item.text;
  }
}

/** "idag", "ons", or how late it is. */
export function due(item: ToDo, today: string): string {
  if (!item.is_late) return relativeDay(item.due_on, today);
  return t('today-late', { count: daysBetween(item.due_on, today) });
}

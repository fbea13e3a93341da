// Dates and times as people here write them. A wall-clock time ("2026-11-23T14:00") has no zone and
// never passes through a local Date; a moment ("2026-11-23T13:00:00Z") is shown in Swedish time.
import { wallClock } from './clock.svelte';
import { t } from './i18n';
import { language } from './language.svelte';

const ZONE = 'Europe/Stockholm';
const DAY = 86_400_000;

/** Milliseconds of a date at midnight UTC: only for counting days and for Intl with timeZone UTC. */
function stamp(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!match) return Number.NaN;
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function parts(text: string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const key = `${language.locale} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(language.locale, { timeZone: 'UTC', ...options });
    formatters.set(key, formatter);
  }
  const out: Record<string, string> = {};
  const time = stamp(text);
  if (Number.isNaN(time)) return out;
  for (const part of formatter.formatToParts(time)) {
    // Some releases of the locale data end short names with a full stop.
    if (part.type !== 'literal') out[part.type] = part.value.replace(/\.$/, '');
  }
  return out;
}

function joined(text: string, options: Intl.DateTimeFormatOptions, order: string[]): string {
  const found = parts(text, options);
  return order.map((name) => found[name]).filter(Boolean).join(' ');
}

/** The date part of a date or wall-clock time. */
export function dateOf(text: string): string {
  return text.slice(0, 10);
}

/** "14:00" of "2026-11-23T14:00:00"; empty where there is no time. */
export function clock(text: string): string {
  return /T(\d{2}:\d{2})/.exec(text)?.[1] ?? '';
}

/** Joins a date and "14:00" to a wall-clock time as the program stores it. */
export function wall(date: string, time: string): string {
  return `${dateOf(date)}T${time.length === 5 ? `${time}:00` : time}`;
}

/** Minutes from one wall-clock time to another. */
export function minutesBetween(from: string, to: string): number {
  return daysBetween(from, to) * 1440 + minutesOf(to) - minutesOf(from);
}

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = clock(text).split(':').map(Number);
  return hours * 60 + minutes;
}

/** A wall-clock time some minutes later. */
export function addMinutes(text: string, minutes: number): string {
  const total = minutesOf(text) + minutes;
  const days = Math.floor(total / 1440);
  const rest = total - days * 1440;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${addDays(text, days)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:00`;
}

export function addDays(date: string, days: number): string {
  return isoOf(stamp(date) + days * DAY);
}

/** Whole days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((stamp(to) - stamp(from)) / DAY);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: string): number {
  return new Date(stamp(date)).getUTCDay() || 7;
}

export function mondayOf(date: string): string {
  return addDays(date, 1 - weekday(date));
}

/** The seven dates of the week that holds a date, Monday first. */
export function weekDates(date: string): string[] {
  const monday = mondayOf(date);
  return Array.from({ length: 7 }, (_, day) => addDays(monday, day));
}

/** The ISO week that holds a date, and the year it belongs to. */
export function isoWeek(date: string): { year: number; week: number } {
  const thursday = addDays(mondayOf(date), 3);
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1 };
}

/** "Vecka 48". */
export function weekTitle(date: string): string {
  return t('common-week', { week: String(isoWeek(date).week) });
}

/** "23–29 november", or "30 november – 6 december". */
export function weekRange(date: string): string {
  const from = mondayOf(date);
  const to = addDays(from, 6);
  const tail = `${Number(to.slice(8))} ${monthName(to)}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${tail}`;
  return `${Number(from.slice(8))} ${monthName(from)} – ${tail}`;
}

/** "måndag 23 november". */
export function longDay(date: string): string {
  return joined(date, { weekday: 'long', day: 'numeric', month: 'long' }, ['weekday', 'day', 'month']);
}

/** "mån 23 nov". */
export function shortDay(date: string): string {
  return joined(date, { weekday: 'short', day: 'numeric', month: 'short' }, ['weekday', 'day', 'month']);
}

/** "23 november", with the year when it isn't the present one. */
export function dayMonth(date: string, now: string = today()): string {
  const order = date.slice(0, 4) === now.slice(0, 4) ? ['day', 'month'] : ['day', 'month', 'year'];
  return joined(date, { day: 'numeric', month: 'long', year: 'numeric' }, order);
}

/** "23 nov", with the year when it isn't the present one. */
export function shortDayMonth(date: string, now: string = date): string {
  const order = date.slice(0, 4) === now.slice(0, 4) ? ['day', 'month'] : ['day', 'month', 'year'];
  return joined(date, { day: 'numeric', month: 'short', year: 'numeric' }, order);
}

/** "måndag". */
export function weekdayName(date: string): string {
  return parts(date, { weekday: 'long' })['weekday'] ?? '';
}

/** "mån". */
export function shortWeekdayName(date: string): string {
  return parts(date, { weekday: 'short' })['weekday'] ?? '';
}

/** "november". */
export function monthName(date: string): string {
  return parts(date, { month: 'long', day: 'numeric' })['month'] ?? '';
}

/** "november 2026". */
export function monthTitle(date: string): string {
  return `${monthName(date)} ${date.slice(0, 4)}`;
}

/** "fre 20 nov 14:00" of a wall-clock time. */
export function dayAndTime(text: string): string {
  return [shortDay(text), clock(text)].filter(Boolean).join(' ');
}

/** "10:00–11:00", or "10:00" without an end. */
export function timeRange(from: string, to: string | null | undefined): string {
  return to ? `${clock(from)}–${clock(to)}` : clock(from);
}

/** "idag", "imorgon", "igår", a weekday within six days ahead, otherwise "23 nov" or "23 nov 2025". */
export function relativeDay(date: string, now: string = today()): string {
  const days = daysBetween(now, date);
  if (days === 0) return t('common-today');
  if (days === 1) return t('common-tomorrow');
  if (days === -1) return t('common-yesterday');
  if (days > 1 && days < 7) return shortWeekdayName(date);
  return shortDayMonth(date, now);
}

/** "för 3 dagar sedan", "om 2 dagar", "idag". */
export function daysAway(date: string, now: string = today()): string {
  const days = daysBetween(now, date);
  if (Math.abs(days) <= 1) return relativeDay(date, now);
  return days > 0 ? t('common-in-days', { count: days }) : t('common-days-ago', { count: -days });
}

/** "34 dagar". */
export function dayCount(count: number): string {
  return t('common-days', { count });
}

/** "45 min", "60 min", "2 tim", "2 tim 15 min". */
export function duration(minutes: number): string {
  if (minutes <= 90) return t('common-minutes', { count: minutes });
  const hours = t('common-hours', { count: Math.floor(minutes / 60) });
  const rest = minutes % 60;
  return rest ? `${hours} ${t('common-minutes', { count: rest })}` : hours;
}

/** The first letter as a capital: for a date that begins a line. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language.locale) + text.slice(1);
}

/** A number with the language's separators. */
export function number(value: number): string {
  return new Intl.NumberFormat(language.locale).format(value);
}

const swedish = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** A moment ("…Z") as Swedish wall-clock time. */
export function momentToWall(moment: string | number | Date): string {
  const found: Record<string, string> = {};
  for (const part of swedish.formatToParts(new Date(moment))) found[part.type] = part.value;
  return `${found['year']}-${found['month']}-${found['day']}T${found['hour']}:${found['minute']}:${found['second']}`;
}

/** Swedish wall-clock time now, as the program tells it. */
export function now(): string {
  return wallClock.now ?? momentToWall(Date.now());
}

/** Today's date in Sweden. */
export function today(): string {
  return dateOf(now());
}

/** Reads "9", "930", "9.30", "09:30" as "09:30"; null if it isn't a time of day. */
export function parseTime(text: string): string | null {
  const match = /^\s*(\d{1,2})(?:[:. ]?(\d{2}))?\s*$/.exec(text);
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

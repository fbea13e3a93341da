// How an appointment repeats, between what the form asks and what the program keeps.
import type { Monthly, Pattern, Unit, Weekday, Weekdays } from '../../lib/bindings';
import { addDays, shortDay, weekday } from '../../lib/format';
import { t, term } from '../../lib/i18n';

export type Often = 'never' | Unit;

export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const OFTEN: readonly Often[] = ['never', 'day', 'week', 'month', 'year'];

/** What the form holds. */
export interface Repeat {
  often: Often;
  every: number;
  /** None: the weekday on which it begins. */
  weekdays: Weekday[];
  /** A name from `monthlyName`; none: the date on which it begins. */
  monthly: string;
  ends: 'never' | 'on' | 'after';
  until: string | null;
  count: number;
}

const ORDINALS: Record<string, string> = { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '5': 'fifth', '-1': 'last' };

export function once(): Repeat {
  return { often: 'never', every: 1, weekdays: [], monthly: '', ends: 'never', until: null, count: 10 };
}

/** The weekday of a date. */
export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[weekday(date) - 1] ?? 'mon';
}

/** A monthly rule as the value of a choice. */
export function monthlyName(monthly: Monthly): string {
  return monthly.by === 'day_of_month' ? `date ${monthly.day}` : `nth ${monthly.nth} ${monthly.weekday}`;
}

export function monthlyOf(name: string): Monthly | null {
  const [by, number, day] = name.split(' ');
  if (by === 'date') return { by: 'day_of_month', day: Number(number) };
  const weekday = WEEKDAYS.find((each) => each === day);
  return by === 'nth' && weekday ? { by: 'nth_weekday', nth: Number(number), weekday } : null;
}

/** The ways in which a date can come back every month: the 23rd, the fourth Monday, the last Monday. */
export function monthlyChoices(date: string): string[] {
  const day = Number(date.slice(8, 10));
  const weekday = weekdayOf(date);
  const monthOf = (days: number) => addDays(date, days).slice(0, 7);
  const month = date.slice(0, 7);
  const names = [`date ${day}`];
  if (monthOf(1) !== month) names.push('date -1');
  names.push(`nth ${Math.floor((day - 1) / 7) + 1} ${weekday}`);
  if (monthOf(7) !== month) names.push(`nth -1 ${weekday}`);
  return names;
}

/** "den 23:e", "den fjärde måndagen". */
export function monthlyText(name: string): string {
  const monthly = monthlyOf(name);
  if (!monthly) return '';
  if (monthly.by === 'day_of_month') {
    return monthly.day === -1 ? t('calendar-monthly-last-day') : t('calendar-monthly-date', { day: String(monthly.day) });
  }
  const which = ORDINALS[String(monthly.nth)] ?? 'first';
  return t(`calendar-monthly-${which}`, { weekday: term('calendar-weekday-the', monthly.weekday) });
}

/** The form's view of a pattern that begins on a date. */
export function repeatOf(pattern: Pattern | null): Repeat {
  if (!pattern) return once();
  const { ends } = pattern;
  return {
    often: pattern.unit,
    every: pattern.every,
    weekdays: WEEKDAYS.filter((day) => pattern.weekdays?.[day]),
    monthly: pattern.monthly ? monthlyName(pattern.monthly) : '',
    ends: ends.ends,
    until: ends.ends === 'on' ? ends.date : null,
    count: ends.ends === 'after' ? ends.count : 10,
  };
}

function daysOf(chosen: readonly Weekday[]): Weekdays {
  const is = (day: Weekday) => chosen.includes(day);
  return { mon: is('mon'), tue: is('tue'), wed: is('wed'), thu: is('thu'), fri: is('fri'), sat: is('sat'), sun: is('sun') };
}

/** The pattern that the form asks for; null for once. */
export function patternOf(repeat: Repeat): Pattern | null {
  const { often } = repeat;
  if (often === 'never') return null;
  return {
    every: Math.max(1, Math.round(repeat.every) || 1),
    unit: often,
    weekdays: daysOf(often === 'week' ? repeat.weekdays : []),
    monthly: often === 'month' ? monthlyOf(repeat.monthly) : null,
    ends:
      repeat.ends === 'on' && repeat.until
        ? { ends: 'on', date: repeat.until }
        : repeat.ends === 'after'
          ? { ends: 'after', count: Math.max(1, Math.round(repeat.count) || 1) }
          : { ends: 'never' },
  };
}

export function samePattern(one: Pattern | null, other: Pattern | null): boolean {
  return JSON.stringify(patternOf(repeatOf(one))) === JSON.stringify(patternOf(repeatOf(other)));
}

/** What is wrong with what the form holds, as the id of a text; null when nothing is. */
export function faultOf(repeat: Repeat, starts_on: string | null): string | null {
  if (repeat.often === 'never' || repeat.ends !== 'on') return null;
  if (!repeat.until) return 'calendar-until-missing';
  return starts_on && repeat.until < starts_on ? 'calendar-until-early' : null;
}

/** "Varje vecka, tis och tors, till fre 18 dec". */
export function patternText(pattern: Pattern, date: string): string {
  const how = t(`calendar-every-${pattern.unit}`, { count: pattern.every });
  const parts = [how];
  const days = WEEKDAYS.filter((day) => pattern.weekdays?.[day]);
  if (pattern.unit === 'week') {
    const names = (days.length > 0 ? days : [weekdayOf(date)]).map((day) => term('calendar-weekday', day));
    parts.push(names.length > 1 ? t('calendar-and', { first: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' }) : (names[0] ?? ''));
  }
  if (pattern.unit === 'month' && pattern.monthly) parts.push(monthlyText(monthlyName(pattern.monthly)));
  if (pattern.ends.ends === 'on') parts.push(t('calendar-until', { day: shortDay(pattern.ends.date) }));
  if (pattern.ends.ends === 'after') parts.push(t('calendar-times', { count: pattern.ends.count }));
  return parts.join(', ');
}

import { beforeEach, describe, expect, it } from 'vitest';
import type { Pattern, Weekdays } from '../../lib/bindings';
import { language } from '../../lib/language.svelte';
import { faultOf, monthlyChoices, monthlyText, once, patternOf, patternText, repeatOf, samePattern, weekdayOf } from './pattern';

const none: Weekdays = { mon: false, tue: false, wed: false, thu: false, fri: false, sat: false, sun: false };
const weekly: Pattern = { every: 1, unit: 'week', weekdays: { ...none, tue: true, thu: true }, monthly: null, ends: { ends: 'on', date: '2026-12-18' } };

beforeEach(() => language.set('sv'));

describe('a pattern', () => {
  it('is none for what happens once', () => {
    expect(patternOf(once())).toBeNull();
  });

  it('comes back from the form as it went in', () => {
    const patterns: Pattern[] = [
      weekly,
      { every: 4, unit: 'week', weekdays: none, monthly: null, ends: { ends: 'never' } },
      { every: 1, unit: 'day', weekdays: none, monthly: null, ends: { ends: 'after', count: 5 } },
      { every: 1, unit: 'month', weekdays: none, monthly: { by: 'nth_weekday', nth: -1, weekday: 'fri' }, ends: { ends: 'never' } },
      { every: 2, unit: 'month', weekdays: none, monthly: { by: 'day_of_month', day: -1 }, ends: { ends: 'never' } },
      { every: 1, unit: 'year', weekdays: none, monthly: null, ends: { ends: 'never' } },
    ];
    for (const pattern of patterns) expect(patternOf(repeatOf(pattern))).toEqual(pattern);
  });

  it('keeps only what belongs to how often it comes', () => {
    const made = patternOf({ ...once(), often: 'month', weekdays: ['mon'], monthly: 'date 23' });
    expect(made).toMatchObject({ unit: 'month', weekdays: none, monthly: { by: 'day_of_month', day: 23 } });
    expect(patternOf({ ...once(), often: 'day', monthly: 'date 23' })?.monthly).toBeNull();
  });

  it('never comes every zeroth week or zero times', () => {
    expect(patternOf({ ...once(), often: 'week', every: 0 })?.every).toBe(1);
    expect(patternOf({ ...once(), often: 'week', every: Number.NaN })?.every).toBe(1);
    expect(patternOf({ ...once(), often: 'week', ends: 'after', count: -3 })?.ends).toEqual({ ends: 'after', count: 1 });
  });

  it('differs by a weekday, not by a field left out', () => {
    expect(samePattern(weekly, { ...weekly, weekdays: { ...none, tue: true } })).toBe(false);
    const bare: Pattern = { every: 1, unit: 'day', ends: { ends: 'never' } };
    expect(samePattern(bare, { ...bare, weekdays: none, monthly: null })).toBe(true);
  });
});

describe('a date that comes back every month', () => {
  it('may be a date or a weekday', () => {
    expect(weekdayOf('2026-11-23')).toBe('mon');
    expect(monthlyChoices('2026-11-23')).toEqual(['date 23', 'nth 4 mon']);
  });

  it('may be the last of its kind', () => {
    expect(monthlyChoices('2026-11-30')).toEqual(['date 30', 'date -1', 'nth 5 mon', 'nth -1 mon']);
    expect(monthlyChoices('2026-11-27')).toEqual(['date 27', 'nth 4 fri', 'nth -1 fri']);
  });

  it('is said in words', () => {
    expect(monthlyText('nth 4 mon')).toBe('den fjärde måndagen');
    expect(monthlyText('date -1')).toBe('den sista dagen');
  });
});

describe('in words', () => {
  it('says how often, when and how long', () => {
    expect(patternText(weekly, '2026-11-24')).toBe('Varje vecka, tis och tors, till fre 18 dec');
    expect(patternText({ ...weekly, every: 4, weekdays: none, ends: { ends: 'after', count: 6 } }, '2026-11-24')).toBe(
      'Var 4:e vecka, tis, 6 gånger',
    );
  });
});

describe('an end', () => {
  it('needs a day that is not before the first', () => {
    const repeat = { ...once(), often: 'week', ends: 'on' } as const;
    expect(faultOf({ ...repeat, until: null }, '2026-11-23')).toBe('calendar-until-missing');
    expect(faultOf({ ...repeat, until: '2026-11-22' }, '2026-11-23')).toBe('calendar-until-early');
    expect(faultOf({ ...repeat, until: '2026-11-23' }, '2026-11-23')).toBeNull();
    expect(faultOf(once(), '2026-11-23')).toBeNull();
  });
});

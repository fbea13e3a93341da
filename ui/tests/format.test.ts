import { beforeEach, describe, expect, it } from 'vitest';
import * as f from '../src/lib/format';
import { language } from '../src/lib/language.svelte';

beforeEach(() => language.set('sv'));

describe('dates as people here write them', () => {
  it('writes a day in words in both languages', () => {
    expect(f.longDay('2026-11-23')).toBe('måndag 23 november');
    expect(f.shortDay('2026-11-20')).toBe('fre 20 nov');
    expect(f.dayAndTime('2026-11-20T14:00:00')).toBe('fre 20 nov 14:00');
    language.set('en');
    expect(f.longDay('2026-11-23')).toBe('Monday 23 November');
    expect(f.dayAndTime('2026-11-20T14:00:00')).toBe('Fri 20 Nov 14:00');
  });

  it('says the year only when it is another', () => {
    expect(f.dayMonth('2026-03-03', '2026-11-22')).toBe('3 mars');
    expect(f.dayMonth('2025-03-03', '2026-11-22')).toBe('3 mars 2025');
  });

  it('counts ISO weeks across the turn of the year', () => {
    expect(f.isoWeek('2026-11-23')).toEqual({ year: 2026, week: 48 });
    expect(f.isoWeek('2027-01-01')).toEqual({ year: 2026, week: 53 });
    expect(f.isoWeek('2024-12-30')).toEqual({ year: 2025, week: 1 });
    expect(f.weekTitle('2026-11-29')).toBe('Vecka 48');
  });

  it('begins the week on Monday', () => {
    expect(f.weekDates('2026-11-29')[0]).toBe('2026-11-23');
    expect(f.weekDates('2026-11-29')[6]).toBe('2026-11-29');
    expect(f.weekRange('2026-11-25')).toBe('23–29 november');
    expect(f.weekRange('2026-12-01')).toBe('30 november – 6 december');
  });

  it('says near days as words', () => {
    const now = '2026-11-23';
    expect(f.relativeDay('2026-11-23', now)).toBe('idag');
    expect(f.relativeDay('2026-11-24', now)).toBe('imorgon');
    expect(f.relativeDay('2026-11-22', now)).toBe('igår');
    expect(f.relativeDay('2026-11-25', now)).toBe('ons');
    expect(f.relativeDay('2026-12-24', now)).toBe('24 dec');
    expect(f.relativeDay('2025-12-24', now)).toBe('24 dec 2025');
    expect(f.daysAway('2026-11-25', now)).toBe('om 2 dagar');
    expect(f.daysAway('2026-10-23', now)).toBe('för 31 dagar sedan');
    expect(f.dayCount(1)).toBe('1 dag');
  });

  it('says how long something takes', () => {
    expect(f.duration(45)).toBe('45 min');
    expect(f.duration(120)).toBe('2 tim');
    expect(f.duration(135)).toBe('2 tim 15 min');
  });
});

describe('wall-clock time', () => {
  it('is never moved by a zone, not even in the hour that does not exist', () => {
    expect(f.clock('2026-03-29T02:30:00')).toBe('02:30');
    expect(f.dayAndTime('2026-03-29T02:30:00')).toBe('sön 29 mars 02:30');
    expect(f.addMinutes('2026-03-29T01:45:00', 30)).toBe('2026-03-29T02:15:00');
    expect(f.addMinutes('2026-12-31T23:50:00', 20)).toBe('2027-01-01T00:10:00');
    expect(f.addMinutes('2026-01-01T00:10:00', -20)).toBe('2025-12-31T23:50:00');
    expect(f.minutesBetween('2026-11-23T23:30:00', '2026-11-24T00:15:00')).toBe(45);
    expect(f.addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(f.daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  it('shows a moment in Swedish time, summer and winter', () => {
    expect(f.momentToWall('2026-11-22T23:30:00Z')).toBe('2026-11-23T00:30:00');
    expect(f.momentToWall('2026-07-01T12:00:00Z')).toBe('2026-07-01T14:00:00');
  });

  it('reads a time of day as it is typed', () => {
    expect(f.parseTime('9')).toBe('09:00');
    expect(f.parseTime('930')).toBe('09:30');
    expect(f.parseTime('9.30')).toBe('09:30');
    expect(f.parseTime(' 1405 ')).toBe('14:05');
    expect(f.parseTime('24:00')).toBeNull();
    expect(f.parseTime('12:60')).toBeNull();
    expect(f.parseTime('kl 9')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { carried, columns, drawn, moved, resized, snap, stretchOn, suggested, type Slot } from './geometry';

const at = (starts_at: string, minutes: number): Slot => ({ starts_at, minutes });
const lay = (...spans: [string, number, number][]) =>
  Object.fromEntries(
    columns(spans.map(([item, start, end]) => ({ item, start, end }))).map((each) => [each.item, [each.column, each.columns, each.width]]),
  );

describe('what overlaps stands side by side', () => {
  it('gives one alone the whole day', () => {
    expect(lay(['a', 600, 660])).toEqual({ a: [0, 1, 1] });
  });

  it('halves the day for two at the same time', () => {
    expect(lay(['a', 600, 660], ['b', 630, 690])).toEqual({ a: [0, 2, 1], b: [1, 2, 1] });
  });

  it('begins anew when one ends as the next begins', () => {
    expect(lay(['a', 600, 660], ['b', 660, 720])).toEqual({ a: [0, 1, 1], b: [0, 1, 1] });
  });

  it('takes a column again once it is free', () => {
    // a is long; b and c follow each other beside it.
    expect(lay(['a', 600, 780], ['b', 600, 660], ['c', 660, 720])).toEqual({ a: [0, 2, 1], b: [1, 2, 1], c: [1, 2, 1] });
  });

  it('lets one grow into the room to its right', () => {
    // Three at ten; the one at twelve meets only the first of them.
    expect(lay(['a', 600, 780], ['b', 600, 660], ['c', 600, 660], ['d', 720, 780])).toEqual({
      a: [0, 3, 1],
      b: [1, 3, 1],
      c: [2, 3, 1],
      d: [1, 3, 2],
    });
  });

  it('keeps very short ones from lying on each other', () => {
    expect(lay(['a', 600, 605], ['b', 610, 615])).toEqual({ a: [0, 2, 1], b: [1, 2, 1] });
  });
});

describe('the part on a day', () => {
  it('is cut at midnight on both sides', () => {
    const night = at('2026-11-23T22:30:00', 180);
    expect(stretchOn('2026-11-23', night)).toEqual({ start: 1350, end: 1440 });
    expect(stretchOn('2026-11-24', night)).toEqual({ start: 0, end: 90 });
    expect(stretchOn('2026-11-25', night)).toBeNull();
  });

  it('is not there where it ends at midnight', () => {
    expect(stretchOn('2026-11-24', at('2026-11-23T23:00:00', 60))).toBeNull();
  });
});

describe('a drag', () => {
  it('falls on the quarter', () => {
    expect(snap(52)).toBe(45);
    expect(snap(53)).toBe(60);
    expect(moved(at('2026-11-23T10:00:00', 60), 0, 52)).toEqual(at('2026-11-23T10:45:00', 60));
  });

  it('goes across days and months', () => {
    expect(moved(at('2026-11-30T10:00:00', 60), 1, 0)).toEqual(at('2026-12-01T10:00:00', 60));
    expect(moved(at('2026-12-01T10:00:00', 60), -1, -30)).toEqual(at('2026-11-30T09:30:00', 60));
  });

  it('brings an odd minute onto the quarter, but only when the time is moved', () => {
    expect(moved(at('2026-11-23T09:40:00', 30), 0, 15)).toEqual(at('2026-11-23T10:00:00', 30));
    expect(moved(at('2026-11-23T09:40:00', 30), 2, 3)).toEqual(at('2026-11-25T09:40:00', 30));
  });

  it('stays within the day', () => {
    expect(moved(at('2026-11-23T10:00:00', 60), 0, -900).starts_at).toBe('2026-11-23T00:00:00');
    expect(moved(at('2026-11-23T10:00:00', 60), 0, 9000).starts_at).toBe('2026-11-23T23:45:00');
  });

  it('of the lower edge never makes it shorter than a quarter or longer than the day', () => {
    expect(resized(at('2026-11-23T10:00:00', 60), 20).minutes).toBe(75);
    expect(resized(at('2026-11-23T10:00:00', 60), -300).minutes).toBe(15);
    expect(resized(at('2026-11-23T23:00:00', 30), 300).minutes).toBe(60);
  });

  it('over an empty day makes a slot, upwards as well as downwards', () => {
    expect(drawn('2026-11-24', 845, 895)).toEqual(at('2026-11-24T14:00:00', 60));
    expect(drawn('2026-11-24', 895, 845)).toEqual(at('2026-11-24T14:00:00', 60));
    expect(drawn('2026-11-24', 1439, 1600)).toEqual(at('2026-11-24T23:45:00', 15));
    expect(drawn('2026-11-24', 840, 840).minutes).toBe(15);
  });
});

describe('a step by the arrow keys', () => {
  const slot = at('2026-11-23T10:00:00', 60);

  it('is a quarter up and down, an hour with Shift, and a day sideways', () => {
    const how = { coarse: false, whole: false };
    expect(carried(slot, 'ArrowDown', how).starts_at).toBe('2026-11-23T10:15:00');
    expect(carried(slot, 'ArrowUp', { ...how, coarse: true }).starts_at).toBe('2026-11-23T09:00:00');
    expect(carried(slot, 'ArrowLeft', how)).toEqual(at('2026-11-22T10:00:00', 60));
  });

  it('changes only the day of what has no time', () => {
    expect(carried(slot, 'ArrowDown', { coarse: false, whole: true })).toEqual(slot);
  });
});

describe('a new one without a time', () => {
  it('comes at the next whole hour today and at ten on other days', () => {
    expect(suggested('2026-11-23', '2026-11-23T08:48:00').starts_at).toBe('2026-11-23T09:00:00');
    expect(suggested('2026-11-24', '2026-11-23T08:48:00').starts_at).toBe('2026-11-24T10:00:00');
  });
});

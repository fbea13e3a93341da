// Where an appointment lies in a day, and what a drag makes of it. Times are minutes of the day.
import { addMinutes, dateOf, daysBetween, minutesBetween, wall } from '../../lib/format';
import type { Arrow } from './walk';

export const SNAP = 15;
export const DAY = 1440;
/** What is shorter is drawn as long as this, so that it can be read and met. */
const SHORTEST_DRAWN = 30;
/** What is drawn without a length of its own. */
export const USUAL = 60;

/** When something is, on the wall clock. */
export interface Slot {
  starts_at: string;
  minutes: number;
}

/** A stretch of one day. */
export interface Stretch {
  start: number;
  end: number;
}

export interface Placed<T> {
  item: T;
  start: number;
  end: number;
  /** From 0. */
  column: number;
  /** How many columns its neighbours share. */
  columns: number;
  /** How many of them it takes. */
  width: number;
}

/** Minutes of the day of a wall-clock time. */
export function minuteOf(text: string): number {
  return minutesBetween(`${dateOf(text)}T00:00`, text);
}

/** A day and minutes of it as a wall-clock time; minutes may reach into other days. */
export function at(date: string, minutes: number): string {
  return addMinutes(wall(date, '00:00'), minutes);
}

export function endOf(slot: Slot): string {
  return addMinutes(slot.starts_at, slot.minutes);
}

export function snap(minutes: number, step = SNAP): number {
  return Math.round(minutes / step) * step;
}

/** The part of a slot that lies on a day, or null. */
export function stretchOn(date: string, slot: Slot): Stretch | null {
  const start = minutesBetween(`${date}T00:00`, slot.starts_at);
  const end = start + slot.minutes;
  // What has no length still stands at its time.
  if (start >= DAY || (end <= 0 && !(start >= 0 && slot.minutes === 0))) return null;
  return { start: Math.max(0, start), end: Math.min(DAY, end) };
}

/** Puts what overlaps beside each other: each takes the first free column, and what room is left. */
export function columns<T>(list: readonly (Stretch & { item: T })[]): Placed<T>[] {
  const drawn = list
    .map((each) => ({ ...each, until: Math.max(each.end, each.start + SHORTEST_DRAWN) }))
    .sort((a, b) => a.start - b.start || b.until - a.until);
  const placed: Placed<T>[] = [];
  let group: (Placed<T> & { until: number })[] = [];
  let reach = -1;

  const close = () => {
    const count = Math.max(1, ...group.map((each) => each.column + 1));
    for (const each of group) {
      const right = group
        .filter((other) => other.column > each.column && other.start < each.until && each.start < other.until)
        .map((other) => other.column);
      const { until: _, ...rest } = each;
      placed.push({ ...rest, columns: count, width: Math.min(count, ...right) - each.column });
    }
    group = [];
  };

  for (const { item, start, end, until } of drawn) {
    if (start >= reach) close();
    const taken = new Set(group.filter((other) => other.until > start).map((other) => other.column));
    let column = 0;
    while (taken.has(column)) column++;
    group.push({ item, start, end, column, columns: 1, width: 1, until });
    reach = Math.max(reach, until);
  }
  close();
  return placed;
}

/** A slot moved by days and minutes: it begins on a quarter, within a day. */
export function moved(slot: Slot, days: number, minutes: number): Slot {
  const start = minuteOf(slot.starts_at);
  // What isn't moved in time keeps an odd minute.
  const wanted = snap(minutes) === 0 ? start : snap(start + minutes);
  const begins = Math.min(Math.max(0, wanted), DAY - SNAP);
  return { starts_at: at(dateOf(slot.starts_at), days * DAY + begins), minutes: slot.minutes };
}

/** A slot moved one step by an arrow key: a quarter, an hour when coarse, or a day. */
export function carried(slot: Slot, key: Arrow, how: { coarse: boolean; whole: boolean }): Slot {
  if (key === 'ArrowLeft' || key === 'ArrowRight') return moved(slot, key === 'ArrowLeft' ? -1 : 1, 0);
  if (how.whole) return slot;
  const step = how.coarse ? 60 : SNAP;
  return moved(slot, 0, key === 'ArrowUp' ? -step : step);
}

/** A slot whose end is moved: it ends on a quarter, on the day it begins, unless it was longer before. */
export function resized(slot: Slot, minutes: number): Slot {
  const start = minuteOf(slot.starts_at);
  const latest = Math.max(DAY, start + slot.minutes);
  const end = Math.min(Math.max(start + SNAP, snap(start + slot.minutes + minutes)), latest);
  return { starts_at: slot.starts_at, minutes: end - start };
}

/** What is drawn on an empty day from one height to another, in either direction. */
export function drawn(date: string, from: number, to: number): Slot {
  const start = Math.max(0, Math.floor(Math.min(from, to) / SNAP) * SNAP);
  const end = Math.min(DAY, Math.ceil(Math.max(from, to) / SNAP) * SNAP);
  const begins = Math.min(start, DAY - SNAP);
  return { starts_at: at(date, begins), minutes: Math.max(SNAP, end - begins) };
}

/** Where on a day a new appointment goes when nothing says when: the next whole hour, or ten. */
export function suggested(date: string, now: string): Slot {
  if (daysBetween(dateOf(now), date) !== 0) return { starts_at: wall(date, '10:00'), minutes: USUAL };
  const hour = Math.min(23, Math.floor(minuteOf(now) / 60) + 1);
  return { starts_at: at(date, hour * 60), minutes: USUAL };
}

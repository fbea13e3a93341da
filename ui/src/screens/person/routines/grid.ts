// Moving about in the week's grid by keys, and what a box says next.
import type { RoutineRow, Tick } from '../../../lib/bindings';

export interface Place {
  row: number;
  day: number;
}

function applies(rows: readonly RoutineRow[], { row, day }: Place): boolean {
  return rows[row]?.boxes[day]?.applies ?? false;
}

/** The first box there is. */
export function firstPlace(rows: readonly RoutineRow[]): Place | null {
  for (const [row, { boxes }] of rows.entries()) {
    const day = boxes.findIndex((box) => box.applies);
    if (day >= 0) return { row, day };
  }
  return null;
}

/** Where a key leads: the nearest box in that direction, over days without one; itself at the edge. */
export function move(rows: readonly RoutineRow[], from: Place, key: string): Place {
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[key];
  if (step) {
    const [down = 0, right = 0] = step;
    let place = { row: from.row + down, day: from.day + right };
    while (place.row >= 0 && place.row < rows.length && place.day >= 0 && place.day < 7) {
      if (applies(rows, place)) return place;
      place = { row: place.row + down, day: place.day + right };
    }
    return from;
  }
  const boxes = rows[from.row]?.boxes ?? [];
  if (key === 'Home') return { row: from.row, day: Math.max(0, boxes.findIndex((box) => box.applies)) };
  if (key === 'End') return { row: from.row, day: Math.max(0, boxes.findLastIndex((box) => box.applies)) };
  return from;
}

/** One click: done, and back to empty. With Shift: not done, and back to empty. */
export function nextTick(tick: Tick | null, shift: boolean): Tick | null {
  const wanted: Tick = shift ? 'missed' : 'done';
  return tick === wanted ? null : wanted;
}

/** A time of the vault ("07:30:00") as it is shown ("07:30"). */
export function shortTime(time: string | null | undefined): string | null {
  return time ? time.slice(0, 5) : null;
}

/** A time as it is shown, as the vault has it. */
export function longTime(time: string | null): string | null {
  return time && time.length === 5 ? `${time}:00` : time;
}

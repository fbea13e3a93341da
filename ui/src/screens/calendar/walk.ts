// Where an arrow key leads from an appointment or a day.

export interface Stop {
  /** An appointment's name. */
  name: string;
  /** When it begins, in minutes of the day. */
  minute: number;
}

export interface Column {
  /** The date, which is a stop itself, above its appointments. */
  day: string;
  stops: readonly Stop[];
}

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** A stop, or a step out of the days in view. */
export type Leads = { stop: string } | { out: -1 | 1 } | null;

export function isArrow(key: string): key is Arrow {
  return key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight';
}

function nearest(stops: readonly Stop[], minute: number): Stop | undefined {
  return stops.reduce<Stop | undefined>(
    (best, each) => (best && Math.abs(best.minute - minute) <= Math.abs(each.minute - minute) ? best : each),
    undefined,
  );
}

/** In the grid: up and down within a day, left and right to what is nearest in time. */
export function inGrid(columns: readonly Column[], stop: string, key: Arrow): Leads {
  const at = columns.findIndex((column) => column.day === stop || column.stops.some((each) => each.name === stop));
  const column = columns[at];
  if (!column) return null;
  const place = column.stops.findIndex((each) => each.name === stop);
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const next = place + (key === 'ArrowDown' ? 1 : -1);
    if (next === -1) return { stop: column.day };
    const found = column.stops[next];
    return found ? { stop: found.name } : null;
  }
  const way = key === 'ArrowRight' ? 1 : -1;
  const beside = columns[at + way];
  if (!beside) return { out: way };
  const from = column.stops[place];
  const found = from && nearest(beside.stops, from.minute);
  return { stop: found?.name ?? beside.day };
}

/** In the list: every appointment in its order; left and right change the week. */
export function inList(columns: readonly Column[], stop: string, key: Arrow): Leads {
  if (key === 'ArrowLeft') return { out: -1 };
  if (key === 'ArrowRight') return { out: 1 };
  const all = columns.flatMap((column) => column.stops);
  const place = all.findIndex((each) => each.name === stop);
  const found = all[place + (key === 'ArrowDown' ? 1 : -1)];
  return found ? { stop: found.name } : null;
}

/** The one stop for Tab: where one was, else what comes next, else today, else the first day. */
export function firstStop(columns: readonly Column[], stop: string | null, today: string, minute: number): string | null {
  const known = columns.some((column) => column.day === stop || column.stops.some((each) => each.name === stop));
  if (stop && known) return stop;
  const column = columns.find((each) => each.day === today);
  if (column) return (column.stops.find((each) => each.minute >= minute) ?? column.stops.at(-1))?.name ?? column.day;
  return columns.flatMap((each) => each.stops)[0]?.name ?? columns[0]?.day ?? null;
}

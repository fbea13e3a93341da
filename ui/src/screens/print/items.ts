// What can stand on the week, grouped as it stands there.
import type { PrintItem, PrintItemKind } from '../../lib/bindings';

export interface Group {
  /** A day of appointments, or the kind of the rest. */
  name: string;
  kind: PrintItemKind;
  on: string | null;
  items: PrintItem[];
}

const ORDER: readonly PrintItemKind[] = ['appointment', 'routine', 'goal', 'remember', 'call'];

/** Appointments by day, then routines, goals, what to remember and numbers. */
export function groupsOf(items: readonly PrintItem[]): Group[] {
  const groups: Group[] = [];
  for (const kind of ORDER) {
    for (const item of items.filter((each) => each.kind === kind)) {
      const name = kind === 'appointment' ? (item.on ?? '') : kind;
      const last = groups.find((group) => group.kind === kind && group.name === name);
      if (last) last.items.push(item);
      else groups.push({ name, kind, on: item.on, items: [item] });
    }
  }
  return groups;
}

/** The keys that are left out once an item is taken in or left out. */
export function toggled(left: readonly string[], key: string, chosen: boolean): string[] {
  const rest = left.filter((each) => each !== key);
  return chosen ? rest : [...rest, key];
}

/** Whether all, some or none of a group is printed. */
export function chosenOf(items: readonly PrintItem[], left: readonly string[]): 'all' | 'some' | 'none' {
  const count = items.filter((item) => !left.includes(item.key)).length;
  if (count === 0) return 'none';
  return count === items.length ? 'all' : 'some';
}

/** The text around a word, cut before and after it, so that a leak is found again in a long text. */
export function around(text: string, word: string, room = 40): { before: string; word: string; after: string } | null {
  const at = text.toLocaleLowerCase().indexOf(word.toLocaleLowerCase());
  if (at < 0) return null;
  const from = Math.max(0, at - room);
  const to = Math.min(text.length, at + word.length + room);
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, at)}`,
    word: text.slice(at, at + word.length),
    after: `${text.slice(at + word.length, to)}${to < text.length ? '…' : ''}`,
  };
}

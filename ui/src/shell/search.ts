// What Ctrl+K finds among people and records, and where each hit leads.
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import FileText from '@lucide/svelte/icons/file-text';
import Flag from '@lucide/svelte/icons/flag';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Repeat from '@lucide/svelte/icons/repeat';
import User from '@lucide/svelte/icons/user';
import type { Component } from 'svelte';
import { commands, type Kind, type PersonRow, type SearchHit } from '../lib/bindings';
import { call } from '../lib/call';
import { dateOf, isoWeek, relativeDay } from '../lib/format';
import { t, term } from '../lib/i18n';
import { palette, type PaletteItem } from '../lib/palette.svelte';
import { route, type Place } from '../lib/route.svelte';
import { session } from '../lib/session.svelte';
import { screens } from './registry';

const icons: Partial<Record<Kind, Component>> = {
  case: User,
  need: Flag,
  goal: Flag,
  measure: Flag,
  agreement: Flag,
  series: CalendarDays,
  appointment: CalendarDays,
  routine: Repeat,
  routine_week: Repeat,
  note: FileText,
  note_draft: FileText,
  amendment: FileText,
  amendment_draft: FileText,
  request: Hourglass,
} as Record<string, Component>;

/** The week of a day as the program names it: "2026-W48". */
export function weekOf(day: string): string {
  const { year, week } = isoWeek(day);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Where a hit leads; null where nothing shows such a record. */
export function placeOf(hit: Pick<SearchHit, 'kind' | 'note' | 'case' | 'starts_at'>): Place | null {
  if (!hit.case) return null;
  const at = (tab: string, more: Record<string, string> = {}): Place => ({
    screen: 'person',
    params: { case: hit.case ?? '', tab, ...more },
  });
  const week: Record<string, string> = hit.starts_at ? { week: weekOf(dateOf(hit.starts_at)), day: dateOf(hit.starts_at) } : {};
  switch (hit.kind) {
    case 'note':
    case 'note_draft':
    case 'amendment':
    case 'amendment_draft':
      return at('notes', hit.note ? { note: hit.note } : {});
    case 'need':
    case 'goal':
    case 'measure':
    case 'agreement':
      return at('plan');
    case 'appointment':
    case 'series':
      return at('calendar', week);
    case 'routine':
    case 'routine_week':
      return at('routines');
    default:
      return at('overview');
  }
}

function go(place: Place): void {
  route.go(place.screen, place.params);
}

function personItem(row: PersonRow): PaletteItem {
  return {
    id: row.case,
    title: row.alias,
    detail: term('phase', row.phase),
    kind: t('shell-person'),
    icon: User as Component,
    run: () => go({ screen: 'person', params: { case: row.case } }),
  };
}

function hitItem(hit: SearchHit): PaletteItem[] {
  const place = placeOf(hit);
  if (!place || !screens.has(place.screen)) return [];
  const when = hit.starts_at ? ` · ${relativeDay(dateOf(hit.starts_at))}` : '';
  return [
    {
      id: hit.id,
      title: hit.alias + when,
      detail: hit.snippet.map(({ text, is_match }) => ({ text, match: is_match })),
      kind: term('kind', hit.kind),
      icon: icons[hit.kind] ?? (FileText as Component),
      run: () => go(place),
    },
  ];
}

/** People whose alias begins with the words come before those that hold them. */
export function byAlias(rows: readonly PersonRow[], query: string): PersonRow[] {
  const words = query.trim().toLocaleLowerCase();
  const rank = (row: PersonRow): number => {
    const alias = row.alias.toLocaleLowerCase();
    if (alias.startsWith(words)) return 0;
    return alias.includes(words) ? 1 : 2;
  };
  const open = (row: PersonRow): number => (row.phase === 'closed' ? 1 : 0);
  return rows
    .filter((row) => rank(row) < 2)
    .sort((a, b) => open(a) - open(b) || rank(a) - rank(b) || a.alias.localeCompare(b.alias, 'sv'));
}

const PEOPLE = 8;
const HITS = 20;

/** People by alias, then records by their words. */
export async function find(query: string): Promise<PaletteItem[]> {
  const rows = byAlias(await call(commands.peopleList()), query);
  const people = rows.slice(0, PEOPLE).map(personItem);
  if (query.trim().length < 2) return people;
  const shown = new Set(rows.slice(0, PEOPLE).map((row) => row.case as string));
  const hits = (await call(commands.search(query, null))).filter((hit) => !shown.has(hit.id));
  return [...people, ...hits.slice(0, HITS).flatMap(hitItem)];
}

export function provideSearch(): () => void {
  return palette.provide((query) => (session.isOpen ? find(query) : []));
}

// An appointment in words and signs, the same in the grid, in the list and read aloud.
import Ban from '@lucide/svelte/icons/ban';
import CalendarSync from '@lucide/svelte/icons/calendar-sync';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleX from '@lucide/svelte/icons/circle-x';
import type { Component } from 'svelte';
import type { CalendarItem, OccurrenceTarget, OutcomeKind } from '../../lib/bindings';
import { clock, dateOf, longDay, now, sentence, shortDay, timeRange } from '../../lib/format';
import { t, term } from '../../lib/i18n';
import { isContact } from '../today/outcome';
import { endOf, type Slot } from './geometry';

/** Names an occurrence; one of a series keeps its name when it gets a record of its own. */
export function nameOf(target: OccurrenceTarget): string {
  return target.series && target.recurrence_id ? `${target.series}@${target.recurrence_id}` : (target.appointment ?? '');
}

export function slotOf({ occurrence }: CalendarItem): Slot {
  return { starts_at: occurrence.starts_at, minutes: occurrence.minutes };
}

/** Replaced by another one: shown struck through, never moved. */
export function isReplaced({ occurrence }: CalendarItem): boolean {
  return occurrence.superseded_by !== null;
}

/** Whether it isn't held: replaced, called off or missed. */
export function isOff({ occurrence }: CalendarItem): boolean {
  return occurrence.superseded_by !== null || (occurrence.outcome !== null && !isContact(occurrence.outcome.kind));
}

/** Whether it may still be moved and taken out. */
export function isOpen({ occurrence }: CalendarItem): boolean {
  return occurrence.superseded_by === null && occurrence.outcome === null;
}

/** Over, and nobody has said how it went. */
export function lacksOutcome(item: CalendarItem, present: string = now()): boolean {
  const { occurrence } = item;
  const end = occurrence.all_day ? `${dateOf(occurrence.starts_at)}T23:59:59` : occurrence.ends_at;
  return isOpen(item) && end < present;
}

export function outcomeIcon(kind: OutcomeKind): Component<Record<string, unknown>> {
  if (isContact(kind)) return CircleCheck;
  if (kind === 'to_be_rescheduled') return CalendarSync;
  return kind.startsWith('cancelled') ? Ban : CircleX;
}

export function outcomeTone(kind: OutcomeKind): 'done' | 'neutral' | 'waiting' {
  if (kind === 'attended') return 'done';
  return kind === 'to_be_rescheduled' || kind === 'unexcused_absence' ? 'waiting' : 'neutral';
}

/** What its state is called: "Ombokat", "Genomfört", "Saknar utfall", or nothing. */
export function stateText(item: CalendarItem): string {
  const { outcome } = item.occurrence;
  if (isReplaced(item)) return t('calendar-replaced');
  if (outcome) return term('outcome', outcome.kind);
  return lacksOutcome(item) ? t('calendar-lacks-outcome') : '';
}

export function timeText({ occurrence }: CalendarItem): string {
  if (occurrence.all_day) return t('calendar-all-day');
  return occurrence.minutes > 0 ? timeRange(occurrence.starts_at, occurrence.ends_at) : clock(occurrence.starts_at);
}

/** "Krockar med Ek och Tall". */
export function clashText({ clashes }: CalendarItem): string {
  if (clashes.length === 0) return '';
  const names = [...new Set(clashes)];
  const first = names.slice(0, -1).join(', ');
  const last = names.at(-1) ?? '';
  return t('calendar-clash', { who: first ? t('calendar-and', { first, last }) : last });
}

/** All of it, read aloud: when, who, what, where and what to mind. */
export function spoken(item: CalendarItem, single: boolean): string {
  const { content, series } = item.occurrence;
  return [
    timeText(item),
    single ? '' : item.alias,
    content.title,
    content.place,
    stateText(item),
    content.safety_hint ? t('calendar-safety-spoken', { hint: content.safety_hint }) : '',
    clashText(item),
    series ? t('calendar-repeated') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** "Tisdag 24 november 10:15–11:15". */
export function slotText(slot: Slot): string {
  return `${sentence(longDay(dateOf(slot.starts_at)))} ${timeRange(slot.starts_at, endOf(slot))}`;
}

/** "tis 24 nov 10:15", or without a time of day. */
export function whenText(starts_at: string, allDay: boolean): string {
  return allDay ? shortDay(dateOf(starts_at)) : `${shortDay(dateOf(starts_at))} ${clock(starts_at)}`;
}

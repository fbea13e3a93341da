// How a measure is told: its dot, its time and what a click on the dot does.
import type { Measure, MeasureKind, MeasureStatus, MeasureView, NeedArea, Responsible } from '../../../lib/bindings';
import { dayMonth, daysBetween, shortDayMonth } from '../../../lib/format';
import { t } from '../../../lib/i18n';

export const MEASURE_STATUSES: readonly MeasureStatus[] = ['not_started', 'in_progress', 'completed', 'cannot_yet', 'not_needed'];

export const MEASURE_KINDS: readonly MeasureKind[] = [
  'counselling',
  'protection',
  'financial_support',
  'medical_examination',
  'addiction_care',
  'therapy',
  'employment',
  'education',
  'emergency_housing',
  'long_term_housing',
  'relocation',
  'social_network',
  'routines',
  'debt_relief',
  'other',
];

/** Where a click on the dot leads: round and round the three that a measure passes through. */
export function nextStatus(status: MeasureStatus): MeasureStatus {
  if (status === 'not_started' || status === 'cannot_yet') return 'in_progress';
  if (status === 'in_progress') return 'completed';
  return 'not_started';
}

export function isOpen(status: MeasureStatus): boolean {
  return status !== 'completed' && status !== 'not_needed';
}

export type Dot = 'empty' | 'half' | 'full' | 'waiting' | 'off';

/** The dot: what waits for somebody else's decision is amber, whatever has been begun. */
export function dotOf(view: MeasureView): Dot {
  const { status } = view.measure;
  if (status === 'completed') return 'full';
  if (status === 'not_needed') return 'off';
  if (status === 'cannot_yet' || view.days_waited !== null) return 'waiting';
  return status === 'in_progress' ? 'half' : 'empty';
}

export interface When {
  text: string;
  tone: 'plain' | 'waiting' | 'none';
}

/** "klart 9 mars", "väntat 34 dagar", "före 15 dec", "efter översikten". */
export function whenOf(view: MeasureView, today: string): When {
  const { measure, days_waited } = view;
  if (measure.status === 'completed') {
    const day = measure.completed_on;
    return { text: day ? t('plan-done-on', { day: dayMonth(day, today) }) : t('plan-done'), tone: 'plain' };
  }
  if (measure.status === 'not_needed') return { text: t('plan-not-needed'), tone: 'plain' };
  if (days_waited !== null) return { text: t('plan-waited', { count: days_waited }), tone: 'waiting' };
  const due = measure.due_on ?? null;
  if (due && daysBetween(due, today) > 0) {
    return { text: t('plan-late', { count: daysBetween(due, today) }), tone: 'waiting' };
  }
  if (measure.waits_for) return { text: measure.waits_for, tone: 'plain' };
  if (due) return { text: t('plan-before', { day: shortDayMonth(due) }), tone: 'plain' };
  return { text: t('plan-no-day'), tone: 'none' };
}

const KIND_OF_AREA: Record<NeedArea, MeasureKind> = {
  protection: 'protection',
  housing_emergency: 'emergency_housing',
  housing_long_term: 'long_term_housing',
  livelihood: 'financial_support',
  employment: 'employment',
  education: 'education',
  physical_health: 'medical_examination',
  addiction: 'addiction_care',
  mental_health: 'therapy',
  family: 'social_network',
  social_network: 'social_network',
  identity: 'counselling',
  routines: 'routines',
  legal: 'other',
  authorities: 'other',
};

/** The kind that a new measure most likely is. */
export function kindFor(area: NeedArea): MeasureKind {
  return KIND_OF_AREA[area];
}

/** Who does it, as the value of a list. */
export function whoValue(responsible: Responsible): string {
  return responsible.who === 'party' ? responsible.party : responsible.who;
}

export function whoFrom(value: string): Responsible {
  if (value === 'person' || value === 'contact_person') return { who: value };
  return { who: 'party', party: value };
}

/** "Tall", "Du", "Socialtjänsten". */
export function whoName(measure: Measure, party: string | null, alias: string): string {
  if (measure.responsible.who === 'person') return alias;
  if (measure.responsible.who === 'contact_person') return t('common-you');
  return party ?? t('plan-party-unknown');
}

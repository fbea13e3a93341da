// What was sent or is about to change, in words.
import type { CaseChange, Kind, KindCount, Section } from '../../lib/bindings';
import { number } from '../../lib/format';
import { t, term } from '../../lib/i18n';

export const SECTIONS: readonly Section[] = ['plan', 'calendar', 'routines', 'notes', 'requests', 'documents', 'identity'];
/** What goes along unless one says otherwise: everything but who the person is. */
export const USUAL: readonly Section[] = SECTIONS.filter((section) => section !== 'identity');

/** Kinds in the order in which one speaks of them; the case itself first. */
const ORDER: readonly Kind[] = [
  'case',
  'civil_identity',
  'need',
  'goal',
  'measure',
  'agreement',
  'request',
  'series',
  'appointment',
  'routine',
  'routine_week',
  'note',
  'amendment',
  'attachment',
];

/** "212 kB", "3,4 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return t('share-size-kb', { size: number(Math.max(1, Math.round(bytes / 1000))) });
  return t('share-size-mb', { size: number(Math.round(bytes / 100_000) / 10) });
}

export function sectionsText(sections: readonly Section[]): string {
  return SECTIONS.filter((section) => sections.includes(section))
    .map((section) => term('section', section))
    .join(', ');
}

function listed(counts: readonly KindCount[], which: 'new' | 'changed'): string {
  return ORDER.flatMap((kind) => {
    const count = counts.find((each) => each.kind === kind)?.[which] ?? 0;
    return count > 0 ? [t(`share-count-${kind}`, { count })] : [];
  }).join(', ');
}

/** What is new of a person: "3 mål, 12 möten". The case itself isn't counted when the person is new. */
export function newText({ counts, is_new }: CaseChange): string {
  return listed(is_new ? counts.filter((each) => each.kind !== 'case') : counts, 'new');
}

export function changedText({ counts }: CaseChange): string {
  return listed(counts, 'changed');
}

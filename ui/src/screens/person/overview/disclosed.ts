// What an entry of the disclosure log says was given away, in words.
import type { Disclosure } from '../../../lib/bindings';
import { has, t, term } from '../../../lib/i18n';

/** "Vecka 48", "Plan, anteckningar", "Identitet". */
export function disclosedWhat({ what }: Disclosure): string {
  const week = /^\d{4}-W(\d{2})$/.exec(what);
  if (week) return t('common-week', { week: String(Number(week[1])) });
  return what
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      if (has(`section-${word}`)) return term('section', word);
      return has(`overview-log-${word}`) ? t(`overview-log-${word}`) : word;
    })
    .join(', ');
}

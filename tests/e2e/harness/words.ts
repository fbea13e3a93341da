// The interface's own texts, from its catalogues: a journey asks for the button by the text's id, and
// holds in both languages and after every change of wording.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

import { ROOT } from './places.ts';

export type Language = 'sv' | 'en';

/** What the interface says for an id. */
export type Words = (id: string, variables?: Record<string, FluentVariable>) => string;

/** The texts of one language. An unknown id is an error. */
export function words(language: Language): Words {
  const folder = join(ROOT, 'assets/locales/ui');
  const bundle = new FluentBundle(language === 'sv' ? 'sv-SE' : 'en-GB', { useIsolating: false });
  for (const file of readdirSync(folder).filter((name) => name.endsWith(`.${language}.ftl`))) {
    bundle.addResource(new FluentResource(readFileSync(join(folder, file), 'utf8')));
  }
  return (id, variables) => {
    const message = bundle.getMessage(id);
    if (!message?.value) throw new Error(`no text ${id} in ${language}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(message.value, variables, errors);
    if (errors.length > 0) throw new Error(`text ${id} in ${language}: ${errors.join(', ')}`);
    return text;
  };
}

// What stands on a screen, read back: whether it is in the language that was asked for, and whether
// anything stands there that only programs say.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { FluentBundle, FluentResource } from '@fluent/bundle';

import type { App } from './app.ts';
import { ROOT } from './places.ts';
import type { Language } from './words.ts';

/** Every text on the screen and every name that a screen reader says. */
export function textsOn(app: App): Promise<string[]> {
  return app.run(() => {
    const texts = new Set<string>();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const holder = walk.currentNode.parentElement;
      if (holder && !['SCRIPT', 'STYLE'].includes(holder.tagName)) texts.add(walk.currentNode.textContent ?? '');
    }
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
        const value = element.getAttribute(name);
        if (value) texts.add(value);
      }
    }
    texts.add(document.title);
    return [...texts].map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '');
  });
}

/** The plain texts of a catalogue: those without values in them. */
function plain(language: Language): Map<string, string> {
  const folder = join(ROOT, 'assets/locales/ui');
  const bundle = new FluentBundle(language === 'sv' ? 'sv-SE' : 'en-GB', { useIsolating: false });
  const ids: string[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith(`.${language}.ftl`))) {
    const text = readFileSync(join(folder, file), 'utf8');
    bundle.addResource(new FluentResource(text));
    ids.push(...[...text.matchAll(/^([a-z][\w-]*) =/gmu)].map((match) => match[1] ?? ''));
  }
  const texts = new Map<string, string>();
  for (const id of ids) {
    const value = bundle.getMessage(id)?.value;
    if (!value) continue;
    const errors: Error[] = [];
    const text = bundle.formatPattern(value, {}, errors);
    if (errors.length === 0) texts.set(id, text.replace(/\s+/gu, ' ').trim());
  }
  return texts;
}

const CATALOGUES = { sv: plain('sv'), en: plain('en') };

/** Texts of the other language alone: what neither catalogue shares and no person would write. */
function foreign(language: Language): Set<string> {
  const own = new Set([...CATALOGUES[language].values()].map((text) => text.toLocaleLowerCase()));
  const other = [...CATALOGUES[language === 'sv' ? 'en' : 'sv'].values()];
  return new Set(other.filter((text) => text.length > 3 && !own.has(text.toLocaleLowerCase())));
}

const FOREIGN = { sv: foreign('sv'), en: foreign('en') };
const IDS = new Set([...CATALOGUES.sv.keys()].filter((id) => id.includes('-')));
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/iu;
const PROGRAM = /\b[a-z]+_[a-z_]+\b|\bundefined\b|\bNaN\b|\[object |\{\s*\$|\bnull\b/u;
/** The two languages by their own names. */
const SHARED = new Set(['Svenska', 'English']);
/** The sample people's records are Swedish in both languages, and may agree with a catalogue. */
const SAMPLE = readFileSync(join(ROOT, 'assets/library/sample.sv.jsonl'), 'utf8');
const isOfSample = (text: string) => SAMPLE.includes(JSON.stringify(text));

/** What doesn't belong on a screen, a line each. */
export function strangers(texts: string[], language: Language): string[] {
  return texts.flatMap((text) => {
    if (SHARED.has(text)) return [];
    if (FOREIGN[language].has(text) && !isOfSample(text)) return [`in the other language: “${text}”`];
    if (UUID.test(text)) return [`an id: “${text}”`];
    if (PROGRAM.test(text)) return [`a program's word: “${text}”`];
    if (IDS.has(text) || /^[a-z]+(?:-[a-z0-9_]+){2,}$/u.test(text)) return [`a text's id: “${text}”`];
    return [];
  });
}

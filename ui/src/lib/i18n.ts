// Texts: the Fluent catalogues, bundled as they are and shared with the rest of the program.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { language, type Language } from './language.svelte';

export type Vars = Record<string, FluentVariable>;

const files = import.meta.glob<string>('../../../assets/locales/ui/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function build(lang: Language): FluentBundle {
  const bundle = new FluentBundle(lang === 'sv' ? 'sv-SE' : 'en-GB', { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith(`.${lang}.ftl`)) continue;
    const errors = bundle.addResource(new FluentResource(text));
    if (import.meta.env.DEV) for (const error of errors) console.error(path, error);
  }
  return bundle;
}

const bundles: Partial<Record<Language, FluentBundle>> = {};

function bundle(): FluentBundle {
  const lang = language.current;
  return (bundles[lang] ??= build(lang));
}

function missing(id: string): string {
  if (import.meta.env.DEV) console.error(`No text "${id}" in ${language.current}`);
  return id;
}

function format(pattern: Parameters<FluentBundle['formatPattern']>[0], vars: Vars, id: string): string {
  const errors: Error[] = [];
  const text = bundle().formatPattern(pattern, vars, errors);
  if (import.meta.env.DEV) for (const error of errors) console.error(id, error);
  return text;
}

/** The text of a message; a missing one shows its id, so that it is seen. */
export function t(id: string, vars: Vars = {}): string {
  const pattern = bundle().getMessage(id)?.value;
  return pattern ? format(pattern, vars, id) : missing(id);
}

/** An attribute of a message, or null where it has none. */
export function attribute(id: string, name: string, vars: Vars = {}): string | null {
  const pattern = bundle().getMessage(id)?.attributes[name];
  return pattern ? format(pattern, vars, id) : null;
}

/** Whether the catalogue has a message. */
export function has(id: string): boolean {
  return bundle().hasMessage(id);
}

/** A term of a closed list: `term('need-area', 'housing_emergency')`. */
export function term(list: string, value: string): string {
  return t(`${list}-${value}`);
}

/** The terms of a list as options for a Select, Combobox or ChipGroup. */
export function terms(list: string, values: readonly string[]): { value: string; label: string }[] {
  return values.map((value) => ({ value, label: term(list, value) }));
}

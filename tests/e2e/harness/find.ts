// Finding elements by role, label and text, waiting for them to appear.

import { join } from 'node:path';

import { build } from 'esbuild';
import type { Browser } from 'webdriverio';

import type { Wanted } from './page.ts';

/** The whole text, or a pattern somewhere in it. */
export type Text = string | RegExp;

/** What to look for. */
export type Query = { by: 'role'; role: string; name?: Text } | { by: 'label'; name: Text } | { by: 'text'; name: Text };

/** An element as WebDriver names it. */
export type Reference = { 'element-6066-11e4-a52e-4f735466cecf': string };

/** How long a search waits, in milliseconds. A slow machine is not a failure; a second try is. */
export const PATIENCE = Number(process.env.FARLED_PATIENCE ?? 20_000);

let bundle: Promise<string> | undefined;

/** The page's part as one script. */
function pageScript(): Promise<string> {
  bundle ??= build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'farledFind',
    target: 'safari17',
    write: false,
  }).then((result) => `${result.outputFiles[0]?.text}; window.farledFind = farledFind;`);
  return bundle;
}

/** Everything in the page that fits the query now. */
export async function findAll(browser: Browser, query: Query, within: Reference | null = null): Promise<Reference[]> {
  const call =
    query.by === 'role'
      ? ['byRole', query.role, query.name === undefined ? null : wanted(query.name), within]
      : [query.by === 'label' ? 'byLabel' : 'byText', wanted(query.name), within];
  return (await inPage(browser, call)) as Reference[];
}

/** What a person would perceive in the page, line by line. */
export async function outline(browser: Browser): Promise<string> {
  return (await inPage(browser, ['outline'])) as string;
}

/** Calls a function of page.ts, which is put into the page first where it is not there yet. */
async function inPage(browser: Browser, call: (string | object | null)[]): Promise<unknown> {
  // The protocol's own command: a document that is just being replaced answers with an error, and
  // whoever waits asks again.
  const script = 'const [name, ...rest] = arguments; return window.farledFind ? { value: window.farledFind[name](...rest) } : null;';
  let answer = (await browser.executeScript(script, call)) as { value: unknown } | null;
  if (answer === null) {
    await browser.executeScript(await pageScript(), []);
    answer = (await browser.executeScript(script, call)) as { value: unknown } | null;
  }
  return answer?.value;
}

function wanted(text: Text): Wanted {
  return typeof text === 'string' ? { text } : { pattern: text.source, flags: text.flags };
}

/** The query in words, for messages. */
export function inWords(query: Query): string {
  const name = query.name === undefined ? '' : ` ${typeof query.name === 'string' ? `“${query.name}”` : query.name}`;
  return `${query.by === 'role' ? query.role : query.by}${name}`;
}

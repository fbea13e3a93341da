// axe inside the page: what keeps people out, by rule and place.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Browser } from 'webdriverio';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  impact: string | null;
  help: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** One line for every violation; an empty list is what every screen must have. */
export async function violations(browser: Browser): Promise<string[]> {
  await browser.executeScript(`if (!window.axe) { ${source} }`, []);
  const found = (await browser.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
     window.axe.run(document, { resultTypes: ['violations'] }).then(
       (result) => done(result.violations),
       (error) => done([{ id: 'axe-failed', impact: null, help: String(error), nodes: [] }]),
     );`,
    [],
  )) as Finding[];
  return found.flatMap(({ id, impact, help, nodes }) => [
    `${id} (${impact}): ${help}`,
    ...nodes.slice(0, 5).map((node) => `    ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/gu, ' ')}`),
  ]);
}

// The same tests on every scene, for one language: nobody is kept out, in neither theme, and nothing
// stands there that doesn't belong there.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { violations } from './accessibility.ts';
import { ACTS, walk } from './scenes/walk.ts';
import { strangers, textsOn } from './texts.ts';
import type { Language } from './words.ts';

export function everywhere(language: Language): void {
  for (const act of ACTS) {
    test(`${act.name} in ${language}: every scene is open to everybody, in both themes, and speaks one language`, async (context) => {
      const found = new Map<string, string[]>();
      const note = (scene: string, lines: string[]) => {
        found.set(scene, [...(found.get(scene) ?? []), ...lines]);
      };
      await walk(act, language, {
        async look({ app }, scene, theme) {
          await app.settled();
          note(scene.name, (await violations(app.browser)).map((line) => `${theme}: ${line}`));
          if (theme === 'light') note(scene.name, strangers(await textsOn(app), language));
          // What scrolls sideways as a whole is cut off for somebody.
          const wide = await app.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          if (wide > 0) note(scene.name, [`${theme}: the page is ${wide} px wider than the window`]);
        },
        trouble(scene, error) {
          note(scene.name, [`could not be reached: ${error}`]);
        },
      });
      for (const scene of act.scenes) {
        await context.test(`${scene.name} in ${language}`, () => {
          assert(found.has(scene.name), 'the walk never came here');
          assert.deepEqual(found.get(scene.name), []);
        });
      }
    });
  }
}

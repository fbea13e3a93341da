// Photographs every screen of the real app, in both languages and both themes, with the sample people.
// Started by `cargo xtask screens`; the pictures land in target/screens/<screen>-<language>-<theme>.png.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { launch, type App } from './harness/app.ts';
import { ROOT } from './harness/places.ts';
import { SCENES, type Stage } from './harness/scenes.ts';
import { words, type Language } from './harness/words.ts';

const folder = process.env.FARLED_SCREENS ?? join(ROOT, 'target/screens');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const missed: string[] = [];
for (const language of ['sv', 'en'] as const satisfies Language[]) {
  for (const theme of ['light', 'dark'] as const) {
    const app: App = await launch({ name: `screens-${language}-${theme}`, language, theme });
    const stage: Stage = { app, language, say: words(language) };
    try {
      for (const scene of SCENES) {
        const picture = `${scene.name}-${language}-${theme}.png`;
        try {
          await scene.enter(stage);
          writeFileSync(join(folder, picture), await app.picture());
          console.log(picture);
        } catch (error) {
          missed.push(picture);
          console.error(`${picture}: ${error}`);
          if (scene.needed) break;
        }
      }
    } finally {
      await app.end();
    }
  }
}
if (missed.length > 0) {
  console.error(`\n${missed.length} pictures are missing: ${missed.join(', ')}`);
  process.exitCode = 1;
}

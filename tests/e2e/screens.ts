// Photographs every screen of the real app, in both languages and both themes.
// Started by `cargo xtask screens`; the pictures land in target/screens/<scene>-<language>-<theme>.png.
// With a word on the command line only the scenes of that act: door, sample, 1024x640, 640x480 …

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './harness/places.ts';
import { ACTS, walk } from './harness/scenes/walk.ts';
import type { Language } from './harness/words.ts';

const [wanted] = process.argv.slice(2);
const folder = process.env.FARLED_SCREENS ?? join(ROOT, 'target/screens');
if (!wanted) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

let made = 0;
const missed: string[] = [];

async function photograph(language: Language): Promise<void> {
  for (const act of ACTS.filter((each) => !wanted || each.name === wanted)) {
    await walk(act, language, {
      async look({ app }, scene, theme) {
        writeFileSync(join(folder, `${scene.name}-${language}-${theme}.png`), await app.picture());
        made++;
      },
      trouble(scene, error) {
        missed.push(`${scene.name}-${language}`);
        console.error(`${scene.name}-${language}: ${error}`);
      },
    });
  }
}

// The two languages side by side.
await Promise.all([photograph('sv'), photograph('en')]);
console.log(`${made} pictures in ${folder}`);
if (missed.length > 0) {
  console.error(`\n${missed.length} scenes are missing: ${missed.join(', ')}`);
  process.exitCode = 1;
}

// Walks through every scene of the app in one language, and shows each in both themes to whoever looks.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { clearAway } from '../places.ts';
import type { Language } from '../words.ts';
import { open, type Stage } from '../ways.ts';
import { OLD_BACKUP } from './backup.ts';
import { DOOR } from './door.ts';
import { inWindow, SAMPLE } from './sample.ts';
import type { Act, Scene } from './scene.ts';
import { HANDOVER } from './share.ts';
import { DAMAGED, NEWER, RESCUE } from './trouble.ts';

export type Theme = 'light' | 'dark';

export const ACTS: Act[] = [DOOR, SAMPLE, HANDOVER, inWindow(1024, 640), inWindow(640, 480), OLD_BACKUP, DAMAGED, NEWER, RESCUE];

export interface Looker {
  /** Looks at a scene in one theme. */
  look(stage: Stage, scene: Scene, theme: Theme): Promise<void>;
  /** A scene could not be reached, or a look failed. */
  trouble(scene: Scene, error: unknown): void;
}

/** Walks through an act. What fails in one scene doesn't hide the scenes after it. */
export async function walk(act: Act, language: Language, looker: Looker): Promise<void> {
  const vault = join(mkdtempSync(join(tmpdir(), 'farled-act-')), 'vault');
  await act.prepare?.(vault, language);
  const stage = await open({ name: `${act.name}-${language}`, language, vault, ...act.launch });
  try {
    for (const scene of act.scenes) {
      try {
        await clear(stage);
        await scene.enter(stage);
      } catch (error) {
        looker.trouble(scene, error);
        if (scene.needed) return;
        continue;
      }
      for (const theme of ['light', 'dark'] as const) {
        try {
          await wear(stage, theme);
          await looker.look(stage, scene, theme);
        } catch (error) {
          looker.trouble(scene, error);
        }
      }
    }
  } finally {
    await act.end?.(stage);
    await stage.app.end();
    await clearAway(join(vault, '..'));
  }
}

/** The theme as the settings would set it (that they do is a journey of its own), without the change of
 * colours taking its time. */
async function wear({ app }: Stage, theme: Theme): Promise<void> {
  await app.browser.executeScript(
    `if (!window.farledStill) {
       window.farledStill = new CSSStyleSheet();
       window.farledStill.replaceSync('*, *::before, *::after { transition: none !important; animation-duration: 0s !important; }');
       document.adoptedStyleSheets = [...document.adoptedStyleSheets, window.farledStill];
     }
     document.documentElement.dataset.theme = arguments[0];`,
    [theme],
  );
}

/** Closes what the scene before left open over the page. */
async function clear({ app }: Stage): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    const open = await app.run(() => document.querySelector('#floats [data-state=open], [role=dialog][data-state=open]') !== null);
    if (!open) return;
    await app.press('Escape');
    await app.settled();
  }
}

// Today, when the last backup is old.

import { renameSync } from 'node:fs';
import { join } from 'node:path';

import { addPerson, begin, choose, open, type Stage, unlock, visit } from '../ways.ts';
import { type Act, needed, scene } from './scene.ts';

/** Nine days before the scenes. */
const EARLIER = '2026-11-14T16:30:00';

const stick = (vault: string): string => join(vault, '../stick');

/** Makes a vault whose only backup is made now, by hand. */
async function backUpOnce(stage: Stage): Promise<void> {
  const { app, say } = stage;
  await begin(stage);
  await addPerson(stage, 'Tall');
  await visit(stage, 'today');
  await (await app.button(say('backup-choose'))).click();
  await app.text(say('backup-made'));
  await visit(stage, 'settings');
  await choose(stage, say('backup-frequency'), say('backup-frequency-by_hand'));
}

export const OLD_BACKUP: Act = {
  name: 'old-backup',
  async prepare(vault, language) {
    const earlier = await open({ name: `old-backup-before-${language}`, language, vault, files: stick(vault), now: EARLIER });
    try {
      await backUpOnce(earlier);
    } finally {
      await earlier.app.end();
    }
  },
  scenes: [
    needed('today-backup-old', async (stage) => {
      const { app, say } = stage;
      await unlock(stage);
      await addPerson(stage, 'Gran');
      await visit(stage, 'today');
      await app.heading(say('backup-nag-old', { count: 8 }));
      await app.button(say('backup-now'));
    }),
    scene('today-backup-away', async (stage) => {
      const { app, say } = stage;
      renameSync(stick(app.vault), `${stick(app.vault)}-in-a-drawer`);
      await visit(stage, 'people');
      await visit(stage, 'today');
      await app.text(say('backup-nag-away-text'));
    }),
  ],
};

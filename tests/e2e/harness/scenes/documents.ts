// A person's documents: none, some, one of them whole, and its name being changed.

import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../places.ts';
import { beginning, type Stage, visitPerson } from '../ways.ts';
import { scene, type Scene } from './scene.ts';

/** The sheets that the tests hand in for the file dialog to choose. */
export function handIn({ app }: Stage): void {
  for (const name of ['photo.jpg', 'letter.pdf']) copyFileSync(join(ROOT, 'tests/e2e/documents', name), join(app.files, name));
}

/** Waits until every image on the screen is drawn. */
async function drawn({ app }: Stage): Promise<void> {
  await app.browser.waitUntil(
    () => app.run(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0)),
    { timeout: 20_000, interval: 50 },
  );
}

export const DOCUMENTS: Scene[] = [
  scene('documents-empty', async (stage) => {
    await visitPerson(stage, 'Tall', 'documents');
    await stage.app.text(stage.say('documents-none'));
  }),
  scene('documents', async (stage) => {
    const { app } = stage;
    handIn(stage);
    await app.press('d');
    await app.patiently(() => app.text('photo.jpg'));
    await drawn(stage);
  }),
  scene('document', async (stage) => {
    const { app, say } = stage;
    await (await app.button(say('documents-show', { name: 'letter.pdf' }))).click();
    await app.text(say('documents-page', { page: '1', of: '2' }));
    await drawn(stage);
  }),
  scene('document-edit', async (stage) => {
    const { app, say } = stage;
    await (await app.button(say('documents-more', { name: 'photo.jpg' }))).click();
    await (await app.role('menuitem', beginning(say('documents-edit')))).click();
    await app.field(say('documents-name'));
  }),
];

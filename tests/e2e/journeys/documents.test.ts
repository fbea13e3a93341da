// Photos and PDFs: added, seen, renamed, removed and brought back, saved as a copy, their originals removed, and
// gone with the lock.

import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { ROOT } from '../harness/places.ts';
import { handIn } from '../harness/scenes/documents.ts';
import { addPerson, begin, beginning, choose, holding, lock, open, show, type Stage } from '../harness/ways.ts';

let stage: Stage;
const original = (name: string) => join(ROOT, 'tests/e2e/documents', name);

before(async () => {
  stage = await open({ name: 'documents' });
  handIn(stage);
  await begin(stage);
  await addPerson(stage, 'Tall');
  await show(stage, 'documents');
});
after(() => stage?.app.end());

/** The images on the screen: where from, and whether each was drawn. */
const images = () =>
  stage.app.run(() =>
    [...document.images].map((image) => ({ source: image.src, drawn: image.complete && image.naturalWidth > 0 })),
  );

async function drawn(count: number): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const found = await images();
    if (found.length === count && found.every((each) => each.drawn)) return found.map((each) => each.source);
    assert(tries < 100, `not drawn: ${JSON.stringify(found)}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

test('a photo and a PDF are added and seen', async () => {
  const { app, say } = stage;
  await app.text(say('documents-none'));
  await app.screenshot('empty');
  await app.press('d');
  await app.patiently(() => app.text('photo.jpg'));
  await drawn(2);
  await app.screenshot('added');
  await app.accessible('documents');
  await (await app.button(say('documents-originals-keep'))).click();
  await (await app.button(say('documents-show', { name: 'letter.pdf' }))).click();
  await app.text(say('documents-page', { page: '1', of: '2' }));
  await drawn(3);
  await app.screenshot('pdf');
  await app.press('ArrowRight');
  await app.text(say('documents-page', { page: '2', of: '2' }));
  await app.press('r');
  await drawn(3);
  await app.accessible('a document');
  await app.press('Escape');
  await (await app.button(say('documents-show', { name: 'photo.jpg' }))).click();
  await drawn(3);
  await app.screenshot('photo');
  await app.press('Escape');
  await app.gone({ by: 'role', role: 'dialog' });
});

test('one is renamed, removed and brought back', async () => {
  const { app, say } = stage;
  const more = async (name: string, item: string) => {
    await (await app.button(say('documents-more', { name }))).click();
    await (await app.role('menuitem', beginning(say(item)))).click();
  };
  await more('letter.pdf', 'documents-edit');
  await (await app.field(say('documents-name'))).fill('Beslut om bistånd');
  await app.screenshot('rename');
  await (await app.button(say('common-save'))).click();
  await app.button(say('documents-show', { name: 'Beslut om bistånd' }));
  await more('Beslut om bistånd', 'documents-remove');
  await app.gone({ by: 'role', role: 'button', name: say('documents-show', { name: 'Beslut om bistånd' }) });
  await app.press('Control', 'z');
  await app.button(say('documents-show', { name: 'Beslut om bistånd' }));
  await drawn(2);

  await more('Beslut om bistånd', 'documents-copy');
  await choose(stage, say('documents-ground'), beginning(say('ground-consent')));
  await app.screenshot('copy');
  await (await app.button(say('documents-copy-save'))).click();
  await app.text(holding('Beslut om bistånd.pdf'));
  const copy = readFileSync(join(app.files, 'Beslut om bistånd.pdf'));
  assert(copy.equals(readFileSync(original('letter.pdf'))));
});

test('an original is removed when one says so, and its document is still seen', async () => {
  const { app, say } = stage;
  for (const name of readdirSync(app.files)) rmSync(join(app.files, name));
  const scan = join(app.files, 'scan.pdf');
  copyFileSync(original('letter.pdf'), scan);
  await app.press('d');
  await app.patiently(() => app.text('scan.pdf'));
  await app.screenshot('original');
  assert(existsSync(scan), 'nothing is removed unasked');
  await (await app.button(say('documents-originals-remove', { count: 1 }))).click();
  await app.text(say('documents-originals-removed', { count: 1 }));
  assert(!existsSync(scan));
  await app.gone({ by: 'role', role: 'button', name: say('documents-originals-keep') });
  await (await app.button(say('documents-show', { name: 'scan.pdf' }))).click();
  await app.text(say('documents-page', { page: '1', of: '2' }));
  await drawn(4);
  await app.press('Escape');
  await app.gone({ by: 'role', role: 'dialog' });
});

test('the lock takes the pictures away, and nothing of them lay on the disk', async () => {
  const { app } = stage;
  const [source] = (await images()).map((each) => each.source);
  assert(source);
  await lock(stage);
  const answered = await app.browser.executeAsyncScript(
    `const [source, done] = arguments; const image = new Image();
     image.onload = () => done('shown'); image.onerror = () => done('refused'); image.src = source + '?';`,
    [source],
  );
  assert.equal(answered, 'refused');

  // What the coded picture begins with after its tables, and what the letter says.
  const photo = readFileSync(original('photo.jpg'));
  const scan = photo.indexOf(Buffer.from([0xff, 0xda]));
  const marks = [photo.subarray(scan + 14, scan + 46), Buffer.from('Detta brev finns bara')];
  const found: string[] = [];
  const look = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (path === app.files) continue;
      if (entry.isDirectory()) look(path);
      else if (entry.isFile() && existsSync(path) && marks.some((mark) => readFileSync(path).includes(mark))) found.push(path);
    }
  };
  look(app.home);
  assert.deepEqual(found, []);
  assert(marks.every((mark) => readFileSync(original('photo.jpg')).includes(mark) || readFileSync(original('letter.pdf')).includes(mark)));
});

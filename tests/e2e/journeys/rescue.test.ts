// A vault that is damaged, and one that somebody put back: what can be read comes out, and nothing is hidden.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { clearAway } from '../harness/places.ts';
import { damageSalt, knock, putBack } from '../harness/scenes/trouble.ts';
import { addPerson, begin, beginning, holding, lock, open, type Stage, unlock, visit } from '../harness/ways.ts';

const folder = mkdtempSync(join(tmpdir(), 'farled-rescue-'));
const vault = join(folder, 'vault');
const files = join(folder, 'files');
let stage: Stage;

before(async () => {
  stage = await open({ name: 'rescue', vault, files });
  await begin(stage);
  await addPerson(stage, 'Tall');
  await addPerson(stage, 'Gran');
});
after(async () => {
  await stage?.app.end();
  await clearAway(folder);
});

test('a file that was left over is told in Settings and mended there, and the answer stands on the screen', async () => {
  const { app, say } = stage;
  writeFileSync(join(vault, 'vault.db.new'), '');
  await visit(stage, 'settings');
  await (await app.button(say('settings-check'))).click();
  await app.patiently(() => app.text(holding('vault.db.new')));
  const mend = await app.button(say('settings-mend'));
  const box = await mend.box();
  assert(box.y > 0 && box.y < 800, `the answer is where one looks: ${box.y}`);
  await app.screenshot('problem');
  await app.accessible('a problem in Settings');
  await mend.click();
  await app.patiently(() => app.gone({ by: 'text', name: holding('vault.db.new') }));
  await app.screenshot('mended');
  assert(!readdirSync(vault).includes('vault.db.new'));
});

test('an old copy that was put back is told before anything shows, and gone into only when somebody says so', async () => {
  const { app, say } = stage;
  await lock(stage);
  await putBack(stage, async () => {
    await unlock(stage);
    await addPerson(stage, 'Björk');
    await lock(stage);
  });
  await knock(stage);
  await app.patiently(() => app.heading(say('vault-older')));
  await app.screenshot('older');
  await app.accessible('an older vault');
  await (await app.button(say('vault-older-accept'))).click();
  await app.patiently(() => app.role('navigation', say('shell-navigation')));
  await lock(stage);
  await unlock(stage);
});

test('a damaged vault is read and saved, takes nothing, and says so on every screen', async () => {
  const { app, say } = stage;
  await lock(stage);
  const bytes = damageSalt(vault);
  await knock(stage);
  const rescue = await app.patiently(() => app.button(say('rescue-do')));
  await app.screenshot('offer');
  await app.accessible('a damaged vault at the door');
  await rescue.click();
  await app.patiently(() => app.text(say('rescue-title')));
  await visit(stage, 'people');
  await app.text('Tall');
  await app.text(say('rescue-title'));
  await app.screenshot('banner');
  await app.accessible('a rescued vault');
  assert.equal((await app.ask('case_add', { input: { id: '01900000-0000-7000-8000-0000000000aa', alias: 'Ny', phase: 'assessment', protection: 'none' } })).refused ?? 'taken', 'vault-read-only');
  await (await app.button(say('rescue-save'))).click();
  await app.patiently(() => app.text(beginning(say('rescue-saved', { name: 'farled.jsonl' }).slice(0, 12))));
  assert.match(readFileSync(join(files, 'farled.jsonl'), 'utf8'), /"alias":"Gran"/u);
  assert.deepEqual(readFileSync(join(vault, 'vault.db')), bytes, 'nothing was written');
  rmSync(join(files, 'farled.jsonl'));
});

// The ways into a vault and what keeps one out: the key on paper, a wrong passphrase, a file that is
// damaged, a file from a later version.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { clearAway } from '../harness/places.ts';
import { comeFromLater, damage } from '../harness/scenes/trouble.ts';
import { addPerson, beginning, holding, inside, lock, makeVault, open, PASSPHRASE, putSheetAway, type Stage, unlock, visit, visitPerson, WORKER } from '../harness/ways.ts';

const folder = mkdtempSync(join(tmpdir(), 'farled-door-'));
const vault = join(folder, 'vault');
let stage: Stage;
let key = '';

before(async () => {
  stage = await open({ name: 'door', vault });
});
after(async () => {
  await stage?.app.end();
  await clearAway(folder);
});

test('a passphrase that is easy to guess makes no vault', async () => {
  const { app, say } = stage;
  await (await app.button(beginning(say('vault-create')))).click();
  await (await app.field(say('vault-passphrase'))).fill('sommar2026');
  await (await app.button(say('vault-create-do'))).click();
  await app.text(say('vault-fault-weak'));
  await (await app.button(say('common-back'))).click();
});

test('the recovery key is shown once, and cannot be passed by unseen', async () => {
  const { app, say } = stage;
  await makeVault(stage);
  const groups = await app.find({ by: 'text', name: beginning(`${say('vault-key')}: `) });
  key = (await app.run((element) => (element as unknown as HTMLElement).textContent ?? '', groups.reference)).split(': ')[1] ?? '';
  assert.match(key, /^([0-9A-Z]{4,6}, ){5,}/u);
  await (await app.button(say('common-next'))).click();
  await app.all({ by: 'text', name: say('vault-sheet-confirm-first') });
  await putSheetAway(stage);
  await (await app.field(beginning(say('settings-name')))).fill(WORKER);
  await (await app.button(say('vault-who-done'))).click();
  await app.text(say('today-no-people'));
  await addPerson(stage, 'Tall');
  assert.equal((await app.ask('recovery_sheet_save', { language: 'sv' })).refused, 'recovery-sheet-gone', 'the key is gone from memory');
});

test('a wrong passphrase opens nothing, says so calmly and makes one wait longer each time', async () => {
  const { app, say } = stage;
  await lock(stage);
  const field = await app.field(say('vault-passphrase'));
  for (let tries = 0; tries < 3; tries++) {
    await field.fill(`${PASSPHRASE}${tries}`);
    await app.press('Enter');
    await app.patiently(() => app.text(tries < 2 ? say('vault-wrong') : /sekund/u));
    if (tries < 2) await app.press('Backspace');
  }
  assert.equal((await app.ask('people_list')).refused, 'locked');
  await app.gone({ by: 'text', name: /sekund/u });
  await unlock(stage);
});

test('the key on paper unlocks, typed in lower case with spaces, and a new passphrase takes the place of the forgotten one', async () => {
  const { app, say } = stage;
  await lock(stage);
  await (await app.button(say('vault-use-key'))).click();
  await (await app.field(say('vault-key'))).fill(key.toLowerCase().replaceAll(', ', ' '));
  await (await app.button(say('vault-unlock'))).click();
  await app.heading(say('vault-replace-title'));
  const fresh = 'granar susar medan tåget väntar på bron';
  await (await app.field(say('vault-new-passphrase'))).fill(fresh);
  await (await app.field(say('vault-again'))).fill(fresh);
  await (await app.button(say('vault-replace'))).click();
  await inside(stage);
  await lock(stage);
  await (await app.field(say('vault-passphrase'))).fill(PASSPHRASE);
  await app.press('Enter');
  await app.patiently(() => app.text(say('vault-wrong')));
  await unlock(stage, fresh);
  await visitPerson(stage, 'Tall');
});

test('the suggested passphrase of words is strong enough and works', async () => {
  const suggested = await open({ name: 'door-suggested' });
  const { app, say } = suggested;
  await (await app.button(beginning(say('vault-create')))).click();
  await (await app.button(say('vault-suggest'))).click();
  await app.text(say('vault-suggested'));
  assert((await (await app.field(say('vault-passphrase'))).value()).split(/[ -]/u).length >= 5);
  await (await app.button(say('vault-create-do'))).click();
  await app.patiently(() => app.heading(say('vault-sheet')));
  await app.end();
});

test('the sample people leave nothing in the vault’s folder', async () => {
  const sample = await open({ name: 'door-sample' });
  const { app, say } = sample;
  await (await app.button(beginning(say('vault-sample')))).click();
  await app.patiently(() => app.text(say('shell-sample')));
  await (await app.button(say('shell-sample-end'))).click();
  await app.heading(say('vault-welcome'));
  assert.throws(() => readdirSync(app.vault), /ENOENT/u);
  await app.end();
});

for (const [what, prepare, error] of [
  ['a damaged header', damage, 'error-vault-header-damaged'],
  ['a vault of a later version', comeFromLater, 'error-vault-newer'],
] as const) {
  test(`${what} shows a calm page that says what to do, and changes nothing`, async () => {
    const copy = join(folder, error);
    prepare(copy);
    const before = readFileSync(join(copy, 'vault.header'));
    const troubled = await open({ name: error, vault: copy });
    const { app, say } = troubled;
    await app.heading(holding(say(error)));
    await app.screenshot('page');
    await app.accessible(error);
    await app.end();
    assert.deepEqual(readFileSync(join(copy, 'vault.header')), before);
    assert.deepEqual(readdirSync(copy), ['vault.header']);
  });
}

test('one flipped bit in the database is found, and nothing of it is opened', async () => {
  const { app } = stage;
  await lock(stage);
  const copy = join(folder, 'flipped');
  cpSync(vault, copy, { recursive: true });
  const name = readdirSync(copy).find((each) => each.endsWith('.db')) ?? '';
  const bytes = readFileSync(join(copy, name));
  bytes[5000] = (bytes[5000] ?? 0) ^ 1;
  writeFileSync(join(copy, name), bytes);
  const flipped = await open({ name: 'flipped', vault: copy });
  await (await flipped.app.field(flipped.say('vault-passphrase'))).fill('granar susar medan tåget väntar på bron');
  await flipped.app.press('Enter');
  await flipped.app.patiently(() => flipped.app.find({ by: 'text', name: holding(flipped.say('error-vault-database-damaged')) }));
  await flipped.app.screenshot('page');
  await flipped.app.end();
  await unlock(stage, 'granar susar medan tåget väntar på bron');
  await visit(stage, 'people');
  await app.role('table', stage.say('shell-people'));
});

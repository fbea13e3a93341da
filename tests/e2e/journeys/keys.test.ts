// Who has a key to the vault: a deputy is added, and when somebody leaves everything is encrypted anew.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { begin, keyOnSheet, lock, open, PASSPHRASE, type Stage, turnSheetOver, unlock, visit } from '../harness/ways.ts';

const DEPUTY = 'korsning brasa lektion tvättbjörn';
let stage: Stage;

before(async () => {
  stage = await open({ name: 'keys' });
  await begin(stage);
});
after(() => stage?.app.end());

test('a deputy gets a passphrase of their own and opens the vault with it', async () => {
  const { app, say } = stage;
  await visit(stage, 'settings');
  await (await app.button(say('keys-add'))).click();
  await (await app.field(say('keys-name'))).fill('Ismael Berg');
  await (await app.field(say('keys-their-passphrase'))).fill(DEPUTY);
  await (await app.field(say('vault-again'))).fill(DEPUTY);
  await (await app.field(say('keys-own-passphrase'))).fill(PASSPHRASE);
  await app.screenshot('deputy');
  await (await app.button(say('common-add'))).click();
  await app.patiently(() => app.gone({ by: 'role', role: 'dialog' }));
  await app.text('Ismael Berg');
  await app.accessible('the keys');
  await app.screenshot('keys');
  await lock(stage);
  await unlock(stage, DEPUTY);
  await lock(stage);
  await unlock(stage);
});

test('when somebody leaves, everything is encrypted anew and the new key is typed back', async () => {
  const { app, say } = stage;
  await visit(stage, 'settings');
  await (await app.button(say('keys-rotate'))).click();
  await (await app.field(say('keys-own-passphrase'))).fill(PASSPHRASE);
  await app.screenshot('rotate');
  await (await app.button(say('keys-rotate-do'))).click();
  await app.patiently(() => app.heading(say('vault-sheet')));
  await app.screenshot('sheet');
  const key = await keyOnSheet(stage);
  await turnSheetOver(stage);
  const groups = key.split(', ');
  await (await app.field(say('vault-key'))).fill([...groups.slice(0, 4), 'ABC', ...groups.slice(5)].join(' '));
  await (await app.button(say('keys-prove-do'))).click();
  await app.patiently(() => app.text(say('error-recovery-key-group', { group: 5 })));
  await app.screenshot('mistake');
  await (await app.field(say('vault-key'))).fill(key);
  await (await app.button(say('keys-prove-do'))).click();
  await app.patiently(() => app.gone({ by: 'role', role: 'dialog' }));
  assert.equal(await app.count({ by: 'text', name: 'Ismael Berg' }), 0, 'they have to be added again');
  await lock(stage);
  await unlock(stage);
});

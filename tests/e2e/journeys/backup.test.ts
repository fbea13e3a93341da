// Backups: the first one, the line on Today, a memory stick that is pulled out, and the drill: everything
// back on a clean machine from the backup and the key on paper.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { PATIENCE } from '../harness/find.ts';
import { clearAway } from '../harness/places.ts';
import { addPerson, beginning, holding, lock, makeVault, open, PASSPHRASE, putSheetAway, type Stage, unlock, visit, WORKER } from '../harness/ways.ts';

const folder = mkdtempSync(join(tmpdir(), 'farled-backup-'));
const [vault, stick, drawer] = ['vault', 'stick', 'drawer'].map((name) => join(folder, name)) as [string, string, string];
let stage: Stage;
let key = '';

before(async () => {
  stage = await open({ name: 'backup', vault, files: stick });
});
after(async () => {
  await stage?.app.end();
  await clearAway(folder);
});

const backups = (place: string): string[] => readdirSync(place).filter((name) => name.endsWith('.farledbackup'));

/** The door is there before the last backup is. */
async function untilThereAre(count: number): Promise<void> {
  const until = Date.now() + 8 * PATIENCE;
  while (backups(stick).length < count && Date.now() < until) await pause(50);
  assert.equal(backups(stick).length, count);
}

test('somebody without a backup is told on Today, and has one two clicks later', async () => {
  const { app, say } = stage;
  await makeVault(stage);
  const groups = await app.find({ by: 'text', name: beginning(`${say('vault-key')}: `) });
  key = (await app.run((element) => (element as unknown as HTMLElement).textContent ?? '', groups.reference)).split(': ')[1] ?? '';
  await putSheetAway(stage);
  await (await app.field(beginning(say('settings-name')))).fill(WORKER);
  await (await app.button(say('vault-who-done'))).click();
  await addPerson(stage, 'Tall');
  await visit(stage, 'today');
  await app.heading(say('backup-nag-never'));
  await app.screenshot('today-never');
  await app.accessible('today-never');
  const actions = app.actions;
  await (await app.button(say('backup-choose'))).click();
  await app.text(say('backup-made'));
  await app.gone({ by: 'role', role: 'heading', name: say('backup-nag-never') });
  assert.ok(app.actions - actions <= 2);
  assert.equal(backups(stick).length, 1);
});

test('the settings say when it was made, and how often and how many', async () => {
  const { app, say } = stage;
  await visit(stage, 'settings');
  await app.heading(say('backup'));
  await app.text(holding(say('backup-all-in')));
  await app.text(stick);
  await look(stage, 'settings');
  await app.accessible('settings');
});

test('work that is not in it yet is backed up when the vault is locked', async () => {
  const { app, say } = stage;
  await (await app.role('combobox', beginning(say('backup-frequency')))).click();
  await (await app.role('option', say('backup-frequency-each_lock'))).click();
  await addPerson(stage, 'Gran');
  await lock(stage);
  await untilThereAre(2);
  await unlock(stage);
});

test('a memory stick that was pulled out is one calm line, and is found again', async () => {
  const { app, say } = stage;
  renameSync(stick, drawer);
  await visit(stage, 'settings');
  await app.text(holding(say('backup-away')));
  await look(stage, 'settings-away');
  await addPerson(stage, 'Ek');
  await lock(stage);
  await unlock(stage);
  await visit(stage, 'settings');
  await app.text(holding(say('backup-away-since', { when: '' }).split('  ')[0]?.slice(0, 25) ?? ''));
  await look(stage, 'settings-away-since');
  assert.equal((await app.ask('people_list')).refused, undefined, 'nothing else is held up');
  renameSync(drawer, stick);
  await lock(stage);
  await untilThereAre(3);
});

test('a clean machine has everything back from the backup and the key on paper', async () => {
  await stage.app.end();
  rmSync(vault, { recursive: true });
  stage = await open({ name: 'backup-drill', vault, files: stick });
  const { app, say } = stage;
  await app.heading(say('vault-welcome'));
  await app.screenshot('first-run');
  await (await app.button(beginning(say('backup-restore')))).click();
  await app.heading(say('backup-restore'));
  await app.screenshot('restore');
  await (await app.button(say('backup-restore-choose'))).click();
  await app.screenshot('restore-passphrase');
  await app.accessible('restore-passphrase');
  await (await app.button(say('vault-use-key'))).click();
  await (await app.field(say('vault-key'))).fill(`${key.toLowerCase().replaceAll(', ', ' ').slice(0, -1)}`);
  await (await app.button(say('backup-restore-look'))).click();
  await app.text(holding(say('error-recovery-key-group', { group: 13 })));
  await (await app.field(say('vault-key'))).fill(key.toLowerCase().replaceAll(', ', ' '));
  await (await app.button(say('backup-restore-look'))).click();
  await app.patiently(() => app.button(say('backup-restore-do')));
  await app.screenshot('restore-look');
  await (await app.button(say('backup-restore-do'))).click();
  await app.patiently(() => app.heading(say('backup-restored')));
  await app.screenshot('restored');
  await (await app.button(say('backup-restored-done'))).click();
  await unlock(stage);
  await visit(stage, 'people');
  for (const alias of ['Tall', 'Gran', 'Ek']) await app.button(alias);
});

test('a vault that is there is put aside, and what is only in it is said first', async () => {
  await addPerson(stage, 'Asp');
  await stage.app.end();
  // The files that came with the lock above are left out: an older backup is chosen.
  const old = join(folder, 'old');
  mkdirSync(old);
  const [first] = backups(stick).sort();
  cpSync(join(stick, first ?? ''), join(old, first ?? ''));
  stage = await open({ name: 'backup-aside', vault, files: old });
  await restoreByPassphrase(stage);
  await stage.app.text(stage.say('backup-restore-present'));
  await stage.app.text(holding(stage.say('backup-restore-later', { count: 5 }).slice(-30)));
  await stage.app.screenshot('restore-later');
  await stage.app.accessible('restore-later');
  await (await stage.app.button(stage.say('backup-restore-do'))).click();
  await stage.app.patiently(() => stage.app.heading(stage.say('backup-restored')));
  await stage.app.text(holding('vault-aside-'));
  await stage.app.screenshot('restored-aside');
  assert.equal(readdirSync(folder).filter((name) => name.startsWith('vault-aside-')).length, 1);
  await (await stage.app.button(stage.say('backup-restored-done'))).click();
  await unlock(stage);
  await visit(stage, 'people');
  await stage.app.button('Tall');
  assert.equal((await stage.app.ask('backup_nag')).refused, undefined);
});

async function restoreByPassphrase(stage: Stage): Promise<void> {
  const { app, say } = stage;
  await (await app.button(say('backup-restore'))).click();
  await (await app.button(say('backup-restore-choose'))).click();
  await (await app.field(say('backup-restore-passphrase'))).fill(PASSPHRASE);
  await app.press('Enter');
  await app.patiently(() => app.button(say('backup-restore-do')));
}

/** A picture of the settings' part about backups. */
async function look({ app, say }: Stage, name: string): Promise<void> {
  const heading = await app.heading(say('backup'));
  await app.run((element) => (element as unknown as HTMLElement).scrollIntoView(), heading.reference);
  await app.screenshot(name);
}

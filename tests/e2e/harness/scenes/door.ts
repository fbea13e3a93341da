// From an empty machine into an empty vault, and back to the locked door.

import { addPerson, beginning, holding, lock, makeVault, PASSPHRASE, putSheetAway, show, type Stage, visit, visitPerson, WORKER } from '../ways.ts';
import { type Act, needed, scene } from './scene.ts';

/** Settings, with this part of it on top. */
async function settingsAt(stage: Stage, id: string): Promise<void> {
  const { app, say } = stage;
  await visit(stage, 'settings');
  const heading = await app.heading(say(id));
  await app.run((element) => (element as unknown as HTMLElement).scrollIntoView(), heading.reference);
}

/** A dialog that a button of the same name in Settings opens. */
async function askedInSettings(stage: Stage, id: string): Promise<void> {
  const { app, say } = stage;
  await visit(stage, 'settings');
  await (await (await app.button(say(id))).still()).click();
  await app.role('dialog', say(id));
}

export const DOOR: Act = {
  name: 'door',
  scenes: [
    scene('first-run', async ({ app, say }) => {
      await app.heading(say('vault-welcome'));
    }),
    scene('create', async ({ app, say }) => {
      await (await app.button(beginning(say('vault-create')))).click();
      await (await app.field(say('vault-passphrase'))).fill('hemlig');
      await (await app.button(say('vault-create-do'))).click();
      await app.text(say('vault-fault-weak'));
    }),
    scene('create-suggested', async ({ app, say }) => {
      await (await app.button(say('vault-suggest'))).click();
      await app.text(say('vault-suggested'));
    }),
    needed('recovery-sheet', async (stage) => {
      const { app, say } = stage;
      await (await app.button(say('common-back'))).click();
      await makeVault(stage);
      await (await app.button(say('common-next'))).click();
      await app.all({ by: 'text', name: say('vault-sheet-confirm-first') });
    }),
    needed('who', (stage) => putSheetAway(stage)),
    needed('today-empty', async ({ app, say }) => {
      await (await app.field(beginning(say('settings-name')))).fill(WORKER);
      await (await app.button(say('vault-who-done'))).click();
      await app.text(say('today-no-people'));
    }),
    scene('people-empty', async (stage) => {
      await visit(stage, 'people');
      await stage.app.text(stage.say('people-empty-text'));
    }),
    scene('calendar-empty', async (stage) => {
      await visit(stage, 'calendar');
    }),
    scene('share-empty', async (stage) => {
      await visit(stage, 'share');
    }),
    needed('overview-empty', async (stage) => {
      await addPerson(stage, 'Tall');
      await stage.app.text(stage.say('overview-no-goals'));
    }),
    scene('plan-empty', async (stage) => {
      await visitPerson(stage, 'Tall', 'plan');
      await stage.app.text(stage.say('plan-empty-title', { alias: 'Tall' }));
    }),
    scene('person-calendar-empty', (stage) => visitPerson(stage, 'Tall', 'calendar')),
    scene('notes-empty', async (stage) => {
      await show(stage, 'notes');
      await stage.app.text(stage.say('notes-empty'));
    }),
    scene('routines-empty', async (stage) => {
      await show(stage, 'routines');
      await stage.app.text(stage.say('routines-empty'));
    }),
    scene('today-quiet', async (stage) => {
      await visit(stage, 'today');
      await stage.app.text(stage.say('today-free'));
    }),
    scene('settings-backup', (stage) => settingsAt(stage, 'backup')),
    scene('settings-keys', (stage) => settingsAt(stage, 'keys-title')),
    scene('settings-vault', (stage) => settingsAt(stage, 'settings-vault')),
    scene('deputy', (stage) => askedInSettings(stage, 'keys-add')),
    scene('rotate', (stage) => askedInSettings(stage, 'keys-rotate')),
    scene('renew', async (stage) => {
      const { app, say } = stage;
      await askedInSettings(stage, 'settings-recovery');
      await (await app.field(say('keys-own-passphrase'))).fill('inte den rätta');
      await app.press('Enter');
      await app.patiently(() => app.find({ by: 'text', name: beginning(say('error-wrong-secret').slice(0, 12)) }));
    }),
    scene('passphrase', (stage) => askedInSettings(stage, 'settings-passphrase')),
    needed('unlock', (stage) => lock(stage)),
    scene('wrong-passphrase', async ({ app, say }) => {
      await (await app.field(say('vault-passphrase'))).fill(`${PASSPHRASE}!`);
      await app.press('Enter');
      await app.text(say('vault-wrong'));
    }),
    scene('recovery-key', async ({ app, say }) => {
      await (await app.button(say('vault-use-key'))).click();
      await (await app.field(say('vault-key'))).fill('AAAAA-BBBBB');
      await app.press('Enter');
      await app.find({ by: 'text', name: holding(say('error-recovery-key-length', { found: 10, expected: 0 }).split('10')[0] ?? '') });
    }),
    scene('restore', async ({ app, say }) => {
      await (await app.button(say('vault-use-passphrase'))).click();
      await (await app.button(say('backup-restore'))).click();
      await app.heading(say('backup-restore'));
    }),
  ],
};

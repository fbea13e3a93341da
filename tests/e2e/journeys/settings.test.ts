// What one chooses takes effect at once and is there again after the lock.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { addPerson, begin, beginning, choose, lock, open, PASSPHRASE, type Stage, unlock, visit, visitPerson } from '../harness/ways.ts';
import { words } from '../harness/words.ts';

let stage: Stage;

before(async () => {
  stage = await open({ name: 'settings' });
  await begin(stage);
  await addPerson(stage, 'Tall');
});
after(() => stage?.app.end());

/** A word among words of which one is chosen. */
async function pickWord(group: string, word: string): Promise<void> {
  const words = await stage.app.role('group', beginning(group));
  await (await words.in({ by: 'role', role: 'button', name: word })).click();
}

const look = () =>
  stage.app.run(() => ({
    theme: document.documentElement.dataset.theme,
    paper: getComputedStyle(document.body).backgroundColor,
    size: parseFloat(getComputedStyle(document.documentElement).fontSize),
    language: document.documentElement.lang,
  }));

test('theme and text size take effect at once', async () => {
  const { say } = stage;
  await visit(stage, 'settings');
  await pickWord(say('settings-theme'), say('settings-theme-light'));
  const light = await look();
  await pickWord(say('settings-theme'), say('settings-theme-dark'));
  const dark = await look();
  assert.equal(dark.theme, 'dark');
  assert.notEqual(dark.paper, light.paper);
  await pickWord(say('settings-size'), say('settings-size-150'));
  assert.equal((await look()).size, light.size * 1.5);
  await stage.app.accessible('settings at the largest size');
  await visitPerson(stage, 'Tall');
  await stage.app.screenshot('largest');
  await stage.app.accessible('a person at the largest size');
});

test('the language changes without a new start, on every text of the screen', async () => {
  await visit(stage, 'settings');
  await pickWord(stage.say('settings-language'), 'English');
  stage = { ...stage, language: 'en', say: words('en') };
  await stage.app.heading(stage.say('shell-settings'));
  assert.match((await look()).language ?? '', /^en/u);
});

test('all of it is there again after the lock', async () => {
  const before = await look();
  // The door speaks the desktop's language: it knows nothing of what is inside.
  await stage.app.press('Control', 'l');
  await stage.app.all({ by: 'label', name: /^(Lösenfras|Passphrase)$/u });
  const [field] = await stage.app.all({ by: 'label', name: /^(Lösenfras|Passphrase)$/u });
  await field!.fill(PASSPHRASE);
  await stage.app.press('Enter');
  await stage.app.patiently(() => stage.app.role('navigation', stage.say('shell-navigation')));
  assert.deepEqual(await look(), before);
});

test('single keys can be switched off; keys with Ctrl go on', async () => {
  const { app, say } = stage;
  await visit(stage, 'settings');
  await (await app.field(say('shell-shortcuts-single'))).click();
  await visitPerson(stage, 'Tall');
  await app.press('n');
  await app.settled();
  assert.equal(await app.count({ by: 'label', name: say('notes-body') }), 0);
  await app.press('Control', 'k');
  await app.role('combobox', say('shell-palette-hint'));
  await app.press('Escape');
});

test('beside the person, nobody else is on the screen and the search is closed', async () => {
  const { app, say } = stage;
  await addPerson(stage, 'Ek');
  await visitPerson(stage, 'Tall');
  await app.press('Control', 'Shift', 'h');
  await app.button(beginning(say('shell-private-end')));
  const page = await app.run(() => document.body.innerText);
  assert.doesNotMatch(page, /\bEk\b/u);
  await app.press('Control', 'k');
  await app.settled();
  assert.equal(await app.count({ by: 'role', role: 'dialog' }), 0);
  await app.press('Control', 'Shift', 'h');
  await visit(stage, 'people');
  await app.text('Ek');
});

test('the passphrase is changed with the present one, and the vault is found whole', async () => {
  const { app, say } = stage;
  const fresh = 'nio svanar seglade förbi den gula bryggan';
  await visit(stage, 'settings');
  await (await app.button(say('settings-passphrase'))).click();
  await (await app.field(say('settings-passphrase-present'))).fill('inte den rätta');
  await (await app.field(say('vault-new-passphrase'))).fill(fresh);
  await (await app.field(say('vault-again'))).fill(fresh);
  await (await app.button(say('settings-passphrase-do'))).click();
  await app.patiently(() => app.all({ by: 'text', name: /isn.t right|does not match/u }));
  await (await app.field(say('settings-passphrase-present'))).fill(PASSPHRASE);
  await (await app.button(say('settings-passphrase-do'))).click();
  await app.patiently(() => app.gone({ by: 'role', role: 'dialog' }));
  await (await (await app.button(say('settings-check'))).still()).click();
  await app.patiently(() => app.all({ by: 'text', name: /\d+ records have been gone through/u }));
  await choose(stage, say('settings-lock'), say('settings-lock-after', { count: 15 }));
  stage = { ...stage, language: 'sv', say: words('sv') };
  await lock(stage);
  await unlock({ ...stage, say: (id, values) => words(id.startsWith('shell-') ? 'en' : 'sv')(id, values) }, fresh);
});

// What is typed is never lost: not by a crash, not by a lock in the middle of a word, not by idling.

import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { clearAway } from '../harness/places.ts';
import { addPerson, begin, beginning, holding, lock, open, show, type Stage, unlock, visit, visitPerson } from '../harness/ways.ts';

const folder = mkdtempSync(join(tmpdir(), 'farled-drafts-'));
const vault = join(folder, 'vault');
let stage: Stage;

before(async () => {
  stage = await open({ name: 'drafts', vault });
  await begin(stage);
  await addPerson(stage, 'Tall');
});
after(async () => {
  await stage?.app.end();
  await clearAway(folder);
});

test('text typed 1.2 seconds before the power goes is there afterwards', async () => {
  const { app, say } = stage;
  await app.press('n');
  await app.field(say('notes-body'));
  const text = 'Handlingarna lämnades till receptionen.';
  await app.type(text);
  await pause(1200);
  await app.crash();

  stage = await open({ name: 'drafts', vault });
  await unlock(stage);
  await visitPerson(stage, 'Tall', 'notes');
  assert.equal(await (await stage.app.field(stage.say('notes-body'))).value(), text);
});

test('a lock in the middle of a word loses nothing of it', async () => {
  const { app, say } = stage;
  const body = await app.field(say('notes-body'));
  await body.click();
  await app.press('Control', 'End');
  await app.type(' Och sedan ringde vi socialkon');
  await lock(stage);
  await unlock(stage);
  await visitPerson(stage, 'Tall', 'notes');
  assert.match(await (await app.field(say('notes-body'))).value(), /Och sedan ringde vi socialkon$/u);
});

test('an addition to a signed note is kept like a note: over a crash, and until it is signed', async () => {
  const { app, say } = stage;
  const body = await app.field(say('notes-body'));
  await body.fill('Vi läste brevet tillsammans.');
  await app.press('Control', 'Enter');
  await app.text(say('notes-signed'));
  await (await app.button(say('notes-add'))).click();
  await app.field(say('notes-add-label'));
  await app.type('Mötet var på tisdagen, inte på');
  await pause(1200);
  await app.crash();

  stage = await open({ name: 'drafts', vault });
  await unlock(stage);
  await (await stage.app.button(stage.say('today-continue'))).click();
  const field = await stage.app.field(stage.say('notes-add-label'));
  assert.equal(await field.value(), 'Mötet var på tisdagen, inte på');
  await field.fill('Mötet var på tisdagen.');
  await lock(stage);
  await unlock(stage);
  await visitPerson(stage, 'Tall', 'notes');
  assert.equal(await (await stage.app.field(stage.say('notes-add-label'))).value(), 'Mötet var på tisdagen.');
  await (await stage.app.button(beginning(stage.say('notes-add-sign')))).click();
  await stage.app.text(stage.say('notes-amended'));
  await stage.app.role('region', stage.say('notes-addition'));
  await stage.app.press('n');
  await stage.app.field(stage.say('notes-body'));
});

test('what can’t be saved is held over other screens, and the lock asks before it loses it', async () => {
  const { app, say } = stage;
  const text = 'Disken blev full mitt i en men';
  await app.refuse('draft_save');
  await (await app.field(say('notes-body'))).fill(text);
  await visit(stage, 'people');
  await app.text(say('shell-unsaved', { count: 1 }));
  await app.press('Control', 'l');
  await app.role('dialog', say('shell-leave'));
  await app.accessible('asked before the lock');
  await (await app.button(say('shell-leave-stay'))).click();
  await (await app.button(say('shell-unsaved-show'))).click();
  assert.equal(await (await app.field(say('notes-body'))).value(), text);
  await app.gone({ by: 'text', name: say('shell-unsaved', { count: 1 }) });
  await app.press('Control', 'l');
  await app.role('dialog', say('shell-leave'));
  await app.refuse();
  await (await app.role('dialog', say('shell-leave')).then((dialog) => dialog.in({ by: 'role', role: 'button', name: say('common-retry') }))).click();
  await unlock(stage);
  await visitPerson(stage, 'Tall', 'notes');
  assert.equal(await (await app.field(say('notes-body'))).value(), text);
});

test('what is typed goes on being kept while one types without a pause', async () => {
  const { app, say } = stage;
  const body = await app.field(say('notes-body'));
  await body.fill('');
  await body.click();
  const words = 'Vi läste brevet mening för mening. ';
  const typed: number[] = [];
  for (let times = 0; times < 16; times++) {
    await app.type(words);
    typed.push(Date.now());
    await pause(150);
  }
  const died = Date.now();
  await app.crash();

  stage = await open({ name: 'drafts', vault });
  await unlock(stage);
  await visitPerson(stage, 'Tall', 'notes');
  const kept = await (await stage.app.field(stage.say('notes-body'))).value();
  assert(words.repeat(16).startsWith(kept), 'what is kept is what was typed, as far as it goes');
  const old = typed.filter((at) => at < died - 1000).length;
  assert(old > 5, 'one typed for longer than a second');
  assert(kept.length >= old * words.length, `${kept.length} characters were kept, ${old * words.length} were older than a second`);
});

test('the overview’s summary survives a crash as well', async () => {
  const { app, say } = stage;
  await show(stage, 'overview');
  const summary = await app.field(say('overview-summary'));
  await summary.fill('Bor kvar på akutboendet till midvinter.');
  await pause(1200);
  await app.crash();

  stage = await open({ name: 'drafts', vault });
  await unlock(stage);
  await visitPerson(stage, 'Tall');
  assert.equal(await (await stage.app.field(stage.say('overview-summary'))).value(), 'Bor kvar på akutboendet till midvinter.');
});

test('what stands in a form is there again after a crash, and nothing of it once the form is given up', async () => {
  const { app, say } = stage;
  await (await app.button(say('overview-request-new'))).click();
  await (await app.field(say('overview-request-what'))).fill('Intyg om behandling till');
  await pause(1200);
  await app.crash();

  stage = await open({ name: 'drafts', vault });
  await unlock(stage);
  await visitPerson(stage, 'Tall');
  await (await stage.app.button(stage.say('overview-request-new'))).click();
  await stage.app.text(stage.say('common-resumed'));
  assert.equal(await (await stage.app.field(stage.say('overview-request-what'))).value(), 'Intyg om behandling till');
  await stage.app.accessible('a form that is resumed');
  await stage.app.screenshot('form-resumed');
  await (await stage.app.button(beginning(stage.say('common-cancel')))).click();
  await (await stage.app.button(stage.say('overview-request-new'))).click();
  assert.equal(await (await stage.app.field(stage.say('overview-request-what'))).value(), '');
  await stage.app.gone({ by: 'text', name: stage.say('common-resumed') });
  await stage.app.press('Escape');
});

test('an appointment that is being booked is there again after a lock', async () => {
  const { app, say } = stage;
  await show(stage, 'calendar');
  await app.press('a');
  await app.field(say('calendar-line'));
  await app.type('tors 10 vårdcentralen 30m');
  await lock(stage);
  await unlock(stage);
  await visitPerson(stage, 'Tall', 'calendar');
  await app.press('a');
  await app.text(say('common-resumed'));
  assert.equal(await (await app.field(say('calendar-line'))).value(), 'tors 10 vårdcentralen 30m');
  await app.screenshot('appointment-resumed');
  await app.press('Control', 'Enter');
  await app.role('button', holding('vårdcentralen'));
});

test('a vault that nobody touches locks by itself, and the draft is there again', { timeout: 120_000 }, async () => {
  const { app, say } = stage;
  assert.equal((await app.ask('settings_save', { settings: { ...((await app.ask('settings_show')).data as object), auto_lock_minutes: 1 } })).refused, undefined);
  await show(stage, 'notes');
  const body = await app.field(say('notes-body'));
  await body.fill('Sista raden före pausen.');
  const until = Date.now() + 80_000;
  // Looking at the page is no sign of life; a lock in the middle of a look is seen at the next.
  const isOpen = () => app.count({ by: 'role', role: 'navigation', name: say('shell-navigation') }).catch(() => 1);
  while ((await isOpen()) > 0 && Date.now() < until) await pause(1000);
  await app.field(say('vault-passphrase'));
  assert(!(await app.run(() => document.documentElement.outerHTML)).includes('Sista raden'));
  await unlock(stage);
  await visitPerson(stage, 'Tall', 'notes');
  assert.equal(await (await app.field(say('notes-body'))).value(), 'Sista raden före pausen.');
});

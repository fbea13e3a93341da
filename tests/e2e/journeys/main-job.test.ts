// The main job, end to end: from an empty machine to a kept case, a printed week and a sealed handover,
// which the office opens in a vault of its own. Each step goes on where the one before it ended.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { importCard, saveCard, seal, shareTab, verify } from '../harness/handover.ts';
import { clearAway } from '../harness/places.ts';
import { addPerson, begin, beginning, choose, holding, lock, makeVault, open, pick, putSheetAway, show, type Stage, unlock, visitPerson, WORKER } from '../harness/ways.ts';

const ALIAS = 'Tall';
const GOAL = 'Jag ska våga gå och handla själv';
const MEASURE = 'Gå till affären tillsammans på tisdagar';
const APPOINTMENT = 'Promenad runt sjön';
const PLACE = 'Bryggan vid badet';
const ROUTINE = 'Bädda sängen';
const NOTE = 'Vi pratade om vassruggarna och om hur det känns att vänta på besked.';
const AMENDMENT = 'Rättelse: beskedet väntas först i januari.';
const OFFICE = 'Robin Kontor';

const files = mkdtempSync(join(tmpdir(), 'farled-handover-'));
let mine: Stage;
let office: Stage;

before(async () => {
  mine = await open({ name: 'main-job', files });
  office = await open({ name: 'main-job-office', files });
});
after(async () => {
  await mine?.app.end();
  await office?.app.end();
  await clearAway(files);
});

test('a first run makes a vault, shows its recovery sheet once and asks who works here', async () => {
  const { app, say } = mine;
  await makeVault(mine);
  await app.all({ by: 'role', role: 'img', name: say('vault-sheet-picture') });
  await app.screenshot('recovery-sheet');
  await putSheetAway(mine);
  await (await app.field(beginning(say('settings-name')))).fill(WORKER);
  await (await app.button(say('vault-who-done'))).click();
  await app.text(say('today-no-people'));
});

test('a person is added', async () => {
  await addPerson(mine, ALIAS, mine.say('phase-active'));
});

test('the plan gets a need, a goal in the person’s words and a measure', async () => {
  const { app, say } = mine;
  await show(mine, 'plan');
  await (await app.button(beginning(say('plan-need-new')))).click();
  await pick(mine, beginning(say('plan-need-area')), say('need-area-social_network'), say('need-area-social_network'));
  await app.heading(say('need-area-social_network'));
  // The new need stands ready for its goal.
  await (await app.field(say('plan-goal-new'))).fill(GOAL);
  await app.press('Enter');
  await app.button(say('plan-goal-menu', { goal: GOAL }));
  await (await app.button(say('plan-measure-new'))).click();
  await (await app.field(say('plan-measure-new'))).fill(MEASURE);
  await app.press('Enter');
  await app.button(say('plan-measure-menu', { measure: MEASURE }));
  await app.press('Escape');
  await app.screenshot('plan');
});

test('the goal goes onto the paper', async () => {
  const { app, say } = mine;
  await (await app.button(say('plan-goal-menu', { goal: GOAL }))).click();
  await (await app.role('menuitem', say('plan-goal-edit'))).click();
  const onPaper = await app.field(say('plan-on-paper'));
  if (!(await onPaper.isChecked())) await onPaper.click();
  await (await app.button(say('common-save'))).click();
  await app.gone({ by: 'role', role: 'dialog' });
});

test('one drag in the week books an appointment, which comes back every week', async () => {
  const { app, say } = mine;
  await show(mine, 'calendar');
  const [from, to] = await hours(mine, '2026-11-24', 14, 15);
  await app.drag(from, to);
  await (await app.field(say('calendar-title-label'))).fill(APPOINTMENT);
  await (await app.field(beginning(say('calendar-place')))).fill(PLACE);
  await choose(mine, say('calendar-repeat'), say('calendar-repeat-week'));
  const onPaper = await app.field(say('calendar-on-paper'));
  if (!(await onPaper.isChecked())) await onPaper.click();
  const [save] = (await app.all({ by: 'role', role: 'button', name: beginning(say('calendar-book')) })).slice(-1);
  await save!.click();
  const [event] = await app.all({ by: 'role', role: 'button', name: holding(APPOINTMENT) });
  assert.match(await event!.text(), /14[.:]00/u);
  await app.screenshot('calendar');
  // Next week it is there again.
  await (await app.button(say('calendar-next'))).click();
  await app.role('button', holding(APPOINTMENT));
  await (await app.button(say('calendar-previous'))).click();
});

test('a routine is added and ticked with one click', async () => {
  const { app, say } = mine;
  await show(mine, 'routines');
  const [add] = await app.all({ by: 'role', role: 'button', name: beginning(say('routines-new')) });
  await add!.click();
  await (await app.field(beginning(say('routines-title')))).fill(ROUTINE);
  await (await app.button(say('routines-days-all'))).click();
  await (await app.button(say('common-save'))).click();
  const box = await app.role('checkbox', new RegExp(`^${ROUTINE}, måndag 23`, 'u'));
  await box.click();
  await app.role('checkbox', new RegExp(`^${ROUTINE}, måndag 23.*${say('tick-done')}`, 'u'));
  await app.screenshot('routines');
});

test('a note is written, signed and amended', async () => {
  const { app, say } = mine;
  await app.press('n');
  await app.field(say('notes-body'));
  await app.type(NOTE);
  await app.text(/Sparad \d\d:\d\d/u);
  await app.press('Control', 'Enter');
  await app.text(holding(say('notes-signed-by', { author: WORKER, when: '' }).trim()));
  await (await app.button(say('notes-add'))).click();
  await (await app.field(say('notes-add-label'))).fill(AMENDMENT);
  await (await app.button(beginning(say('notes-add-sign')))).click();
  const addition = await app.role('region', say('notes-addition'));
  assert.match(await addition.text(), holding(AMENDMENT));
  // The note itself stands as it was.
  await signedNote(mine);
  await app.screenshot('note');
});

test('the week on paper holds all of it: in the preview and in the saved file', async () => {
  const { app, say } = mine;
  await (await app.button(say('person-print-week'))).click();
  await app.all({ by: 'role', role: 'img', name: holding(say('print-page', { page: '1', pages: '1' })) });
  const preview = await app.role('group', /^Vecka 48:/u);
  const said = (await preview.attribute('aria-label')) ?? '';
  for (const wanted of [APPOINTMENT, ROUTINE, GOAL]) assert.match(said, holding(wanted), `the preview must hold ${wanted}`);
  await app.screenshot('print');

  await (await app.button(say('print-save'))).click();
  await app.text(beginning(say('print-saved', { name: '2026-W48.pdf' })));
  const read = execFileSync('pdftotext', ['-layout', join(files, '2026-W48.pdf'), '-'], { encoding: 'utf8' }).replace(/\s+/gu, ' ');
  for (const wanted of [APPOINTMENT, PLACE, ROUTINE, GOAL, '14.00']) {
    const pattern = wanted === '14.00' ? /14[.:]00/u : new RegExp(wanted.split(' ').join('\\s+(?:\\S+\\s+)*?'), 'u');
    assert.match(read, pattern, `the paper must hold ${wanted}:\n${read}`);
  }
  assert.doesNotMatch(read, /avhopp|defector/iu);
  // What left the vault stands in the log.
  await visitPerson(mine, ALIAS);
  await (await app.button(beginning(say('overview-log')))).click();
  await app.text(holding(say('disclosure-kind-pdf')));
});

test('the office makes a vault of its own and the two exchange cards', async () => {
  await begin(office, OFFICE);
  await saveCard(office);
  await importCard(mine, OFFICE);
  await saveCard(mine);
  await importCard(office, WORKER);
});

test('each types three groups that the other reads aloud, and then trusts the card', async () => {
  assert((await verify(mine, office, OFFICE)) <= 6, 'open, three groups, confirm');
  await verify(office, mine, WORKER);
});

test('the case is sealed to the office', async () => {
  await seal(mine, ALIAS, OFFICE);
  await mine.app.screenshot('sealed');
  assert.equal(readdirSync(files).filter((name) => name.endsWith('.farled')).length, 1);
});

test('the office sees what the file would change, takes it in and finds the note by search', async () => {
  const { app, say } = office;
  await shareTab(office, 'receive');
  await (await app.button(say('share-open'))).click();
  await app.heading(say('share-from', { sender: WORKER }));
  await app.text(holding(say('share-new', { what: '' }).trim()));
  await app.text(say('share-preview-text'));
  await app.screenshot('receive');
  // Nothing is changed yet: the person isn't there.
  await (await app.button(say('share-merge'))).click();
  await app.heading(say('share-merged', { sender: WORKER }));

  await app.press('Control', 'k');
  await (await app.role('combobox', say('shell-palette-hint'))).fill('vassruggarna');
  await (await app.role('option', /vassruggarna/u)).click();
  const found = await signedNote(office);
  assert.match(found, holding(AMENDMENT));
  await app.screenshot('found');
  await show(office, 'plan');
  await app.text(holding(GOAL));
  await show(office, 'calendar');
  await app.all({ by: 'role', role: 'button', name: holding(APPOINTMENT) });
});

test('the same file opened again changes nothing', async () => {
  const { app, say } = office;
  await shareTab(office, 'receive');
  await (await app.button(say('share-open'))).click();
  await app.text(holding(say('error-bundle-already-opened')));
});

test('after the lock no text is left in the page and no command answers', async () => {
  const { app } = mine;
  await visitPerson(mine, ALIAS, 'notes');
  await signedNote(mine);
  await app.run(() => {
    Object.assign(window, { farledBeforeLock: true });
  });
  await lock(mine);
  // The page is a new one: nothing of the old document or its memory is reachable.
  assert.equal(await app.run(() => 'farledBeforeLock' in window), false);
  const page = await app.run(() => document.documentElement.outerHTML);
  for (const text of [ALIAS, GOAL, APPOINTMENT, ROUTINE, NOTE, AMENDMENT, WORKER, OFFICE]) {
    assert(!page.includes(text), `“${text}” is still in the page`);
  }
  for (const command of ['people_list', 'today', 'settings_show', 'card_list', 'card_mine', 'vault_check', 'exchange_journal']) {
    assert.equal((await app.ask(command)).refused, 'locked', command);
  }
  await app.screenshot('locked');
  await unlock(mine);
  await visitPerson(mine, ALIAS, 'notes');
  await signedNote(mine);
});

/** Two points in a day's column, at two hours. */
async function hours({ app }: Stage, day: string, from: number, to: number): Promise<[{ x: number; y: number }, { x: number; y: number }]> {
  await app.all({ by: 'role', role: 'heading' });
  const box = await app.run(
    (place: { day: string }) => {
      const column = document.getElementById(`day-${place.day}`)!.closest('section')!.querySelector('.hours-of-day')!;
      const found = column.getBoundingClientRect();
      return { x: found.x + found.width / 2, y: found.y, height: found.height };
    },
    { day },
  );
  const at = (hour: number, nudge: number) => ({ x: box.x, y: box.y + (box.height / 24) * hour + nudge });
  // From just below one line to just above the other.
  return [at(from, 3), at(to, -3)];
}

/** The text of the signed note on the screen. */
async function signedNote({ app, say }: Stage): Promise<string> {
  const text = await (await app.role('article', say('note-type-counselling'))).text();
  assert.match(text, holding(NOTE));
  return text;
}

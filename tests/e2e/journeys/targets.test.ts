// How many actions the jobs of a day take. An action is a click, a filled field, a drag or a key stroke;
// a typed text is one.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { addPerson, begin, beginning, holding, lock, open, openSample, type Stage, visit, visitPerson } from '../harness/ways.ts';

let stage: Stage;

before(async () => {
  stage = await open({ name: 'targets' });
  await openSample(stage);
});
after(() => stage?.app.end());

/** What the job takes. */
async function actions(job: () => Promise<unknown>): Promise<number> {
  const before = stage.app.actions;
  await job();
  return stage.app.actions - before;
}

test('a new appointment is one line of text', async () => {
  const { app, say } = stage;
  await visitPerson(stage, 'Tall', 'calendar');
  const took = await actions(async () => {
    await app.press('a');
    await app.field(say('calendar-line'));
    await app.type('ons 14 tandläkare 45m');
    await app.press('Enter');
    await app.role('button', holding('tandläkare'));
  });
  assert.equal(took, 3, 'A, the line, Enter');
});

test('a new appointment is one drag, its name and Enter', async () => {
  const { app } = stage;
  await visitPerson(stage, 'Gran', 'calendar');
  for (let tries = 0; tries < 400 && !(await app.run(() => document.querySelector('#day-2026-11-26') !== null)); tries++) await app.settled();
  const column = await app.run(() => {
    const box = document.querySelector('#day-2026-11-26')!.closest('section')!.querySelector('.hours-of-day')!.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y, hour: box.height / 24 };
  });
  const took = await actions(async () => {
    await app.drag({ x: column.x, y: column.y + 12 * column.hour + 2 }, { x: column.x, y: column.y + 13 * column.hour + 2 });
    await app.type('Lunch');
    await app.press('Enter');
    await app.role('button', holding('Lunch'));
  });
  assert.equal(took, 3);
});

test('an appointment is moved by one drag', async () => {
  const { app } = stage;
  const event = await app.role('button', holding('Lunch'));
  const { x, y, width } = await event.box();
  const from = { x: x + width / 2, y: y + 10 };
  const took = await actions(() => app.drag(from, { x: from.x + width, y: from.y }));
  await app.role('button', /Lunch.*27 november|27 november.*Lunch|fre.*Lunch|Lunch/u);
  assert.equal(took, 1);
});

test('a routine is ticked with one click, and the page stays where it is', async () => {
  const { app, say } = stage;
  await visitPerson(stage, 'Tall', 'routines');
  const [box] = await app.all({ by: 'role', role: 'checkbox', name: new RegExp(`måndag 23.*: ${say('common-empty')}$`, 'u') });
  const before = await app.run(() => [document.querySelectorAll('[role=checkbox][aria-checked=true]').length, document.querySelector('main')!.scrollTop]);
  assert.equal(await actions(() => box!.click()), 1);
  await app.role('tab', beginning(say('person-tab-routines')));
  await app.settled();
  const after = await app.run(() => [document.querySelectorAll('[role=checkbox][aria-checked=true]').length, document.querySelector('main')!.scrollTop]);
  assert.deepEqual(after, [before[0]! + 1, before[1]]);
});

test('from an event it is two actions to a note that already knows when, how long and what kind', async () => {
  const { app, say } = stage;
  await visit(stage, 'calendar');
  const [event] = await app.all({ by: 'role', role: 'button', name: /Socialkontoret/u });
  const took = await actions(async () => {
    await event!.click();
    await (await app.button(beginning(say('calendar-note')))).click();
    await app.field(say('notes-body'));
  });
  assert.equal(took, 2);
  const body = await app.field(say('notes-body'));
  assert(await body.isFocused(), 'one begins to write');
  assert.equal(await (await app.field(say('notes-time'))).value(), '10:00');
  assert.equal(await (await app.field(say('notes-minutes'))).value(), '60');
});

test('a person’s week is two clicks from the print dialog', async () => {
  const { app, say } = stage;
  await visitPerson(stage, 'Tall');
  await app.run(() => {
    window.print = () => {
      Object.assign(window, { farledPrinted: document.querySelectorAll('.paper img').length });
    };
  });
  const took = await actions(async () => {
    await (await app.button(say('person-print-week'))).click();
    await app.all({ by: 'role', role: 'img' });
    await (await app.button(beginning(say('print-print')))).click();
    for (let tries = 0; tries < 400 && !(await app.run(() => 'farledPrinted' in window)); tries++) await app.settled();
  });
  assert(took <= 2, `${took}`);
  assert((await app.run(() => (window as unknown as { farledPrinted?: number }).farledPrinted ?? 0)) >= 1, 'the dialog opens with the pages drawn');
});

test('from unlocking to writing a note it is three actions', async () => {
  const own = await open({ name: 'targets-own' });
  const { app, say } = own;
  try {
    await begin(own);
    await addPerson(own, 'Tall');
    await lock(own);
    await (await app.field(say('vault-passphrase'))).fill('fyren lyser över tallarna vid sundet');
    const before = app.actions;
    // Enter unlocks, N begins, and with one person alone there is nobody to choose; with more, Enter chooses.
    await app.press('Enter');
    await app.patiently(() => app.role('navigation', say('shell-navigation')));
    await app.text(say('today-free'));
    await app.press('n');
    if ((await app.count({ by: 'role', role: 'dialog' })) > 0) await app.press('Enter');
    assert(await (await app.field(say('notes-body'))).isFocused());
    assert(app.actions - before <= 3, `${app.actions - before}`);
    await app.type('Ringde.');
    assert.equal(await (await app.field(say('notes-body'))).value(), 'Ringde.');
  } finally {
    await app.end();
  }
});

test('the same with eight people: Enter, N and Enter for the meeting that is under way or the first by name', async () => {
  const { app, say } = stage;
  await visit(stage, 'today');
  const took = await actions(async () => {
    await app.press('n');
    await app.role('dialog', say('today-note-about'));
    await app.press('Enter');
    await app.field(say('notes-body'));
  });
  // Unlocking itself is the third.
  assert(took + 1 <= 3, `${took}`);
});

// Everything by keys: no mouse is touched from unlocking to locking.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import type { Key } from '../harness/keys.ts';
import { addPerson, begin, beginning, holding, lock, open, PASSPHRASE, type Stage } from '../harness/ways.ts';

let stage: Stage;

before(async () => {
  stage = await open({ name: 'keyboard' });
  await begin(stage);
  await addPerson(stage, 'Tall');
  await lock(stage);
});
after(() => stage?.app.end());

/** What has the focus, as a screen reader says it. */
async function focused(): Promise<string> {
  const found = await stage.app.run(() => document.activeElement as unknown as object);
  return stage.app.browser.getElementComputedLabel((found as { 'element-6066-11e4-a52e-4f735466cecf': string })['element-6066-11e4-a52e-4f735466cecf']);
}

/** Waits until what has the focus is called so: a dialog takes a moment to give it. */
async function on(name: RegExp): Promise<void> {
  let now = '';
  for (let tries = 0; tries < 400; tries++) {
    now = await focused().catch(String);
    if (name.test(now)) return;
    await pause(50);
  }
  assert.fail(`the focus is on “${now}”, not on ${name}`);
}

/** Presses a key until what has the focus is called so. */
async function until(name: RegExp, ...keys: Key[]): Promise<void> {
  const seen: string[] = [];
  for (let tries = 0; tries < 60; tries++) {
    const now = await focused();
    if (name.test(now)) return;
    seen.push(now);
    await stage.app.press(...keys);
  }
  assert.fail(`${keys.join('+')} never came to ${name}: ${seen.join(' → ')}`);
}

test('the vault opens by typing and Enter: the field has the focus', async () => {
  const { app, say } = stage;
  await on(beginning(say('vault-passphrase')));
  await app.type(PASSPHRASE);
  await app.press('Enter');
  await app.patiently(() => app.role('navigation', say('shell-navigation')));
});

test('Ctrl+K finds a person by the beginning of the alias, Enter opens', async () => {
  const { app, say } = stage;
  await app.press('Control', 'k');
  await on(beginning(say('shell-palette-hint')));
  await app.type('ta');
  await app.gone({ by: 'role', role: 'option', name: beginning(say('shell-today')) });
  await app.press('Enter');
  await app.heading('Tall');
});

test('a number leads to a view, and keys write the plan', async () => {
  const { app, say } = stage;
  await app.press('2');
  await app.text(say('plan-empty-title', { alias: 'Tall' }));
  await app.press('b');
  await on(beginning(say('plan-need-area')));
  await app.type(say('need-area-routines'));
  await app.role('option', say('need-area-routines'));
  await app.press('ArrowDown');
  await app.press('Enter');
  await app.heading(say('need-area-routines'));
  await until(beginning(say('plan-goal-new')), 'Tab');
  await app.type('Jag ska komma upp på morgonen');
  await app.press('Enter');
  await app.button(say('plan-goal-menu', { goal: 'Jag ska komma upp på morgonen' }));
});

test('an appointment is booked by one line and moved by keys', async () => {
  const { app, say } = stage;
  await app.press('Escape');
  await app.press('a');
  await on(beginning(say('calendar-line')));
  await app.type('tors 10 frukost 30m');
  await app.press('Enter');
  await app.role('button', holding('frukost'));
  await until(/frukost/u, 'Tab');
  await app.press('m');
  await app.press('ArrowRight');
  await app.press('ArrowDown');
  await app.press('Enter');
  await app.role('button', /10[.:]15.*frukost/u);
  await app.press('Escape');
});

test('a routine is ticked by Space, and Shift with Space says that it wasn’t done', async () => {
  const { app, say } = stage;
  await until(beginning(say('person-tab-calendar')), 'Shift', 'Tab');
  await app.press('ArrowRight');
  await app.press('ArrowRight');
  await app.press('Enter');
  await app.text(say('routines-empty'));
  await until(beginning(say('routines-new')), 'Tab');
  await app.press('Enter');
  await app.role('dialog', say('routines-new'));
  await on(beginning(say('routines-title')));
  await app.type('Dricka vatten');
  await until(beginning(say('common-save')), 'Tab');
  await app.press('Enter');
  await app.role('grid', say('routines-grid'));
  await until(/^Dricka vatten, /u, 'Tab');
  await app.press('Space');
  await on(holding(say('tick-done')));
  await app.press('ArrowRight');
  await app.press('Shift', 'Space');
  await on(holding(say('tick-missed')));
});

test('N writes, Ctrl+Enter signs, and the next key is a command again', async () => {
  const { app, say } = stage;
  await app.press('n');
  await on(beginning(say('notes-body')));
  await app.type('Nn2b: tecken i text är ingen genväg.');
  await app.press('Control', 'Enter');
  await app.find({ by: 'text', name: holding(say('notes-signed-by', { author: 'Kim Exempel', when: '' }).trim()) });
  await app.press('1');
  await app.text(say('overview-requests'));
});

test('the question mark tells the keys, Escape closes and gives the focus back', async () => {
  const { app, say } = stage;
  await app.press('?');
  const sheet = await app.role('dialog', say('shell-shortcuts'));
  assert.match(await sheet.text(), holding(say('person-new-note')));
  await app.press('Escape');
  await app.gone({ by: 'role', role: 'dialog' });
});

test('every stop of Tab on a person’s page shows where it is', async () => {
  const { app } = stage;
  const unseen: string[] = [];
  for (let stop = 0; stop < 30; stop++) {
    await app.press('Tab');
    await app.settled();
    const lost = await app.run(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return '';
      const box = element.getBoundingClientRect();
      if (box.width < 2 && !element.matches('.skip, .skip *')) return '';
      // An outline or a shadow, of it or of what it stands in, or a border that changes.
      const rings = (each: Element, part?: string) => {
        const style = getComputedStyle(each, part);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
      };
      const border = () => getComputedStyle(element).borderBottomColor;
      const before = border();
      const ringed = rings(element) || rings(element, '::after') || rings(element, '::before') || (element.parentElement !== null && rings(element.parentElement));
      element.blur();
      const marked = ringed || border() !== before;
      element.focus();
      return marked ? '' : element.outerHTML.slice(0, 120);
    });
    if (lost) unseen.push(lost);
  }
  assert.deepEqual(unseen, []);
});

test('Ctrl+L locks from anywhere', async () => {
  await lock(stage);
  await on(beginning(stage.say('vault-passphrase')));
});

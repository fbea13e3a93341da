// Two people who exchange cards, compare them, and hand a case over; each in an app of their own that shares
// its folder of files with the other's.

import assert from 'node:assert/strict';

import { beginning, holding, type Stage, visit } from './ways.ts';

/** A view of the sharing screen. */
export async function shareTab(stage: Stage, tab: 'send' | 'receive' | 'colleagues' | 'journal'): Promise<void> {
  const { app, say } = stage;
  await visit(stage, 'share');
  await (await app.role('tab', beginning(say(`share-tab-${tab}`)))).click();
  await app.find({ by: 'role', role: 'tabpanel' });
}

/** Saves one's own card where the other finds it. */
export async function saveCard(stage: Stage): Promise<void> {
  const { app, say } = stage;
  await shareTab(stage, 'colleagues');
  await (await app.button(say('share-save-card'))).click();
  await app.text(beginning(say('share-card-saved', { name: 'X' }).split('X')[0] ?? ''));
}

/** Takes in the card that was saved last. */
export async function importCard(stage: Stage, name: string): Promise<void> {
  const { app, say } = stage;
  await shareTab(stage, 'colleagues');
  await (await app.button(say('share-import-card'))).click();
  const cards = await app.role('list', say('share-cards'));
  assert.match(await cards.text(), holding(name));
}

/** Begins to compare a card. */
export async function beginToCompare({ app, say }: Stage, name: string): Promise<void> {
  const cards = await app.role('list', say('share-cards'));
  await (await cards.in({ by: 'role', role: 'button', name: say('share-compare') })).click();
  await app.role('dialog', say('share-compare-with', { name }));
}

/** Compares a card: the digits are read from the other's own screen. Answers with the actions it took. */
export async function verify(stage: Stage, other: Stage, name: string): Promise<number> {
  const { app, say } = stage;
  await shareTab(other, 'colleagues');
  const { digits } = (await other.app.ask('card_mine')).data as { digits: string[] };
  const shown = await other.app.run(() => document.body.innerText);
  for (const group of digits) assert(shown.includes(group), 'the digits are read from the screen');
  await shareTab(stage, 'colleagues');
  const before = app.actions;
  await beginToCompare(stage, name);
  const dialog = await app.role('dialog', say('share-compare-with', { name }));
  const group = beginning(say('share-group', { group: '' }).trim());
  for (const field of await app.all({ by: 'label', name: group }, dialog)) {
    const asked = Number(/\d+/u.exec(await field.name())?.[0]);
    await field.fill(digits[asked - 1] ?? '');
  }
  await app.press('Enter');
  await app.gone({ by: 'role', role: 'dialog' });
  const cards = await app.role('list', say('share-cards'));
  assert.match(await cards.text(), holding(say('share-use-ready')));
  return app.actions - before;
}

/** Chooses all that there is to seal a person's case to a colleague. */
export async function prepareToSeal(stage: Stage, alias: string, colleague: string): Promise<void> {
  const { app, say } = stage;
  await shareTab(stage, 'send');
  const people = await app.role('group', holding(say('share-persons')));
  await (await people.in({ by: 'role', role: 'button', name: alias })).click();
  for (const section of ['plan', 'calendar', 'routines', 'notes']) {
    const sections = await app.role('group', holding(say('share-sections')));
    const chip = await sections.in({ by: 'role', role: 'button', name: say(`section-${section}`) });
    if ((await chip.attribute('aria-pressed')) !== 'true') await chip.click();
  }
  await (await app.field(colleague)).click();
  await (await app.role('combobox', beginning(say('share-ground')))).click();
  await (await app.role('option', say('ground-consent'))).click();
}

/** Seals a person's case to a colleague. */
export async function seal(stage: Stage, alias: string, colleague: string): Promise<void> {
  const { app, say } = stage;
  await prepareToSeal(stage, alias, colleague);
  await (await app.button(beginning(say('share-seal')))).click();
  await app.patiently(() => app.text(say('share-sealed-next')));
}

// The ways through the app that most journeys begin with: making a vault, opening the sample people,
// going to a screen or a person. What each does is what a person would do, so that they count as actions.

import { type App, launch, type Launch } from './app.ts';
import type { Element } from './element.ts';
import type { Text } from './find.ts';
import { type Language, words, type Words } from './words.ts';

/** An app and the language that it speaks. */
export interface Stage {
  app: App;
  language: Language;
  /** The interface's texts in that language. */
  say: Words;
}

/** A passphrase that nobody guesses, for vaults that live as long as a journey. */
export const PASSPHRASE = 'fyren lyser över tallarna vid sundet';

/** Who works in the vaults of the journeys. */
export const WORKER = 'Kim Exempel';

/** Starts the app. */
export async function open(options: Launch): Promise<Stage> {
  const language = options.language ?? 'sv';
  return { app: await launch(options), language, say: words(language) };
}

/** A text with whatever follows it, as "(valfritt)" follows a label and a key follows a button's name. */
export function beginning(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}`, 'u');
}

/** A text wherever it stands. */
export function holding(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'u');
}

/** First run, up to the recovery sheet. */
export async function makeVault({ app, say }: Stage, passphrase = PASSPHRASE): Promise<void> {
  await (await app.button(beginning(say('vault-create')))).click();
  await (await app.field(say('vault-passphrase'))).fill(passphrase);
  await (await app.field(say('vault-again'))).fill(passphrase);
  await (await app.button(say('vault-create-do'))).click();
  await app.patiently(() => app.heading(say('vault-sheet')));
}

/** The recovery key that is on the screen, in groups. */
export async function keyOnSheet({ app, say }: Stage): Promise<string> {
  const groups = await app.find({ by: 'text', name: beginning(`${say('vault-key')}: `) });
  const text = await app.run((element) => (element as unknown as HTMLElement).textContent ?? '', groups.reference);
  return text.split(': ')[1] ?? '';
}

/** From the recovery sheet to where its key is typed back. */
export async function turnSheetOver(stage: Stage): Promise<void> {
  const { app, say } = stage;
  await (await app.field(say('vault-sheet-confirm'))).click();
  await (await app.button(say('common-next'))).click();
  await app.heading(say('keys-prove'));
}

/** From the recovery sheet into the empty vault: its key is typed back from it. */
export async function putSheetAway(stage: Stage): Promise<void> {
  const { app, say } = stage;
  const key = await keyOnSheet(stage);
  await turnSheetOver(stage);
  await (await app.field(say('vault-key'))).fill(key.replaceAll(', ', ' '));
  await (await app.button(say('keys-prove-do'))).click();
  await app.heading(say('vault-who'));
}

/** First run, all of it: a vault with nobody in it, and Today on the screen. */
export async function begin(stage: Stage, worker = WORKER): Promise<void> {
  const { app, say } = stage;
  await makeVault(stage);
  await putSheetAway(stage);
  await (await app.field(beginning(say('settings-name')))).fill(worker);
  await (await app.button(say('vault-who-done'))).click();
  await app.text(say('today-no-people'));
}

/** The sample people, with Today on the screen. */
export async function openSample({ app, say }: Stage): Promise<void> {
  await (await app.button(beginning(say('vault-sample')))).click();
  await app.patiently(() => app.text(say('shell-sample')));
  await app.text(say('today-appointments'));
}

/** Unlocks with the passphrase. */
export async function unlock(stage: Stage, passphrase = PASSPHRASE): Promise<void> {
  const { app, say } = stage;
  await (await app.field(say('vault-passphrase'))).fill(passphrase);
  await app.press('Enter');
  await inside(stage);
}

/** Waits until the vault is open. */
export async function inside({ app, say }: Stage): Promise<void> {
  await app.patiently(() => app.role('navigation', say('shell-navigation')));
}

/** Locks by its key and waits for the door. */
export async function lock({ app, say }: Stage): Promise<void> {
  await app.press('Control', 'l');
  await app.field(say('vault-passphrase'));
}

/** A screen of the navigation. */
export async function visit({ app, say }: Stage, screen: 'today' | 'people' | 'calendar' | 'share' | 'settings'): Promise<void> {
  const navigation = await app.role('navigation', say('shell-navigation'));
  await (await navigation.in({ by: 'role', role: 'button', name: beginning(say(`shell-${screen}`)) })).click();
  await app.all({ by: 'role', role: 'heading' });
}

export type Tab = 'overview' | 'plan' | 'calendar' | 'notes' | 'routines' | 'documents';

/** A person, through the list of people, and one of their views. */
export async function visitPerson(stage: Stage, alias: string, tab: Tab = 'overview'): Promise<void> {
  const { app, say } = stage;
  await visit(stage, 'people');
  const table = await app.role('table', say('shell-people'));
  await (await table.in({ by: 'role', role: 'button', name: alias })).click();
  await app.find({ by: 'role', role: 'heading', name: alias });
  if (tab !== 'overview') await show(stage, tab);
}

/** Another view of the person on the screen. */
export async function show({ app, say }: Stage, tab: Tab): Promise<void> {
  await (await app.role('tab', beginning(say(`person-tab-${tab}`)))).click();
  await app.find({ by: 'role', role: 'tabpanel' });
}

/** Adds a person and ends on their page. */
export async function addPerson(stage: Stage, alias: string, phase?: string): Promise<void> {
  const { app, say } = stage;
  await visit(stage, 'people');
  await (await app.button(beginning(say('people-add')))).click();
  await (await app.field(say('people-alias'))).fill(alias);
  if (phase) await choose(stage, say('people-phase'), phase);
  await (await app.button(say('common-add'))).click();
  await app.heading(alias);
}

/** An option of a list that is opened by its button. */
export async function choose({ app }: Stage, label: string, option: Text): Promise<void> {
  await (await app.role('combobox', beginning(label))).click();
  await (await app.role('option', option)).click();
}

/** An option of a list that one searches by typing. */
export async function pick({ app }: Stage, label: Text, typed: string, option: Text = beginning(typed)): Promise<void> {
  const field: Element = await app.field(label);
  await field.click();
  await field.fill(typed);
  await (await app.role('option', option)).click();
}

// The screens with the sample people in them.

import { beginning, choose, holding, inside, openSample, show, type Stage, visit, visitPerson } from '../ways.ts';
import { CALENDAR, PRINT } from './calendar.ts';
import { DOCUMENTS } from './documents.ts';
import { SHARE } from './share.ts';
import { type Act, needed, scene, type Scene } from './scene.ts';

/** Presses a button by the beginning of its name. */
async function press({ app, say }: Stage, id: string): Promise<void> {
  await (await app.button(beginning(say(id)))).click();
}

const TODAY: Scene[] = [
  needed('today', (stage) => openSample(stage)),
  scene('today-row', async ({ app, say }) => {
    await app.press('ArrowDown');
    await app.press('ArrowDown');
    await app.button(say('today-reschedule'));
  }),
  scene('today-outcome', async ({ app, say }) => {
    await app.press('Space');
    await app.all({ by: 'role', role: 'menuitem' });
    await app.role('menuitem', say('outcome-excused_absence'));
  }),
  scene('book', async (stage) => {
    const { app, say } = stage;
    await app.press('Escape');
    await app.press('a');
    await (await app.role('combobox', say('today-person'))).fill('Tall');
    await (await app.role('option', beginning('Tall'))).click();
    await (await app.field(say('today-line'))).fill('tors 14 tandläkare 45m');
    await app.gone({ by: 'text', name: say('today-line-empty') });
  }),
  scene('note-about', async (stage) => {
    await visit(stage, 'today');
    await stage.app.press('n');
    await stage.app.role('dialog', stage.say('today-note-about'));
  }),
];

const PEOPLE: Scene[] = [
  scene('people', async (stage) => {
    await visit(stage, 'people');
    await stage.app.role('table', stage.say('shell-people'));
  }),
  scene('people-filter', async ({ app, say }) => {
    await (await app.field(say('people-filter'))).fill('ö');
    await app.gone({ by: 'role', role: 'button', name: 'Tall' });
  }),
  scene('add-person', async (stage) => {
    await visit(stage, 'today');
    await visit(stage, 'people');
    await press(stage, 'people-add');
    await stage.app.role('dialog', stage.say('people-add'));
  }),
];

const PERSON: Scene[] = [
  scene('overview', async (stage) => {
    await visitPerson(stage, 'Tall');
    await stage.app.text(stage.say('overview-requests'));
  }),
  scene('overview-flag', (stage) => visitPerson(stage, 'Ek')),
  scene('overview-closed-to-eyes', async (stage) => {
    await visitPerson(stage, 'Tall');
    await press(stage, 'overview-identity-add').catch(() => press(stage, 'common-show'));
  }),
  scene('case', async (stage) => {
    await visitPerson(stage, 'Tall');
    await press(stage, 'overview-details-edit');
    await stage.app.all({ by: 'role', role: 'dialog' });
  }),
  scene('request', async (stage) => {
    await visitPerson(stage, 'Tall');
    await press(stage, 'overview-request-new');
    await stage.app.role('dialog', stage.say('overview-request-new'));
  }),
  scene('plan', async (stage) => {
    await visitPerson(stage, 'Tall', 'plan');
    await stage.app.all({ by: 'role', role: 'list' });
  }),
  scene('plan-new-need', async ({ app, say }) => {
    await app.press('b');
    await app.role('combobox', beginning(say('plan-need-area')));
  }),
  scene('plan-agreement', async (stage) => {
    await visitPerson(stage, 'Tall', 'plan');
    await press(stage, 'plan-agreement-new');
    await stage.app.all({ by: 'role', role: 'dialog' });
  }),
  scene('plan-goal', async (stage) => {
    const { app, say } = stage;
    await visitPerson(stage, 'Tall', 'plan');
    await (await app.button(say('plan-goal-menu', { goal: 'Jag ska ha en egen dörr att låsa.' }))).click();
    await (await app.role('menuitem', say('plan-goal-edit'))).click();
    await app.role('dialog', say('plan-goal'));
  }),
  scene('plan-close-goal', async (stage) => {
    const { app, say } = stage;
    await visitPerson(stage, 'Tall', 'plan');
    await (await app.button(say('plan-goal-menu', { goal: 'Jag ska ha en egen dörr att låsa.' }))).click();
    await (await app.role('menuitem', say('plan-goal-close'))).click();
    await app.text(say('plan-goal-becomes'));
  }),
  scene('plan-measure', async (stage) => {
    const { app, say } = stage;
    await visitPerson(stage, 'Tall', 'plan');
    await (await app.button(say('plan-measure-menu', { measure: 'Försörjningsstöd under praktik' }))).click();
    await (await app.role('menuitem', say('plan-measure-edit'))).click();
    await app.role('dialog', say('plan-measure'));
  }),
  scene('notes', (stage) => visitPerson(stage, 'Tall', 'notes')),
  scene('note-amended', async (stage) => {
    const { app, say } = stage;
    await visitPerson(stage, 'Tall', 'notes');
    const list = await app.role('navigation', say('notes-list'));
    await (await list.in({ by: 'role', role: 'button', name: new RegExp(say('notes-additions', { count: 1 }), 'u') })).click();
    await app.role('region', say('notes-addition'));
  }),
  scene('note-amend', async ({ app, say }) => {
    await (await app.button(say('notes-add'))).click();
    await app.field(say('notes-add-label'));
  }),
  scene('note-amend-left', async (stage) => {
    const { app, say } = stage;
    await (await app.field(say('notes-add-label'))).fill('Mötet var på tisdagen, inte på onsdagen.');
    await visit(stage, 'today');
    await app.text(holding(say('today-addition', { count: 7 })));
  }),
  scene('unsaved', async (stage) => {
    const { app, say } = stage;
    await visitPerson(stage, 'Tall', 'notes');
    const list = await app.role('navigation', say('notes-list'));
    await (await list.in({ by: 'role', role: 'button', name: new RegExp(say('notes-added-to'), 'u') })).click();
    await app.refuse('addition_save');
    await (await app.field(say('notes-add-label'))).fill('Mötet var på tisdagen, inte på onsdagen. Det');
    await app.text(holding(say('notes-not-saved')));
  }),
  scene('unsaved-held', async (stage) => {
    await visit(stage, 'today');
    await stage.app.text(stage.say('shell-unsaved', { count: 1 }));
  }),
  scene('unsaved-lock', async ({ app, say }) => {
    await app.press('Control', 'l');
    await app.role('dialog', say('shell-leave'));
  }),
  scene('saved-after-all', async (stage) => {
    const { app, say } = stage;
    await app.refuse();
    await (await app.button(say('shell-unsaved-show'))).click();
    await app.field(say('notes-add-label'));
    await app.gone({ by: 'text', name: holding(say('notes-not-saved')) });
    await press(stage, 'notes-add-discard');
  }),
  scene('notes-search', async (stage) => {
    const { app, say } = stage;
    await visitPerson(stage, 'Tall', 'notes');
    await (await app.field(say('notes-search'))).fill('praktik');
    await app.text('praktikplatsen');
  }),
  scene('note-draft', async (stage) => {
    const { app, say } = stage;
    await visitPerson(stage, 'Asp', 'notes');
    const list = await app.role('navigation', say('notes-list'));
    await (await list.in({ by: 'role', role: 'button', name: new RegExp(say('notes-draft', { count: 62 }), 'u') })).click();
    await app.field(say('notes-body'));
  }),
  scene('note-new', async (stage) => {
    await visitPerson(stage, 'Ek');
    await stage.app.press('n');
    await (await stage.app.field(stage.say('notes-body'))).attribute('id');
  }),
  scene('note-next-step', async ({ app, say }) => {
    await (await app.field(beginning(say('notes-next-step')))).fill('tis 14 besök på boxningsklubben');
    await (await app.button(say('notes-step-appointment'))).click();
    await app.all({ by: 'role', role: 'dialog' });
  }),
  scene('routines', async (stage) => {
    await visitPerson(stage, 'Tall', 'routines');
    await stage.app.role('grid', stage.say('routines-grid'));
  }),
  scene('routine-missed', async ({ app, say }) => {
    const [box] = await app.all({ by: 'role', role: 'checkbox' });
    await app.run((element) => (element as unknown as { focus(): void }).focus(), box!.reference);
    await app.press('Shift', 'Space');
    const why = say('routines-why', { title: 'Kliva upp och bädda', day: '' });
    await app.field(holding(why.slice(why.indexOf('.'))));
  }),
  scene('routines-table', async ({ app, say }) => {
    await (await app.button(say('routines-as-table'))).click();
  }),
  scene('routine', async (stage) => {
    const { app, say } = stage;
    await press(stage, 'routines-new');
    await app.role('dialog', say('routines-new'));
  }),
];

const REST: Scene[] = [
  scene('settings', async (stage) => {
    await visit(stage, 'settings');
    await stage.app.heading(stage.say('settings-about'));
  }),
  scene('settings-checked', async (stage) => {
    const { app, say } = stage;
    await visit(stage, 'settings');
    await (await app.button(say('settings-check'))).click();
    await app.all({ by: 'role', role: 'status' });
  }),
  scene('settings-lock-after', async ({ app, say }) => {
    await (await app.role('combobox', beginning(say('settings-lock')))).click();
    await app.role('option', say('settings-lock-after', { count: 15 }));
  }),
  scene('palette', async ({ app, say }) => {
    await app.press('Control', 'k');
    await app.role('combobox', say('shell-palette-hint'));
    await app.all({ by: 'role', role: 'option' });
  }),
  scene('palette-found', async ({ app, say }) => {
    await app.press('Control', 'k');
    await (await app.role('combobox', say('shell-palette-hint'))).fill('praktik');
    await app.all({ by: 'role', role: 'option', name: /praktik/iu });
  }),
  scene('palette-nothing', async ({ app, say }) => {
    await app.press('Control', 'k');
    await (await app.role('combobox', say('shell-palette-hint'))).fill('qqqqq');
    await app.text(say('common-nothing-found'));
  }),
  scene('shortcuts', async (stage) => {
    await visit(stage, 'today');
    await stage.app.press('?');
    await stage.app.role('dialog', stage.say('shell-shortcuts'));
  }),
  scene('private', async (stage) => {
    await visitPerson(stage, 'Tall');
    await press(stage, 'shell-private');
    await stage.app.gone({ by: 'role', role: 'button', name: beginning(stage.say('shell-people')) });
  }),
  scene('not-private', async (stage) => {
    await press(stage, 'shell-private-end');
    await inside(stage);
  }),
];

export const SAMPLE: Act = { name: 'sample', scenes: [...TODAY, ...PEOPLE, ...PERSON, ...CALENDAR, ...PRINT, ...DOCUMENTS, ...SHARE, ...REST] };

/** The same people in a small window, and at twice the size. */
export function inWindow(width: number, height: number): Act {
  const size = `${width}x${height}`;
  return {
    name: size,
    launch: { size: [width, height] },
    scenes: [
      needed(`today-${size}`, (stage) => openSample(stage)),
      scene(`people-${size}`, (stage) => visit(stage, 'people')),
      scene(`overview-${size}`, (stage) => visitPerson(stage, 'Tall')),
      scene(`plan-${size}`, (stage) => show(stage, 'plan')),
      scene(`note-${size}`, async (stage) => {
        await stage.app.press('n');
        await stage.app.field(stage.say('notes-body'));
      }),
      scene(`routines-${size}`, (stage) => show(stage, 'routines')),
      scene(`calendar-${size}`, (stage) => visit(stage, 'calendar')),
      scene(`print-${size}`, async (stage) => {
        await visitPerson(stage, 'Tall');
        await press(stage, 'person-print-week');
        await stage.app.all({ by: 'role', role: 'img' });
      }),
      ...DOCUMENTS.map((each) => scene(`${each.name}-${size}`, each.enter)),
      scene(`settings-${size}`, (stage) => visit(stage, 'settings')),
      scene(`lock-after-${size}`, async (stage) => {
        await choose(stage, stage.say('settings-lock'), stage.say('settings-lock-after', { count: 10 }));
      }),
    ],
  };
}

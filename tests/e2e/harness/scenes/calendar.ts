// The calendar and the week on paper, with the sample people in them.

import { type Stage, visit, visitPerson } from '../ways.ts';
import { scene, type Scene } from './scene.ts';

/** The first appointment of somebody, opened in the panel. */
async function openEvent({ app }: Stage, name: RegExp): Promise<void> {
  const [event] = await app.all({ by: 'role', role: 'button', name });
  await event?.click();
}

export const CALENDAR: Scene[] = [
  scene('calendar-week', async (stage) => {
    await visit(stage, 'calendar');
    await stage.app.all({ by: 'role', role: 'button', name: /Tall/u });
  }),
  scene('calendar-event', async (stage) => {
    await openEvent(stage, /Socialkontoret/u);
    await stage.app.find({ by: 'role', role: 'heading', name: /Socialkontoret/u });
  }),
  scene('calendar-series', async (stage) => {
    await visit(stage, 'calendar');
    await openEvent(stage, /Ek.*Möte om boendet|13[.:]15.*Ek/u);
    await stage.app.button(stage.say('calendar-reschedule'));
  }),
  scene('calendar-new', async (stage) => {
    const { app, say } = stage;
    await visit(stage, 'calendar');
    await app.press('a');
    await (await app.field(say('calendar-line'))).fill(stage.language === 'sv' ? 'tors 14 tandläkare 45m' : 'Thu 14 dentist 45m');
    await app.all({ by: 'text', name: /14[.:]00\s*[–-]\s*14[.:]45/u });
  }),
  scene('calendar-day', async (stage) => {
    const { app, say } = stage;
    await visit(stage, 'today');
    await visit(stage, 'calendar');
    await (await app.button(say('calendar-view-day'))).click();
  }),
  scene('calendar-list', async ({ app, say }) => {
    await (await app.button(say('calendar-view-list'))).click();
  }),
  scene('person-calendar', async (stage) => {
    await visitPerson(stage, 'Tall', 'calendar');
    await stage.app.all({ by: 'role', role: 'button', name: /Socialkontoret/u });
  }),
];

export const PRINT: Scene[] = [
  scene('print', async (stage) => {
    const { app, say } = stage;
    await visitPerson(stage, 'Tall');
    await (await app.button(say('person-print-week'))).click();
    await app.all({ by: 'role', role: 'img' });
  }),
  scene('print-portrait', async ({ app, say }) => {
    await (await app.button(say('print-portrait'))).click();
    await app.all({ by: 'role', role: 'img' });
  }),
  scene('print-nothing', async (stage) => {
    const { app, say } = stage;
    for (let weeks = 0; weeks < 3; weeks++) await (await app.button(say('print-next'))).click();
  }),
];

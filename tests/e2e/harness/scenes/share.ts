// Sharing: what one sees with a card of one's own, a colleague's card, and a sealed file.

import type { App } from '../app.ts';
import { beginToCompare, importCard, prepareToSeal, saveCard, seal, shareTab, verify } from '../handover.ts';
import { addPerson, begin, beginning, holding, open, openSample, type Stage, visitPerson, WORKER } from '../ways.ts';
import { type Act, needed, scene, type Scene } from './scene.ts';

export const SHARE: Scene[] = [
  scene('share-send', async (stage) => {
    const { app, say } = stage;
    await shareTab(stage, 'send');
    await (await app.button(beginning(say('share-seal')))).click();
    await app.text(say('share-persons-missing'));
  }),
  scene('share-receive', async (stage) => {
    await shareTab(stage, 'receive');
    await stage.app.text(stage.say('share-receive-title'));
  }),
  scene('share-colleagues', async (stage) => {
    await shareTab(stage, 'colleagues');
    await stage.app.text(stage.say('share-mine'));
  }),
  scene('share-own-card', async (stage) => {
    const { app, say } = stage;
    await (await app.button(say('share-save-card'))).click();
    await app.find({ by: 'text', name: holding('.farled') });
  }),
  scene('share-journal', async (stage) => {
    await shareTab(stage, 'journal');
    await stage.app.text(stage.say('share-journal-empty'));
  }),
];

const OFFICE = 'Robin Kontor';
/** The office's own app, for as long as an act lasts. */
const offices = new Map<App, Stage>();

/** A handover with an office that has a vault of its own. */
export const HANDOVER: Act = {
  name: 'handover',
  scenes: [
    needed('share-unverified', async (stage) => {
      const office = await open({ name: `office-${stage.language}`, language: stage.language, files: stage.app.files });
      offices.set(stage.app, office);
      await openSample(stage);
      await begin(office, OFFICE);
      await saveCard(office);
      await importCard(stage, OFFICE);
    }),
    scene('share-compare', (stage) => beginToCompare(stage, OFFICE)),
    needed('share-verified', (stage) => verify(stage, office(stage), OFFICE).then(() => undefined)),
    needed('share-ready', (stage) => prepareToSeal(stage, 'Tall', OFFICE)),
    scene('share-sealed', async ({ app, say }) => {
      await (await app.button(beginning(say('share-seal')))).click();
      await app.patiently(() => app.text(say('share-sealed-next')));
    }),
    needed('share-preview', async (stage) => {
      const { app, say } = stage;
      await saveCard(stage);
      await importCard(office(stage), WORKER);
      await verify(office(stage), stage, WORKER);
      await addPerson(office(stage), 'Vide');
      await seal(office(stage), 'Vide', WORKER);
      await shareTab(stage, 'receive');
      await (await app.button(say('share-open'))).click();
      await app.heading(say('share-from', { sender: OFFICE }));
    }),
    scene('share-merged', async ({ app, say }) => {
      await (await app.button(say('share-merge'))).click();
      await app.heading(say('share-merged', { sender: OFFICE }));
    }),
    scene('share-refused', async ({ app, say }) => {
      await (await app.button(say('share-open'))).click();
      await app.text(holding(say('error-bundle-already-opened')));
    }),
    needed('share-changed', async (stage) => {
      const { app, say } = stage;
      await changeCase(stage, 'Vide', { phase: 'active', remember: say('overview-remember') });
      await changeCase(office(stage), 'Vide', { alias: 'Videung', phase: 'winding_down' });
      await seal(office(stage), 'Videung', WORKER);
      await shareTab(stage, 'receive');
      await (await app.button(say('share-open'))).click();
      await app.text(say('share-alias-before', { alias: 'Vide' }));
    }),
    scene('versions', async (stage) => {
      const { app, say } = stage;
      await (await app.button(say('share-merge'))).click();
      await app.text(say('share-alias-was', { alias: 'Vide' }));
      await visitPerson(stage, 'Videung');
      await app.text(say('versions-title'));
    }),
    scene('share-key-changed', async (stage) => {
      const other = await open({ name: `other-${stage.language}`, language: stage.language, files: stage.app.files });
      await begin(other, OFFICE);
      await saveCard(other);
      await other.app.end();
      await importCard(stage, OFFICE);
      await stage.app.text(stage.say('share-key-changed', { name: OFFICE }));
    }),
    scene('share-journal-filled', async (stage) => {
      await shareTab(stage, 'journal');
      await stage.app.all({ by: 'text', name: holding(OFFICE) });
    }),
  ],
  async end({ app }) {
    await offices.get(app)?.app.end();
    offices.delete(app);
  },
};

/** Changes a person's own record, as the form does. */
async function changeCase({ app }: Stage, alias: string, part: object): Promise<void> {
  const rows = (await app.ask('people_list')).data as { case: string; alias: string }[];
  const caseId = rows.find((row) => row.alias === alias)?.case;
  const { case: person } = (await app.ask('case_show', { caseId })).data as { case: object };
  const { refused } = await app.ask('case_save', { person: { ...person, ...part } });
  if (refused) throw new Error(refused);
}

function office(stage: Stage): Stage {
  const found = offices.get(stage.app);
  if (!found) throw new Error('the office has no app');
  return found;
}

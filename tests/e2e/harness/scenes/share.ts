// Sharing: what one sees with a card of one's own, a colleague's card, and a sealed file.

import { beginning, holding, type Stage, visit } from '../ways.ts';
import { scene, type Scene } from './scene.ts';

type Tab = 'send' | 'receive' | 'colleagues' | 'journal';

/** A view of the sharing screen. */
export async function shareTab(stage: Stage, tab: Tab): Promise<void> {
  const { app, say } = stage;
  await visit(stage, 'share');
  await (await app.role('tab', beginning(say(`share-tab-${tab}`)))).click();
  await app.find({ by: 'role', role: 'tabpanel' });
}

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

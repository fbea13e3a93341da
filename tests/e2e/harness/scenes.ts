// The screens that get photographed, in the order that a person would walk through them. Each scene
// begins where the one before it ended.

import type { App } from './app.ts';
import type { Language, Words } from './words.ts';

export interface Stage {
  app: App;
  language: Language;
  /** The interface's texts in the language of the pictures. */
  say: Words;
}

export interface Scene {
  name: string;
  enter(stage: Stage): Promise<void>;
  /** The scenes after it can't be reached without it. */
  needed?: true;
}

/** A screen of the navigation, by the id of its name. */
function inNavigation(name: string): Scene {
  return {
    name,
    async enter({ app, say }) {
      const navigation = await app.role('navigation', say('shell-navigation'));
      await navigation.in({ by: 'role', role: 'button', name: new RegExp(`^${say(`shell-${name}`)}`, 'u') }).then((found) => found.click());
      await app.all({ by: 'role', role: 'heading' });
    },
  };
}

export const SCENES: Scene[] = [inNavigation('today'), inNavigation('people'), inNavigation('calendar'), inNavigation('share'), inNavigation('settings')];

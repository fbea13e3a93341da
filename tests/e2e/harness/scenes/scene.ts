// What a scene is: a screen in one state, and how one comes there.

import type { Launch } from '../app.ts';
import type { Stage } from '../ways.ts';
import type { Language } from '../words.ts';

export interface Scene {
  name: string;
  /** Goes there, from wherever the scene before it ended. */
  enter(stage: Stage): Promise<void>;
  /** The scenes after it in its act can't be reached without it. */
  needed?: true;
}

/** Scenes that one run of the app walks through. */
export interface Act {
  name: string;
  launch?: Pick<Launch, 'now' | 'size'>;
  /** Before the app starts: what shall lie in the vault's folder. */
  prepare?(vault: string, language: Language): void | Promise<void>;
  scenes: Scene[];
  /** Puts away what the scenes have opened beside the app. */
  end?(stage: Stage): Promise<void>;
}

export function scene(name: string, enter: (stage: Stage) => Promise<void>): Scene {
  return { name, enter };
}

export function needed(name: string, enter: (stage: Stage) => Promise<void>): Scene {
  return { name, enter, needed: true };
}

// Preferences and who works here, as the vault keeps them.
import { commands, type Settings } from './bindings';
import { call } from './call';
import { preferences, TEXT_SIZES, type Preferences, type TextSize } from './preferences.svelte';

let current: Settings | null = $state.raw(null);
let queue: Promise<unknown> = Promise.resolve();

/** The step of text size that is nearest to stored percent. */
export function textSizeOf(percent: number): TextSize {
  return TEXT_SIZES.reduce((best, size) => (Math.abs(size - percent) < Math.abs(best - percent) ? size : best));
}

/** What the interface takes from the stored settings. */
export function preferencesOf(stored: Settings): Partial<Preferences> {
  return {
    ...(stored.language ? { language: stored.language } : {}),
    ...(stored.theme ? { theme: stored.theme } : {}),
    ...(stored.text_size ? { text_size: textSizeOf(stored.text_size) } : {}),
    ...(stored.single_keys ? { single_keys: stored.single_keys === 'on' } : {}),
  };
}

/** What is stored of the interface's choices. */
export function storedOf(chosen: Preferences): Settings {
  return {
    language: chosen.language,
    theme: chosen.theme,
    text_size: Math.floor(chosen.text_size),
    single_keys: chosen.single_keys ? 'on' : 'off',
  };
}

export const settings = {
  get current(): Settings | null {
    return current;
  },
  /** Takes up what the vault holds. */
  take(stored: Settings): void {
    current = stored;
    preferences.restore(preferencesOf(stored));
  },
  /** Keeps a part; the rest stays as the vault has it. One after the other, so that none is lost. */
  save(part: Settings): Promise<void> {
    const work = queue.then(async () => {
      const next = { ...(await call(commands.settingsShow())), ...part };
      await call(commands.settingsSave(next));
      current = next;
    });
    queue = work.catch(() => {});
    return work;
  },
  clear(): void {
    current = null;
  },
};

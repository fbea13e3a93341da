// How the interface looks and answers, for one who sits here. Kept by whoever subscribes.
import { keys } from './keys.svelte';
import { language, type Language } from './language.svelte';

export type Theme = 'light' | 'dark' | 'system';
export type TextSize = 100 | 112.5 | 125 | 150;

export interface Preferences {
  language: Language;
  theme: Theme;
  text_size: TextSize;
  single_keys: boolean;
}

export const TEXT_SIZES: readonly TextSize[] = [100, 112.5, 125, 150];
export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

let theme = $state<Theme>('system');
let textSize = $state<TextSize>(100);
const listeners = new Set<(value: Preferences) => void>();

function all(): Preferences {
  return { language: language.current, theme, text_size: textSize, single_keys: keys.enabled };
}

function apply(next: Partial<Preferences>): void {
  const root = document.documentElement;
  if (next.language) language.set(next.language);
  if (next.theme) {
    theme = next.theme;
    root.dataset['theme'] = theme;
  }
  if (next.text_size) {
    textSize = next.text_size;
    root.dataset['textSize'] = String(textSize);
  }
  if (next.single_keys !== undefined) keys.enabled = next.single_keys;
}

export const preferences = {
  get all(): Preferences {
    return all();
  },
  /** Takes up stored values, without telling the listeners. */
  restore: apply,
  /** A choice made by hand: applied at once and told to the listeners, who keep it. */
  set(next: Partial<Preferences>): void {
    apply(next);
    for (const listener of listeners) listener(all());
  },
  onChange(listener: (value: Preferences) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

// The language of the interface: one value that every text and date reads.

export type Language = 'sv' | 'en';

let current = $state<Language>('sv');

export const language = {
  get current(): Language {
    return current;
  },
  /** The locale that dates and numbers follow. */
  get locale(): 'sv-SE' | 'en-GB' {
    return current === 'sv' ? 'sv-SE' : 'en-GB';
  },
  set(next: Language): void {
    current = next;
    document.documentElement.lang = next;
  },
};

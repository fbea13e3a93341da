// What Ctrl+K finds: screens give a search, the shell shows its answers.
import type { Component } from 'svelte';

export interface PaletteItem {
  id: string;
  title: string;
  /** A line under the title: parts with `match` are marked. */
  detail?: string | { text: string; match: boolean }[];
  /** A word at the end of the row, such as the kind of record. */
  kind?: string;
  icon?: Component;
  run: () => void;
}

export type PaletteSearch = (query: string) => PaletteItem[] | Promise<PaletteItem[]>;

let open = $state(false);
let provider: PaletteSearch | null = $state.raw(null);

export const palette = {
  get open(): boolean {
    return open;
  },
  set open(next: boolean) {
    open = next;
  },
  /** The search given by a screen, if any. */
  get search(): PaletteSearch | null {
    return provider;
  },
  /** Gives the search. Returns its removal. */
  provide(search: PaletteSearch): () => void {
    provider = search;
    return () => {
      if (provider === search) provider = null;
    };
  },
};

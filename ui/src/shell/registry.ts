// The screens that there are, and their order in the navigation.
import type { Component } from 'svelte';

export type ScreenProps = { params: Record<string, string> };

export interface Screen {
  /** What `route.go` calls it. */
  name: string;
  /** Takes the place's values, or nothing. */
  component: Component<ScreenProps> | Component<Record<string, never>>;
  /** The message id of its title, for the navigation and the palette. */
  title: string;
  /** Its place in the navigation; without it, it is reached from elsewhere. */
  nav?: {
    icon: Component<Record<string, unknown>>;
    place: 'main' | 'foot';
    order: number;
    /** A number after the name, such as what waits. */
    count?: () => number | undefined;
    /** Other screens that stand under this entry. */
    holds?: readonly string[];
  };
  /** Stands without the shell, before the vault is open. */
  bare?: boolean;
  /** Is about one person alone, so it stays in private mode. */
  staysInPrivate?: boolean;
}

const all = new Map<string, Screen>();

export const screens: ReadonlyMap<string, Screen> = all;

/** Makes screens known; done once, before anything is drawn. */
export function register(...added: Screen[]): void {
  for (const screen of added) all.set(screen.name, screen);
}

/** The screens in the navigation, in their order. */
export function navigation(place: 'main' | 'foot'): Screen[] {
  return [...all.values()]
    .filter((screen) => screen.nav?.place === place)
    .sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0));
}

// Every screen: each folder here says in its `screen.ts` what it is. A screen that isn't built isn't here,
// and then nothing in the navigation or the palette speaks of it.
import type { Component } from 'svelte';

export type ScreenProps = { params: Record<string, string> };

export interface Screen {
  /** What `route.go` calls it. */
  name: string;
  /** Takes the place's values, or nothing. */
  component: Component<ScreenProps> | Component<Record<string, never>>;
  /** The message id of its title, for the palette. */
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

const modules = import.meta.glob<Screen>('./*/screen.ts', { import: 'default', eager: true });

export const screens: ReadonlyMap<string, Screen> = new Map(
  Object.values(modules).map((screen) => [screen.name, screen]),
);

/** The screens in the navigation, in their order. */
export function navigation(place: 'main' | 'foot'): Screen[] {
  return [...screens.values()]
    .filter((screen) => screen.nav?.place === place)
    .sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0));
}

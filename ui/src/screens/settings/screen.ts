// How the program looks and answers, who works here, and the vault's own matters.
import Settings2 from '@lucide/svelte/icons/settings';
import type { Screen } from '..';
import Settings from './Settings.svelte';

const screen: Screen = {
  name: 'settings',
  component: Settings,
  title: 'shell-settings',
  nav: { icon: Settings2, place: 'foot', order: 10 },
};

export default screen;

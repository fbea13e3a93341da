// The day: what happens, what lacks a word, what waits.
import Sun from '@lucide/svelte/icons/sun';
import type { Screen } from '..';
import { day } from './day.svelte';
import Today from './Today.svelte';

const screen: Screen = {
  name: 'today',
  component: Today,
  title: 'shell-today',
  nav: { icon: Sun, place: 'main', order: 10, count: () => day.view?.appointments.length },
};

export default screen;

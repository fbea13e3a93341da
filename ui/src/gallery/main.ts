// For those who build the interface: every component on one page, and screens of made-up contents in the
// shell. `?view=today|person|parts`, `&theme=`, `&text=`, `&lang=`. Not part of the program.
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '../styles/tokens.css';
import '../styles/base.css';
import Calendar from '@lucide/svelte/icons/calendar-days';
import ChartLine from '@lucide/svelte/icons/chart-line';
import Send from '@lucide/svelte/icons/send';
import Settings from '@lucide/svelte/icons/settings';
import Sun from '@lucide/svelte/icons/sun';
import Users from '@lucide/svelte/icons/users';
import { mount, type Component } from 'svelte';
import App from '../App.svelte';
import { preferences, type TextSize, type Theme } from '../lib/preferences.svelte';
import { route } from '../lib/route.svelte';
import { session } from '../lib/session.svelte';
import { register, type Screen, type ScreenProps } from '../shell/registry';
import Parts from './Parts.svelte';
import Person from './Person.svelte';
import Today from './Today.svelte';

const wanted = new URLSearchParams(location.search);

function add(name: string, title: string, component: unknown, icon: unknown, order: number, more: Partial<Screen> = {}): void {
  const count = { today: 4, people: 12, share: 1 }[name];
  register({
    name,
    title,
    component: component as Component<ScreenProps>,
    nav: {
      icon: icon as Component<Record<string, unknown>>,
      place: name === 'settings' ? 'foot' : 'main',
      order,
      holds: name === 'people' ? ['person'] : [],
      ...(count ? { count: () => count } : {}),
    },
    ...more,
  });
}

add('today', 'shell-today', Today, Sun, 1);
add('people', 'shell-people', Parts, Users, 2);
add('calendar', 'shell-calendar', Parts, Calendar, 3);
add('follow-up', 'shell-follow-up', Parts, ChartLine, 4);
add('share', 'shell-share', Parts, Send, 5);
add('settings', 'shell-settings', Parts, Settings, 6);
register({ name: 'person', title: 'shell-people', component: Person, staysInPrivate: true });

preferences.restore({
  language: wanted.get('lang') === 'en' ? 'en' : 'sv',
  theme: (wanted.get('theme') ?? 'light') as Theme,
  text_size: Number(wanted.get('text') ?? 100) as TextSize,
});
session.lockWith(() => {});
session.opened({ sample: wanted.has('sample'), screen: 'today' });
const view = wanted.get('view') ?? 'parts';
route.reset(view === 'parts' ? 'calendar' : view);

const target = document.getElementById('app');
if (target) mount(App, { target });

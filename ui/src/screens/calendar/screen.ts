// The week: everybody's appointments in time.
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import type { Screen } from '..';
import CalendarScreen from './CalendarScreen.svelte';

const screen: Screen = {
  name: 'calendar',
  component: CalendarScreen,
  title: 'shell-calendar',
  nav: { icon: CalendarDays, place: 'main', order: 30 },
};

export default screen;

// Everybody: who they are here, and who needs a thought.
import Users from '@lucide/svelte/icons/users';
import type { Screen } from '..';
import { people } from './people.svelte';
import People from './People.svelte';

const screen: Screen = {
  name: 'people',
  component: People,
  title: 'shell-people',
  nav: { icon: Users, place: 'main', order: 20, holds: ['person'], count: () => people.open },
};

export default screen;

// Sealed files to and from colleagues.
import Send from '@lucide/svelte/icons/send';
import type { Screen } from '..';
import Share from './Share.svelte';

const screen: Screen = {
  name: 'share',
  component: Share,
  title: 'shell-share',
  nav: { icon: Send, place: 'main', order: 50 },
};

export default screen;

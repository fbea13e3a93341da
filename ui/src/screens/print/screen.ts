// One person's week on paper.
import type { Screen } from '..';
import Print from './Print.svelte';

const screen: Screen = { name: 'print', component: Print, title: 'print-screen', staysInPrivate: true };

export default screen;

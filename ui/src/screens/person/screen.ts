// One person: the header that follows along, and five views of the file.
import type { Screen } from '..';
import Person from './Person.svelte';

const screen: Screen = { name: 'person', component: Person, title: 'person-title', staysInPrivate: true };

export default screen;

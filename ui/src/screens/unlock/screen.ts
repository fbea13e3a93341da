// What stands while the vault is closed: unlocking it, or making it.
import type { Screen } from '..';
import Unlock from './Unlock.svelte';

const screen: Screen = { name: 'unlock', component: Unlock, title: 'vault-unlock', bare: true };

export default screen;

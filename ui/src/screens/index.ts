// Every screen: each folder here says in its `screen.ts` what it is. A screen that isn't built isn't here,
// and then nothing in the navigation or the palette speaks of it.
import { register, type Screen } from '../shell/registry';

export { navigation, screens, type Screen, type ScreenProps } from '../shell/registry';

const modules = import.meta.glob<Screen>('./*/screen.ts', { import: 'default', eager: true });

register(...Object.values(modules));

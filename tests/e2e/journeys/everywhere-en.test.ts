// Every scene, in English.

import { everywhere } from '../harness/everywhere.ts';

everywhere('en');

// Every scene, in Swedish.

import { everywhere } from '../harness/everywhere.ts';

everywhere('sv');

// What `import` in a module sees.

import type { SpiceCloud } from 'spice-cloud';
import { startEmulator } from 'spice-cloud/testing';

export const client: SpiceCloud = (await startEmulator()).client();

// What `require` in a CommonJS file sees.

import { SpiceCloud } from 'spice-cloud';
import { type Emulator, startEmulator } from 'spice-cloud/testing';

export const start: Promise<Emulator> = startEmulator();
export const Client: typeof SpiceCloud = SpiceCloud;

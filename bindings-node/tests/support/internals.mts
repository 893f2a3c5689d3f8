// What tests look at that is not public.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The folder of the compiled package. */
export const DIST = dirname(require.resolve('spice-cloud'));

/** A module of the package that is not public. */
export function internal(path: string): any {
  return require(join(DIST, path));
}

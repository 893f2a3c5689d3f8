// What the runner uses of the SDK: all that is public, and the class of pagers, to tell them from promises.

import { createRequire } from 'node:module';
import type { Pager as PagerOf } from 'spice-cloud';

export { type CallOptions, type Page, SpiceCloud, SpiceCloudError } from 'spice-cloud';

const require = createRequire(import.meta.url);
const place = require.resolve('spice-cloud').replace('index.js', 'pager.js');

export const Pager: abstract new () => PagerOf<unknown> = require(place).Pager;

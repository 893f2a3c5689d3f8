// How long a new Node takes to load a module, in milliseconds: `load.mjs MODULE`.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const began = performance.now();
require(process.argv[2]);
console.log(performance.now() - began);
process.exit(0);

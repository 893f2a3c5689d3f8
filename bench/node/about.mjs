// Where the benchmark runs, and with what, as JSON.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';

const require = createRequire(import.meta.url);

function system() {
  const kernel = `${os.type()} ${os.release()}`;
  try {
    const [, name] = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? [];
    return name === undefined ? kernel : `${name}, ${kernel}`;
  } catch {
    return kernel;
  }
}

const packages = ['spice-cloud', 'undici', 'axios'].map((name) => {
  return [name, require(`${name}/package.json`).version];
});
const about = {
  cores: os.availableParallelism(),
  processor: os.cpus()[0]?.model ?? 'unknown',
  system: system(),
  node: `Node.js ${process.versions.node} with undici ${process.versions.undici} inside`,
  packages: Object.fromEntries(packages),
};
console.log(JSON.stringify(about));

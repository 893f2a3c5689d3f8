// Makes what is published: the package itself, and the one with the native library of a machine.
//
//   node scripts/package.mjs TRIPLE LIBRARY FOLDER
//
// TRIPLE is the machine as Rust names it, LIBRARY the file that was built for it, and FOLDER gets the package
// as a .tgz file, FOLDER/native the other. What the packages for other machines are called is in package.json, where the compiler's names are.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Rust's name of a machine to what npm is told of it. */
function platform(triple) {
  const [arch, , system, abi] = triple.split('-');
  const cpu = { x86_64: 'x64', aarch64: 'arm64' }[arch];
  if (system === 'darwin') return { name: `darwin-${cpu}`, os: 'darwin', cpu };
  if (system === 'windows') return { name: `win32-${cpu}-msvc`, os: 'win32', cpu };
  return { name: `linux-${cpu}-${abi}`, os: 'linux', cpu, libc: abi === 'musl' ? 'musl' : 'glibc' };
}

const [triple, library, folder] = process.argv.slice(2);
const { napi, scripts: _, ...manifest } = JSON.parse(readFileSync(at('../package.json'), 'utf8'));
if (!napi.targets.includes(triple)) throw new Error(`there is no package for ${triple}`);
const packageName = (target) => `${napi.packageName}-${platform(target).name}`;

function pack(folder, place, written, files) {
  mkdirSync(folder, { recursive: true });
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const [from, to] of files) cpSync(from, join(place, to), { recursive: true });
  writeFileSync(join(place, 'package.json'), `${JSON.stringify(written, null, 2)}\n`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const packed = [
    'pack',
    place,
    '--pack-destination',
    folder,
    '--ignore-scripts',
    '--loglevel=error',
  ];
  execFileSync(npm, packed, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

const versions = napi.targets.map((target) => [packageName(target), manifest.version]);
pack(
  folder,
  join(folder, 'content'),
  { ...manifest, optionalDependencies: Object.fromEntries(versions) },
  [
    [at('../dist'), 'dist'],
    [at('../../README.md'), 'README.md'],
    [at('../../LICENSE'), 'LICENSE'],
  ],
);

const { name, os, cpu, libc } = platform(triple);
const file = `${napi.binaryName}.${name}.node`;
const { version, license, author, repository, engines } = manifest;
const native = {
  name: packageName(triple),
  version,
  description: `The native library of ${manifest.name} for ${name}`,
  license,
  author,
  repository,
  main: file,
  files: [file, 'LICENSE'],
  engines,
  os: [os],
  cpu: [cpu],
  ...(libc === undefined ? {} : { libc: [libc] }),
};
pack(join(folder, 'native'), join(folder, 'native', 'content'), native, [
  [library, file],
  [at('../../LICENSE'), 'LICENSE'],
]);

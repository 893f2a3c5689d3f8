// Compiles src/ to dist/: CommonJS by the compiler, and beside it modules that give the same objects to `import`, so that
// a program which uses both has one client class and one bridge to the core.

import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const at = (path) => fileURLToPath(new URL(path, import.meta.url));

rmSync(at('../dist'), { recursive: true, force: true });
const compiler = createRequire(require.resolve('typescript/package.json')).resolve('./bin/tsc');
const project = ['--project', at('../tsconfig.json')];
const { status } = spawnSync(process.execPath, [compiler, ...project], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

for (const entry of ['index', 'testing/index']) {
  const file = entry.split('/').at(-1);
  const names = Object.keys(require(at(`../dist/${entry}.js`))).sort();
  const exported = names.map((name) => `export const ${name} = whole.${name};\n`).join('');
  writeFileSync(at(`../dist/${entry}.mjs`), `import whole from './${file}.js';\n\n${exported}`);
  writeFileSync(at(`../dist/${entry}.d.mts`), `export * from './${file}.js';\n`);
}
chmodSync(at('../dist/cli.js'), 0o755);

// The blocks of the pages: each compiles, is run as it is printed, and shows what the page says.

import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Emulator, startEmulator } from 'spice-cloud/testing';
import { ROOT } from './scenario/files.mjs';
import { type Block, blocksOf, isShown, ownOutput, programOf } from './support/docs.mjs';
import { environment, runFile } from './support/programs.mjs';

const PAGES = ['README.md', 'docs/node.md'];
const BLOCKS = PAGES.flatMap(blocksOf);

/** Inside of the package, so that `spice-cloud` is the package itself. */
const PLACE = join(ROOT, 'bindings-node', 'build', 'docs');

/** The name of a block's program. */
function fileOf(block: Block): string {
  return block.place.replace(/\W/g, '_');
}

let emulator: Emulator;

before(async () => {
  rmSync(PLACE, { recursive: true, force: true });
  mkdirSync(PLACE, { recursive: true });
  for (const block of BLOCKS) {
    const ending = block.language === 'ts' ? 'mts' : 'mjs';
    writeFileSync(join(PLACE, `${fileOf(block)}.${ending}`), programOf(block, BLOCKS));
  }
  writeFileSync(join(PLACE, 'spicepod.yaml'), 'version: v1\nkind: Spicepod\nname: sales-bi\n');
  const extended = join(ROOT, 'bindings-node', 'tests', 'tsconfig.json');
  const compilerOptions = { rootDir: '.', outDir: '.', noUnusedLocals: false, lib: ['ESNext'] };
  const settings = { extends: extended, compilerOptions, include: ['*.mts'] };
  writeFileSync(join(PLACE, 'tsconfig.json'), JSON.stringify(settings));
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { code, stdout } = await runFile(compiler, ['--project', PLACE], process.env);
  assert.equal(code, 0, stdout);
  emulator = await startEmulator({ seed: 'demo' });
});

after(() => emulator.stop());

for (const page of PAGES) {
  describe(page, () => {
    for (const block of BLOCKS.filter(({ place }) => place.startsWith(`${page}:`))) {
      test(block.place, async () => {
        const file = join(PLACE, `${fileOf(block)}.mjs`);
        const env = environment(emulator.url, emulator.token);
        const { code, stdout, stderr } = await runFile(file, [], env);
        assert.equal(code, 0, stderr);
        const output = ownOutput(stdout);
        if (block.shown !== undefined) {
          assert.ok(isShown(block.shown, output), `it printed\n${output}\nnot\n${block.shown}`);
        }
      });
    }
  });
}

test('no page has lost its blocks', () => {
  const count = (page: string) => BLOCKS.filter(({ place }) => place.startsWith(`${page}:`)).length;
  assert.ok(count('README.md') >= 1);
  assert.ok(count('docs/node.md') >= 24, `${count('docs/node.md')} blocks`);
});

test('what is printed is compared with what is shown', () => {
  for (const [shown, output, fits] of [
    ['a', 'a\n', true],
    ['a', 'b\n', false],
    ['a …', 'a 7\n', true],
    ['a …\nb', 'a 7\nc\n', false],
    ['a\n…\nb', 'a\n1\n2\nb\n', true],
    ['(a)', '(a)\n', true],
    ['a', 'a\nb\n', false],
  ] as const) {
    assert.equal(isShown(shown, output), fits, `${shown} and ${output}`);
  }
});

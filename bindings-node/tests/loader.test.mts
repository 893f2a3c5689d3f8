// What is said when the native library of this machine is not there, or cannot be loaded.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { DIST } from './support/internals.mjs';
import { environment, runFile } from './support/programs.mjs';

const LIBRARY = readdirSync(dirname(DIST)).find((name) => name.endsWith('.node')) ?? '';
const NAME = `@spice-cloud/native-${LIBRARY.split('.')[1]}`;

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'spice-cloud-'));
  cpSync(DIST, join(place, 'dist'), { recursive: true });
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** What loading a copy of the package prints, or why it fails. */
async function load(): Promise<string> {
  const program = join(place, 'program.cjs');
  writeFileSync(program, "console.log(typeof require('./dist/index.js').SpiceCloud);\n");
  const { stdout, stderr } = await runFile(program, [], environment('http://127.0.0.1:9'));
  return stdout + stderr;
}

test('a package that is not installed is named, with what to do', async () => {
  const words = await load();
  assert.ok(words.includes(NAME) && words.includes('is not installed'), words);
  assert.match(words, /--omit=optional/);
});

test('one that is installed is used', async () => {
  const folder = join(place, 'node_modules', NAME);
  mkdirSync(folder, { recursive: true });
  cpSync(join(dirname(DIST), LIBRARY), join(folder, LIBRARY));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: NAME, main: LIBRARY }));
  assert.equal(await load(), 'function\n');
});

test('one that cannot be loaded is told with the reason', async () => {
  const folder = join(place, 'node_modules', NAME);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, LIBRARY), 'no library');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: NAME, main: LIBRARY }));
  const words = await load();
  assert.ok(words.includes(`${NAME}: `) && words.includes('that can be loaded'), words);
});

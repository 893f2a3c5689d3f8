// The command line as the package's program.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { startEmulator } from 'spice-cloud/testing';
import { DIST } from './support/internals.mjs';
import { environment, runFile } from './support/programs.mjs';

const CLI = join(DIST, 'cli.js');

test('it shows tables to people and JSON to programs', async () => {
  await using emulator = await startEmulator({ seed: 'demo' });
  const env = environment(emulator.url, emulator.token);
  const table = await runFile(CLI, ['apps', 'list', '--limit', '3'], env);
  assert.deepEqual([table.code, table.stderr], [0, '']);
  assert.match(table.stdout, /route-planner/);
  const json = await runFile(CLI, ['apps', 'list', '--limit', '3', '-o', 'json'], env);
  assert.equal(JSON.parse(json.stdout).length, 3);
});

test('its exit codes say what happened', async () => {
  await using emulator = await startEmulator();
  const env = environment(emulator.url, emulator.token);
  assert.equal((await runFile(CLI, ['apps', 'get', '404404'], env)).code, 5);
  assert.equal((await runFile(CLI, ['no-such-command'], env)).code, 2);
  assert.equal(
    (await runFile(CLI, ['apps', 'list'], environment(emulator.url, 'no-token'))).code,
    3,
  );
  const { code, stdout } = await runFile(CLI, ['--version'], env);
  assert.deepEqual([code, stdout.startsWith('spice-cloud ')], [0, true]);
});

test('secrets come from its input', async () => {
  await using emulator = await startEmulator();
  const app = await emulator.client().apps.create({ name: 'sales-bi' });
  const env = environment(emulator.url, emulator.token);
  const set = await runFile(CLI, ['secrets', 'set', 'sales-bi', 'PG_PASS'], env, 'example-1\n');
  assert.equal(set.code, 0, set.stderr);
  const [secret] = await emulator.client().secrets.list(app);
  assert.equal(secret?.name, 'PG_PASS');
});

test('an interrupt ends it with 130', async () => {
  const child = spawn(process.execPath, [CLI, 'emulator', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [ready] = await once(child.stdout, 'data');
  assert.match(String(ready), /"url":"http:/);
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  assert.ok(code === 130 || code === 0, String(code));
});

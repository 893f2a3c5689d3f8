// Worker threads: each has its own bridge to the core, and may end whenever it likes.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { type Emulator, startEmulator } from 'spice-cloud/testing';

const PROGRAM = join(import.meta.dirname, 'programs', 'worker.mjs');

function worker(emulator: Emulator, isEndless: boolean): Worker {
  const { url, token } = emulator;
  return new Worker(PROGRAM, { workerData: { url, token, isEndless } });
}

test('fifty workers are created and end by themselves', async () => {
  await using emulator = await startEmulator({ seed: 'demo' });
  for (let round = 0; round < 25; round += 1) {
    const pair = [worker(emulator, false), worker(emulator, false)];
    const ended = pair.map((each) => once(each, 'exit'));
    const told = await Promise.all(pair.map((each) => once(each, 'message')));
    assert.deepEqual(told, [[25], [25]]);
    assert.deepEqual(await Promise.all(ended), [[0], [0]]);
  }
});

test('fifty workers are ended with calls in flight, and this thread goes on', async () => {
  await using emulator = await startEmulator({ seed: 'demo' });
  using client = emulator.client();
  for (let round = 0; round < 50; round += 1) {
    const one = worker(emulator, true);
    await once(one, 'message');
    await one.terminate();
    assert.equal((await client.apps.list().first())?.name, 'route-planner');
  }
});

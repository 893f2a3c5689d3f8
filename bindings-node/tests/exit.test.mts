// How processes end: an idle client keeps none alive, and nothing that is in flight crashes one.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startEmulator } from 'spice-cloud/testing';
import { environment, run } from './support/programs.mjs';
import { RawServer, usual } from './support/server.mjs';

/** How long a process may go on after its own work is done, in milliseconds. */
const SOON = 1_000;

/** Runs a program that has to end well, and soon after its work is done. */
async function endsSoon(way: string, url: string, token?: string): Promise<void> {
  const { code, stdout, stderr } = await run('exits', [way], environment(url, token));
  const endedAt = Date.now();
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  const { doneAt } = JSON.parse(stdout);
  assert.ok(endedAt - doneAt < SOON, `it went on for ${endedAt - doneAt} ms`);
}

describe('a process ends within a second of its last work', () => {
  for (const way of [
    'idle',
    'never used',
    'left a list',
    'with a hook',
    'with an emulator',
    'with a call that nobody awaits',
  ]) {
    test(way, async () => {
      await using emulator = await startEmulator({ seed: 'demo' });
      await endsSoon(way, emulator.url, emulator.token);
    });
  }
});

/** A server that answers nothing but the question whether the request before it has come. */
function witness(): Promise<RawServer> {
  return RawServer.start(async (exchange) => {
    if (exchange.request.target !== '/v1/orgs') return (await exchange.held()) ? '' : null;
    await exchange.server.waitForRequests(2);
    return usual(exchange.request);
  });
}

describe('a process ends while a server does not answer', () => {
  for (const way of ['in flight', 'given up', 'closed']) {
    test(way, async () => {
      await using server = await witness();
      await endsSoon(way, server.url);
      await server.waitForGone();
    });
  }
});

test('a call in flight keeps the process alive until it is answered', async () => {
  await using server = await RawServer.slow();
  const ended = run('exits', ['with a call that takes its time'], environment(server.url));
  await server.waitForRequests(2);
  server.goOn();
  assert.equal((await ended).code, 0);
});

test('an error that nobody catches ends the process with all it says, and without secrets', async () => {
  await using emulator = await startEmulator();
  const { code, stdout, stderr } = await run(
    'exits',
    ['thrown'],
    environment(emulator.url, emulator.token),
  );
  assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
  assert.match(stderr, /NotFound \(404\): .*Hint: check the id/);
  assert.match(stderr, /exits\.mjs/);
  assert.ok(!stderr.includes(emulator.token));
});

test('twenty processes in a row exit in flight without a crash', async () => {
  for (let round = 0; round < 20; round += 1) {
    await using server = await witness();
    const { code, stderr } = await run('exits', ['in flight'], environment(server.url));
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  }
});

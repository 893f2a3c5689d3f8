// Signals give calls up: at once, with their reason, and with the request dropped.

import assert from 'node:assert/strict';
import { getEventListeners, once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { SpiceCloud } from 'spice-cloud';
import { startEmulator } from 'spice-cloud/testing';
import { answer, RawServer } from './support/server.mjs';

function clientOf(server: { url: string }, options: object = {}): SpiceCloud {
  return new SpiceCloud({ baseUrl: server.url, token: 'example-token', ...options });
}

/** What a call was rejected with. */
async function reasonOf(call: Promise<unknown>): Promise<unknown> {
  return await call.then(
    () => assert.fail('it was not given up'),
    (reason: unknown) => reason,
  );
}

test('a signal that is aborted already sends nothing', async () => {
  await using server = await RawServer.usual();
  const client = clientOf(server);
  const reason = new Error('no longer wanted');
  const signal = AbortSignal.abort(reason);
  assert.equal(await reasonOf(client.apps.get(7, { signal })), reason);
  assert.equal(await reasonOf(client.apps.list({}, { signal }).toArray()), reason);
  assert.equal(await reasonOf(client.deployments.wait(7, 8, {}, { signal })), reason);
  assert.equal(await reasonOf(client.request('GET', '/v1/apps', {}, { signal })), reason);
  await client.apps.get(7);
  assert.deepEqual(
    server.requests.map(({ target }) => target),
    ['/v1/apps/7'],
  );
});

test('a call in flight rejects with the reason, and the server sees that nobody waits', async () => {
  await using server = await RawServer.slow();
  const client = clientOf(server);
  const controller = new AbortController();
  const call = reasonOf(client.apps.get(7, { signal: controller.signal }));
  await server.waitForRequests(1);
  controller.abort();
  const reason = await call;
  assert.equal(reason, controller.signal.reason);
  assert.equal((reason as Error).name, 'AbortError');
  await server.waitForGone();
  server.goOn();
  // The client goes on as if nothing had been.
  assert.equal((await client.apps.get(7)).name, 'sales-bi');
});

test('limits of time and signals that are put together work as for everybody else', async () => {
  await using server = await RawServer.slow();
  const client = clientOf(server);
  const late = await reasonOf(client.apps.get(7, { signal: AbortSignal.timeout(50) }));
  assert.equal((late as Error).name, 'TimeoutError');
  const controller = new AbortController();
  const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(60_000)]);
  const call = reasonOf(client.apps.get(7, { signal }));
  await server.waitForRequests(2);
  controller.abort('enough');
  assert.equal(await call, 'enough');
  await server.waitForGone(2);
});

test('listeners are taken away, and those of others are left alone', async () => {
  await using server = await RawServer.usual();
  const client = clientOf(server);
  const controller = new AbortController();
  const { signal } = controller;
  let seen = 0;
  signal.onabort = () => {
    seen += 1;
  };
  const before = getEventListeners(signal, 'abort').length;
  for (let round = 0; round < 20; round += 1) {
    await client.apps.get(7, { signal });
    await client.apps.list({}, { signal }).toArray();
    await assert.rejects(client.apps.create({ name: 'no' }, { signal }));
  }
  assert.equal(getEventListeners(signal, 'abort').length, before);
  controller.abort();
  assert.equal(seen, 1);
});

test('one signal gives many calls up', async () => {
  await using server = await RawServer.slow();
  const client = clientOf(server);
  const controller = new AbortController();
  const { signal } = controller;
  const calls = Array.from({ length: 10 }, () => reasonOf(client.apps.get(7, { signal })));
  await server.waitForRequests(10);
  controller.abort();
  for (const reason of await Promise.all(calls)) assert.equal(reason, signal.reason);
  await server.waitForGone(10);
  assert.deepEqual(getEventListeners(signal, 'abort'), []);
});

test('a call that waits for its next attempt is given up', async () => {
  await using server = await RawServer.fixed(answer(503, {}, { 'retry-after': '30' }));
  const client = clientOf(server);
  const controller = new AbortController();
  const call = reasonOf(client.apps.get(7, { signal: controller.signal }));
  await server.waitForRequests(1);
  controller.abort();
  assert.equal(await call, controller.signal.reason);
});

test('a call that waits for a token is given up', async () => {
  await using server = await RawServer.usual();
  const asked = new AbortController();
  const never = new Promise<string>(() => {});
  const tokenProvider = () => {
    asked.abort();
    return never;
  };
  const client = new SpiceCloud({ baseUrl: server.url, tokenProvider });
  const controller = new AbortController();
  const call = reasonOf(client.apps.get(7, { signal: controller.signal }));
  if (!asked.signal.aborted) await once(asked.signal, 'abort');
  controller.abort();
  assert.equal(await call, controller.signal.reason);
  assert.deepEqual(server.requests, []);
});

test('a wait for a deployment is given up, and the deployment goes on', async () => {
  await using emulator = await startEmulator({ seed: 'demo', progression: { kind: 'manual' } });
  const client = emulator.client();
  const app = await client.apps
    .find('sales-bi')
    .then((found) => found ?? client.apps.list().first());
  assert.ok(app);
  const controller = new AbortController();
  const deploying = reasonOf(
    client.deployments.deploy(
      app,
      { pollInterval: 20, onEvent: () => controller.abort() },
      { signal: controller.signal },
    ),
  );
  assert.equal(await deploying, controller.signal.reason);
  assert.equal((await client.deployments.list(app).first())?.status, 'queued');
});

test('a change that may have been sent is told, once', async () => {
  await using server = await RawServer.slow();
  const lines: string[] = [];
  const logger = { warn: (line: string) => void lines.push(line) };
  const client = clientOf(server, { logger });
  const controller = new AbortController();
  const call = reasonOf(client.apps.create({ name: 'sales-bi' }, { signal: controller.signal }));
  await server.waitForRequests(1);
  controller.abort();
  await call;
  const words = 'was cancelled, but the request of a change may have been sent already';
  assert.deepEqual(lines, [`apps.create ${words}`]);
  const reading = new AbortController();
  const read = reasonOf(client.apps.get(7, { signal: reading.signal }));
  await server.waitForRequests(2);
  reading.abort();
  await read;
  assert.equal(lines.length, 1);
});

test('without a logger it is a warning of the process', async () => {
  await using server = await RawServer.slow();
  const client = clientOf(server);
  const controller = new AbortController();
  const warned = once(process, 'warning');
  const call = reasonOf(client.apps.delete(7, { signal: controller.signal }));
  await server.waitForRequests(1);
  controller.abort();
  await call;
  const [warning] = await warned;
  assert.equal(warning.name, 'SpiceCloudWarning');
  assert.match(warning.message, /^apps\.delete was cancelled/);
});

test('what is no signal is refused', async () => {
  const client = new SpiceCloud({ token: 'example-token' });
  for (const signal of [{}, 'x', 7, null]) {
    await assert.rejects(client.apps.get(7, { signal: signal as never }), {
      name: 'ConfigError',
      message: /^signal must be an AbortSignal/,
    });
  }
});

test('an abort after the end changes nothing', async () => {
  await using server = await RawServer.usual();
  const controller = new AbortController();
  const app = await clientOf(server).apps.get(7, { signal: controller.signal });
  controller.abort();
  await after(0);
  assert.equal(app.id, 7);
});

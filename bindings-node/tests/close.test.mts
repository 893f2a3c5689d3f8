// Closing: calls on their way and later ones are told.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ClientClosed, SpiceCloud } from 'spice-cloud';
import { RawServer } from './support/server.mjs';

const TOKEN = 'example-token';

test('calls in flight and later ones reject, and the server sees that nobody waits', async () => {
  await using server = await RawServer.slow();
  const client = new SpiceCloud({ baseUrl: server.url, token: TOKEN });
  const call = assert.rejects(client.apps.get(7), ClientClosed);
  const list = assert.rejects(client.apps.list().toArray(), ClientClosed);
  await server.waitForRequests(2);
  client.close();
  await Promise.all([call, list]);
  await server.waitForGone(2);
  await assert.rejects(client.apps.get(7), ClientClosed);
  assert.equal(server.requests.length, 2);
});

test('closing may be repeated, and closes copies', async () => {
  await using server = await RawServer.usual();
  const client = new SpiceCloud({ baseUrl: server.url, token: TOKEN });
  const copy = client.withOptions({ maxRetries: 0 });
  await copy.apps.get(7);
  copy.close();
  client.close();
  client.close();
  await assert.rejects(client.apps.get(7), ClientClosed);
});

test('the end of a block closes', async () => {
  await using server = await RawServer.usual();
  const options = { baseUrl: server.url, token: TOKEN };
  const left: SpiceCloud[] = [];
  {
    await using client = new SpiceCloud(options);
    using other = new SpiceCloud(options);
    await Promise.all([client.apps.get(7), other.apps.get(7)]);
    left.push(client, other);
  }
  for (const client of left) await assert.rejects(client.apps.get(7), ClientClosed);
});

test('clients that nobody has any more are collected', async () => {
  await using server = await RawServer.usual();
  const { gc } = globalThis as { gc?: () => void };
  assert.ok(gc, 'run with --expose-gc');
  let collected = 0;
  const registry = new FinalizationRegistry(() => {
    collected += 1;
  });
  for (let number = 0; number < 50; number += 1) {
    const client = new SpiceCloud({ baseUrl: server.url, token: TOKEN, onRequest: () => {} });
    registry.register(client, number);
    await client.apps.get(7);
  }
  const deadline = Date.now() + 20_000;
  while (collected < 40 && Date.now() < deadline) {
    gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.ok(collected >= 40, `${collected} of 50`);
});

// Lists that come in pages: every item once, no page too many.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AuthenticationError, SpiceCloud, ValidationError } from 'spice-cloud';
import { startEmulator } from 'spice-cloud/testing';
import { answer, RawServer } from './support/server.mjs';

const DEMO = { seed: 'demo' } as const;

test('every item comes once, page by page', async () => {
  await using emulator = await startEmulator(DEMO);
  const client = emulator.client();
  const ids: number[] = [];
  for await (const app of client.apps.list({ pageSize: 10 })) ids.push(app.id);
  assert.equal(new Set(ids).size, 25);
  assert.equal(await emulator.count('GET', '/v1/apps'), 3);
  const offsets: [number, number][] = [];
  for await (const page of client.apps.list({ pageSize: 10 }).pages()) {
    offsets.push([page.offset, page.items.length]);
    assert.equal([...page].length, page.items.length);
    assert.equal(page.meta.attempts, 1);
  }
  assert.deepEqual(offsets, [
    [0, 10],
    [10, 10],
    [20, 5],
  ]);
});

test('a list begins anew each time, and sends nothing before it is wanted', async () => {
  await using emulator = await startEmulator(DEMO);
  const list = emulator.client().apps.list();
  assert.equal(await emulator.count(), 0);
  assert.equal((await list.toArray()).length, 25);
  assert.equal((await list.toArray()).length, 25);
  // Twice the page, and the look whether there is another: a server may give less than it is asked for.
  assert.equal(await emulator.count(), 4);
});

test('who leaves the loop fetches no more', async () => {
  await using emulator = await startEmulator(DEMO);
  const client = emulator.client();
  for await (const app of client.apps.list({ pageSize: 5 })) {
    assert.ok(app.id);
    break;
  }
  // One page that was wanted, one that may be on its way, and one that may be fetched ahead of it, of six in all.
  assert.ok((await emulator.count('GET', '/v1/apps')) <= 3);
  const loop = async () => {
    for await (const _ of client.apps.list({ pageSize: 5 })) throw new Error('theirs');
  };
  await assert.rejects(loop, /theirs/);
  assert.ok((await emulator.count('GET', '/v1/apps')) <= 6);
});

test('the first is one request for one item, and null when there is none', async () => {
  await using emulator = await startEmulator(DEMO);
  const client = emulator.client();
  assert.equal((await client.apps.list().first())?.name, 'route-planner');
  const [request] = await emulator.requests();
  assert.match(String(request?.['query']), /limit=1\b/);
  assert.equal(await client.deployments.list(1310, { status: 'created' }).first(), null);
  assert.equal(await client.apps.list({ limit: 0 }).first(), null);
});

test('limits count items, whatever the size of a page', async () => {
  await using emulator = await startEmulator(DEMO);
  const client = emulator.client();
  const count = async (params: object, max?: number) => {
    return (await client.apps.list(params).toArray(max === undefined ? {} : { max })).length;
  };
  assert.equal(await count({}, 7), 7);
  assert.equal(await count({ limit: 3 }), 3);
  assert.equal(await count({ limit: 3 }, 7), 3);
  assert.equal(await count({ limit: 12, pageSize: 5 }), 12);
  assert.equal(await count({}, 0), 0);
  assert.equal(await count({ limit: 100 }), 25);
});

test('so many items are passed over, in any way to walk the list', async () => {
  await using emulator = await startEmulator(DEMO);
  const client = emulator.client();
  const all = (await client.apps.list().toArray()).map(({ id }) => id);
  const list = client.apps.list({ pageSize: 4, offset: 10, limit: 6 });
  for (let time = 0; time < 2; time += 1) {
    assert.deepEqual(
      (await list.toArray()).map(({ id }) => id),
      all.slice(10, 16),
    );
  }
  assert.equal((await list.first())?.id, all[10]);
  const offsets: number[] = [];
  for await (const page of list.pages()) offsets.push(page.offset);
  assert.deepEqual(offsets, [10, 14]);
  assert.deepEqual(await client.apps.list({ offset: 25 }).toArray(), []);
});

test('items have what their page tells', async () => {
  await using emulator = await startEmulator(DEMO);
  const [one, other] = await emulator.client().apps.list().toArray();
  assert.ok(one && other && one.meta === other.meta);
  assert.ok(!Object.keys(one).includes('meta'));
  assert.ok(!('meta' in { ...one }) && !('meta' in structuredClone(one)));
});

describe('many that ask at once', () => {
  test('get different items, in order', async () => {
    await using emulator = await startEmulator(DEMO);
    const items = emulator.client().apps.list({ pageSize: 4 })[Symbol.asyncIterator]();
    const given = await Promise.all(Array.from({ length: 30 }, () => items.next()));
    const names = given.flatMap(({ value }) => (value === undefined ? [] : [value.name]));
    const expected = (await emulator.client().apps.list().toArray()).map(({ name }) => name);
    assert.deepEqual(names, expected);
    assert.deepEqual(
      given.slice(25).map(({ done }) => done),
      Array(5).fill(true),
    );
  });

  test('and one that ends it drops the request', async () => {
    await using server = await RawServer.slow();
    const client = new SpiceCloud({ baseUrl: server.url, token: 'example-token' });
    const items = client.apps.list()[Symbol.asyncIterator]();
    const waiting = items.next();
    await server.waitForRequests(1);
    await items.return?.();
    assert.deepEqual(await waiting, { done: true, value: undefined });
    await server.waitForGone();
    assert.deepEqual(await items.next(), { done: true, value: undefined });
  });
});

test('an error in the middle comes after what came before, and ends it', async () => {
  await using server = await RawServer.start(({ request }) => {
    const isFirst = request.target.includes('offset=0') || !request.target.includes('offset');
    const apps = Array.from({ length: 20 }, (_, id) => ({ id: id + 1, name: `app-${id}` }));
    return isFirst ? answer(200, { apps }) : answer(401, { error: 'expired' });
  });
  const client = new SpiceCloud({ baseUrl: server.url, token: 'example-token' });
  const items = client.apps.list({ pageSize: 20 })[Symbol.asyncIterator]();
  for (let number = 0; number < 20; number += 1) assert.equal((await items.next()).done, false);
  await assert.rejects(items.next(), (error: unknown) => {
    assert.ok(error instanceof AuthenticationError);
    return error.nextOffset === 20;
  });
  assert.deepEqual(await items.next(), { done: true, value: undefined });
});

test('sizes that are none are refused at once', () => {
  const client = new SpiceCloud({ token: 'example-token' });
  for (const params of [{ pageSize: '5' }, { offset: -1 }, { limit: -1 }, { limit: 1.5 }]) {
    assert.throws(() => client.apps.list(params as never), ValidationError);
  }
});

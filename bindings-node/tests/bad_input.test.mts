// Bad input gets a clear error before anything is sent; what can be sent arrives as it was meant.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Secret, SpiceCloud, ValidationError } from 'spice-cloud';
import { internal } from './support/internals.mjs';
import { RawServer } from './support/server.mjs';

/** What a call is refused with: the fields that are named, with their first words. */
async function refusal(call: () => Promise<unknown>): Promise<Record<string, string>> {
  const error = await call().then(
    () => assert.fail('it was not refused'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ValidationError, String(error));
  const words = Object.entries(error.fieldErrors).map(([field, [first = '']]) => [field, first]);
  return Object.fromEntries(words);
}

/** The body of the one request that a call makes. */
async function sent(call: (client: SpiceCloud) => Promise<unknown>): Promise<any> {
  await using server = await RawServer.usual();
  await call(new SpiceCloud({ baseUrl: server.url, token: 'example-token', validate: false }));
  assert.equal(server.requests.length, 1);
  return JSON.parse(server.requests[0]?.body ?? '');
}

const client = new SpiceCloud({ baseUrl: 'http://127.0.0.1:9', token: 'example-token' });

describe('ids', () => {
  for (const [id, words] of [
    ['7', 'not a string'],
    [Number.NaN, 'not a number'],
    [1.5, 'not a number'],
    [7n, 'not a bigint'],
    [null, 'not null'],
    [undefined, 'not undefined'],
    [{}, 'not an object whose id is undefined'],
    [{ id: '7' }, 'not an object whose id is a string'],
    [[7], 'not an array whose id is undefined'],
    [2 ** 53, 'beyond 2^53 - 1'],
    [{ id: 2 ** 60 }, 'beyond 2^53 - 1'],
  ] as const) {
    test(`${String(id)}: ${words}`, async () => {
      const { app = '' } = await refusal(() => client.apps.get(id as never));
      assert.ok(app.startsWith('must be an id (a whole number) or the App itself'), app);
      assert.ok(app.endsWith(words) || app.includes(words), app);
      assert.throws(() => client.deployments.list(id as never), ValidationError);
    });
  }

  test('that no app has are refused by the core', async () => {
    assert.match(
      (await refusal(() => client.apps.get(0)))['appId'] ?? '',
      /must be a positive number/,
    );
  });

  test('of a member are its userId', async () => {
    const words = await refusal(() => client.members.get({ id: 7 } as never));
    assert.match(words['user'] ?? '', /or the Member itself/);
  });
});

describe('names that are unknown', () => {
  test('are refused with those that are known', async () => {
    const words = await refusal(() => client.apps.create({ name: 'sales-bi', nam: 'x' } as never));
    assert.match(words['nam'] ?? '', /is unknown here; what may be given is name, region, cname/);
    const options = client.apps.get(7, { retries: 1 } as never);
    await assert.rejects(options, {
      name: 'ConfigError',
      message: /^retries is no option; the options are/,
    });
    assert.throws(() => client.apps.list({ page_size: 5 } as never), ValidationError);
    assert.throws(() => client.deployments.list(7, { state: 'x' } as never), ValidationError);
    const waiting = await refusal(() => client.deployments.wait(7, 8, { interval: 5 } as never));
    assert.match(waiting['interval'] ?? '', /timeout, pollInterval, onEvent/);
    const raw = await refusal(() => client.request('GET', '/v1/apps', { json: 1 } as never));
    assert.match(raw['json'] ?? '', /query, body, idempotent/);
  });

  test('of Object are none of ours', async () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      const params = JSON.parse(`{"name": "sales-bi", "${name}": 1}`);
      assert.ok(name in (await refusal(() => client.apps.create(params))));
    }
  });
});

describe('values that JSON cannot hold', () => {
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  for (const [value, place, words] of [
    [Number.NaN, 'replicas', /finite number, not NaN/],
    [Number.POSITIVE_INFINITY, 'replicas', /finite number, not Infinity/],
    [2n, 'replicas', /bigint/],
    [() => 2, 'replicas', /not a function/],
    [Symbol('x'), 'replicas', /not a symbol/],
    [new Date(Number.NaN), 'replicas', /valid Date/],
    [new Map(), 'tags', /plain object, not a Map/],
    [new Set(), 'tags', /plain object, not a Set/],
    [cycle, 'tags', /contains itself/],
  ] as const) {
    test(String(words), async () => {
      const found = await refusal(() => client.apps.update(7, { [place]: value } as never));
      const [[field, problem] = ['', '']] = Object.entries(found);
      assert.ok(field.startsWith(place), field);
      assert.match(problem, words);
    });
  }

  test('are apps that nobody has read, where one must have been', async () => {
    for (const app of [7, '7', null, [], { name: 'shop' }] as never[]) {
      const found = await refusal(() => client.apps.updateIfUnchanged(app, { replicas: 2 }));
      assert.deepEqual(Object.keys(found), ['app']);
    }
  });

  test('are found wherever they are', async () => {
    const spicepod = { datasets: [{ params: { limit: Number.NaN } }] };
    const found = await refusal(() => client.apps.update(7, { spicepod }));
    assert.deepEqual(Object.keys(found), ['spicepod.datasets[0].params.limit']);
  });

  test('are bodies that are no objects', async () => {
    for (const params of [null, [], 'x', new Map()]) {
      assert.ok('params' in (await refusal(() => client.apps.update(7, params as never))));
    }
    for (const params of [null, 7, 'x', []] as never[]) {
      assert.throws(() => client.apps.list(params), ValidationError);
      assert.throws(() => client.deployments.watch(7, 8, params), ValidationError);
      assert.ok('params' in (await refusal(() => client.apps.list().toArray(params))));
      assert.ok('params' in (await refusal(() => client.deployments.wait(7, 8, params))));
      assert.ok('params' in (await refusal(() => client.deployments.deploy(7, params))));
      assert.ok('params' in (await refusal(() => client.request('GET', '/v1/apps', params))));
    }
    assert.ok('secrets' in (await refusal(() => client.secrets.setMany(7, [] as never))));
    assert.ok('secrets.A' in (await refusal(() => client.secrets.setMany(7, { A: 1 } as never))));
  });
});

describe('what is sent', () => {
  test('undefined is left out and null clears', async () => {
    const body = await sent((client) => {
      return client.apps.update(7, { imageTag: null, description: undefined, replicas: 2 });
    });
    assert.deepEqual(body, { image_tag: null, replicas: 2 });
  });

  test('parts have the names of the wire, and keep what nobody knows', async () => {
    const resources = { limits: { ephemeralStorage: '1Gi', later: 1 } } as object;
    const body = await sent((client) => client.apps.update(7, { resources, storageSizeGb: 1.5 }));
    assert.deepEqual(body, {
      resources: { limits: { 'ephemeral-storage': '1Gi', later: 1 } },
      storage_size_gb: 1.5,
    });
  });

  test('an app that is compared with has what an update can set, and not its key', () => {
    const limits = { ephemeralStorage: '1Gi', later: 1 };
    const app = {
      id: 7,
      name: 'shop',
      createdAt: new Date(0),
      apiKey: new Secret('example-1'),
      tags: { costCenter: '7' },
      later: 'example-2',
      config: { imageTag: '1.5.0', resources: { limits }, spicepod: { someName: [1] } },
    };
    const read = internal('encode.js').asRead(
      'app',
      app,
      internal('generated/inputs.js').UPDATE_APP,
    );
    assert.deepEqual(JSON.parse(JSON.stringify(read)), {
      id: 7,
      name: 'shop',
      tags: { costCenter: '7' },
      config: {
        image_tag: '1.5.0',
        resources: { limits: { 'ephemeral-storage': '1Gi', later: 1 } },
        spicepod: { someName: [1] },
      },
    });
  });

  test('a map keeps its names, whatever they are', async () => {
    const tags = JSON.parse('{"costCenter": "7", "cost_center": "8", "__proto__": "9"}');
    const body = await sent((client) => client.apps.create({ name: 'sales-bi', tags }));
    assert.deepEqual(Object.entries(body.tags), Object.entries(tags));
    assert.equal(({} as Record<string, unknown>)['costCenter'], undefined);
  });

  test('further members are sent as they are, and fields come before them', async () => {
    const extra = JSON.parse('{"shape": "round", "name": "other", "__proto__": {"a": 1}}');
    const body = await sent((client) => client.apps.create({ name: 'sales-bi', extra }));
    assert.deepEqual(Object.keys(body).sort(), ['__proto__', 'name', 'shape']);
    assert.equal(body.name, 'sales-bi');
  });

  test('documents may hold dates, secrets and what can be written as JSON', async () => {
    const spicepod = {
      at: new Date(0),
      key: new Secret('example-1'),
      url: new URL('http://example.org/a'),
      list: [1, null, { x: undefined }],
    };
    const body = await sent((client) => client.apps.update(7, { spicepod }));
    assert.deepEqual(body.spicepod, {
      at: '1970-01-01T00:00:00.000Z',
      key: 'example-1',
      url: 'http://example.org/a',
      list: [1, null, {}],
    });
  });

  test('what was read can be given again', async () => {
    const body = await sent(async (client) => {
      return client.apps.update({ id: 7 }, { tags: Object.freeze({ a: 'b' }), spicepod: 'text' });
    });
    assert.deepEqual(body, { tags: { a: 'b' }, spicepod: 'text' });
  });
});

// Runtimes of apps: whose is called, what comes piece by piece, and that keys do not show.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import {
  type App,
  AuthenticationError,
  DeploymentFailed,
  PermissionDenied,
  Secret,
  ServerError,
  type SpiceCloud,
  SpiceCloudError,
  ValidationError,
} from 'spice-cloud';
import { type Emulator, startEmulator } from 'spice-cloud/testing';

const KEY = '7h3qk9-runtime-key-w5z2d8n4';
const CHAT = { model: 'any', messages: [{ role: 'user', content: 'How many trips were there?' }] };
const SOON = { pollInterval: 10 };

/** An emulator with an app that runs, with a dataset. */
async function stage(): Promise<[Emulator, SpiceCloud, App]> {
  const emulator = await startEmulator({ progression: { kind: 'immediate' } });
  const client = emulator.client();
  const app = await client.apps.create({ name: 'sales-bi' });
  await client.apps.update(app, { spicepod: { version: 'v1', kind: 'Spicepod', name: 'sales' } });
  await client.deployments.deploy(app, SOON);
  const rows = [
    { id: 1, km: 12.5 },
    { id: 2, km: 3 },
  ];
  await emulator.load(app, 'trips', rows, { source: 's3://trips/' });
  return [emulator, client, app];
}

test('a runtime is that of an app or of a key', async () => {
  const [emulator, client, app] = await stage();
  const key = (await client.apiKeys.get(app)).apiKey ?? '';
  for (const of of [app, app.id, key, new Secret(key).reveal()]) {
    const result = await client.runtime(of).sql('SELECT sum(km) AS km FROM trips');
    assert.deepEqual(result.rows, [{ km: 15.5 }]);
    assert.equal(result.meta.attempts, 1);
  }
  await emulator.stop();
});

test('making a runtime sends nothing, and what has none is refused', async () => {
  await using emulator = await startEmulator();
  const client = emulator.client();
  client.runtime(7);
  for (const of of [null, undefined, true, 1.5, {}]) {
    assert.throws(() => client.runtime(of as never), ValidationError);
  }
  assert.throws(() => client.runtime(7, { url: 8 } as never), ValidationError);
  assert.throws(() => client.runtime(7, { uri: 'x' } as never), /uri/);
  assert.equal(await emulator.count(), 0);
});

test('a key shows nowhere', async () => {
  await using emulator = await startEmulator();
  const client = emulator.client();
  for (const key of [KEY, new Secret(KEY)]) {
    const runtime = client.runtime(key);
    const error = await runtime.sql('SELECT 1').catch((reason: unknown) => reason);
    assert.ok(error instanceof AuthenticationError, String(error));
    const deep = { depth: null, showHidden: true, getters: true };
    const requests = await emulator.requests();
    const shown = [runtime, client, error, requests].flatMap((it) => {
      return [inspect(it, deep), JSON.stringify(it), String(it)];
    });
    assert.ok(!shown.some((text) => text.includes(KEY.slice(0, 12))));
  }
});

test('what a client does differently its runtimes do, and one call for itself', async () => {
  const [emulator, client, app] = await stage();
  await emulator.fault({ path: '/v1/datasets', kind: 'status', status: 500 });
  const once = client.withOptions({ maxRetries: 0, headers: { 'x-team': 'bi' } });
  await assert.rejects(once.runtime(app).datasets(), ServerError);
  assert.equal(await emulator.count('GET', '/v1/datasets'), 1);
  await assert.rejects(client.runtime(app).datasets({ maxRetries: 0 }), ServerError);
  assert.equal(await emulator.count('GET', '/v1/datasets'), 2);
  await emulator.stop();
});

test('an answer comes piece by piece', async () => {
  const [emulator, client, app] = await stage();
  const stream = client.runtime(app).chatStream(CHAT);
  let words = '';
  let pieces = 0;
  for await (const { content, meta } of stream) {
    words += content ?? '';
    pieces += 1;
    assert.ok(meta !== undefined);
  }
  assert.match(words, /How many trips/);
  assert.ok(pieces > 1);
  assert.deepEqual(await stream.next(), { done: true, value: undefined });
  await emulator.stop();
});

test('who leaves a stream gives up the rest of it', async () => {
  const [emulator, client, app] = await stage();
  const stream = client.runtime(app).chatStream(CHAT);
  for await (const piece of stream) {
    assert.ok(piece !== undefined);
    break;
  }
  assert.deepEqual(await stream.next(), { done: true, value: undefined });
  await emulator.stop();
});

test('what is wrong is thrown when a piece is taken', async () => {
  const [emulator, client, app] = await stage();
  const stream = client.runtime(app).chatStream({ ...CHAT, messages: [] });
  await assert.rejects(stream.next(), SpiceCloudError);
  assert.deepEqual(await stream.next(), { done: true, value: undefined });
  await emulator.stop();
});

test('wrong options of a deployment are refused before anything is sent', async () => {
  await using emulator = await startEmulator();
  const client = emulator.client();
  for (const [params, field] of [
    [{ redeployOn: 'internal_error' }, 'redeployOn'],
    [{ redeployOn: [7] }, 'redeployOn[0]'],
    [{ maxRedeploys: 1.5 }, 'maxRedeploys'],
    [{ rollbackOnFailure: 1 }, 'rollbackOnFailure'],
    [{ untilReady: 'yes' }, 'untilReady'],
  ] as const) {
    const deploying = client.deployments.deploy(1, params as never);
    const error = await deploying.catch((reason: unknown) => reason);
    assert.ok(error instanceof ValidationError, String(error));
    assert.deepEqual(Object.keys(error.fieldErrors), [field]);
  }
  // Waits know nothing of them.
  await assert.rejects(client.deployments.wait(1, 2, { untilReady: true } as never), /untilReady/);
  await assert.rejects(client.require('apps:read' as never), ValidationError);
  assert.equal(await emulator.count(), 0);
});

test('a failed deployment tells what to go back to', async () => {
  const [emulator, client, app] = await stage();
  const good = await client.deployments.list(app).first();
  await emulator.setProgression({ kind: 'immediate', failWith: 'unable_to_start' });
  const error = await client.deployments.deploy(app, SOON).catch((reason: unknown) => reason);
  assert.ok(error instanceof DeploymentFailed, String(error));
  assert.equal(error.rollbackTo?.id, good?.id);
  assert.ok(error.rollbackTo?.createdAt instanceof Date);
  await emulator.stop();
});

test('what a token grants is told where it says so', async () => {
  await using emulator = await startEmulator();
  for (const [kind, granted] of [
    ['oauth', ['apps:read']],
    ['pat', undefined],
  ] as const) {
    const token = await emulator.mint({ kind, scopes: ['apps:read'] });
    const creating = emulator.client({ token }).apps.create({ name: 'sales-bi' });
    const error = await creating.catch((reason: unknown) => reason);
    assert.ok(error instanceof PermissionDenied, String(error));
    assert.deepEqual(error.grantedScopes, granted);
  }
});

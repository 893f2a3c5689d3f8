// The emulator, as tests of others use it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import {
  type App,
  NotFound,
  type Page,
  RateLimited,
  ServerError,
  type SpiceCloud,
} from 'spice-cloud';
import { EmulatorRefusal, startEmulator } from 'spice-cloud/testing';

test('it starts, tells where it is, and stops', async () => {
  const emulator = await startEmulator();
  assert.equal(emulator.url, `http://127.0.0.1:${emulator.port}`);
  assert.equal(inspect(emulator), `Emulator { url: '${emulator.url}' }`);
  assert.ok(emulator.isRunning && emulator.token && emulator.clientId && emulator.clientSecret);
  await emulator.client().regions.list();
  await emulator.stop();
  await emulator.stop();
  assert.ok(!emulator.isRunning);
  await assert.rejects(emulator.client({ maxRetries: 0 }).regions.list(), { name: 'ConnectError' });
});

test('settings are taken', async () => {
  await using emulator = await startEmulator({
    seed: 'demo',
    randomSeed: 3,
    clock: new Date('2026-05-05T05:05:05Z'),
    progression: { kind: 'immediate' },
    rateLimit: 1000,
    quirks: { shortPages: 7 },
    faults: [{ kind: 'status', path: '/v1/orgs', status: 503 }],
  });
  const client = emulator.client({ maxRetries: 0 });
  const app = await client.apps.create({ name: 'sales-bi-9', region: 'us-east-1' });
  assert.equal(app.createdAt?.toISOString(), '2026-05-05T05:05:05.000Z');
  await assert.rejects(client.orgs.list(), ServerError);
  const page = await firstPage(client);
  assert.equal(page?.items.length, 7);
});

async function firstPage(client: SpiceCloud): Promise<Page<App> | undefined> {
  for await (const page of client.apps.list().pages()) return page;
  return undefined;
}

test('settings that are wrong are refused', async () => {
  for (const settings of [{ seed: 'odd' }, { port: -1 }, { clock: 'soon' }, { nonsense: 1 }]) {
    await assert.rejects(startEmulator(settings as never), EmulatorRefusal);
  }
});

describe('it fails on demand', () => {
  test('with a status, as often as it is told', async () => {
    await using emulator = await startEmulator();
    const client = emulator.client({ maxRetries: 0 });
    const id = await emulator.fault({ path: '/v1/regions', kind: 'status', status: 503, times: 2 });
    assert.ok(id);
    await assert.rejects(client.regions.list(), ServerError);
    await assert.rejects(client.regions.list(), ServerError);
    await client.regions.list();
  });

  test('until it is told to stop', async () => {
    await using emulator = await startEmulator();
    const client = emulator.client({ maxRetries: 0 });
    await emulator.addFault({ do: { kind: 'status', status: 500 } });
    await assert.rejects(client.regions.list(), ServerError);
    await emulator.clearFaults();
    await client.regions.list();
    await assert.rejects(emulator.addFault({ do: { kind: 'odd' } }), EmulatorRefusal);
  });

  test('when there are too many requests', async () => {
    await using emulator = await startEmulator();
    const client = emulator.client({ maxRetries: 0 });
    await emulator.setRateLimit(1);
    await client.regions.list();
    const error = await client.regions.list().catch((reason: unknown) => reason);
    assert.ok(error instanceof RateLimited);
    assert.ok((error.retryAfter ?? 0) >= 1_000, `${error.retryAfter} ms`);
    await emulator.setRateLimit({ perMinute: 1, retryAfter: 'none' });
    await emulator.setRateLimit(null);
    await client.regions.list();
  });
});

test('requests are seen and counted', async () => {
  await using emulator = await startEmulator();
  const client = emulator.client();
  await client.apps.create({ name: 'sales-bi' });
  await client.secrets.set(1, 'A', 'example-1').catch(() => {});
  assert.equal(await emulator.count(), 2);
  assert.equal(await emulator.count('post'), 2);
  assert.equal(await emulator.count('POST', '/v1/apps'), 1);
  assert.equal(await emulator.count('POST', '/v1/apps/*/secrets'), 1);
  assert.equal(await emulator.count('POST', '**/secrets'), 1);
  assert.equal(await emulator.count('GET'), 0);
  assert.ok(!JSON.stringify(await emulator.requests()).includes('example-1'));
  await emulator.clearRequests();
  assert.deepEqual(await emulator.requests(), []);
});

test('its state goes forward and back', async () => {
  await using emulator = await startEmulator();
  const client = emulator.client();
  const before = emulator.snapshot();
  const app = await client.apps.create({ name: 'sales-bi' });
  assert.ok(JSON.stringify(await emulator.state()).includes('sales-bi'));
  emulator.restore(before);
  await assert.rejects(client.apps.get(app), NotFound);
  await client.apps.create({ name: 'sales-bi' });
  await emulator.reset();
  assert.equal(await client.apps.find('sales-bi'), null);
});

test('its clock stands and is moved', async () => {
  await using emulator = await startEmulator({ clock: '2026-01-01T00:00:00Z' });
  const client = emulator.client();
  await emulator.advance(90_000);
  const app = await client.apps.create({ name: 'sales-bi' });
  assert.equal(app.createdAt?.toISOString(), '2026-01-01T00:01:30.000Z');
  await emulator.freeze();
});

test('tokens are made with less than all scopes', async () => {
  await using emulator = await startEmulator();
  const token = await emulator.mint({ scopes: ['apps:read'], expiresIn: 60_000, label: 'reader' });
  const client = emulator.client({ token });
  await client.apps.list().toArray();
  await assert.rejects(client.apps.create({ name: 'sales-bi' }), { requiredScope: 'apps:write' });
});

test('old servers are imitated', async () => {
  await using emulator = await startEmulator({ seed: 'demo' });
  await emulator.setQuirks({ shortPages: 10 });
  const client = emulator.client();
  assert.equal((await firstPage(client))?.items.length, 10);
  await emulator.setQuirks({});
  assert.equal((await firstPage(client))?.items.length, 25);
});

test('its administration refuses in words', async () => {
  await using emulator = await startEmulator();
  const error = await emulator.admin('GET', 'nowhere').catch((reason: unknown) => reason);
  assert.ok(error instanceof EmulatorRefusal);
  assert.equal(error.name, 'EmulatorRefusal');
  assert.equal(error.status, 404);
  await assert.rejects(emulator.setProgression({ kind: 'odd' } as never), EmulatorRefusal);
});

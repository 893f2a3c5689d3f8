// Deployments: started, followed, waited for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type App,
  DeploymentFailed,
  type SpiceCloud,
  ValidationError,
  WaitTimeout,
} from 'spice-cloud';
import { type Emulator, type Progression, startEmulator } from 'spice-cloud/testing';

const SOON = { pollInterval: 10 };

/** An emulator with an app that can be deployed, and how its deployments go. */
async function stage(progression: Progression): Promise<[Emulator, SpiceCloud, App]> {
  const emulator = await startEmulator({ progression });
  const client = emulator.client();
  const app = await client.apps.create({ name: 'sales-bi', region: 'us-east-1' });
  await client.apps.update(app, { spicepod: { version: 'v1', kind: 'Spicepod', name: 'sales' } });
  return [emulator, client, app];
}

const SCRIPT = {
  kind: 'script',
  entries: ['queued', 'in_progress:insufficient_cpu', 'in_progress', 'succeeded'],
} as const;

test('each step is told, and the deployment is given in the end', async () => {
  const [emulator, client, app] = await stage(SCRIPT);
  const told: unknown[] = [];
  const deployment = await client.deployments.deploy(app, {
    ...SOON,
    commitMessage: 'First',
    onEvent: ({ status, waitsFor, elapsed }) => {
      told.push([status, waitsFor]);
      assert.ok(elapsed >= 0 && elapsed < 60_000);
    },
  });
  assert.equal(deployment.status, 'succeeded');
  assert.equal(deployment.commitMessage, 'First');
  assert.ok(deployment.createdAt instanceof Date);
  assert.ok(told.length >= 3, JSON.stringify(told));
  assert.deepEqual(told[0], ['queued', undefined]);
  assert.ok(told.some((step) => JSON.stringify(step) === '["in_progress","insufficient_cpu"]'));
  assert.equal(await emulator.count('POST', '**/deployments'), 1);
  await emulator.stop();
});

test('whoever is told may take time, and is awaited', async () => {
  const [emulator, client, app] = await stage(SCRIPT);
  let open = 0;
  await client.deployments.deploy(app, {
    ...SOON,
    onEvent: async () => {
      open += 1;
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(open, 1);
      open -= 1;
    },
  });
  assert.equal(open, 0);
  await emulator.stop();
});

test('what whoever is told throws ends the wait', async () => {
  const [emulator, client, app] = await stage({ kind: 'manual' });
  const stop = () => {
    throw new RangeError('theirs');
  };
  await assert.rejects(client.deployments.deploy(app, { ...SOON, onEvent: stop }), /theirs/);
  const later = async () => stop();
  await assert.rejects(
    client.deployments.wait(app, (await client.deployments.list(app).first()) ?? 0, {
      onEvent: later,
    }),
    RangeError,
  );
  await emulator.stop();
});

test('a deployment is watched to its end', async () => {
  const [emulator, client, app] = await stage(SCRIPT);
  const deployment = await client.deployments.create(app, {});
  const statuses: string[] = [];
  for await (const event of client.deployments.watch(app, deployment, SOON)) {
    statuses.push(event.status);
    assert.equal(event.deployment.id, deployment.id);
    assert.equal(event.deployment.meta.attempts, 1);
  }
  assert.equal(statuses.at(-1), 'succeeded');
  await emulator.stop();
});

test('who leaves a watch asks no more', async () => {
  const [emulator, client, app] = await stage({ kind: 'manual' });
  const deployment = await client.deployments.create(app);
  const watch = client.deployments.watch(app, deployment, SOON);
  for await (const event of watch) {
    assert.equal(event.status, 'queued');
    break;
  }
  const seen = await emulator.count('GET', '**/deployments/*');
  assert.deepEqual(await watch.next(), { done: true, value: undefined });
  assert.equal(await emulator.count('GET', '**/deployments/*'), seen);
  await emulator.stop();
});

test('a deployment that fails is an error with the deployment', async () => {
  const [emulator, client, app] = await stage({ kind: 'immediate', failWith: 'unable_to_start' });
  const error = await client.deployments.deploy(app, SOON).catch((reason: unknown) => reason);
  assert.ok(error instanceof DeploymentFailed, String(error));
  assert.equal(error.deployment?.status, 'failed');
  assert.equal(error.deployment?.errorCode, 'unable_to_start');
  assert.ok(error.deployment?.createdAt instanceof Date);
  assert.ok((error.elapsed ?? -1) >= 0);
  const watched: string[] = [];
  const follow = async () => {
    for await (const event of client.deployments.watch(app, error.deployment?.id ?? 0)) {
      watched.push(event.status);
    }
  };
  await assert.rejects(follow, DeploymentFailed);
  assert.deepEqual(watched, ['failed']);
  await emulator.stop();
});

test('a wait that takes too long is an error, and the deployment goes on', async () => {
  const [emulator, client, app] = await stage({ kind: 'manual' });
  const error = await client.deployments
    .deploy(app, { timeout: 100, pollInterval: 10 })
    .catch((reason: unknown) => reason);
  assert.ok(error instanceof WaitTimeout, String(error));
  assert.equal(error.deployment?.status, 'queued');
  assert.ok((error.elapsed ?? 0) >= 90);
  await emulator.stop();
});

test('what is wrong about a wait is refused before anything is sent', async () => {
  const [emulator, client, app] = await stage({ kind: 'manual' });
  await emulator.clearRequests();
  for (const params of [
    { timeout: '5m' },
    { pollInterval: -1 },
    { onEvent: 'x' },
    { replica: 1 },
  ] as object[]) {
    await assert.rejects(client.deployments.deploy(app, params), ValidationError);
  }
  assert.throws(() => client.deployments.watch(app, 1, { timeout: 'x' } as never), ValidationError);
  assert.equal(await emulator.count(), 0);
  await emulator.stop();
});

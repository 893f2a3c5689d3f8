// The packed package, installed in a project that has nothing else, used as a module.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DeploymentStatus, NotFound, Secret, SpiceCloud } from 'spice-cloud';
import { startEmulator } from 'spice-cloud/testing';

const emulator = await startEmulator({ seed: 'demo' });
const client = emulator.client();
assert.ok(client instanceof SpiceCloud);

const apps = await client.apps.list().toArray();
assert.equal(apps.length, 25);
const app = await client.apps.create({ name: 'smoke-test', region: 'us-east-1' });
await client.apps.update(app, {
  spicepod: { version: 'v1', kind: 'Spicepod', name: 'smoke-test' },
});
await client.secrets.set(app, 'TOKEN', new Secret('canary'));
const deployment = await client.deployments.deploy(app, { pollInterval: 50 });
assert.ok(DeploymentStatus.isTerminal(deployment.status));
await client.apps.delete(app);
await assert.rejects(client.apps.get(app), NotFound);

// Both kinds of module share one package.
const require = createRequire(import.meta.url);
assert.equal(require('spice-cloud').SpiceCloud, SpiceCloud);

const bin = process.platform === 'win32' ? 'spice-cloud.cmd' : 'spice-cloud';
const said = execFileSync(join('node_modules', '.bin', bin), ['--version'], { encoding: 'utf8' });
assert.equal(said.trim(), `spice-cloud ${require('spice-cloud/package.json').version}`);

client.close();
await emulator.stop();
console.log('ok: as a module');

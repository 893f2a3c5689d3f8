// The packed package, installed in a project that has nothing else, used with `require`.

const assert = require('node:assert/strict');
const { ConfigError, SpiceCloud } = require('spice-cloud');
const { startEmulator } = require('spice-cloud/testing');

async function main() {
  const emulator = await startEmulator({ seed: 'demo' });
  const client = emulator.client();
  assert.ok(client instanceof SpiceCloud);
  const first = await client.apps.list().first();
  assert.equal((await client.apps.get(first)).id, first.id);
  assert.throws(() => new SpiceCloud({ token: 'x', timeout: -1 }), ConfigError);
  client.close();
  await emulator.stop();
  console.log('ok: with require');
}

main();

// A bug in native code is an error of one call; the next one works.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InternalError, SpiceCloud } from 'spice-cloud';
import { startEmulator } from 'spice-cloud/testing';
import { internal } from './support/internals.mjs';

const { Caller } = internal('caller.js');

for (const operation of ['__panic_for_tests', '__panic_in_native_for_tests']) {
  test(operation, async () => {
    await using emulator = await startEmulator();
    const options = { baseUrl: emulator.url, token: emulator.token };
    const caller = Caller.open(options);
    const error = await caller.callNone(operation, {}).catch((reason: unknown) => reason);
    assert.ok(error instanceof InternalError, String(error));
    assert.ok(!String(error).includes(emulator.token));
    await caller.callNone('regions.list', {});
    await new SpiceCloud(options).regions.list();
  });
}

test('what native code cannot read is a bug of this package, and says so', () => {
  const { native } = internal('native.js');
  const { thrown } = internal('failures.js');
  try {
    new native.Session('{');
    assert.fail('it was taken');
  } catch (error) {
    assert.equal(thrown(error).name, 'ConfigError');
  }
  assert.ok(thrown(new Error('odd')) instanceof InternalError);
  assert.equal(thrown(7), 7);
});

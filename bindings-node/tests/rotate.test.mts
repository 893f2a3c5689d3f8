// Rotations: what the user's functions are given, and what becomes of what they do.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import {
  type App,
  type ClientOptions,
  type RotateParams,
  type RotationEvent,
  RotationFailed,
  type Secret,
  type SpiceCloud,
  ValidationError,
} from 'spice-cloud';
import { type Emulator, startEmulator } from 'spice-cloud/testing';

const HIDDEN = { _timeScale: 100 };
/** The waits of the SDK are a hundredth of themselves, its limits as long as ever. */
const FAST: ClientOptions = { timeout: 6_000_000, attemptTimeout: 3_000_000, ...HIDDEN };

async function stage(): Promise<[Emulator, SpiceCloud, App]> {
  const emulator = await startEmulator();
  const client = emulator.client(FAST);
  return [emulator, client, await client.apps.create({ name: 'sales-bi' })];
}

async function failureOf(work: Promise<unknown>): Promise<RotationFailed> {
  const error = await work.catch((reason: unknown) => reason);
  assert.ok(error instanceof RotationFailed, String(error));
  return error;
}

const nothing = () => {};
const passes = () => true;

test('keys are handed over one after the other', async () => {
  const [emulator, client, app] = await stage();
  const given: [number, Secret][] = [];
  const told: RotationEvent[] = [];
  const report = await client.apiKeys.rotate(app, {
    distribute: (slot, key) => void given.push([slot, key]),
    verify: passes,
    onEvent: (event) => void told.push(event),
    grace: 1000,
  });
  const steps = ['replaced', 'distributed', 'verified'];
  assert.deepEqual(
    told.map(({ step, slot }) => `${slot} ${step}`),
    ['2 started', ...steps.map((step) => `2 ${step}`), ...steps.map((step) => `1 ${step}`)],
  );
  const keys = given.map(([slot, key]) => [slot, key.reveal()]);
  const { apiKey, apiKey2 } = report.keys;
  assert.deepEqual(keys, [
    [2, apiKey2?.reveal()],
    [1, apiKey?.reveal()],
  ]);
  // What stands in an answer tells of the call, too.
  assert.equal(report.keys.meta, report.meta);
  const shown = inspect([report, told, given], { depth: null, showHidden: true });
  for (const [, key] of keys) assert.ok(!shown.includes(String(key)));
  await emulator.stop();
});

test('what distribute throws is the cause, and the key is in no word of it', async () => {
  const [emulator, client, app] = await stage();
  const thrown: Error[] = [];
  let second = '';
  const error = await failureOf(
    client.apiKeys.rotate(app, {
      distribute: async (_slot, key) => {
        second = key.reveal();
        thrown.push(new RangeError(`cannot keep ${second}`));
        throw thrown[0];
      },
    }),
  );
  assert.equal(error.cause, thrown[0]);
  assert.equal(error.code, 'SPICE_ROTATION_FAILED');
  assert.match(error.message, /RangeError: cannot keep \[redacted\]/);
  assert.ok(!`${error}${JSON.stringify(error)}`.includes(second));
  assert.equal(typeof error.journal, 'string');
  // A later rotation goes on from there: the second key is not replaced again.
  const { journal } = error;
  const given = { distribute: nothing, verify: passes, journal, grace: 0 };
  const report = await client.apiKeys.rotate(app, given);
  assert.equal(report.keys.apiKey2?.reveal(), second);
  await emulator.stop();
});

test('what verify throws is the cause, though it goes on', async () => {
  const [emulator, client, app] = await stage();
  const cause = new RangeError('no route');
  const answers = [true, cause, false];
  const verify = async () => {
    const answer = answers.shift() ?? false;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const given: RotateParams = { distribute: nothing, verify, verifyTimeout: 5000 };
  const error = await failureOf(client.apiKeys.rotate(app, given));
  assert.equal(error.cause, cause);
  assert.match(error.message, /RangeError: no route/);
  assert.deepEqual(answers, []);
  await emulator.stop();
});

test('a key that does not pass has no cause', async () => {
  const [emulator, client, app] = await stage();
  for (const [given, words] of [
    [false, /it did not pass/],
    [undefined, /it gave undefined, not true or false/],
  ] as const) {
    const verify = () => given as boolean;
    const params = { distribute: nothing, verify, verifyTimeout: 2000 };
    const error = await failureOf(client.apiKeys.rotate(app, params));
    assert.match(error.message, words);
    assert.equal(error.cause === undefined, given === false);
  }
  await emulator.stop();
});

test('whoever is told may end it', async () => {
  const [emulator, client, app] = await stage();
  const onEvent = async () => {
    throw new RangeError('enough');
  };
  const given = { distribute: nothing, verify: passes, onEvent };
  await assert.rejects(client.apiKeys.rotate(app, given), RangeError);
  await emulator.stop();
});

test('a signal that is aborted while a key is distributed gives it up', async () => {
  const [emulator, client, app] = await stage();
  const first = (await client.apiKeys.get(app)).apiKey?.reveal();
  const controller = new AbortController();
  const distribute = async () => {
    controller.abort(new RangeError('enough'));
    await new Promise(() => {});
  };
  const { signal } = controller;
  await assert.rejects(client.apiKeys.rotate(app, { distribute }, { signal }), /enough/);
  assert.equal((await client.apiKeys.get(app)).apiKey?.reveal(), first);
  await emulator.stop();
});

test('what is wrong is refused before anything is sent', async () => {
  const emulator = await startEmulator();
  const client = emulator.client();
  for (const [params, field] of [
    [{}, 'distribute'],
    [{ distribute: 'vault' }, 'distribute'],
    [{ distribute: nothing, verify: true }, 'verify'],
    [{ distribute: nothing, onEvent: 'print' }, 'onEvent'],
    [{ distribute: nothing, grace: '30s' }, 'grace'],
    [{ distribute: nothing, grace: -1 }, 'grace'],
    [{ distribute: nothing, verifyTimeout: Number.NaN }, 'verifyTimeout'],
    [{ distribute: nothing, verifyTimes: 0 }, 'verifyTimes'],
    [{ distribute: nothing, journal: '{}' }, 'journal'],
    [{ distribute: nothing, key: 'x' }, 'key'],
  ] as const) {
    const error = await client.apiKeys
      .rotate(1, params as never)
      .catch((reason: unknown) => reason);
    assert.ok(error instanceof ValidationError, String(error));
    assert.deepEqual(Object.keys(error.fieldErrors), [field]);
  }
  assert.equal(await emulator.count(), 0);
  await emulator.stop();
});

// Errors: a class for each kind, with all that is known, and a stack that points at whoever called.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import * as sdk from 'spice-cloud';
import { ApiError, NotFound, SpiceCloud, SpiceCloudError, ValidationError } from 'spice-cloud';
import { startEmulator } from 'spice-cloud/testing';
import { DIST, internal } from './support/internals.mjs';

async function caught(work: () => Promise<unknown>): Promise<any> {
  return await work().then(
    () => assert.fail('nothing was thrown'),
    (error: unknown) => error,
  );
}

test('every kind of the core has a class of its name with its code', () => {
  const kinds: [string, string][] = internal('native.js').native.Session.errorKinds();
  assert.ok(kinds.length >= 26);
  for (const [name, code] of kinds) {
    const Kind = (sdk as any)[name];
    const error = new Kind('words');
    assert.ok(error instanceof SpiceCloudError && error instanceof Error, name);
    assert.deepEqual([error.name, error.code], [name, code]);
  }
});

test('an error tells all that is known', async () => {
  await using emulator = await startEmulator();
  const error = await caught(() => emulator.client().apps.get(404404));
  assert.ok(error instanceof NotFound && error instanceof ApiError);
  assert.equal(error.code, 'SPICE_NOT_FOUND');
  assert.equal(error.status, 404);
  assert.equal(error.operation, 'apps.get');
  assert.equal(error.route, 'GET /v1/apps/{app_id}');
  assert.equal(error.message, 'App with ID 404404 not found');
  assert.equal(error.retryable, false);
  assert.match(error.requestId ?? '', /^req_/);
  assert.match(error.hint ?? '', /^check the id with `apps\.list\(\)`/);
  const [attempt] = error.attempts;
  assert.equal(attempt?.outcome, 'NotFound');
  assert.ok(attempt.took > 0 && attempt.took < 20_000);
  assert.match(
    String(error),
    /^NotFound \(404\): App with ID 404404 not found\. Hint: .* \[GET \/v1\/apps/,
  );
});

test('JSON and consoles have the facts, and no empty ones', async () => {
  await using emulator = await startEmulator();
  const error = await caught(() => emulator.client().apps.get(404404));
  const written = JSON.parse(JSON.stringify(error));
  assert.equal(written.name, 'NotFound');
  assert.equal(written.message, error.message);
  assert.equal(written.status, 404);
  assert.ok(!('apiCode' in written) && !('cause' in written) && !('stack' in written));
  const shown = inspect(error);
  assert.match(shown, /^NotFound \(404\): App with ID/);
  assert.match(shown, /code: 'SPICE_NOT_FOUND'/);
  assert.doesNotMatch(shown, /undefined/);
});

describe('the stack points at the caller', () => {
  async function theirFunction(client: SpiceCloud): Promise<unknown> {
    return await client.apps.get(404404);
  }

  test('through awaits', async () => {
    await using emulator = await startEmulator();
    const error = await caught(() => theirFunction(emulator.client()));
    const [line, first, ...others] = error.stack.split('\n');
    assert.equal(line, String(error));
    // A busy machine may have the answer before the call returns: then nothing was awaited on the way.
    assert.match(first, /at (async )?theirFunction \(.*errors\.test\.mjs:\d+:\d+\)/);
    assert.ok(others.every((frame: string) => !frame.includes(DIST)));
  });

  test('through Promise.all', async () => {
    await using emulator = await startEmulator();
    const client = emulator.client();
    const error = await caught(() => Promise.all([theirFunction(client), client.regions.list()]));
    assert.match(
      error.stack,
      /at (async )?theirFunction .*\n.*at (async Promise\.all \(index 0\)|file:.*errors\.test\.mjs)/,
    );
  });

  test('in lists and waits', async () => {
    await using emulator = await startEmulator();
    const client = emulator.client({ token: 'not-a-token' });
    async function theirLoop(): Promise<void> {
      for await (const app of client.apps.list()) assert.fail(app.name);
    }
    assert.match((await caught(theirLoop)).stack, /theirLoop/);
    async function theirWait(): Promise<unknown> {
      return await client.deployments.wait(1, 2);
    }
    assert.match((await caught(theirWait)).stack, /theirWait/);
  });

  test('for bad input, and for bad options', async () => {
    async function theirMistake(): Promise<unknown> {
      return await new SpiceCloud({ token: 'x' }).apps.get('x' as never);
    }
    assert.match((await caught(theirMistake)).stack.split('\n')[1], /theirMistake/);
    function theirOptions(): SpiceCloud {
      return new SpiceCloud({ timeout: -1 });
    }
    assert.throws(theirOptions, (error: Error) =>
      /theirOptions/.test(error.stack?.split('\n')[1] ?? ''),
    );
  });
});

test('errors of another copy of the package are the same to instanceof', () => {
  const place = mkdtempSync(join(tmpdir(), 'spice-cloud-'));
  try {
    cpSync(DIST, join(place, 'dist'), { recursive: true });
    const library = readdirSync(dirname(DIST)).find((name) => name.endsWith('.node')) ?? '';
    cpSync(join(dirname(DIST), library), join(place, library));
    const other = createRequire(import.meta.url)(join(place, 'dist', 'index.js'));
    assert.notEqual(other.NotFound, NotFound);
    const theirs = new other.NotFound('words');
    assert.ok(theirs instanceof NotFound && theirs instanceof ApiError);
    assert.ok(theirs instanceof SpiceCloudError && theirs instanceof Error);
    assert.ok(!(theirs instanceof ValidationError));
    assert.ok(new NotFound('words') instanceof other.ApiError);
    assert.ok(new other.Secret('x') instanceof sdk.Secret);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});

test('instanceof tells kinds apart, and classes that others derive from them', () => {
  class Theirs extends NotFound {}
  const theirs = new Theirs('words', { status: 404 });
  assert.ok(theirs instanceof Theirs && theirs instanceof NotFound && theirs instanceof ApiError);
  assert.ok(!(new NotFound('words') instanceof Theirs));
  for (const other of [null, undefined, 7, 'x', {}, new Error('x'), Object.create(null)]) {
    assert.ok(!(other instanceof SpiceCloudError));
  }
  assert.ok(!(new NotFound('words') instanceof ValidationError));
});

test('errors can be made for tests', () => {
  const error = new sdk.RateLimited('slow down', {
    status: 429,
    retryAfter: 1500,
    retryable: true,
    cause: 'why',
  });
  assert.equal(error.retryAfter, 1500);
  assert.equal(error.retryable, true);
  assert.equal(error.cause, 'why');
  assert.equal(String(error), 'RateLimited (429): slow down');
  assert.deepEqual(error.attempts, []);
});

test('an error made under another way to write stacks is still an error', () => {
  const before = Error.prepareStackTrace;
  Error.prepareStackTrace = (_error, frames) => frames.length;
  try {
    assert.equal(new NotFound('words').message, 'words');
  } finally {
    Error.prepareStackTrace = before as typeof Error.prepareStackTrace;
  }
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    assert.equal(new NotFound('words').stack, 'NotFound: words');
  } finally {
    Error.stackTraceLimit = limit;
  }
});

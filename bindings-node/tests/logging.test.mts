// The log: to a logger, to stderr, to a hook; with durations in milliseconds and without secrets.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { type Logger, type RequestEvent, SpiceCloud } from 'spice-cloud';
import { startEmulator } from 'spice-cloud/testing';
import { environment, run } from './support/programs.mjs';
import { answer, RawServer } from './support/server.mjs';

type Line = readonly [string, string, any];

/** A logger that keeps its lines. */
function keeper(): [Logger, Line[]] {
  const lines: Line[] = [];
  const keep = (level: string) => (message: string, fields: object) => {
    lines.push([level, message, fields]);
  };
  const levels = ['debug', 'info', 'warn', 'error'].map((level) => [level, keep(level)]);
  return [Object.fromEntries(levels), lines];
}

test('each line has words for people and fields for programs', async () => {
  await using emulator = await startEmulator();
  await emulator.fault({ kind: 'status', status: 503, times: 1 });
  const [logger, lines] = keeper();
  const options = { logger, logLevel: 'debug', _timeScale: 100 } as const;
  await emulator.client(options).regions.list();
  assert.deepEqual(
    lines.map(([level]) => level),
    ['info', 'debug'],
  );
  const [[, retried, fields] = [], [, succeeded] = []] = lines;
  assert.match(
    retried ?? '',
    /^regions\.list GET \/v1\/regions: 503 in \d\.\d{3} s \(attempt 1.*, again in/,
  );
  assert.match(succeeded ?? '', /^regions\.list GET \/v1\/regions: 200 in \d\.\d{3} s \(attempt 2/);
  assert.equal(fields.status, 503);
  assert.ok(fields.took > 0 && fields.took < 20_000 && fields.retryIn > 0);
});

test('without a level, what failed for good is told', async () => {
  await using emulator = await startEmulator();
  const [logger, lines] = keeper();
  const client = emulator.client({ logger });
  await client.regions.list();
  await assert.rejects(client.apps.get(404404));
  assert.deepEqual(
    lines.map(([level, , { operation }]) => [level, operation]),
    [['warn', 'apps.get']],
  );
});

test('a level that is off tells nothing', async () => {
  await using emulator = await startEmulator();
  const [logger, lines] = keeper();
  await assert.rejects(emulator.client({ logger, logLevel: 'off' }).apps.get(404404));
  assert.deepEqual(lines, []);
});

test('a logger may lack methods, and may throw', async () => {
  await using emulator = await startEmulator();
  await assert.rejects(emulator.client({ logger: {} }).apps.get(404404), { name: 'NotFound' });
  const warned = once(process, 'warning');
  const logger = {
    warn: () => {
      throw new Error('the disk is full');
    },
  };
  await assert.rejects(emulator.client({ logger }).apps.get(404404), { name: 'NotFound' });
  assert.match((await warned)[0].message, /the logger failed: Error: the disk is full/);
});

describe('the hook', () => {
  test('is told of each attempt, in milliseconds', async () => {
    await using server = await RawServer.start(({ request }) => {
      const isFirst =
        server.requests.filter(({ target }) => target === request.target).length === 1;
      return isFirst ? answer(503) : answer(200, { id: 7, name: 'a' }, { 'x-request-id': 'req-7' });
    });
    const events: RequestEvent[] = [];
    const onRequest = (event: RequestEvent) => void events.push(event);
    const options = { baseUrl: server.url, token: 'example-token', onRequest, _timeScale: 100 };
    await new SpiceCloud(options).apps.get(7);
    const [first, second] = events;
    assert.equal(events.length, 2);
    assert.deepEqual(Object.keys(first ?? {}).sort(), [
      'attempt',
      'method',
      'operation',
      'outcome',
      'path',
      'requestId',
      'retryIn',
      'status',
      'took',
    ]);
    assert.deepEqual([first?.attempt, first?.status, first?.outcome], [1, 503, 'ServerError']);
    assert.ok((first?.retryIn ?? 0) > 0);
    assert.deepEqual([second?.attempt, second?.outcome, second?.retryIn], [2, 'ok', null]);
    assert.equal(second?.requestId, 'req-7');
    assert.equal(second?.path, '/v1/apps/{app_id}');
  });

  test('hinders no call when it fails', async () => {
    await using emulator = await startEmulator();
    const [logger, lines] = keeper();
    for (const onRequest of [
      () => {
        throw new Error('theirs');
      },
      async () => {
        throw new Error('theirs');
      },
    ]) {
      await emulator.client({ logger, onRequest }).regions.list();
    }
    await new Promise((resolve) => setImmediate(resolve));
    const told = lines.map(([level, message]) => [level, message]);
    assert.deepEqual(told, Array(2).fill(['error', 'onRequest failed: Error: theirs']));
  });

  test('may make calls of its own', async () => {
    await using emulator = await startEmulator();
    // Whoever calls may have the result before the hook is told of it.
    const inner = new Promise<unknown>((resolve) => {
      const client = emulator.client({
        onRequest: ({ operation }) => {
          if (operation === 'regions.list') resolve(client.orgs.list());
        },
      });
      client.regions.list().catch(resolve);
    });
    assert.ok(Array.isArray(await inner));
  });
});

test('the environment asks for a log, which goes to stderr', async () => {
  await using emulator = await startEmulator();
  const env = environment(emulator.url, emulator.token, { SPICE_CLOUD_LOG: 'debug' });
  const { code, stdout, stderr } = await run('exits', ['idle'], env);
  assert.equal(code, 0);
  assert.match(stderr, /^spice-cloud: regions\.list GET \/v1\/regions: 200 in \d\.\d{3} s/);
  assert.ok(!stdout.includes('regions.list') && !stderr.includes(emulator.token));
});

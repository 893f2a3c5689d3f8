// Servers that break off, lie and babble: each gives a typed error, never a hang, a crash or a wrong object.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DecodeError, SpiceCloud } from 'spice-cloud';
import { answer, RawServer } from './support/server.mjs';

function clientOf(server: RawServer, options: object = {}): SpiceCloud {
  return new SpiceCloud({ baseUrl: server.url, token: 'example-token', maxRetries: 0, ...options });
}

/** What comes of reading an app from a server that answers like this. */
async function read(text: string, options: object = {}): Promise<any> {
  await using server = await RawServer.fixed(text);
  return await clientOf(server, options)
    .apps.get(7)
    .catch((error: unknown) => error);
}

const OK = 'HTTP/1.1 200 OK\r\n';

describe('each gives a typed error', () => {
  for (const [what, text, kind] of [
    ['nothing at all', '', 'ConnectError'],
    ['half a status line', 'HTTP/1.', 'ConnectError'],
    ['no HTTP', 'SSH-2.0-x\r\n\r\n', 'ConnectError'],
    ['a body that is cut', `${OK}content-length: 100\r\n\r\n{"id":7`, 'ConnectError'],
    ['a part that is cut', `${OK}transfer-encoding: chunked\r\n\r\n20\r\n{"id"`, 'ConnectError'],
    [
      'a page for people',
      answer(200, '<html>Sign in</html>', { 'content-type': 'text/html' }),
      'DecodeError',
    ],
    ['a redirect', answer(302, '', { location: 'http://127.0.0.1:9/' }), 'RedirectError'],
    ['a status of its own', answer(299, '{}'), 'DecodeError'],
    ['an error page', answer(500, '<html>oops</html>'), 'ServerError'],
    ['an unknown refusal', answer(418, '[]'), 'ApiError'],
  ] as const) {
    test(what, async () => {
      const error = await read(text);
      assert.equal(error?.name, kind, String(error));
      assert.equal(error.operation, 'apps.get');
    });
  }

  test('an answer that never ends', async () => {
    await using server = await RawServer.start(async (exchange) => {
      exchange.send(`${OK}content-length: 100\r\n\r\n{"id":7`);
      await exchange.held();
      return null;
    });
    const error = await clientOf(server, { timeout: 200 })
      .apps.get(7)
      .catch((reason: unknown) => reason);
    assert.equal((error as Error).name, 'Timeout', String(error));
  });
});

describe('numbers that JavaScript would round', () => {
  const LARGE = '9007199254740993';

  test('in a field they are an error that names it', async () => {
    for (const [body, field] of [
      [`{"id": ${LARGE}, "name": "a"}`, 'id'],
      [`{"id": 1, "name": "a", "config": {"replicas": ${LARGE}}}`, 'replicas'],
    ] as const) {
      const error = await read(answer(200, body));
      assert.ok(error instanceof DecodeError, String(error));
      assert.equal(error.operation, 'apps.get');
      assert.ok(
        error.message.startsWith(`${field} is a whole number beyond 2^53 - 1`),
        error.message,
      );
    }
  });

  test('in a list, too', async () => {
    await using server = await RawServer.fixed(
      answer(200, `{"apps": [{"id": ${LARGE}, "name": "a"}]}`),
    );
    await assert.rejects(clientOf(server).apps.list().toArray(), DecodeError);
  });

  test('the largest that is exact is read', async () => {
    const app = await read(answer(200, '{"id": 9007199254740991, "name": "a"}'));
    assert.equal(app.id, Number.MAX_SAFE_INTEGER);
  });

  test('elsewhere they are text', async () => {
    const app = await read(answer(200, `{"id": 1, "name": "a", "later": {"n": [${LARGE}, 7]}}`));
    assert.deepEqual(app.later, { n: [LARGE, 7] });
    await using server = await RawServer.fixed(answer(200, `{"id": ${LARGE}}`));
    const raw = await clientOf(server).request('GET', '/v1/apps/7');
    assert.deepEqual(raw.body, { id: LARGE });
  });
});

describe('what is not as it should be, and does no harm', () => {
  test('a time that nobody can read is kept as text', async () => {
    const app = await read(
      answer(200, '{"id": 1, "name": "a", "created_at": "2026-02-30T10:00:00Z"}'),
    );
    assert.equal(app.createdAt, undefined);
    assert.equal(app.createdAtText, '2026-02-30T10:00:00Z');
  });

  test('words and members that nobody knows are kept under the API’s names', async () => {
    const body = '{"id": 1, "name": "a", "visibility": "odd", "new_member": {"some_name": 1}}';
    const app = await read(answer(200, body));
    assert.equal(app.visibility, 'odd');
    assert.deepEqual(app.new_member, { some_name: 1 });
  });

  test('names that mean something to JavaScript mean nothing here', async () => {
    const body =
      '{"id": 1, "name": "a", "__proto__": {"x": 1}, "constructor": 2, "tags": {"__proto__": "t"}}';
    const app = await read(answer(200, body));
    assert.equal(app.x, undefined);
    assert.equal(Object.getPrototypeOf(app), Object.prototype);
    assert.deepEqual(Object.keys(app.tags), ['__proto__']);
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });

  test('lists and maps that are not there are empty', async () => {
    const app = await read(answer(200, '{"id": 1, "name": "a", "tags": null}'));
    assert.deepEqual(app.tags, {});
    await using server = await RawServer.fixed(answer(200, '{"regions": null}'));
    assert.deepEqual((await clientOf(server).regions.list()).regions, []);
  });
});

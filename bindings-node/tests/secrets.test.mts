// Secrets: they are shown nowhere, and given only to who asks for them by name.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { format, inspect } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { ConfigError, Secret, SpiceCloud } from 'spice-cloud';
import { startEmulator } from 'spice-cloud/testing';
import { answer, RawServer } from './support/server.mjs';

const CANARY = 'canary-51a7b3e9';

/** Everything that a program may write of a value without asking for secrets. */
function shown(value: unknown): string {
  const deep = { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true };
  return [
    inspect(value),
    inspect(value, deep),
    format('%s %o %O %j', value, value, value, value),
    JSON.stringify(value),
    JSON.stringify({ inside: [value] }),
    String(value),
    `${value}`,
  ].join('\n');
}

test('a secret does not print', () => {
  const secret = new Secret(CANARY);
  assert.ok(!shown(secret).includes(CANARY));
  assert.equal(inspect(secret), 'Secret([redacted])');
  assert.equal(JSON.stringify({ secret }), '{"secret":"[redacted]"}');
  assert.equal(`${secret}`, '[redacted]');
  assert.deepEqual(Object.getOwnPropertyNames(secret), []);
  assert.ok(!inspect(structuredClone(secret), { showHidden: true }).includes(CANARY));
  assert.ok(!inspect(deserialize(serialize(secret))).includes(CANARY));
});

test('a secret is opened by name, compared, and made of another', () => {
  const secret = new Secret(CANARY);
  assert.equal(secret.reveal(), CANARY);
  assert.ok(secret.equals(CANARY) && secret.equals(new Secret(secret)));
  assert.ok(!secret.equals('other'));
  assert.throws(() => new Secret(7 as never), /^TypeError: a secret must be a string, not number$/);
});

test('a secret is read from the environment', () => {
  process.env['CANARY_FOR_TESTS'] = CANARY;
  assert.equal(Secret.fromEnv('CANARY_FOR_TESTS').reveal(), CANARY);
  process.env['CANARY_FOR_TESTS'] = '';
  assert.throws(() => Secret.fromEnv('CANARY_FOR_TESTS'), ConfigError);
  delete process.env['CANARY_FOR_TESTS'];
  assert.throws(() => Secret.fromEnv('CANARY_FOR_TESTS'), /CANARY_FOR_TESTS is not set, or empty/);
});

describe('a client does not show what it signs in with', () => {
  for (const options of [
    { token: CANARY },
    { token: new Secret(CANARY) },
    { clientId: 'id', clientSecret: CANARY },
    { tokenProvider: () => CANARY },
    { token: 'x', headers: { 'x-key': CANARY } },
    { token: 'x', proxy: `http://user:${CANARY}@127.0.0.1:9` },
  ]) {
    test(Object.keys(options).join(), () => {
      const client = new SpiceCloud({ baseUrl: 'http://127.0.0.1:9', ...options });
      const copy = client.withOptions({ headers: { 'x-other': CANARY }, org: 'acme' });
      for (const each of [client, copy, client.apps, [client]]) {
        assert.ok(!shown(each).includes(CANARY));
      }
      assert.match(inspect(copy), /baseUrl: 'http:\/\/127\.0\.0\.1:9', org: 'acme'/);
    });
  }
});

test('keys of an app do not print, and open', async () => {
  await using emulator = await startEmulator();
  const client = emulator.client();
  const app = await client.apps.create({ name: 'sales-bi' });
  const keys = await client.apiKeys.get(app);
  const key = keys.apiKey?.reveal() ?? '';
  assert.ok(key.length > 8);
  assert.ok(!shown(keys).includes(key));
  assert.ok(!shown({ ...keys }).includes(key));
});

describe('no error and no log shows what was sent', () => {
  /** A server that refuses, and repeats all that it was given. */
  const echo = () => {
    return RawServer.start(({ request }) => {
      const { headers, body } = request;
      return answer(400, { error: `bad: ${headers['authorization']} ${body}` });
    });
  };

  test('in errors', async () => {
    await using server = await echo();
    const lines: unknown[] = [];
    const keep = (...of: unknown[]) => void lines.push(of);
    const client = new SpiceCloud({
      baseUrl: server.url,
      token: CANARY,
      logger: { debug: keep, info: keep, warn: keep, error: keep },
      logLevel: 'debug',
      onRequest: keep,
    });
    for (const call of [
      () => client.apps.get(7),
      () => client.secrets.set(7, 'NAME', CANARY),
      () => client.secrets.setMany(7, { NAME: CANARY }),
      () => client.secrets.set(7, 'NAME', new Secret(CANARY)),
      () => client.secrets.set(7, 'NAME', { value: CANARY } as never),
      () => client.secrets.set(7, CANARY as never, 7 as never),
      () => client.apps.get(CANARY as never),
      () => client.apps.get(7, { signal: CANARY as never }),
      () => client.apps.get(7, { headers: { 'x-key': `${CANARY}\n` } }),
      () => client.apps.get(7, { timeout: CANARY as never }),
    ]) {
      const error = await call().then(
        () => assert.fail('nothing was thrown'),
        (reason: Error) => reason,
      );
      assert.ok(!`${shown(error)} ${error.stack} ${error.message}`.includes(CANARY), error.name);
    }
    assert.ok(lines.length > 0);
    assert.ok(!shown(lines).includes(CANARY));
  });

  test('in errors of options', () => {
    for (const options of [
      { token: { value: CANARY } },
      { token: `${CANARY}\n${CANARY}` },
      { timeout: CANARY },
      { baseUrl: `nonsense ${CANARY}` },
      { headers: CANARY },
      { clientId: 'x', clientSecret: [CANARY] },
    ]) {
      assert.throws(
        () => new SpiceCloud(options as never),
        (error: Error) => {
          assert.ok(error instanceof ConfigError, String(error));
          return Object.keys(options).includes('baseUrl') || !shown(error).includes(CANARY);
        },
      );
    }
  });
});

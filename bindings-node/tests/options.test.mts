// Options of clients and of calls: read, refused in words, and kept to.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { inspect } from 'node:util';
import { type ClientOptions, ConfigError, Secret, SpiceCloud, Timeout } from 'spice-cloud';
import { startEmulator } from 'spice-cloud/testing';
import { answer, RawServer } from './support/server.mjs';

/** Why a client with these options cannot be made. */
function refusal(options: object): string {
  try {
    new SpiceCloud({ token: 'example-token', ...options });
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return error.message;
  }
  return assert.fail('it was not refused');
}

describe('what is wrong is said in words', () => {
  for (const [options, words] of [
    [{ tokens: 'x' }, /^tokens is no option; the options are .*token, clientId/],
    [{ timeout: '5s' }, /^timeout must be a number of milliseconds, not a string$/],
    [{ timeout: -1 }, /^timeout must be a number of milliseconds that is finite and not negative$/],
    [{ attemptTimeout: Number.NaN }, /^attemptTimeout must be a number of milliseconds that/],
    [{ connectTimeout: Number.POSITIVE_INFINITY }, /^connectTimeout must be/],
    [{ timeout: 0 }, /^timeout/],
    [{ maxRetries: 1.5 }, /^maxRetries must be a whole number/],
    [{ maxRetries: 11 }, /^maxRetries/],
    [{ maxInFlight: '9' }, /^maxInFlight must be a whole number, not a string$/],
    [{ maxInFlight: 0 }, /^maxInFlight/],
    [{ headers: [] }, /^headers must be a plain object/],
    [{ headers: new Map() }, /^headers must be a plain object/],
    [{ headers: { a: 1 } }, /^headers\.a must be a string or a Secret, not a number$/],
    [{ headers: { authorization: 'x' } }, /uthorization/],
    [{ org: 7 }, /^org must be a string, not a number$/],
    [{ baseUrl: 7 }, /^baseUrl must be a string or a URL, not a number$/],
    [{ baseUrl: 'ftp://x' }, /^baseUrl/],
    [{ baseUrl: 'http://example.org' }, /^baseUrl uses http, which would show the token/],
    [{ token: 7 }, /^token must be a string or a Secret, not a number$/],
    [{ token: undefined, clientId: 'x' }, /clientId|clientSecret/],
    [{ trustStore: 'mine' }, /^trustStore must be auto, platform or bundled$/],
    [{ pathStyle: 'mine' }, /^pathStyle must be apps or projects$/],
    [{ validate: 'yes' }, /^validate must be true or false, not a string$/],
    [{ allowDotenv: 1 }, /^allowDotenv must be true or false/],
    [{ caBundle: '/nowhere/at/all.pem' }, /caBundle|all\.pem/],
    [{ tokenProvider: 'x' }, /^tokenProvider must be a function, not a string$/],
    [{ onRequest: {} }, /^onRequest must be a function, not an object$/],
    [{ logger: 'console' }, /^logger must be an object with methods such as warn, not a string$/],
    [{ logLevel: 'loud' }, /^logLevel must be one of debug, info, warn, error, off$/],
  ] as const) {
    test(inspect(options, { breakLength: Number.POSITIVE_INFINITY }), () => {
      assert.match(refusal(options), words);
    });
  }

  test('options that are none', () => {
    for (const options of [null, 7, 'x', []]) {
      assert.throws(() => new SpiceCloud(options as never), ConfigError);
    }
  });
});

test('what is right is taken', async () => {
  await using emulator = await startEmulator();
  const options: ClientOptions = {
    token: new Secret(emulator.token),
    baseUrl: new URL(emulator.url),
    oauthUrl: new URL('/api/oauth/token', emulator.url),
    org: undefined,
    timeout: 10_000,
    attemptTimeout: 5_000,
    connectTimeout: 1_000,
    maxRetries: 0,
    maxInFlight: 4,
    headers: { 'x-team': 'bi', 'x-none': undefined as never },
    trustStore: 'bundled',
    userAgentSuffix: 'tests/1.0',
    allowInsecureHttp: false,
    allowDotenv: false,
    pathStyle: 'projects',
    validate: true,
  };
  const client = new SpiceCloud(options);
  assert.ok((await client.regions.list()).regions.length > 0);
  await client.apps.list().toArray();
  const records = await emulator.requests();
  assert.deepEqual(
    records.map(({ path }) => path),
    ['/v1/regions', '/v1/projects'],
  );
});

describe('the environment', () => {
  const before = { ...process.env };
  beforeEach(() => {
    for (const name of Object.keys(process.env)) if (/^SPICE/.test(name)) delete process.env[name];
  });
  afterEach(() => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  });

  test('is where a client without options looks', async () => {
    await using emulator = await startEmulator({ seed: 'demo' });
    process.env['SPICE_CLOUD_API_URL'] = emulator.url;
    process.env['SPICE_API_TOKEN'] = emulator.token;
    assert.equal((await new SpiceCloud().apps.list().first())?.name, 'route-planner');
  });

  test('may have client credentials', async () => {
    await using emulator = await startEmulator({ seed: 'demo' });
    process.env['SPICE_CLOUD_API_URL'] = emulator.url;
    process.env['SPICE_CLIENT_ID'] = emulator.clientId;
    process.env['SPICE_CLIENT_SECRET'] = emulator.clientSecret;
    assert.equal((await new SpiceCloud().apps.list().first())?.name, 'route-planner');
  });

  test('without anything is an error that says where was looked', () => {
    assert.throws(
      () => new SpiceCloud(),
      (error: ConfigError) => {
        assert.match(error.message, /SPICE_API_TOKEN is not set/);
        assert.match(error.hint ?? '', /the emulator needs no account/);
        return error instanceof ConfigError;
      },
    );
  });
});

describe('options of a call', () => {
  test('are in milliseconds', async () => {
    await using server = await RawServer.slow();
    const client = new SpiceCloud({ baseUrl: server.url, token: 'example-token' });
    const began = performance.now();
    await assert.rejects(client.apps.get(7, { timeout: 100 }), Timeout);
    const took = performance.now() - began;
    assert.ok(took >= 90 && took < 10_000, `${took} ms`);
  });

  test('are this call’s alone', async () => {
    await using server = await RawServer.start(({ request }) => {
      return request.target === '/v1/regions' ? answer(503) : answer(200, { id: 7, name: 'a' });
    });
    const options = { baseUrl: server.url, token: 'example-token', _timeScale: 100 };
    const client = new SpiceCloud({
      ...options,
      headers: { 'x-one': 'client', 'x-two': 'client' },
    });
    await assert.rejects(client.regions.list({ maxRetries: 0 }));
    assert.equal(server.requests.length, 1);
    await client.apps.get(7, { headers: { 'X-Two': 'call' }, org: 'acme' });
    await client.apps.get(7);
    const [, own, usual] = server.requests.map(({ headers }) => headers);
    assert.deepEqual(
      [own?.['x-one'], own?.['x-two'], own?.['x-org-name']],
      ['client', 'call', 'acme'],
    );
    assert.deepEqual([usual?.['x-two'], usual?.['x-org-name']], ['client', undefined]);
    await assert.rejects(client.regions.list());
    assert.equal(server.requests.length, 6);
  });

  test('are refused like those of a client', async () => {
    const client = new SpiceCloud({ token: 'example-token' });
    for (const options of [{ timeout: -1 }, { maxRetries: 11 }, { token: 'x' }, 'x', null]) {
      await assert.rejects(client.apps.get(7, options as never), ConfigError);
    }
  });
});

describe('copies', () => {
  test('differ in what they are told', async () => {
    await using server = await RawServer.usual();
    const client = new SpiceCloud({ baseUrl: server.url, token: 'example-token' });
    const first = client.withOptions({ org: 'acme', headers: { 'x-a': '1' } });
    const second = first.withOptions({ headers: { 'x-a': '2', 'x-b': '3' } });
    for (const each of [client, first, second]) await each.apps.get(7);
    const seen = server.requests.map(({ headers }) => {
      return [headers['x-org-name'], headers['x-a'], headers['x-b']];
    });
    assert.deepEqual(seen, [
      [undefined, undefined, undefined],
      ['acme', '1', undefined],
      ['acme', '2', '3'],
    ]);
    assert.ok(second instanceof SpiceCloud);
  });

  test('are refused what no copy can have', () => {
    const client = new SpiceCloud({ token: 'example-token' });
    for (const options of [{ token: 'x' }, { signal: AbortSignal.abort() }, { timeout: 'x' }]) {
      assert.throws(() => client.withOptions(options as never), ConfigError);
    }
  });

  test('keep what the client is given afterwards to itself', () => {
    const client = new SpiceCloud({ token: 'example-token', org: 'acme' });
    assert.equal(inspect(client.withOptions({ org: 'other' })), "SpiceCloud { org: 'other' }");
    assert.equal(inspect(client), "SpiceCloud { org: 'acme' }");
    assert.equal(JSON.stringify(client), '{"org":"acme"}');
  });
});

// Tokens from a function of the user's.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ConfigError, Secret, SpiceCloud, type TokenProvider } from 'spice-cloud';
import { type Emulator, startEmulator } from 'spice-cloud/testing';

function clientOf({ url }: Emulator, tokenProvider: TokenProvider): SpiceCloud {
  return new SpiceCloud({ baseUrl: url, tokenProvider });
}

describe('a provider gives', () => {
  const ways: Readonly<Record<string, (token: string) => ReturnType<TokenProvider>>> = {
    'a text': (token) => token,
    'a secret': (token) => new Secret(token),
    'a promise': async (token) => token,
    'a promise of a secret': async (token) => new Secret(token),
    'a token with its lifetime': (token) => ({ token, expiresIn: 60_000 }),
    'a secret without a lifetime': async (token) => ({ token: new Secret(token) }),
  };
  for (const [what, give] of Object.entries(ways)) {
    test(what, async () => {
      await using emulator = await startEmulator();
      const client = clientOf(emulator, () => give(emulator.token));
      assert.ok((await client.regions.list()).regions.length > 0);
    });
  }
});

test('a token with a lifetime is kept, and one without is asked for each time', async () => {
  await using emulator = await startEmulator();
  for (const [expiresIn, times] of [
    [600_000, 1],
    [undefined, 3],
  ] as const) {
    let asked = 0;
    const client = clientOf(emulator, async () => {
      asked += 1;
      return { token: emulator.token, expiresIn };
    });
    for (let round = 0; round < 3; round += 1) await client.regions.list();
    assert.equal(asked, times);
  }
});

test('a token that the server refuses is asked for once more', async () => {
  await using emulator = await startEmulator();
  const tokens = ['not-a-token', emulator.token];
  const client = clientOf(emulator, () => ({ token: tokens.shift() ?? '', expiresIn: 60_000 }));
  const regions = await client.regions.list();
  assert.equal(regions.meta.attempts, 2);
});

test('what a provider throws is the cause of the error', async () => {
  await using emulator = await startEmulator();
  const cause = new RangeError('the vault is closed');
  const client = clientOf(emulator, async () => {
    throw cause;
  });
  const error = await client.regions.list().catch((reason: unknown) => reason);
  assert.ok(error instanceof ConfigError);
  assert.equal(error.cause, cause);
  assert.match(error.message, /RangeError: the vault is closed/);
  assert.equal(await emulator.count(), 0);
});

describe('what is no token is refused', () => {
  for (const [given, words] of [
    [undefined, /it gave undefined, not a string, a Secret or an object with a token/],
    [7, /it gave a number/],
    [{}, /it gave an object/],
    [{ token: 7 }, /a token that is a number/],
    [{ token: 'x', expiresIn: '1h' }, /expiresIn must be a number of milliseconds/],
    [{ token: 'x', expiresIn: -1 }, /expiresIn must be a number of milliseconds/],
  ] as const) {
    test(String(words), async () => {
      const client = new SpiceCloud({ tokenProvider: () => given as never });
      await assert.rejects(client.regions.list(), { name: 'ConfigError', message: words });
    });
  }
});

test('a provider that throws no error is told in its words', async () => {
  const client = new SpiceCloud({
    tokenProvider: () => {
      throw 'no luck';
    },
  });
  await assert.rejects(client.regions.list(), { message: /no luck/, cause: 'no luck' });
});

test('calls that wait for the same token ask once', async () => {
  await using emulator = await startEmulator();
  let asked = 0;
  const client = clientOf(emulator, async () => {
    asked += 1;
    await new Promise((resolve) => setImmediate(resolve));
    return { token: emulator.token, expiresIn: 60_000 };
  });
  await Promise.all(Array.from({ length: 20 }, () => client.regions.list()));
  assert.equal(asked, 1);
});

// Requests that no method stands for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NotFound, SpiceCloud, ValidationError } from 'spice-cloud';
import { answer, RawServer } from './support/server.mjs';

test('query and body are sent as they are meant', async () => {
  await using server = await RawServer.usual();
  const client = new SpiceCloud({ baseUrl: server.url, token: 'example-token' });
  const query = { a: ['x', 1, null], b: true, c: undefined, d: 7n, 'e f': 'g&h' };
  const made = await client.request('post', '/v1/apps', { query, body: { nested: [1, null] } });
  assert.deepEqual({ ...made }, { status: 201, body: { id: 7, name: 'sales-bi' } });
  assert.equal(made.meta.attempts, 1);
  await client.request('GET', '/v1/apps', {
    query: [
      ['a', '1'],
      ['a', '2'],
    ],
  });
  await client.request('GET', '/v1/apps', { query: new URLSearchParams('p=q') });
  const [first, second, third] = server.requests;
  assert.equal(first?.target, '/v1/apps?a=x&a=1&b=true&d=7&e+f=g%26h');
  assert.deepEqual(JSON.parse(first?.body ?? ''), { nested: [1, null] });
  assert.equal(second?.target, '/v1/apps?a=1&a=2');
  assert.equal(third?.target, '/v1/apps?p=q');
});

test('an answer without a body has null', async () => {
  await using server = await RawServer.start(() => answer(204));
  const client = new SpiceCloud({ baseUrl: server.url, token: 'example-token' });
  const { status, body } = await client.request('DELETE', '/v1/apps/7');
  assert.deepEqual([status, body], [204, null]);
});

test('a change is repeated when it is said to do no harm', async () => {
  await using server = await RawServer.start(() =>
    server.requests.length < 3 ? null : answer(200, {}),
  );
  const options = { baseUrl: server.url, token: 'example-token', _timeScale: 100 };
  const client = new SpiceCloud(options);
  const { meta } = await client.request('POST', '/v1/odd', { idempotent: true });
  assert.equal(meta.attempts, 3);
});

test('what is wrong is refused before anything is sent', async () => {
  const client = new SpiceCloud({ baseUrl: 'http://127.0.0.1:9', token: 'example-token' });
  for (const [method, path, params] of [
    ['GET', '/v1/apps?limit=1', {}],
    ['GET', 'https://elsewhere.example/v1', {}],
    ['TRACE', '/v1/apps', {}],
    [7, '/v1/apps', {}],
    ['GET', null, {}],
    ['GET', '/v1/apps', { query: 'a=b' }],
    ['GET', '/v1/apps', { query: { a: {} } }],
    ['GET', '/v1/apps', { query: [7] }],
    ['GET', '/v1/apps', { idempotent: 'yes' }],
    ['POST', '/v1/apps', { body: { a: Number.NaN } }],
  ] as [string, string, object][]) {
    await assert.rejects(
      client.request(method, path, params),
      ValidationError,
      `${method} ${path}`,
    );
  }
});

test('refusals are those of every call', async () => {
  await using server = await RawServer.start(() => answer(404, { error: 'nothing here' }));
  const client = new SpiceCloud({ baseUrl: server.url, token: 'example-token' });
  await assert.rejects(client.request('GET', '/v1/nowhere'), NotFound);
});

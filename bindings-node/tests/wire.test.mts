// Reads every wire fixture and every vector of decoding: one test for each.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startEmulator } from 'spice-cloud/testing';
import { call, publicName, publicOperations } from './scenario/calls.mjs';
import { describe as told } from './scenario/errors.mjs';
import { documents, readJson } from './scenario/files.mjs';
import { differences } from './scenario/matching.mjs';
import { SpiceCloud, SpiceCloudError } from './scenario/sdk.mjs';
import { answer, RawServer } from './support/server.mjs';

const WIRE = documents('tests/wire');
const DOCUMENTS = new Map([...WIRE, ['decoding', readJson('tests/vectors/decoding.json')]]);

/** The SDK asks for tokens by itself. */
const NOT_PUBLIC = ['oauth.token'];

/** A good call of each operation that needs arguments. */
const ARGUMENTS: Readonly<Record<string, object>> = readJson('tests/calls.json');

/** What a server that answers as the case says makes of the call. */
async function replyTo(url: string, operation: string) {
  const options = { token: 'example-token-1', maxRetries: 0, dedupe: 'off' } as const;
  using client = new SpiceCloud({ baseUrl: url, ...options });
  return await call(client, publicName(operation), { ...ARGUMENTS[operation] });
}

/** The emulator answers, or a plain server where the body is no JSON. */
async function reply(example: any) {
  const { operation, status, headers = {}, body, body_text: text } = example;
  if (text !== undefined) {
    await using server = await RawServer.fixed(answer(status, text, headers));
    return await replyTo(server.url, operation);
  }
  await using emulator = await startEmulator();
  await emulator.fault({ kind: 'status', status, headers, body });
  return await replyTo(emulator.url, operation);
}

/** An expectation with times as exact as JavaScript's, which count milliseconds. */
function cut(expected: unknown): unknown {
  const text = JSON.stringify(expected).replace(/(:[0-9]{2}\.[0-9]{3})[0-9]+Z/g, '$1Z');
  return JSON.parse(text.replace(/(:[0-9]{2})(\.[0-9]*?)0+Z/g, '$1$2Z'));
}

for (const [family, { cases }] of DOCUMENTS) {
  describe(family, () => {
    const isPublic = ({ operation }: any) => !NOT_PUBLIC.includes(operation);
    for (const example of cases.filter(isPublic)) {
      test(example.name, async () => {
        const given = await reply(example);
        if (given instanceof SpiceCloudError) {
          assert.ok('expect_error' in example, `not this error: ${given}`);
          assert.notEqual(given.message.trim(), '');
          assert.deepEqual(differences(example.expect_error, told(given)), []);
        } else {
          assert.ok('expect' in example, `expected an error, got ${JSON.stringify(given.result)}`);
          assert.deepEqual(differences(cut(example.expect), given.result), []);
        }
      });
    }
  });
}

test('every operation of the contract has a fixture or is a deletion', () => {
  const paths: any[] = Object.values(readJson('api/openapi.json').paths);
  const methods = ['get', 'post', 'put', 'patch'];
  const operations = paths.flatMap((path) => methods.map((method) => path[method]?.operationId));
  const known = operations.filter((operation) => operation && !NOT_PUBLIC.includes(operation));
  const read = [...WIRE.values()].flatMap(({ cases }) => cases.map((each: any) => each.operation));
  assert.deepEqual(
    known.filter((operation) => !read.includes(operation)),
    [],
  );
});

test('every fixture is of an operation that the client has', () => {
  const offered = publicOperations(new SpiceCloud({ token: 'example-token' }));
  const read = [...DOCUMENTS.values()].flatMap(({ cases }) =>
    cases.map((each: any) => each.operation),
  );
  const wanted = read.filter((operation) => !NOT_PUBLIC.includes(operation)).map(publicName);
  assert.deepEqual(
    wanted.filter((operation) => !offered.has(operation)),
    [],
  );
});

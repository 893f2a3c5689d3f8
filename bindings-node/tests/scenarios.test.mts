// Plays every scenario: one test for each.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { operationOf, publicOperations } from './scenario/calls.mjs';
import { documents } from './scenario/files.mjs';
import { play } from './scenario/play.mjs';
import { Recorder } from './scenario/record.mjs';
import { SpiceCloud } from './scenario/sdk.mjs';

const DOCUMENTS = documents('tests/scenarios');

describe('scenarios', () => {
  for (const [name, scenario] of DOCUMENTS) {
    test(name, () => play(scenario, Recorder.of('scenarios', name)));
  }
});

/** The operations that scenarios call and get a result from. */
function successes(scenarios: Iterable<any>): Set<string> {
  const steps = [...scenarios].flatMap((scenario) => scenario.steps);
  const good = steps.filter((step) => 'call' in step && !('error' in step));
  return new Set(good.map((step) => operationOf(step.call)));
}

test('every public operation is called by a scenario', () => {
  const offered = publicOperations(new SpiceCloud({ token: 'example-token' }));
  assert.deepEqual([...offered.keys()].sort(), [...successes(DOCUMENTS.values())].sort());
});

test('an operation that no scenario calls is found', () => {
  const without = [...DOCUMENTS.values()].map((scenario) => {
    const steps = scenario.steps.filter((step: any) => !String(step.call).startsWith('secrets.'));
    return { ...scenario, steps };
  });
  const left = successes(without);
  const leftOut = [...successes(DOCUMENTS.values())].filter((operation) => !left.has(operation));
  const methods = ['delete', 'drift', 'get', 'list', 'set', 'set_many'];
  assert.deepEqual(
    leftOut.sort(),
    methods.map((method) => `secrets.${method}`),
  );
});

test('scenarios are all there', () => {
  const names = new Set([...DOCUMENTS.values()].map((scenario) => scenario.name));
  assert.equal(names.size, DOCUMENTS.size);
  assert.ok(names.size >= 48);
});

describe('what is not as expected is found', () => {
  for (const [step, words] of [
    [{ call: 'apps.list', result: [{ id: 1 }] }, 'expected 1 items'],
    [{ call: 'apps.list', error: { kind: 'NotFound' } }, 'expected an error'],
    [{ call: 'apps.get', args: { app: 1 } }, 'expected a result, got NotFound'],
    [{ call: 'apps.get', args: { app: 1 }, error: { kind: 'Conflict' } }, 'expected "Conflict"'],
    [{ call: 'regions.list', meta: { attempts: 2 } }, '/attempts: expected 2, got 1'],
    [{ requests: [{ method: 'GET' }] }, 'expected 1 items, got 0'],
    [{ call: 'apps.lists' }, 'no call of the name'],
    [{ call: 'apps.list', args: { page: 1 } }, 'unknown arguments: page'],
    [{ call: 'regions.list', args: { page: 1 } }, 'unknown arguments: page'],
    [{ call: 'apps.get', args: { app: '$app' } }, 'nothing was saved as app'],
    [{ call: 'regions.list', save: { x: '/nowhere' } }, 'there is no /nowhere'],
    [{ emulator: 'explode', args: {} }, 'cannot be told to explode'],
    [{ call: 'apps.list', results: [] }, 'not a step'],
  ] as const) {
    test(words, async () => {
      await assert.rejects(play({ name: 'An example', steps: [step] }), (wrong: Error) => {
        assert.match(wrong.message, /^step 1, /);
        assert.ok(wrong.message.includes(words), wrong.message);
        return true;
      });
    });
  }
});

test('what is as expected passes', async () => {
  await play({
    name: 'An example',
    steps: [
      { call: 'apps.create', args: { name: 'sales-bi' }, save: { app: '/id', all: '' } },
      { call: 'apps.get', args: { app: { $object: 'all' } }, result: { id: '$app' } },
      { requests: [{ method: 'POST' }, { path: '/v1/apps/{app}' }] },
      { requests: [] },
    ],
  });
});

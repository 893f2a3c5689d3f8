// The matchers and variables of scenarios: what differs is found.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { differences } from './scenario/matching.mjs';
import { Mistake, Variables } from './scenario/variables.mjs';

const ACTUAL = { id: 7, name: 'x', config: { replicas: 2 }, list: [1, 2], yes: true };

test('what is not named is not compared', () => {
  for (const expected of [
    { id: 7.0 },
    { config: { replicas: 2 }, absent: null, empty: [], none: {} },
    { extra: { name: 'x' } },
    { list: [1, 2] },
    { yes: true },
  ]) {
    assert.deepEqual(differences(expected, ACTUAL), []);
  }
});

test('what differs is found', () => {
  for (const expected of [
    { id: 8 },
    { id: '7' },
    { absent: 1 },
    { absent: false },
    { name: null },
    { list: [1] },
    { list: [] },
    { yes: 1 },
    { extra: { other: 1 } },
    [],
    {},
    { config: {} },
    { config: [] },
  ]) {
    assert.equal(differences(expected, ACTUAL).length, 1, JSON.stringify(expected));
  }
});

describe('matchers match what they say', () => {
  for (const [expected, good, bad] of [
    [{ $any: true }, 0, null],
    [{ $type: 'integer' }, 1, 1.5],
    [{ $type: 'integer' }, 0, false],
    [{ $type: 'boolean' }, false, 0],
    [{ $type: 'string' }, '', 1],
    [{ $regex: '^a+$' }, 'aa', 'ab'],
    [{ $regex: 'a' }, 'bab', ['a']],
    [{ $contains: 'b' }, 'abc', 'ac'],
    [{ $contains: { id: 2 } }, [{ id: 1 }, { id: 2, x: 0 }], [{ id: 1 }]],
    [{ $length: 2 }, ['a', 'b'], ['a']],
    [{ $length: 0 }, null, 1],
    [{ $not: 'x' }, 'y', 'x'],
    [{ $each: { $type: 'integer' } }, [1, 2], [1, '2']],
    [{ $each: { $any: true } }, [], null],
    [{ $secret: 's' }, 's', 't'],
    [{ $type: 'string', $contains: 'a' }, 'a', 'b'],
  ] as const) {
    test(`${JSON.stringify(expected)} fits ${JSON.stringify(good)}`, () => {
      assert.deepEqual(differences(expected, good), []);
      assert.notDeepEqual(differences(expected, bad), []);
    });
  }
});

test('a matcher that is misspelt never fits', () => {
  for (const expected of [
    { $anything: true },
    { $any: false },
    { $type: 1 },
    { $regex: 1 },
    { $any: true, name: 1 },
  ]) {
    assert.notDeepEqual(differences(expected, 'x'), []);
  }
});

test('differences say where', () => {
  const found = differences({ a: [{ b: 1 }] }, { a: [{ b: 2 }] });
  assert.deepEqual(found, ['/a/0/b: expected 1, got 2']);
});

test('references become what they stand for', () => {
  const variables = new Variables();
  variables.save('app', 42);
  const filled = variables.fill({
    app: '$app',
    price: '$$5',
    list: ['$app'],
    path: '/{app}/x',
    $regex: '^a$',
  });
  assert.deepEqual(filled, { app: 42, price: '$5', list: [42], path: '/42/x', $regex: '^a$' });
  assert.match(variables.fill({ $file: 'rustfmt.toml' }), /edition/);
});

test('what was not saved is a mistake', () => {
  for (const value of ['$app', { path: '/{app}' }, { path: '/{' }]) {
    assert.throws(() => new Variables().fill(value), Mistake);
  }
});

test('files outside the project are not read', () => {
  assert.throws(() => new Variables().fill({ $file: '../x' }), /not a path below the root/);
});

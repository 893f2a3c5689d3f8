/* Requests that no method stands for. */

import { invalid, kindOf } from './failures.js';

type QueryValue = string | number | boolean | bigint | null | undefined;

/** What stands in a query. What is null or undefined is left out, and an array gives its name several times. */
export type Query =
  | Readonly<Record<string, QueryValue | readonly QueryValue[]>>
  | Iterable<readonly [string, QueryValue]>;

/** What a raw request is made with. */
export interface RequestParams {
  /** What stands in the query. */
  readonly query?: Query | undefined;
  /** What is sent as JSON. */
  readonly body?: unknown;
  /** Whether sending the request twice does no harm, so that it may be repeated. */
  readonly idempotent?: boolean | undefined;
}

/** A query as names and texts. */
export function queryPairs(query: Query): [string, string][] {
  if (typeof query !== 'object' || query === null) {
    throw invalid('query', `must be an object or pairs, not ${kindOf(query)}`);
  }
  const pairs = Symbol.iterator in query ? [...query] : Object.entries(query);
  return pairs.flatMap((pair: unknown): [string, string][] => {
    const [name, value] = Array.isArray(pair) ? (pair as unknown[]) : [];
    if (typeof name !== 'string') throw invalid('query', 'must have names that are strings');
    const several: unknown[] = Array.isArray(value) ? value : [value];
    const given = several.filter((each) => each !== null && each !== undefined);
    return given.map((each) => [name, textOf(name, each)]);
  });
}

function textOf(name: string, value: unknown): string {
  if (['string', 'number', 'boolean', 'bigint'].includes(typeof value)) return String(value);
  throw invalid(`query.${name}`, `must be a string, a number or a boolean, not ${kindOf(value)}`);
}

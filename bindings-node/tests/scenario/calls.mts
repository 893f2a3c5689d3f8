// Calls by their public names.

import { describe, seconds } from './errors.mjs';
import { isObject } from './matching.mjs';
import { camel, camelKeys, plain, snake } from './names.mjs';
import { type CallOptions, type Page, Pager, type SpiceCloud, SpiceCloudError } from './sdk.mjs';
import { Mistake, Variables } from './variables.mjs';

/** What a client has beside its operations. */
const NOT_OPERATIONS = ['constructor', 'close', 'withOptions', 'toJSON'];

/** Other ways to walk a list, each under the name of the list. */
const WAYS = ['first', 'pages'];

/** Arguments that are durations, in seconds. */
const DURATIONS = ['timeout', 'attempt_timeout', 'poll_interval', 'reconcile_timeout'];

/** Arguments that are data of the user, whose names are not the SDK's. */
const DATA = ['spicepod', 'tags', 'extra', 'body', 'query', 'secrets'];

type Members = Readonly<Record<string, unknown>>;
type Method = (...of: unknown[]) => unknown;

/** What a call gave, as JSON that an expectation can be compared with. */
export interface Outcome {
  readonly result: any;
  readonly meta: unknown;
  /** The objects in the result, each under its place in it. */
  readonly objects: ReadonlyMap<string, unknown>;
  /** The result as the SDK gives it. */
  readonly value: unknown;
}

/** Where what following a deployment has told keeps the error at its end. */
export const ENDED_WITH = Symbol('ended with');

/** The operation that a call exercises: `apps.list` for `apps.list.pages`. */
export function operationOf(call: string): string {
  const [resource, method, way] = call.split('.');
  return way !== undefined && WAYS.includes(way) ? `${resource}.${method}` : call;
}

/** The name of an operation of the contract; those of no resource are the client's own. */
export function publicName(operation: string): string {
  if (operation === 'health.get' || operation === 'limits.get')
    return `client.${operation.slice(0, -4)}`;
  return operation;
}

/** Every operation that a client offers, found on the client itself, under its public name. */
export function publicOperations(client: SpiceCloud): Map<string, Method> {
  const found = new Map<string, Method>();
  for (const [name, method] of methods(client)) found.set(`client.${name}`, method);
  const resources = new Map(
    Object.entries(client).map(([name, resource]) => [resource, name] as const),
  );
  // Two names for one resource: the first stands.
  for (const name of Object.keys(client).reverse()) {
    resources.set((client as unknown as Members)[name] as object, name);
  }
  for (const [resource, name] of resources) {
    for (const [method, call] of methods(resource as object))
      found.set(`${snake(name)}.${method}`, call);
  }
  return found;
}

function methods(owner: object): [string, Method][] {
  const found: [string, Method][] = [];
  let prototype: object = Object.getPrototypeOf(owner);
  while (prototype !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(prototype)) {
      if (NOT_OPERATIONS.includes(name)) continue;
      found.push([snake(name), (prototype as Record<string, Method>)[name] as Method]);
    }
    prototype = Object.getPrototypeOf(prototype);
  }
  return found;
}

/** Makes a call: its result, or its error. */
export async function call(
  client: SpiceCloud,
  name: string,
  args: Members = {},
  variables = new Variables(),
  options?: Members,
): Promise<Outcome | SpiceCloudError> {
  try {
    const [owner, method] = methodOf(client, name);
    const given = bind(method, args, variables, options && callOptions(options));
    return outcome(await perform(name, method.apply(owner, given)));
  } catch (error) {
    if (!(error instanceof SpiceCloudError)) throw error;
    const unknown = Object.entries(error.fieldErrors).find(([, [words]]) =>
      words?.includes('is unknown here'),
    );
    if (unknown !== undefined) throw new Mistake(`unknown arguments: ${unknown[0]}`);
    return error;
  }
}

/** Options of a call as this language has them. */
export function callOptions(options: Members): CallOptions {
  const converted = Object.entries(options).map(([name, value]) => {
    return [camel(name), DURATIONS.includes(name) ? Number(value) * 1000 : value];
  });
  return Object.fromEntries(converted);
}

function methodOf(client: SpiceCloud, name: string): [object, Method] {
  const [resource = '', method = ''] = operationOf(name).split('.').map(camel);
  const owner = resource === 'client' ? client : (client as unknown as Members)[resource];
  const found = (owner as Members | undefined)?.[method];
  if (typeof found !== 'function') throw new Mistake(`there is no call of the name ${name}`);
  return [owner as object, found as Method];
}

/** The arguments in the order in which the method takes them; what it does not name is in one object. */
function bind(
  method: Method,
  args: Members,
  variables: Variables,
  options: CallOptions | undefined,
): unknown[] {
  const left = new Map(Object.entries(args));
  const given = parametersOf(method).map((name) => {
    if (name === 'options') return options;
    if (name !== 'params') return take(left, name, variables);
    const params = Object.fromEntries(
      [...left].map(([key, value]) => [camel(key), argument(key, value)]),
    );
    left.clear();
    return Object.keys(params).length > 0 ? params : undefined;
  });
  if (left.size > 0) throw new Mistake(`unknown arguments: ${[...left.keys()].join(', ')}`);
  return given;
}

/** The names of a method's parameters, as its source has them. */
function parametersOf(method: Method): string[] {
  const [, list = ''] = /\(([^)]*)\)/.exec(method.toString()) ?? [];
  return list.split(',').map((parameter) => (parameter.split('=')[0] ?? '').trim());
}

function take(left: Map<string, unknown>, name: string, variables: Variables): unknown {
  const value = left.get(name);
  left.delete(name);
  const isReference = isObject(value) && Object.keys(value).join() === '$object';
  return isReference ? variables.object(String(value['$object'])) : value;
}

function argument(name: string, value: unknown): unknown {
  if (DURATIONS.includes(name)) return Number(value) * 1000;
  return DATA.includes(name) ? value : camelKeys(value);
}

async function perform(name: string, begun: unknown): Promise<unknown> {
  if (name === 'deployments.watch') return await watched(begun as AsyncIterable<any>);
  if (!(begun instanceof Pager)) return await begun;
  if (name.endsWith('.first')) return await begun.first();
  if (!name.endsWith('.pages')) return await begun.toArray();
  const pages: Page<unknown>[] = [];
  for await (const page of begun.pages()) pages.push(page);
  return pages;
}

/** What following a deployment has told: its steps, and the error at its end, if any. */
async function watched(watch: AsyncIterable<any>): Promise<object> {
  const events: object[] = [];
  let error: unknown = null;
  let thrown: SpiceCloudError | undefined;
  try {
    for await (const { status, waitsFor, deployment, elapsed } of watch) {
      events.push({ status, waits_for: waitsFor, deployment, elapsed: seconds(elapsed) });
    }
  } catch (failed) {
    if (!(failed instanceof SpiceCloudError)) throw failed;
    error = describe(failed);
    thrown = failed;
  }
  return { events, error, [ENDED_WITH]: thrown };
}

function outcome(value: any): Outcome {
  const objects = new Map<string, unknown>();
  if (Array.isArray(value)) value.forEach((item, index) => void objects.set(`/${index}`, item));
  else if (isObject(value)) objects.set('', value);
  // Items share what their page tells.
  const meta = Array.isArray(value) ? value[0]?.meta : value?.meta;
  return {
    result: plain(value),
    meta:
      meta === undefined
        ? null
        : { attempts: meta.attempts, request_id: meta.requestId, adopted: meta.adopted },
    objects,
    value,
  };
}

// Calls by their public names.

import type { DeploymentEvent } from 'spice-cloud';
import { describe, seconds } from './errors.mjs';
import { isObject } from './matching.mjs';
import { camel, camelKeys, plain, snake } from './names.mjs';
import { rotate } from './rotation.mjs';
import { type CallOptions, type Page, Pager, type SpiceCloud, SpiceCloudError } from './sdk.mjs';
import { Mistake, Variables } from './variables.mjs';

/** What a client has beside its operations. */
const NOT_OPERATIONS = ['constructor', 'close', 'withOptions', 'toJSON', 'runtime'];

/** Other ways to walk a list, and to deploy, each under the name of the operation. */
const WAYS = ['first', 'pages', 'events'];

/** Arguments that are durations, in seconds. */
const DURATIONS = [
  ...['timeout', 'attempt_timeout', 'poll_interval', 'reconcile_timeout'],
  ...['grace', 'verify_timeout', 'verify_interval'],
];

/** Arguments that are data of the user, whose names are not the SDK's. */
const DATA = [
  ...['spicepod', 'tags', 'extra', 'body', 'query', 'secrets', 'desired', 'values'],
  ...['distribute', 'verify', 'on_event'],
];

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
  // It is no operation: it gives what has some.
  for (const [name, method] of methods(client.runtime(1))) found.set(`runtime.${name}`, method);
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
    return outcome(await made(client, name, args, variables, options && callOptions(options)));
  } catch (error) {
    if (!(error instanceof SpiceCloudError)) throw error;
    const unknown = Object.entries(error.fieldErrors).find(([, [words]]) =>
      words?.includes('is unknown here'),
    );
    if (unknown !== undefined) throw new Mistake(`unknown arguments: ${unknown[0]}`);
    return error;
  }
}

/** What a call gives in the end. */
async function made(
  client: SpiceCloud,
  name: string,
  args: Members,
  variables: Variables,
  options: CallOptions | undefined,
): Promise<unknown> {
  if (name === 'api_keys.rotate') {
    const { app, ...params } = args;
    const whose = resolved(app, variables) as never;
    return await rotate(client, whose, paramsOf(Object.entries(params)), options);
  }
  const [owner, method, left] = methodOf(client, name, args, variables);
  const events: object[] = [];
  const isTold = name === 'deployments.deploy.events';
  const onEvent = (event: DeploymentEvent) => void events.push(shown(event));
  const given = bind(method, isTold ? { ...left, on_event: onEvent } : left, variables, options);
  const begun = method.apply(owner, given);
  if (isTold) return await ended(events, async () => void (await begun));
  return await perform(name, begun);
}

/** Options of a call as this language has them. */
export function callOptions(options: Members): CallOptions {
  const converted = Object.entries(options).map(([name, value]) => {
    return [camel(name), DURATIONS.includes(name) ? Number(value) * 1000 : value];
  });
  return Object.fromEntries(converted);
}

/** Whose method a call is, the method, and the arguments that are left. */
function methodOf(
  client: SpiceCloud,
  name: string,
  args: Members,
  variables: Variables,
): [object, Method, Members] {
  const [resource = '', method = ''] = operationOf(name).split('.').map(camel);
  const { app, key, url, ...others } = args;
  const isBound = resource === 'runtime';
  const whose = () => {
    if ((app === undefined) === (key === undefined)) {
      throw new Mistake('a runtime is that of an app or of a key');
    }
    const where = url === undefined ? {} : { url: String(url) };
    return client.runtime(resolved(app ?? key, variables) as number, where);
  };
  const plainOwner = (client as unknown as Members)[resource];
  const owner = isBound ? whose() : resource === 'client' ? client : plainOwner;
  const found = (owner as Members | undefined)?.[method];
  if (typeof found !== 'function') throw new Mistake(`there is no call of the name ${name}`);
  return [owner as object, found as Method, isBound ? others : args];
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
    const params = paramsOf(left);
    left.clear();
    return Object.keys(params).length > 0 ? params : undefined;
  });
  if (left.size > 0) throw new Mistake(`unknown arguments: ${[...left.keys()].join(', ')}`);
  return given;
}

/** Arguments that are given in one object. */
function paramsOf(args: Iterable<readonly [string, unknown]>): Members {
  return Object.fromEntries([...args].map(([key, value]) => [camel(key), argument(key, value)]));
}

/** The names of a method's parameters, as its source has them. */
function parametersOf(method: Method): string[] {
  const [, list = ''] = /\(([^)]*)\)/.exec(method.toString()) ?? [];
  return list.split(',').map((parameter) => (parameter.split('=')[0] ?? '').trim());
}

function take(left: Map<string, unknown>, name: string, variables: Variables): unknown {
  const value = left.get(name);
  left.delete(name);
  return resolved(value, variables);
}

/** A value, or the object that it refers to. */
function resolved(value: unknown, variables: Variables): unknown {
  const isReference = isObject(value) && Object.keys(value).join() === '$object';
  return isReference ? variables.object(String(value['$object'])) : value;
}

function argument(name: string, value: unknown): unknown {
  if (DURATIONS.includes(name)) return Number(value) * 1000;
  return DATA.includes(name) ? value : camelKeys(value);
}

async function perform(name: string, begun: unknown): Promise<unknown> {
  if (name === 'deployments.watch') return await watched(begun as AsyncIterable<DeploymentEvent>);
  if (isStream(begun)) return await all(begun);
  if (!(begun instanceof Pager)) return await begun;
  if (name.endsWith('.first')) return await begun.first();
  if (!name.endsWith('.pages')) return await begun.toArray();
  const pages: Page<unknown>[] = [];
  for await (const page of begun.pages()) pages.push(page);
  return pages;
}

async function all(pieces: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const piece of pieces) found.push(piece);
  return found;
}

function isStream(begun: unknown): begun is AsyncIterable<unknown> {
  return isObject(begun) && Symbol.asyncIterator in begun && !(begun instanceof Pager);
}

/** What following a deployment has told: its steps, and the error at its end, if any. */
async function watched(watch: AsyncIterable<DeploymentEvent>): Promise<object> {
  const events: object[] = [];
  return await ended(events, async () => {
    for await (const event of watch) events.push(shown(event));
  });
}

function shown({ status, waitsFor, deployment, elapsed, expected, note }: DeploymentEvent): object {
  return {
    status,
    waits_for: waitsFor,
    deployment,
    elapsed: seconds(elapsed),
    expected: seconds(expected),
    note,
  };
}

/** Steps that are told while something is done, and the error that it ends with, if any. */
async function ended(events: object[], work: () => Promise<void>): Promise<object> {
  let error: unknown = null;
  let thrown: SpiceCloudError | undefined;
  try {
    await work();
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

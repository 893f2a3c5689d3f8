/* What people give, made ready to be sent. */

import { invalid, kindOf } from './failures.js';
import { seconds } from './options.js';
import { isSecret } from './secret.js';

/** Deeper than this nobody nests; what contains itself is deeper than anything. */
const DEEPEST = 100;

/** What fields are called on the wire, and what is known of their parts. */
export type Fields = ReadonlyMap<string, Field>;

interface Field {
  readonly wire: string;
  readonly parts: Fields | undefined;
  /** It is given in milliseconds and sent in seconds. */
  readonly isDuration: boolean;
}

/** An object whose members have no names but their own. */
type Sent = Record<string, unknown>;

/** A table of fields. */
export function fields(
  named: Readonly<Record<string, string | readonly [string, Fields | 'duration']>>,
): Fields {
  const entries = Object.entries(named).map(([name, field]): [string, Field] => {
    const [wire, kind] = typeof field === 'string' ? [field] : field;
    const isDuration = kind === 'duration';
    return [name, { wire, parts: isDuration ? undefined : kind, isDuration }];
  });
  return new Map(entries);
}

/** An object of named parameters: unknown names are refused, and what is undefined was not given. */
export function encode(known: Fields, params: object): Sent {
  const sent = empty();
  const { extra, ...named } = members(params, 'params');
  if (extra !== undefined) Object.assign(sent, plain(members(extra, 'extra'), 'extra', 0));
  for (const [name, value] of Object.entries(named)) {
    const field = known.get(name);
    if (field === undefined) {
      const names = [...known.keys()].join(', ');
      throw invalid(name, `is unknown here; what may be given is ${names}`);
    }
    if (value === undefined) continue;
    sent[field.wire] = field.isDuration
      ? seconds(name, value, invalid)
      : part(field.parts, value, name);
  }
  return sent;
}

/** A value under the names of the wire. What is not known of a part is sent as it is. */
function part(known: Fields | undefined, value: unknown, place: string): unknown {
  if (known === undefined || typeof value !== 'object' || value === null) {
    return plain(value, place, 0);
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => part(known, item, `${place}[${index}]`));
  }
  const sent = empty();
  for (const [name, inner] of Object.entries(members(value, place))) {
    const field = known.get(name);
    if (inner === undefined) continue;
    sent[field?.wire ?? name] = part(field?.parts, inner, `${place}.${name}`);
  }
  return sent;
}

/** The id of an object that may be given as itself. */
export function ident(name: string, given: unknown, model: string, field = 'id'): number {
  // What is usually given is told apart first.
  if (Number.isSafeInteger(given)) return given as number;
  const isObject = typeof given === 'object' && given !== null;
  const id: unknown = isObject ? (given as Record<string, unknown>)[field] : given;
  if (Number.isSafeInteger(id)) return id as number;
  const wanted = `must be an id (a whole number) or the ${model} itself`;
  if (Number.isInteger(id)) {
    throw invalid(name, `${wanted}; JavaScript cannot tell numbers beyond 2^53 - 1 from others`);
  }
  const found = isObject ? `${kindOf(given)} whose ${field} is ${kindOf(id)}` : kindOf(given);
  throw invalid(name, `${wanted}, not ${found}`);
}

/** What an update can set, of an app as it was read, under the names of the wire. No secret is among it. */
export function asRead(name: string, given: unknown, known: Fields): Sent {
  const app = members(given, name);
  const read: Sent = { id: ident(name, given, 'App'), name: app['name'] };
  if (app['config'] !== undefined) {
    read['config'] = settings(members(app['config'], `${name}.config`), known, `${name}.config`);
  }
  return Object.assign(read, settings(app, known, name));
}

function settings(object: Readonly<Record<string, unknown>>, known: Fields, place: string): Sent {
  const sent = empty();
  for (const [name, { wire, parts }] of known) {
    const value = object[name];
    if (value !== undefined) sent[wire] = part(parts, value, `${place}.${name}`);
  }
  return sent;
}

/** A text. */
export function word(name: string, given: unknown): string {
  if (isSecret(given)) return given.reveal();
  if (typeof given !== 'string') throw invalid(name, `must be a string, not ${kindOf(given)}`);
  return given;
}

/** A list of texts. */
export function wordList(name: string, given: unknown): string[] {
  if (!Array.isArray(given)) throw invalid(name, `must be an array, not ${kindOf(given)}`);
  return given.map((item, index) => word(`${name}[${index}]`, item));
}

/** Texts by name. */
export function words(name: string, given: unknown): Sent {
  const sent = empty();
  for (const [key, value] of Object.entries(members(given, name))) {
    sent[key] = word(`${name}.${key}`, value);
  }
  return sent;
}

/** Data that JSON can hold, without anything that it would change silently. Secrets are opened. */
export function plain(value: unknown, place: string, depth: number): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw invalid(place, `must be a finite number, not ${value}`);
      return value;
    case 'object':
      break;
    case 'bigint':
      throw invalid(place, 'must be a number or a string, not a bigint, which JSON does not have');
    default:
      throw invalid(place, `must be data that JSON can hold, not ${kindOf(value)}`);
  }
  if (value === null) return null;
  if (isSecret(value)) return value.reveal();
  if (depth > DEEPEST) throw invalid(place, 'contains itself, or is nested too deeply');
  if (Array.isArray(value)) {
    return value.map((item, index) => plain(item, `${place}[${index}]`, depth + 1));
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw invalid(place, 'must be a valid Date');
    return value.toISOString();
  }
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === 'function') return plain(toJSON.call(value), place, depth + 1);
  const sent = empty();
  for (const [name, inner] of Object.entries(members(value, place))) {
    if (inner !== undefined) sent[name] = plain(inner, `${place}.${name}`, depth + 1);
  }
  return sent;
}

/** The members of something that is an object and nothing special. */
export function members(value: unknown, place: string): Readonly<Record<string, unknown>> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const isCollection = value instanceof Map || value instanceof Set || ArrayBuffer.isView(value);
  if (!isObject || isCollection || isSecret(value)) {
    throw invalid(place, `must be a plain object, not ${kindOf(value)}`);
  }
  return value as Readonly<Record<string, unknown>>;
}

function empty(): Sent {
  return Object.create(null) as Sent;
}

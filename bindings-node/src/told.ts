/* What the core tells, and how its members become what people get. */

import { Secret } from './secret.js';

/** An object as the core tells it: its own names in camel case, all others as the API has them. */
export type Told = Record<string, unknown>;

const [PLUS, MINUS, T, Z] = Array.from('+-TZ', (sign) => sign.charCodeAt(0));

/** Something that is an object. */
export function told(value: unknown): Told {
  return value as Told;
}

/** From the core's seconds. */
export function milliseconds(seconds: unknown): number {
  // To the microsecond: what stands below comes from counting in twos.
  return Math.round(Number(seconds) * 1e6) / 1e3;
}

/** A time becomes a `Date`; a text that is none is kept as `…Text`. */
export function readTime(object: Told, name: string): void {
  const text = object[name];
  if (typeof text !== 'string') return;
  const time = instant(text);
  if (time !== undefined) {
    object[name] = time;
  } else {
    object[name] = undefined;
    object[`${name}Text`] = text;
  }
}

/**
 * RFC 3339 in UTC, as the core writes every time that it can read. JavaScript itself reads more, and takes days that no
 * month has for those of the next one.
 */
function instant(text: string): Date | undefined {
  // Years beyond 9999 have a sign and six digits.
  const start = text.charCodeAt(0) === PLUS || text.charCodeAt(0) === MINUS ? 3 : 0;
  const isWritten =
    text.charCodeAt(start + 4) === MINUS &&
    text.charCodeAt(start + 10) === T &&
    text.charCodeAt(text.length - 1) === Z;
  if (!isWritten) return undefined;
  const time = new Date(text);
  return time.getUTCDate() === Number(text.slice(start + 8, start + 10)) ? time : undefined;
}

/** A secret does not print. */
export function readSecret(object: Told, name: string): void {
  const text = object[name];
  if (typeof text === 'string') object[name] = new Secret(text);
}

/** A list is there in any case. */
export function readList(object: Told, name: string, read?: (item: Told) => unknown): void {
  object[name] ??= [];
  if (read !== undefined) for (const item of object[name] as Told[]) read(item);
}

/** A map is there in any case. */
export function readMap(object: Told, name: string, read?: (item: Told) => unknown): void {
  object[name] ??= {};
  if (read !== undefined) for (const item of Object.values(told(object[name]))) read(told(item));
}

/** An object inside another, if it is there. */
export function readPart(object: Told, name: string, read: (part: Told) => unknown): void {
  const part = object[name];
  if (part !== undefined && part !== null) read(told(part));
}

/* What the core tells, and how its members become what people get. */

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

/** An object on its way. */
export type Draft = Record<string, unknown>;

/** A model as the core tells it: what it does not know, or 0, and then each field in its place. */
type Row = readonly unknown[];

/** The row of a model; one without any field comes as an object. */
export function rowOf(told: unknown): Row {
  return Array.isArray(told) ? told : [told];
}

/** Whether a field has a value. */
export function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** A time becomes a `Date`; a text that is none is kept as `…Text`. */
export function readTime(object: Draft, name: string, told: unknown): void {
  const text = String(told);
  const time = instant(text);
  if (time === undefined) object[`${name}Text`] = text;
  else object[name] = time;
}

/** A list, which is there in any case. */
export function listOf(told: unknown, read?: (item: unknown) => unknown): unknown[] {
  const list = (told ?? []) as unknown[];
  return read === undefined ? list : list.map(read);
}

/** A map, which is there in any case. */
export function mapOf(told: unknown, read?: (item: unknown) => unknown): object {
  const map = (told ?? {}) as Record<string, unknown>;
  if (read !== undefined) for (const name of Object.keys(map)) set(map, name, read(map[name]));
  return map;
}

/** The object with the members that nobody knows, which hide no field. */
export function finished<T>(object: Draft, row: Row): T {
  if (row[0] === 0) return object as T;
  for (const [name, value] of Object.entries(row[0] as object)) {
    if (!Object.hasOwn(object, name)) set(object, name, value);
  }
  return object as T;
}

/** Sets a member, whatever its name. */
function set(object: Draft, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    object[name] = value;
  }
}

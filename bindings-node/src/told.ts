/* What the core tells, and how its members become what people get. */

/** An object as the core tells it: its own names in camel case, all others as the API has them. */
export type Told = Record<string, unknown>;

/** Something that is an object. */
export function told(value: unknown): Told {
  return value as Told;
}

/** From the core's seconds. */
export function milliseconds(seconds: unknown): number {
  // To the microsecond: what stands below comes from counting in twos.
  return Math.round(Number(seconds) * 1e6) / 1e3;
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

/** A time comes in milliseconds and becomes a `Date`; a text that is none is kept as `…Text`. */
export function readTime(object: Draft, name: string, told: unknown): void {
  if (typeof told === 'number') object[name] = new Date(told);
  else object[`${name}Text`] = told;
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

/** The answers that stand in others. */
const WITHIN = new WeakMap<object, unknown[]>();

/** Notes which fields of an object hold answers: these tell of the call, too. */
export function holds(object: Draft, ...names: string[]): void {
  const held = names.map((name) => object[name] ?? []);
  WITHIN.set(object, held.flat());
}

/** The answers that an object holds. */
export function within(value: unknown): unknown[] {
  return WITHIN.get(value as object) ?? [];
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

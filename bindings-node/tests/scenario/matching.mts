// Partial comparison: what an expectation does not name is not compared. The rules are those of tests/scenarios/README.md.

type Members = Record<string, unknown>;

/** Where a value differs from what is expected, in words; nothing when it fits. */
export function differences(expected: unknown, actual: unknown): string[] {
  return [...compare(expected, actual, '')];
}

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* compare(expected: unknown, actual: unknown, place: string): Generator<string> {
  if (isObject(expected)) {
    if (Object.keys(expected).some((name) => name.startsWith('$'))) {
      for (const [name, argument] of Object.entries(expected)) {
        const words = matcher(name, argument, actual);
        if (words !== null) yield at(place, words);
      }
    } else {
      yield* compareObject(expected, actual, place);
    }
  } else if (Array.isArray(expected)) {
    yield* compareList(expected, actual, place);
  } else if ((expected ?? null) !== (actual ?? null)) {
    yield at(place, `expected ${show(expected)}, got ${show(actual)}`);
  }
}

function* compareObject(members: Members, actual: unknown, place: string): Generator<string> {
  const names = Object.keys(members);
  if (!isObject(actual)) {
    // One that names nothing stands for an empty one, or none.
    if (names.length > 0 || (actual ?? null) !== null) {
      yield at(place, `expected an object, got ${show(actual)}`);
    }
    return;
  }
  if (names.length === 0 && Object.keys(actual).length > 0) {
    yield at(place, `expected nothing in it, got ${show(actual)}`);
  }
  for (const [name, value] of Object.entries(members)) {
    if (name === 'extra' && !('extra' in actual) && isObject(value)) {
      // Members that the contract does not know stand beside those that it knows.
      for (const [unknown, argument] of Object.entries(value)) {
        yield* compare(argument, actual[unknown], `${place}/${unknown}`);
      }
    } else {
      yield* compare(value, actual[name], `${place}/${name}`);
    }
  }
}

function* compareList(items: unknown[], actual: unknown, place: string): Generator<string> {
  if (!Array.isArray(actual)) {
    if (items.length > 0 || (actual ?? null) !== null) {
      yield at(place, `expected a list, got ${show(actual)}`);
    }
    return;
  }
  if (items.length !== actual.length) {
    yield at(place, `expected ${items.length} items, got ${actual.length}: ${show(actual)}`);
    return;
  }
  for (const [index, item] of items.entries())
    yield* compare(item, actual[index], `${place}/${index}`);
}

/** What is wrong with a value, in words; nothing when it fits. */
function matcher(name: string, argument: unknown, actual: unknown): string | null {
  if (name === '$each') return each(argument, actual);
  const fits = MATCHERS[name]?.(argument, actual);
  if (fits === undefined) return `there is no matcher ${name} that takes ${show(argument)}`;
  return fits ? null : `expected ${name} ${show(argument)}, got ${show(actual)}`;
}

function each(item: unknown, actual: unknown): string | null {
  if (!Array.isArray(actual)) return `expected a list, got ${show(actual)}`;
  const [first] = actual.flatMap((present) => differences(item, present));
  return first === undefined ? null : `in an item: ${first}`;
}

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  array: Array.isArray,
  object: isObject,
};

/** Each says whether a value fits, or nothing when it does not take the argument. */
const MATCHERS: Readonly<Record<string, (argument: any, actual: any) => boolean | undefined>> = {
  $any: (argument, actual) => (argument === true ? (actual ?? null) !== null : undefined),
  $contains: (argument, actual) => {
    if (typeof actual === 'string')
      return typeof argument === 'string' && actual.includes(argument);
    if (!Array.isArray(actual)) return false;
    return actual.some((item) => differences(argument, item).length === 0);
  },
  $length: (argument, actual) => {
    if ((actual ?? null) === null) return argument === 0;
    const isSized = typeof actual === 'string' || Array.isArray(actual);
    const length = isSized ? actual.length : isObject(actual) && Object.keys(actual).length;
    return argument === length;
  },
  $not: (argument, actual) => differences(argument, actual).length > 0,
  $regex: (argument, actual) => {
    if (typeof argument !== 'string') return undefined;
    return typeof actual === 'string' && new RegExp(argument).test(actual);
  },
  $secret: (argument, actual) => argument === actual,
  $type: (argument, actual) => TYPES[argument]?.(actual),
};

function at(place: string, words: string): string {
  return `${place || 'the whole'}: ${words}`;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}

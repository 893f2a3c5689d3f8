// Between the names of scenarios, which are the core's, and those of this language.

import { readJson } from './files.mjs';
import { isObject } from './matching.mjs';

/** Names of options, and of methods and parameters that no schema has. */
const OTHERS = [
  'app_id',
  'deployment_id',
  'user_id',
  'base_url',
  'attempt_timeout',
  'connect_timeout',
  'max_in_flight',
  'max_retries',
  'reconcile_timeout',
  'path_style',
  'client_id',
  'client_secret',
  'page_size',
  'poll_interval',
  'on_event',
  'api_keys',
  'container_images',
  'set_many',
  'update_if_unchanged',
  'redeploy_on',
  'max_redeploys',
  'rollback_on_failure',
  'until_ready',
];

/** Maps, whose names are somebody else's. */
const MAPS = ['tags', 'metrics', 'secrets', 'extra', 'labels'];

/** `apiKey2` to `api_key_2`, for every name that the SDK knows. */
const KNOWN = new Map([...OTHERS, ...fields()].map((name) => [camel(name), name]));

function* fields(): Generator<string> {
  const { operations, schemas: ours } = readJson('api/workflows.json');
  for (const id of Object.keys(operations)) yield id.replace(/^.*\./, '');
  const schemas: Record<string, any> = {
    ...readJson('api/openapi.json').components.schemas,
    ...ours,
  };
  for (const { properties = {} } of Object.values(schemas)) {
    for (const [name, property] of Object.entries<any>(properties)) {
      yield property['x-sdk-name'] ??
        name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    }
  }
}

/** `storage_size_gb` to `storageSizeGb`. */
export function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A name as the core has it. */
export function snake(name: string): string {
  return KNOWN.get(name) ?? name;
}

/** A text of the SDK's own with the core's names in it. */
export function snakeWords(text: string): string {
  return text.replace(/\b[a-z]+[A-Z]\w*/g, snake);
}

/** A hint with the core's names where it quotes some. */
export function snakeHint(text: string): string {
  return text.replace(/`[^`]*`/g, snakeWords);
}

/** Arguments under this language's names, those of parts included. */
export function camelKeys(value: unknown): any {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [camel(name), camelKeys(inner)]),
  );
}

/** What the SDK gives, as JSON under the core's names, with its secrets revealed. */
export function plain(value: unknown): any {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return instant(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value;
  if ('reveal' in value) return (value as { reveal(): string }).reveal();
  const present = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const members = present.map(([name, inner]) => {
    // A time that nobody can read is kept as text.
    const known = KNOWN.has(name) ? name : name.replace(/Text$/, '');
    return [snake(known), MAPS.includes(name) ? plainMap(inner) : plain(inner)];
  });
  return Object.fromEntries(members);
}

/** A map: only what its names stand for is the SDK's. */
function plainMap(map: object): any {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, plain(value)]));
}

/** RFC 3339 in UTC, without trailing zeros. */
function instant(time: Date): string {
  return time.toISOString().replace(/\.?0*Z$/, 'Z');
}

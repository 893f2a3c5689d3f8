// The files that the languages share.

import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** Compiled tests lie four folders below the root of the project. */
export const ROOT = join(import.meta.dirname, '..', '..', '..', '..');

/** A text file of the project, by its path from the root. */
export function readText(path: string): string {
  if (path.startsWith('/') || path.split('/').includes('..')) {
    throw new Error(`${path} is not a path below the root`);
  }
  return readFileSync(join(ROOT, normalize(path)), 'utf8');
}

/** A JSON file of the project, by its path from the root. */
export function readJson(path: string): any {
  return JSON.parse(readText(path));
}

/** Every JSON file of a folder of the project by its name, but for `schema.json`. */
export function documents(folder: string): Map<string, any> {
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.json'));
  const wanted = names.filter((name) => name !== 'schema.json').sort();
  return new Map(wanted.map((name) => [name.slice(0, -5), readJson(`${folder}/${name}`)]));
}

/* Finds and loads the native library of this machine. */

import { join } from 'node:path';
import type * as Addon from './addon.js';

/** @internal What the native library offers. */
export type Native = typeof Addon;

/** The libraries that may serve here, the likeliest first: two C libraries are in use on Linux. */
function triples(): string[] {
  const machine = `${process.platform}-${process.arch}`;
  if (process.platform === 'linux') return [`${machine}-gnu`, `${machine}-musl`];
  return [process.platform === 'win32' ? `${machine}-msvc` : machine];
}

function load(): Native {
  const failures: string[] = [];
  for (const triple of triples()) {
    // The first is what was built here, the second what is installed beside this package.
    for (const place of [
      join(__dirname, '..', `spice-cloud.${triple}.node`),
      `@spice-cloud/native-${triple}`,
    ]) {
      try {
        return require(place) as Native;
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        if (code !== 'MODULE_NOT_FOUND') failures.push(`${place}: ${message}`);
      }
    }
  }
  throw new Error(explain(failures), { cause: failures });
}

function explain(failures: readonly string[]): string {
  const names = triples().map((triple) => `@spice-cloud/native-${triple}`);
  const wanted = `spice-cloud has no native library for ${process.platform} ${process.arch}`;
  if (failures.length > 0) return `${wanted} that can be loaded: ${failures.join('; ')}`;
  return (
    `${wanted}: the package ${names.join(' or ')} is not installed. ` +
    'It is an optional dependency: install without `--omit=optional` or `--no-optional`, and on this ' +
    'kind of machine. If a lockfile was written on another one, npm may have left it out: remove ' +
    'node_modules and package-lock.json, and install again.'
  );
}

/** @internal The native library. */
export const native: Native = load();

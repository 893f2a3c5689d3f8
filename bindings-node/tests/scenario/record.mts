// What shows of a scenario while it is played, for `cargo xtask canary`: where `CANARY_RECORD` names a folder, the log at
// its finest level, every result and every error in all the ways in which it can be shown, and the requests of the emulator.

import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { serialize } from 'node:v8';
import type { ClientOptions } from 'spice-cloud';
import { internal } from '../support/internals.mjs';
import { ENDED_WITH, type Outcome } from './calls.mjs';
import { isObject } from './matching.mjs';
import { type SpiceCloud, SpiceCloudError } from './sdk.mjs';

/** Panics on purpose, where the native code was built for tests. */
const PANIC = '__panic_for_tests';

/** All that there is, however deep it lies. */
const DEEP = { depth: null, showHidden: true, getters: true, maxArrayLength: null } as const;

/** Keeps what shows of one scenario. */
export class Recorder {
  readonly #folder: string;
  readonly #shown: string[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** The record of a file of scenarios; none, unless somebody asks for it. */
  static of(folder: string, name: string): Recorder | undefined {
    const place = process.env['CANARY_RECORD'];
    if (place === undefined) return undefined;
    const path = join(place, 'node', folder, name);
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'log.txt'), '');
    return new Recorder(path);
  }

  /** What makes a client log to the record. */
  listening(): ClientOptions {
    const keep = (level: string) => (message: string, fields: object) => {
      const line = `${level} ${message} ${inspect(fields, { ...DEEP, breakLength: Number.POSITIVE_INFINITY })}\n`;
      appendFileSync(join(this.#folder, 'log.txt'), line);
    };
    const logger = Object.fromEntries(
      ['debug', 'info', 'warn', 'error'].map((level) => [level, keep(level)]),
    );
    return { logger, logLevel: 'debug' };
  }

  /** Adds what came of a call. */
  reply(call: string, reply: Outcome | SpiceCloudError): void {
    if (reply instanceof SpiceCloudError) {
      this.#add(call, waysOfError(reply));
      return;
    }
    this.#add(call, ways(reply.value));
    const ended = isObject(reply.value) ? (reply.value as any)[ENDED_WITH] : undefined;
    if (ended !== undefined) this.#add(`${call}, how it ended`, waysOfError(ended));
  }

  /** Adds a panic, what shows of the client, and what the emulator kept of its requests. */
  async finish(client: SpiceCloud, options: ClientOptions, requests: unknown): Promise<void> {
    const caller = internal('caller.js').Caller.open(options);
    const panic = await caller.callNone(PANIC, {}).catch((error: unknown) => error);
    caller.close();
    if (panic instanceof SpiceCloudError) this.#add('a panic', waysOfError(panic));
    this.#add('the client', ways(client));
    writeFileSync(join(this.#folder, 'shown.txt'), `${this.#shown.join('\n')}\n`);
    writeFileSync(join(this.#folder, 'requests.json'), JSON.stringify(requests));
  }

  #add(what: string, all: ReadonlyMap<string, string>): void {
    this.#shown.push(`== ${what}`);
    for (const [way, text] of all) this.#shown.push(`-- ${way}`, text);
  }
}

function ways(value: unknown): Map<string, string> {
  return new Map([
    ['String', String(value)],
    ['inspect', `${inspect(value)}\n${inspect(value, DEEP)}`],
    ['JSON', JSON.stringify(value) ?? ''],
    ['clone', cloned(value)],
  ]);
}

function waysOfError(error: Error): Map<string, string> {
  const all = ways(error);
  let stack = '';
  for (let link: unknown = error; link instanceof Error; link = link.cause)
    stack += `${link.stack}\n`;
  return all.set('stack', stack);
}

/** As it goes to another thread, if it can. */
function cloned(value: unknown): string {
  try {
    return `${inspect(structuredClone(value), DEEP)}\n${serialize(value).toString('latin1')}`;
  } catch (refusal) {
    return String(refusal);
  }
}

// Plays a scenario, step by step, and says what was not as expected; tests/scenarios/README.md says what its parts mean.

import assert from 'node:assert/strict';
import { call, type Outcome } from './calls.mjs';
import { describe } from './errors.mjs';
import { differences } from './matching.mjs';
import type { Recorder } from './record.mjs';
import { SpiceCloud, SpiceCloudError } from './sdk.mjs';
import { Stage } from './stage.mjs';
import { Mistake, Variables } from './variables.mjs';

const PARTS = ['name', 'case', 'within', 'emulator', 'client', 'steps'];

/** What a step of each kind may hold. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  call: [
    ...[
      'call',
      'args',
      'options',
      'result',
      'error',
      'meta',
      'save',
      'save_error',
      'times',
      'at_once',
    ],
    'note',
  ],
  emulator: ['emulator', 'args', 'note'],
  requests: ['requests', 'note'],
};

type Members = Readonly<Record<string, any>>;

/**
 * Plays a scenario against an emulator of its own; the error has the number and the name of the step that went wrong. What
 * shows of it is recorded where a record is given.
 */
export async function play(scenario: Members, record?: Recorder): Promise<void> {
  const unknown = Object.keys(scenario).filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) throw new Mistake(`unknown parts of a scenario: ${unknown.join(', ')}`);
  const stage = await Stage.set(scenario['emulator'] ?? {});
  try {
    const settings = await stage.clientOptions(scenario['client'] ?? {});
    const options = { ...settings, ...record?.listening() };
    const client = new SpiceCloud(options);
    const player = new Player(stage, client, record);
    const began = performance.now();
    for (const [index, step] of scenario['steps'].entries()) {
      const name = step.call ?? step.emulator ?? 'requests';
      try {
        await player.step(step);
      } catch (wrong) {
        const words = wrong instanceof Error ? wrong.message : String(wrong);
        throw new Error(`step ${index + 1}, ${name}: ${words}`, { cause: wrong });
      }
    }
    const took = (performance.now() - began) / 1000;
    await record?.finish(client, options, await stage.requests());
    client.close();
    assert.ok(took <= (scenario['within'] ?? took), `it took ${took} s`);
  } finally {
    await stage.close();
  }
}

class Player {
  readonly #stage: Stage;
  readonly #client: SpiceCloud;
  readonly #record: Recorder | undefined;
  readonly #variables = new Variables();
  /** Number of the last request that was looked at. */
  #seen = 0;

  constructor(stage: Stage, client: SpiceCloud, record: Recorder | undefined) {
    this.#stage = stage;
    this.#record = record;
    this.#client = client;
  }

  async step(step: Members): Promise<void> {
    const kinds = Object.keys(STEPS).filter((kind) => kind in step);
    const [kind = ''] = kinds;
    const isWhole = Object.keys(step).every((part) => STEPS[kind]?.includes(part));
    if (kinds.length !== 1 || !isWhole) throw new Mistake(`not a step: ${JSON.stringify(step)}`);
    if (kind === 'call') await this.#call(step);
    else if (kind === 'requests') await this.#requests(step['requests']);
    else await this.#stage.act(step['emulator'], this.#variables.fill(step['args'] ?? {}));
  }

  async #call(step: Members): Promise<void> {
    const reply = () => {
      const args = this.#variables.fill(step['args'] ?? {});
      return call(this.#client, step['call'], args, this.#variables, step['options']);
    };
    for (let time = 0; time < (step['times'] ?? 1); time += 1) {
      const replies = Array.from({ length: step['at_once'] ?? 1 }, reply);
      for (const each of await Promise.all(replies)) this.#judge(step, each);
    }
  }

  #judge(step: Members, reply: Outcome | SpiceCloudError): void {
    this.#record?.reply(step['call'], reply);
    if (reply instanceof SpiceCloudError) {
      assert.ok('error' in step, `expected a result, got ${reply}`);
      const described = describe(reply);
      agree('the error', this.#variables.fill(step['error']), described);
      this.#save(step, described);
      if ('save_error' in step) this.#variables.save(step['save_error'], described, reply);
    } else {
      assert.ok(!('error' in step), `expected an error, got ${JSON.stringify(reply.result)}`);
      this.#take(step, reply);
    }
  }

  #take(step: Members, { result, meta, objects }: Outcome): void {
    if ('result' in step) agree('the result', this.#variables.fill(step['result']), result);
    if ('meta' in step) agree('meta', this.#variables.fill(step['meta']), meta);
    this.#save(step, result, objects);
  }

  #save(step: Members, value: unknown, objects?: ReadonlyMap<string, unknown>): void {
    for (const [name, place] of Object.entries<string>(step['save'] ?? {})) {
      this.#variables.save(name, at(value, place), objects?.get(place));
    }
  }

  async #requests(expected: unknown): Promise<void> {
    const records = (await this.#stage.requests()).filter((record) => record['seq'] > this.#seen);
    this.#seen = records.at(-1)?.['seq'] ?? this.#seen;
    agree('the requests', this.#variables.fill(expected), records);
  }
}

/** What a JSON pointer leads to. */
function at(value: any, place: string): unknown {
  let found = value;
  for (const part of place.split('/').slice(1)) {
    found = found?.[part];
    if (found === undefined) throw new Mistake(`there is no ${place} in ${JSON.stringify(value)}`);
  }
  return found;
}

function agree(what: string, expected: unknown, actual: unknown): void {
  const found = differences(expected, actual);
  assert.equal(found.length, 0, [`${what} differs`, ...found].join('\n  '));
}

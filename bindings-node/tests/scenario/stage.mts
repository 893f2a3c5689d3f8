// The emulator and the client that a scenario asks for.

import type { ClientOptions } from 'spice-cloud';
import { type Emulator, startEmulator } from 'spice-cloud/testing';
import { callOptions } from './calls.mjs';
import { camel, camelKeys } from './names.mjs';
import { Mistake } from './variables.mjs';

/** Where clocks stand unless a scenario says otherwise. */
const START = '2026-01-01T00:00:00Z';

const PARTS = ['seed', 'random_seed', 'clock', 'progression', 'quirks', 'rate_limit', 'faults'];
const OPTIONS = [
  'attempt_timeout',
  'dedupe',
  'headers',
  'max_in_flight',
  'max_retries',
  'org',
  'path_style',
  'reconcile_timeout',
  'scope',
  'timeout',
  'validate',
];
const SIGN_IN = ['token', 'client_credentials', 'token_provider'];

type Members = Readonly<Record<string, any>>;

/** An emulator, as a scenario sets it up. */
export class Stage {
  readonly #emulator: Emulator;

  private constructor(emulator: Emulator) {
    this.#emulator = emulator;
  }

  static async set(settings: Members): Promise<Stage> {
    only(settings, PARTS);
    const { progression, faults, ...others } = {
      clock: START,
      random_seed: 7,
      ...settings,
    } as Members;
    const emulator = await startEmulator({
      ...camelKeys(others),
      ...(progression === undefined ? {} : { progression: inMilliseconds(progression) }),
      ...(faults === undefined ? {} : { faults }),
    });
    return new Stage(emulator);
  }

  /** Tells the emulator what a step says. */
  async act(action: string, args: Members): Promise<void> {
    switch (action) {
      case 'advance':
        return await this.#emulator.advance(args['seconds'] * 1000);
      case 'fault':
        return void (await this.#emulator.addFault(args));
      case 'calm':
        return await this.#emulator.clearFaults();
      case 'load':
        return await this.#emulator.load(args['app'], args['dataset'], args['rows']);
      case 'progression':
        return await this.#emulator.setProgression(inMilliseconds(args));
      case 'quirks':
        return await this.#emulator.setQuirks(camelKeys(args));
      case 'rate_limit':
        return await this.#emulator.setRateLimit('per_minute' in args ? camelKeys(args) : null);
      default:
        throw new Mistake(`an emulator cannot be told to ${action}`);
    }
  }

  /** What the emulator saw. */
  async requests(): Promise<Members[]> {
    return await this.#emulator.requests();
  }

  /** The options of the client that a scenario asks for. */
  async clientOptions(settings: Members): Promise<ClientOptions> {
    only(settings, [...OPTIONS, ...SIGN_IN, 'proxy', 'time_scale']);
    const scale: number = settings['time_scale'] ?? 1;
    const known = Object.entries(settings).filter(([name]) => OPTIONS.includes(name));
    // What a scenario does not limit stays as it is, or a busy machine would break it.
    const limits = { timeout: 60 * scale, attempt_timeout: 30 * scale };
    const options = callOptions({ ...limits, ...Object.fromEntries(known) });
    const hidden = { _timeScale: scale };
    const { user, password } = settings['proxy'] ?? {};
    const address = this.#emulator.url.replace('://', `://${user}:${password}@`);
    const proxy = user === undefined ? {} : { proxy: address };
    return {
      ...options,
      ...(await this.#signIn(settings)),
      ...proxy,
      baseUrl: this.#emulator.url,
      ...hidden,
    };
  }

  /** Stops the emulator. */
  async close(): Promise<void> {
    await this.#emulator.stop();
  }

  async #signIn(settings: Members): Promise<ClientOptions> {
    const given = SIGN_IN.filter((name) => name in settings);
    if (given.length > 1) throw new Mistake('a client signs in with one thing');
    if (given[0] === 'client_credentials') {
      const { id = this.#emulator.clientId, secret = this.#emulator.clientSecret } =
        settings[given[0]];
      return { clientId: id, clientSecret: secret };
    }
    if (given[0] === 'token_provider') {
      const tokens: string[] = [];
      for (const token of settings[given[0]]) tokens.push(await this.#token(token));
      return { tokenProvider: async () => provide(tokens) };
    }
    return { token: await this.#token(settings['token']) };
  }

  async #token(given: string | Members | null | undefined): Promise<string> {
    if (given === null || given === undefined) return this.#emulator.token;
    if (typeof given === 'string') return given;
    const { expires_in: lifetime, ...others } = given;
    const expiresIn = lifetime === undefined ? {} : { expiresIn: lifetime * 1000 };
    return await this.#emulator.mint({ ...others, ...expiresIn });
  }
}

/** One token after the other, and the last for good. */
function provide(tokens: string[]): string {
  const [first] = tokens;
  if (first === undefined) throw new RangeError('there is no token');
  if (tokens.length > 1) tokens.shift();
  return first;
}

function inMilliseconds(progression: Members): any {
  const told = Object.entries(progression).map(([name, value]) => {
    return [camel(name), ['queued', 'in_progress'].includes(name) ? value * 1000 : value];
  });
  return Object.fromEntries(told);
}

function only(settings: Members, known: readonly string[]): void {
  const unknown = Object.keys(settings).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Mistake(`unknown settings: ${unknown.join(', ')}`);
}

/// <reference lib="esnext.disposable" preserve="true" />
/* The emulator, as tests use it. */

import type { Emulator as NativeEmulator, Snapshot } from '../addon.js';
import { SpiceCloud } from '../client.js';
import { internal } from '../failures.js';
import type { AppId } from '../generated/inputs.js';
import { native } from '../native.js';
import type { ClientOptions } from '../options.js';
import {
  type Fault,
  type FaultRule,
  faultOf,
  glob,
  inSnakeCase,
  type MintParams,
  mintOf,
  type Progression,
  progressionOf,
  type Quirks,
  type RateLimit,
  type RequestRecord,
  type Settings,
  settingsOf,
} from './settings.js';

/** Everything that requests can change, at one moment. */
export interface EmulatorSnapshot {
  /** @internal */
  readonly native: Snapshot;
}

/** The emulator refuses a setting or an administrative call. */
export class EmulatorRefusal extends Error {
  /** The HTTP status of the refusal, where there is one. */
  readonly status: number | undefined;

  /** @internal */
  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }

  static {
    const hidden = { value: 'EmulatorRefusal', configurable: true, writable: true };
    Object.defineProperty(EmulatorRefusal.prototype, 'name', hidden);
  }
}

/**
 * Starts a local Spice.ai Cloud in this process. It listens on the loopback address until it is
 * stopped, and does not keep the process alive.
 *
 * @param settings - What it is started with.
 * @throws `EmulatorRefusal`: A setting is wrong, or it cannot listen there.
 */
export async function startEmulator(settings: Settings = {}): Promise<Emulator> {
  try {
    return new Emulator(await native.Emulator.start(JSON.stringify(settingsOf(settings))));
  } catch (error) {
    throw refusalOf(error);
  }
}

/** A local Spice.ai Cloud; see `startEmulator`. */
export class Emulator {
  readonly #native: NativeEmulator;
  #isRunning = true;

  /** @internal */
  constructor(started: NativeEmulator) {
    this.#native = started;
  }

  /** Where it listens: `http://127.0.0.1:PORT`. */
  get url(): string {
    return this.#native.url;
  }

  /** The port that it listens on. */
  get port(): number {
    return this.#native.port;
  }

  /** A token that may do everything in the first organization, and nothing anywhere else. */
  get token(): string {
    return this.#native.token;
  }

  /** Id of an OAuth client that may do everything in the first organization. */
  get clientId(): string {
    return this.#native.clientId;
  }

  /** Secret of that client. */
  get clientSecret(): string {
    return this.#native.clientSecret;
  }

  /** Whether it has not been stopped. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /**
   * A client of this emulator.
   *
   * @param options - Options of the client; they come before the emulator's.
   */
  client(options: ClientOptions = {}): SpiceCloud {
    const { token, clientId, clientSecret, tokenProvider } = options;
    const signsIn = [token, clientId, clientSecret, tokenProvider].some(
      (each) => each !== undefined,
    );
    const here = { baseUrl: this.url, ...(signsIn ? {} : { token: this.token }) };
    return new SpiceCloud({ ...here, ...options });
  }

  /** Makes a token and gives its text. */
  async mint(params: MintParams = {}): Promise<string> {
    const { token } = (await this.admin('POST', 'tokens', mintOf(params))) as { token: string };
    return token;
  }

  /**
   * Makes chosen requests go wrong, and gives the id of the rule.
   *
   * ```ts
   * await emulator.fault({ method: 'POST', path: '**\/deployments', kind: 'status', status: 503 });
   * ```
   */
  async fault(fault: Fault): Promise<string> {
    return await this.addFault(faultOf(fault));
  }

  /** Adds a rule in the form of the administration, and gives its id. */
  async addFault(rule: FaultRule): Promise<string> {
    const { id } = (await this.admin('POST', 'faults', rule)) as { id: string };
    return id;
  }

  /** Takes all faults away. */
  async clearFaults(): Promise<void> {
    await this.admin('DELETE', 'faults');
  }

  /** The requests so far, oldest first, without secrets. */
  async requests(): Promise<RequestRecord[]> {
    const { requests } = (await this.admin('GET', 'requests')) as { requests: RequestRecord[] };
    return requests;
  }

  /** How many requests there were, of a method and with paths as `fault` takes them. */
  async count(method?: string, path = '**'): Promise<number> {
    const fits = glob(path);
    const records = (await this.requests()).filter((record) => fits.test(record.path));
    const wanted = method?.toUpperCase();
    return records.filter((record) => wanted === undefined || record.method === wanted).length;
  }

  /** Forgets the requests so far. */
  async clearRequests(): Promise<void> {
    await this.admin('DELETE', 'requests');
  }

  /** Everything that there is, without secrets. */
  async state(): Promise<Record<string, unknown>> {
    return (await this.admin('GET', 'state')) as Record<string, unknown>;
  }

  /** Moves its clock forward, by milliseconds. */
  async advance(by: number): Promise<void> {
    await this.admin('POST', 'clock', { advance: `${Math.round(by)}ms` });
  }

  /** Stops its clock at the present. */
  async freeze(): Promise<void> {
    await this.admin('POST', 'clock', { freeze: true });
  }

  /** Says how new deployments move on. */
  async setProgression(progression: Progression): Promise<void> {
    await this.admin('POST', 'progression', progressionOf(progression));
  }

  /**
   * Loads rows into a dataset of an app's runtime, in place of what was loaded before.
   *
   * @param app - The app, or its id.
   * @param dataset - Name of the dataset.
   * @param rows - The rows, each with values by the names of columns; together at most 1 MiB.
   * @param params - `source`: where the data is said to come from.
   */
  async load(
    app: AppId,
    dataset: string,
    rows: readonly Readonly<Record<string, unknown>>[],
    params: { readonly source?: string | undefined } = {},
  ): Promise<void> {
    const id = typeof app === 'number' ? app : app.id;
    await this.admin('PUT', `apps/${id}/datasets/${dataset}`, { rows, from: params.source });
  }

  /** Says what it does as older servers do; what is not given is off. */
  async setQuirks(quirks: Quirks): Promise<void> {
    await this.admin('POST', 'quirks', inSnakeCase(quirks));
  }

  /** Says how many requests each token may make in a minute; null for as many as it likes. */
  async setRateLimit(limit: number | RateLimit | null): Promise<void> {
    if (limit === null) return void (await this.admin('DELETE', 'rate-limit'));
    const told = typeof limit === 'number' ? { perMinute: limit } : limit;
    await this.admin('POST', 'rate-limit', inSnakeCase({ retryAfter: 'seconds', ...told }));
  }

  /** Goes back to how it started: state, clock, randomness, faults and the log of requests. */
  async reset(): Promise<void> {
    await this.admin('POST', 'reset');
  }

  /** Copies everything that requests can change, for `restore`. */
  snapshot(): EmulatorSnapshot {
    return { native: this.#native.snapshot() };
  }

  /** Puts everything back as it was. The log of requests goes on. */
  restore(snapshot: EmulatorSnapshot): void {
    this.#native.restore(snapshot.native);
  }

  /**
   * Any call of the administration, which also listens under `/_emulator/`.
   *
   * @param method - The HTTP method.
   * @param path - What stands behind `/_emulator/`, such as `apps/1`.
   * @param body - What is sent as JSON.
   * @throws `EmulatorRefusal`: The administration refuses it, or there is no such thing.
   */
  async admin(method: string, path: string, body?: unknown): Promise<unknown> {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    let told: { answer?: unknown; refused?: string; status?: number };
    try {
      told = JSON.parse(await this.#native.admin(method, path, sent));
    } catch (error) {
      throw refusalOf(error);
    }
    if (told.refused !== undefined) throw new EmulatorRefusal(told.refused, told.status);
    return told.answer;
  }

  /** Stops it; its port is free then. May be repeated. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    await this.#native.stop();
  }

  /** Stops it, at the end of an `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  static {
    Object.defineProperty(Emulator.prototype, Symbol.for('nodejs.util.inspect.custom'), {
      value(this: Emulator) {
        return #native in this ? `Emulator { url: '${this.url}' }` : 'Emulator {}';
      },
    });
  }
}

/** What native code said of the emulator, as what it means. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  try {
    return new EmulatorRefusal((JSON.parse(error.message) as { refused: string }).refused);
  } catch {
    return internal(error.message);
  }
}

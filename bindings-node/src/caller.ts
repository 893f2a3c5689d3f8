/* Makes the calls of a client. */

import { type Answers, type Connection, Conversation, type Step } from './conversation.js';
import { encode, type Fields, members } from './encode.js';
import { invalid, thrown } from './failures.js';
import type { Deployment, RotationReport } from './generated/models.js';
import { readDeployment, readRotationEvent, readRotationReport } from './generated/readers.js';
import { Log } from './logging.js';
import { native } from './native.js';
import {
  type CallOptions,
  type ClientOptions,
  callSettings,
  clientSettings,
  merged,
  type Settings,
  type SharedOptions,
  sharedSettings,
  whole,
} from './options.js';
import { type ListParams, Page, Pager } from './pager.js';
import { readEvent, readMeta, withMeta } from './results.js';
import type { Handover } from './rotation.js';
import { Stream } from './runtime.js';
import { Steps } from './steps.js';
import { type Told, told } from './told.js';
import { DeploymentWatch, type FollowParams, type WaitParams, waitSettings } from './watch.js';

export type { CallOptions } from './options.js';

/** What a call is made with; it goes to the core as it is. */
type Params = Readonly<Record<string, unknown>>;

type Reader<T> = (value: unknown) => T;

/** A list that comes in pages. */
interface Listing<T> {
  readonly operation: string;
  readonly read: Reader<T>;
  readonly path?: Params;
  readonly filter?: Fields;
}

/** What a client's description shows. */
const SHOWN = ['base_url', 'org'];

/** @internal */
export class Caller {
  readonly #connection: Connection;
  readonly #shown: Settings;
  readonly #settings: Settings | undefined;

  private constructor(connection: Connection, shown: Settings, settings?: Settings) {
    this.#connection = connection;
    this.#shown = shown;
    this.#settings = settings;
  }

  /** Opens a client. */
  static open(options: ClientOptions): Caller {
    const settings = clientSettings(options);
    try {
      const session = new native.Session(JSON.stringify(settings));
      const log = new Log(session, options.onRequest, options.logger, options.logLevel);
      const shown = Object.entries(settings).filter(([name]) => SHOWN.includes(name));
      const connection = { session, log, provider: options.tokenProvider };
      return new Caller(connection, Object.fromEntries(shown));
    } catch (error) {
      throw thrown(error);
    }
  }

  /** A caller over the same connection that does some things differently. */
  withOptions(options: SharedOptions): Caller {
    const settings = merged(this.#settings, sharedSettings(options));
    return new Caller(this.#connection, this.#shown, settings);
  }

  /** A caller over the same connection for the runtime of an app, or of a key. */
  bound(runtime: Params): Caller {
    // It is in no description: that shows what it knows to be no secret.
    return new Caller(this.#connection, this.#shown, { ...this.#settings, runtime });
  }

  /** Ends all calls, and refuses later ones. */
  close(): void {
    this.#connection.session.close();
    this.#connection.log.drain();
  }

  /** What the client's description shows. */
  describe(): Record<string, unknown> {
    const shown = { ...this.#shown, ...this.#settings };
    const { base_url: baseUrl, org } = shown;
    return { ...(baseUrl === undefined ? {} : { baseUrl }), ...(org === undefined ? {} : { org }) };
  }

  /** Makes a call that gives an object. */
  async call<T>(op: string, params: Params, read: Reader<T>, options?: CallOptions): Promise<T> {
    const { value, meta } = await this.#run(op, params, options);
    return withMeta(read(value), readMeta(meta));
  }

  /** Makes a call that gives a whole list. */
  async callList<T>(
    op: string,
    params: Params,
    read: Reader<T>,
    options?: CallOptions,
  ): Promise<T[]> {
    const { value, meta } = await this.#run(op, params, options);
    return readItems(value, read, meta);
  }

  /** Makes a call that gives an object or nothing. */
  async callOptional<T>(
    op: string,
    params: Params,
    read: Reader<T>,
    options?: CallOptions,
  ): Promise<T | null> {
    const { value, meta } = await this.#run(op, params, options);
    return value === null ? null : withMeta(read(value), readMeta(meta));
  }

  /** Makes a call that gives nothing. */
  async callNone(op: string, params: Params, options?: CallOptions): Promise<void> {
    await this.#run(op, params, options);
  }

  /** A list that comes in pages; nothing is sent before they are wanted. */
  pages<T>(list: Listing<T>, params: ListParams, options?: CallOptions): Pager<T> {
    const { pageSize, offset: skipped, limit, ...filter }: ListParams = members(params, 'params');
    const query = list.filter === undefined ? refuseAll(filter) : encode(list.filter, filter);
    const start = count('offset', skipped);
    const begin = (size: number | undefined, most: number | undefined) => {
      const { path } = list;
      const sent = { path, query, page_size: size, offset: start, limit: most };
      const read = ({ value, meta, offset }: Step): Page<T> => {
        return new Page(readItems(value, list.read, meta), offset ?? 0, readMeta(meta));
      };
      return new Steps(() => this.#start(list.operation, sent, options), read);
    };
    return new Pager(begin, count('pageSize', pageSize), count('limit', limit));
  }

  /** Follows a deployment to its end. */
  async follow(
    operation: string,
    params: Params,
    waits: WaitParams,
    options?: CallOptions,
  ): Promise<Deployment> {
    const { onEvent, ...limits }: WaitParams = members(waits, 'params');
    const wait = waitSettings(limits, onEvent, operation === 'deployments.deploy');
    const call = this.#start(operation, { ...params, wait }, options);
    for (;;) {
      const { kind, value, meta } = await call.next();
      if (kind === 'done') return withMeta(readDeployment(value), readMeta(meta));
      if (onEvent === undefined) continue;
      try {
        await onEvent(readEvent(told(value), readMeta(meta)));
      } catch (error) {
        call.giveUp();
        throw error;
      }
    }
  }

  /** Follows a deployment step by step. */
  watch(
    operation: string,
    params: Params,
    limits: FollowParams,
    options?: CallOptions,
  ): DeploymentWatch {
    const wait = waitSettings(members(limits, 'params'), undefined);
    return new DeploymentWatch(() => this.#start(operation, { ...params, wait }, options));
  }

  /** Makes a call that gives one object after the other. */
  stream<T>(op: string, params: Params, read: Reader<T>, options?: CallOptions): Stream<T> {
    const begin = () => this.#start(op, params, options);
    return new Stream(begin, ({ value, meta }) => withMeta(read(value), readMeta(meta)));
  }

  /** Rotates keys, which functions distribute and verify. */
  async rotate(
    operation: string,
    params: Params,
    handover: Handover,
    options?: CallOptions,
  ): Promise<RotationReport> {
    const sent = { ...params, verifies: handover.verifies };
    const call = this.#start(operation, sent, options, (step, value) => {
      return handover.answer(step, value);
    });
    for (;;) {
      const { kind, value, meta } = await call.next();
      if (kind === 'done') return withMeta(readRotationReport(value), readMeta(meta));
      try {
        await handover.tell(readRotationEvent(value));
      } catch (error) {
        call.giveUp();
        throw error;
      }
    }
  }

  #run(operation: string, params: Params, options: CallOptions | undefined): Promise<Step> {
    return this.#start(operation, params, options).next();
  }

  #start(
    operation: string,
    params: Params,
    options: CallOptions | undefined,
    answers?: Answers,
  ): Conversation {
    const settings = options === undefined ? this.#settings : callSettings(this.#settings, options);
    const sent = settings === undefined ? params : { ...params, options: settings };
    return new Conversation(this.#connection, operation, sent, options?.signal, answers);
  }
}

function readItems<T>(value: unknown, read: Reader<T>, told: Told): T[] {
  const meta = readMeta(told);
  return (value as unknown[]).map((item) => withMeta(read(item), meta));
}

function refuseAll(filter: object): undefined {
  const [name] = Object.keys(filter);
  if (name !== undefined)
    throw invalid(name, 'is unknown here; what may be given is pageSize, offset, limit');
  return undefined;
}

function count(name: string, value: number | undefined): number | undefined {
  return value === undefined ? undefined : whole(name, value, invalid);
}

/// <reference lib="esnext.disposable" preserve="true" />
/* The client. */

import { Caller, type CallOptions } from './caller.js';
import { members, plain, word } from './encode.js';
import type { AmbiguousOutcome } from './errors.js';
import { changeOf, invalid, kindOf } from './failures.js';
import type { ApiKeys, App, Deployment, Member } from './generated/models.js';
import { readApiKeys, readApp, readDeployment, readMember } from './generated/readers.js';
import { Operations } from './generated/resources.js';
import type { ClientOptions, SharedOptions } from './options.js';
import { queryPairs, type RequestParams } from './request.js';
import { type RawResponse, readRaw } from './results.js';

/** How to read what changes have made. */
const MADE: Readonly<Record<string, (told: unknown) => Deployment | App | ApiKeys | Member>> = {
  'apps.create': readApp,
  'apps.update': readApp,
  'api_keys.regenerate': readApiKeys,
  'members.add': readMember,
};

/**
 * The Spice.ai Cloud Management API.
 *
 * Without a token, client credentials or a provider it takes them from the environment:
 * `SPICE_API_TOKEN`, or `SPICE_CLIENT_ID` and `SPICE_CLIENT_SECRET`. Durations are in milliseconds. A
 * client that nobody waits for does not keep the process alive.
 *
 * ```ts
 * const client = new SpiceCloud();
 * for await (const app of client.apps.list()) console.log(app.id, app.name);
 * ```
 */
export class SpiceCloud extends Operations {
  readonly #caller: Caller;

  /**
   * Opens a client; what is not given is read from the environment, or has a default.
   *
   * @param options - What is given.
   * @throws `ConfigError`: An option is wrong, or there is nothing to sign in with.
   */
  constructor(options: ClientOptions = {}) {
    // A copy is made from a caller, which nobody else has.
    const caller = options instanceof Caller ? options : Caller.open(options);
    super(caller);
    this.#caller = caller;
  }

  /**
   * A copy that does some things differently; it shares connections and token.
   *
   * What is not given stays. `headers` are added to those that there are, replacing those of the same
   * name. Closing a copy closes the client.
   *
   * @param options - What the copy's calls do differently.
   * @throws `ConfigError`: An option has the wrong type. A wrong value is told by the copy's calls.
   */
  withOptions(options: SharedOptions): SpiceCloud {
    return new SpiceCloud(this.#caller.withOptions(options) as ClientOptions);
  }

  /**
   * Makes any request to the API, with the client's token, limits and retries.
   *
   * @param method - GET, POST, PUT, PATCH or DELETE.
   * @param path - The path, such as `/v1/apps`, without the query.
   * @param params - Query and body.
   * @param options - What this call does differently.
   * @throws `ValidationError`: The request is malformed or not safe to send.
   * @throws `ApiError`: The API refused, with a status.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async request(
    method: string,
    path: string,
    params: RequestParams = {},
    options?: CallOptions,
  ): Promise<RawResponse> {
    const given: RequestParams = members(params, 'params');
    const { query, body, idempotent = false, ...others } = given;
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) {
      throw invalid(unknown, 'is unknown here; what may be given is query, body, idempotent');
    }
    if (typeof idempotent !== 'boolean') {
      throw invalid('idempotent', `must be true or false, not ${kindOf(idempotent)}`);
    }
    const raw = {
      method: word('method', method),
      path: word('path', path),
      ...(query === undefined ? {} : { query: queryPairs(query) }),
      ...(body === undefined ? {} : { body: plain(body, 'body', 0) }),
      idempotent,
    };
    return await this.#caller.call('request', { raw }, readRaw, options);
  }

  /**
   * Finds out what became of a change that failed with `AmbiguousOutcome`. It only looks, and sends no change.
   *
   * @param error - What the change failed with.
   * @param options - What this call does differently.
   * @returns What the change has made, or null when nothing of it is there, so that it did not happen and may be tried
   * again.
   * @throws `AmbiguousOutcome`: Nobody can tell yet.
   * @throws `Conflict`: Something else was there first.
   * @throws `ValidationError`: The error tells of no change that can be found out, as those of raw requests.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async reconcile(
    error: AmbiguousOutcome,
    options?: CallOptions,
  ): Promise<Deployment | App | ApiKeys | Member | null> {
    const change = changeOf(error);
    const read = MADE[error.operation ?? ''] ?? readDeployment;
    return await this.#caller.callOptional('reconcile', { change }, read, options);
  }

  /** Ends the client: calls on their way and later ones reject with `ClientClosed`. May be repeated. */
  close(): void {
    this.#caller.close();
  }

  /** Ends the client, at the end of an `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
  }

  /** Ends the client, at the end of a `using`. */
  [Symbol.dispose](): void {
    this.close();
  }

  static {
    Object.defineProperty(SpiceCloud.prototype, Symbol.for('nodejs.util.inspect.custom'), {
      value(
        this: SpiceCloud,
        _depth: number,
        options: object,
        inspect: (...of: unknown[]) => string,
      ) {
        const shown = #caller in this ? this.#caller.describe() : {};
        return `SpiceCloud ${inspect(shown, options)}`;
      },
    });
  }

  /** What it shows of itself: neither tokens nor headers. */
  toJSON(): Record<string, unknown> {
    return this.#caller.describe();
  }
}

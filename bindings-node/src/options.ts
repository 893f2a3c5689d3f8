/* What clients and calls are told: read, refused in words, and made ready for the core. */

import type { SpiceCloudError } from './errors.js';
import { kindOf, refused } from './failures.js';
import { LEVELS, type Logger, type LogLevel, type RequestEvent } from './logging.js';
import { isSecret, type Secret } from './secret.js';
import { type AbortSignalLike, checkSignal } from './signal.js';

/** A token, and how long it is valid, in milliseconds. Without `expiresIn` each call asks again. */
export interface ProvidedToken {
  readonly token: string | Secret;
  readonly expiresIn?: number | undefined;
}

/** A function that gives a token whenever one is needed. */
export type TokenProvider = () =>
  | string
  | Secret
  | ProvidedToken
  | PromiseLike<string | Secret | ProvidedToken>;

/** What calls may do differently from their client. Durations are in milliseconds. */
export interface SharedOptions {
  /** Limit of a whole call with its waits and retries; 60,000 if not given. */
  readonly timeout?: number | undefined;
  /**
   * Limit of one attempt; 30,000 if not given. Up to that, an attempt also ends when nothing comes for 20,000; a longer
   * limit leaves a slow server all of its time.
   */
  readonly attemptTimeout?: number | undefined;
  /** How many times a failed attempt may be followed by another; 2 if not given, at most 10. */
  readonly maxRetries?: number | undefined;
  /** Headers to add to each request. */
  readonly headers?: Readonly<Record<string, string | Secret>> | undefined;
  /** The organization to act on, for tokens that reach several. */
  readonly org?: string | undefined;
  /**
   * How changes are kept from happening twice, where a second request would do them twice: `list` if not given, by what is
   * there before and afterwards; `marker`, so and with a mark in a deployment's commit message; `off`, not at all.
   */
  readonly dedupe?: 'off' | 'list' | 'marker' | undefined;
  /**
   * How long the outcome of a change may be looked for when the time of the call is up; 15,000 if not given, 0 for not at
   * all.
   */
  readonly reconcileTimeout?: number | undefined;
}

/** What one call does differently. Durations are in milliseconds. */
export interface CallOptions extends SharedOptions {
  /** Gives the call up when it is aborted; the call rejects with its reason. */
  readonly signal?: AbortSignalLike | undefined;
}

/** Options of a client. What is not given is read from the environment, or has a default. */
export interface ClientOptions extends SharedOptions {
  /** A personal access token. */
  readonly token?: string | Secret | undefined;
  /** Id of an OAuth client of an organization; needs `clientSecret`. */
  readonly clientId?: string | undefined;
  /** Secret of that client. */
  readonly clientSecret?: string | Secret | undefined;
  /** What scopes to ask for with client credentials, separated by spaces; all if not given. */
  readonly scope?: string | undefined;
  /** A function that gives a token whenever one is needed. */
  readonly tokenProvider?: TokenProvider | undefined;
  /** Where the API is; `https://api.spice.ai` if not given. */
  readonly baseUrl?: string | { readonly href: string } | undefined;
  /** Where client credentials are exchanged. */
  readonly oauthUrl?: string | { readonly href: string } | undefined;
  /** Limit of connecting, in milliseconds; 5,000 if not given. */
  readonly connectTimeout?: number | undefined;
  /** How many requests may be on their way at a time; 16 if not given. */
  readonly maxInFlight?: number | undefined;
  /** Address of a proxy; those of the environment if not given. */
  readonly proxy?: string | Secret | undefined;
  /** File with the certificates, in PEM, of authorities that are trusted besides the others. */
  readonly caBundle?: string | undefined;
  /** Which authorities are trusted; `auto` if not given. */
  readonly trustStore?: 'auto' | 'platform' | 'bundled' | undefined;
  /** What is added to the header User-Agent. */
  readonly userAgentSuffix?: string | undefined;
  /** Whether tokens may be sent without encryption to other machines. */
  readonly allowInsecureHttp?: boolean | undefined;
  /** Whether `.env.local` and `.env` of the working directory are read, too. */
  readonly allowDotenv?: boolean | undefined;
  /** Which of the API's names stands in paths; `apps` if not given. */
  readonly pathStyle?: 'apps' | 'projects' | undefined;
  /** Whether input is checked before it is sent; it is if not given. */
  readonly validate?: boolean | undefined;
  /** Is told of each attempt of each call. */
  readonly onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /** Where the log goes; to stderr if not given, from `logLevel` on. */
  readonly logger?: Logger | undefined;
  /** From which level on something is logged; `SPICE_CLOUD_LOG` if not given, or `warn`. */
  readonly logLevel?: LogLevel | undefined;
}

/** Makes the error for what is wrong with a named value. */
export type Refusal = (name: string, words: string) => SpiceCloudError;

type Reader = (name: string, value: unknown, refusal: Refusal) => unknown;

/** Options under the core's names. */
export type Settings = Record<string, unknown>;

const SHARED: ReadonlyMap<string, readonly [string, Reader]> = new Map([
  ['timeout', ['timeout', seconds]],
  ['attemptTimeout', ['attempt_timeout', seconds]],
  ['maxRetries', ['max_retries', whole]],
  ['headers', ['headers', headers]],
  ['org', ['org', text]],
  ['dedupe', ['dedupe', text]],
  ['reconcileTimeout', ['reconcile_timeout', seconds]],
]);

const CLIENT: ReadonlyMap<string, readonly [string, Reader]> = new Map([
  ...SHARED,
  ['token', ['token', secret]],
  ['clientId', ['client_id', text]],
  ['clientSecret', ['client_secret', secret]],
  ['scope', ['scope', text]],
  ['tokenProvider', ['token_provider', callable]],
  ['baseUrl', ['base_url', address]],
  ['oauthUrl', ['oauth_url', address]],
  ['connectTimeout', ['connect_timeout', seconds]],
  ['maxInFlight', ['max_in_flight', whole]],
  ['proxy', ['proxy', secret]],
  ['caBundle', ['ca_bundle', text]],
  ['trustStore', ['trust_store', text]],
  ['userAgentSuffix', ['user_agent_suffix', text]],
  ['allowInsecureHttp', ['allow_insecure_http', flag]],
  ['allowDotenv', ['allow_dotenv', flag]],
  ['pathStyle', ['path_style', text]],
  ['validate', ['validate', flag]],
  ['logLevel', ['log_level', level]],
  ['onRequest', ['on_request', callable]],
  ['logger', ['logger', logger]],
  // For tests: waits of the policy are that many times shorter.
  ['_timeScale', ['time_scale', whole]],
]);

/** What the core does not take: the functions are called from here. */
const OURS = ['on_request', 'logger', 'log_level'];

/** Options of a client as the core takes them. */
export function clientSettings(options: ClientOptions): Settings {
  const settings = read(CLIENT, options, refused);
  for (const name of OURS) delete settings[name];
  return settings;
}

/** Options that copies of a client have, as the core takes them. */
export function sharedSettings(options: SharedOptions): Settings {
  return read(SHARED, options, refused);
}

/** Options of a call over those of its client, as the core takes them. */
export function callSettings(before: Settings | undefined, options: CallOptions): Settings {
  checkObject(options, refused);
  const { signal, ...others } = options;
  checkSignal(signal);
  return merged(before, read(SHARED, others, refused));
}

/** The later ones count, also among headers, for the core. */
export function merged(before: Settings | undefined, after: Settings): Settings {
  if (before === undefined) return after;
  const pairs = [before, after].flatMap(({ headers }) => (headers ?? []) as unknown[]);
  return { ...before, ...after, ...(pairs.length > 0 ? { headers: pairs } : {}) };
}

function read(
  known: ReadonlyMap<string, readonly [string, Reader]>,
  options: object,
  refusal: Refusal,
): Settings {
  checkObject(options, refusal);
  const settings: Settings = {};
  for (const [name, value] of Object.entries(options)) {
    const option = known.get(name);
    if (option === undefined) {
      const names = [...known.keys()].filter((each) => !each.startsWith('_')).join(', ');
      throw refusal(name, `is no option; the options are ${names}`);
    }
    if (value !== undefined) settings[option[0]] = option[1](name, value, refusal);
  }
  return settings;
}

function checkObject(options: unknown, refusal: Refusal): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw refusal('options', `must be an object, not ${kindOf(options)}`);
  }
}

/** From milliseconds to the core's seconds. */
export function seconds(name: string, value: unknown, refusal: Refusal): number {
  if (typeof value !== 'number') {
    throw refusal(name, `must be a number of milliseconds, not ${kindOf(value)}`);
  }
  if (!(value >= 0 && value <= 1e15)) {
    throw refusal(name, 'must be a number of milliseconds that is finite and not negative');
  }
  return value / 1000;
}

/** A count. */
export function whole(name: string, value: unknown, refusal: Refusal): number {
  if (typeof value !== 'number') {
    throw refusal(name, `must be a whole number, not ${kindOf(value)}`);
  }
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) {
    throw refusal(name, 'must be a whole number from 0 to 4294967295');
  }
  return value;
}

/** A function. */
export function callable(name: string, value: unknown, refusal: Refusal): true {
  if (typeof value !== 'function') throw refusal(name, `must be a function, not ${kindOf(value)}`);
  return true;
}

function text(name: string, value: unknown, refusal: Refusal): string {
  if (typeof value !== 'string') throw refusal(name, `must be a string, not ${kindOf(value)}`);
  return value;
}

function secret(name: string, value: unknown, refusal: Refusal): string {
  if (isSecret(value)) return value.reveal();
  if (typeof value === 'string') return value;
  throw refusal(name, `must be a string or a Secret, not ${kindOf(value)}`);
}

/** Yes or no. */
export function flag(name: string, value: unknown, refusal: Refusal): boolean {
  if (typeof value !== 'boolean')
    throw refusal(name, `must be true or false, not ${kindOf(value)}`);
  return value;
}

/** An address, as text or as a URL. */
export function address(name: string, value: unknown, refusal: Refusal): string {
  const href: unknown =
    typeof value === 'object' ? (value as { href?: unknown } | null)?.href : value;
  if (typeof href !== 'string')
    throw refusal(name, `must be a string or a URL, not ${kindOf(value)}`);
  return href;
}

function headers(name: string, value: unknown, refusal: Refusal): [string, string][] {
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    Symbol.iterator in value
  ) {
    throw refusal(name, `must be a plain object of names and values, not ${kindOf(value)}`);
  }
  const given = Object.entries(value).filter(([, words]) => words !== undefined);
  return given.map(([header, words]) => [header, secret(`${name}.${header}`, words, refusal)]);
}

function level(name: string, value: unknown, refusal: Refusal): true {
  if (!LEVELS.includes(value as string)) throw refusal(name, `must be one of ${LEVELS.join(', ')}`);
  return true;
}

function logger(name: string, value: unknown, refusal: Refusal): true {
  if (typeof value !== 'object' || value === null) {
    throw refusal(name, `must be an object with methods such as warn, not ${kindOf(value)}`);
  }
  return true;
}

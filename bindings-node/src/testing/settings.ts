/* What an emulator is told, as people say it and as its administration takes it. */

import { invalid } from '../failures.js';
import type { AppId } from '../generated/inputs.js';
import { seconds } from '../options.js';

/** How deployments move on. */
export interface Progression {
  /** `immediate`, `after` some time, after some `polls`, by a `script`, or `manual`. */
  readonly kind: 'immediate' | 'after' | 'polls' | 'script' | 'manual';
  /** For one app only, or its id. */
  readonly app?: AppId | undefined;
  /** How long they are queued, for `after`, in milliseconds of the emulator's clock. */
  readonly queued?: number | undefined;
  /** How long they are in progress, for `after`, in milliseconds of the emulator's clock. */
  readonly inProgress?: number | undefined;
  /** How many reads each state lasts, for `polls`. */
  readonly reads?: number | undefined;
  /** What successive reads show, for `script`, such as `['queued', 'in_progress*2', 'succeeded']`. */
  readonly entries?: readonly string[] | undefined;
  /** The error code that they show while they are in progress. */
  readonly waitFor?: string | undefined;
  /** The error code that they fail with; without one they succeed. */
  readonly failWith?: string | undefined;
}

/** What it does as older servers do; what is not given is off. */
export interface Quirks {
  /** Lists start at their beginning, whatever is asked for. */
  readonly ignoreOffset?: boolean | undefined;
  /** Lists are given whole, whatever is asked for. */
  readonly ignoreLimit?: boolean | undefined;
  /** How many items a page has at most. */
  readonly shortPages?: number | undefined;
  /** Reading one deployment is answered with 404. */
  readonly noSingleDeployment?: boolean | undefined;
}

/** How many requests each token may make. */
export interface RateLimit {
  /** How many in a minute. */
  readonly perMinute: number;
  /** How a refusal says when to come back: `seconds` if not given. */
  readonly retryAfter?: 'seconds' | 'date' | 'ms' | 'none' | undefined;
}

/** What goes wrong with chosen requests. */
export interface Fault {
  /** For which method; any if not given. */
  readonly method?: string | undefined;
  /** For which paths: `*` stands for anything within a segment, `**` for anything. */
  readonly path?: string | undefined;
  /** What happens. */
  readonly kind:
    | 'status'
    | 'delay'
    | 'drop_before_commit'
    | 'drop_after_commit'
    | 'html_page'
    | 'bad_json';
  /** How often at most. */
  readonly times?: number | undefined;
  /** At which matching requests, counted from 1. */
  readonly nth?: number | readonly number[] | undefined;
  /** How likely it is. */
  readonly probability?: number | undefined;
  /** The status, for `status`. */
  readonly status?: number | undefined;
  /** The body as JSON, for `status`. */
  readonly body?: unknown;
  /** The body as text. */
  readonly text?: string | undefined;
  /** Headers of the answer. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether the change is made before, for `status`. */
  readonly afterCommit?: boolean | undefined;
  /** How long, for `delay`, in milliseconds. */
  readonly ms?: number | undefined;
  /** When, for `delay`. */
  readonly when?: string | undefined;
}

/** A rule in the form of the administration. */
export type FaultRule = Readonly<Record<string, unknown>>;

/** A token to make. */
export interface MintParams {
  /** `pat`, `oauth` or `session`. */
  readonly kind?: 'pat' | 'oauth' | 'session' | undefined;
  /** What it may do; everything if not given. */
  readonly scopes?: readonly string[] | undefined;
  /** How long it is valid, in milliseconds of the emulator's clock. */
  readonly expiresIn?: number | undefined;
  /** The role of its owner; a `viewer` may only read. */
  readonly role?: string | undefined;
  /** The organization that it belongs to. */
  readonly org?: string | undefined;
  /** Whose it is. */
  readonly user?: string | undefined;
  /** What the log of requests calls it. */
  readonly label?: string | undefined;
}

/** A request that the emulator has seen; it holds no secret. */
export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  readonly [member: string]: unknown;
}

/** What an emulator can be started with. */
export interface Settings {
  /** What is there at first: `empty`, an organization without apps, if not given. */
  readonly seed?: 'empty' | 'demo' | undefined;
  /** Where it listens; any free port if not given. */
  readonly port?: number | undefined;
  /** Two emulators with the same number give out the same ids, keys and tokens. */
  readonly randomSeed?: number | undefined;
  /** `real`, or the time at which its clock stands until it is advanced. */
  readonly clock?: 'real' | Date | (string & {}) | undefined;
  /** How deployments move on. */
  readonly progression?: Progression | undefined;
  /** How many requests a token may make in a minute. */
  readonly rateLimit?: number | RateLimit | undefined;
  /** What it does as older servers do. */
  readonly quirks?: Quirks | undefined;
  /** What goes wrong with chosen requests. */
  readonly faults?: readonly (Fault | FaultRule)[] | undefined;
  /** A directory that keeps the state for the next emulator. */
  readonly dataDir?: string | undefined;
  /** Whether `state()` may show the values of secrets. */
  readonly keepSecretValues?: boolean | undefined;
}

/** Settings as the emulator takes them. */
export function settingsOf(settings: Settings): object {
  const { clock, progression, rateLimit, quirks, faults, ...others } = settings;
  return {
    ...inSnakeCase(others),
    clock: clock instanceof Date ? clock.toISOString() : clock,
    progression: progression && progressionOf(progression),
    rate_limit: typeof rateLimit === 'number' ? { per_minute: rateLimit } : inSnakeCase(rateLimit),
    quirks: inSnakeCase(quirks),
    faults: faults?.map((fault) => ('kind' in fault ? faultOf(fault as Fault) : fault)),
  };
}

/** The administration counts in milliseconds and calls an app by its id. */
export function progressionOf({ app, queued, inProgress, ...others }: Progression): object {
  return {
    ...inSnakeCase(others),
    queued_ms: queued,
    in_progress_ms: inProgress,
    app_id: typeof app === 'object' ? app.id : app,
  };
}

/** The rule of a fault. */
export function faultOf({ method, path, times, nth, probability, ...action }: Fault): FaultRule {
  return { match: { method, path }, do: inSnakeCase(action), times, nth, probability };
}

/** A token to make, as the administration takes it: it counts whole seconds. */
export function mintOf({ expiresIn, ...others }: MintParams): object {
  const lifetime = expiresIn === undefined ? undefined : seconds('expiresIn', expiresIn, invalid);
  return { ...others, expires_in: lifetime && Math.round(lifetime) };
}

/** Names that the emulator's settings have. */
export function inSnakeCase(settings: object | undefined): object | undefined {
  if (settings === undefined) return undefined;
  const spelled = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [spelled(name), value]),
  );
}

/** A regular expression for paths: `*` is anything within a segment, `**` anything. */
export function glob(pattern: string): RegExp {
  const wild: Readonly<Record<string, string>> = { '**': '.*', '*': '[^/]*' };
  const parts = pattern.split(/(\*\*|\*)/);
  const literal = (part: string) => part.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
  return new RegExp(`^${parts.map((part) => wild[part] ?? literal(part)).join('')}$`);
}

/* Errors that the SDK makes: from what the core tells, and of its own. */

import {
  AmbiguousOutcome,
  ConfigError,
  type ErrorFacts,
  InternalError,
  KINDS,
  SpiceCloudError,
  ValidationError,
} from './errors.js';
import type { App, Deployment } from './generated/models.js';
import { readApp, readDeployment } from './generated/readers.js';
import { readAttempts } from './results.js';
import { milliseconds, type Told, told } from './told.js';

const SAME = [
  'operation',
  'route',
  'status',
  'apiCode',
  'hint',
  'requestId',
  'retryable',
  'nextOffset',
  'journal',
] as const;

/** What each kind tells beside what all tell, and what the core calls it. */
const OWN = [
  'retryAfter',
  'requiredScope',
  'grantedScopes',
  'deployment',
  'rollbackTo',
  'elapsed',
  'requestMayHaveBeenSent',
];

/** The changes whose candidates are apps. */
const OF_APPS: readonly unknown[] = ['apps.create', 'apps.update'];

/** The error that the core tells of. */
export function failure(state: Told, cause?: unknown): SpiceCloudError {
  const facts: Record<string, unknown> = { cause, kind: present(state['conflictKind']) };
  for (const name of [...SAME, ...OWN]) facts[name] = present(state[name]);
  for (const name of ['retryAfter', 'elapsed']) {
    if (facts[name] !== undefined) facts[name] = milliseconds(facts[name]);
  }
  for (const name of ['deployment', 'rollbackTo']) {
    if (facts[name] !== undefined) facts[name] = readDeployment(facts[name]);
  }
  facts['fieldErrors'] = present(state['fieldErrors']);
  facts['attempts'] = readAttempts(state['attempts']);
  const Kind = KINDS[String(state['kind'])] ?? SpiceCloudError;
  if (Kind === AmbiguousOutcome) {
    const read: (one: unknown) => App | Deployment = OF_APPS.includes(facts['operation'])
      ? readApp
      : readDeployment;
    facts['candidates'] = ((state['candidates'] ?? []) as unknown[]).map(read);
    facts['watermark'] = present(state['watermark']);
  }
  const error = new Kind(String(state['message']), facts as ErrorFacts, String(state['text']));
  const change = state['change'];
  if (typeof change === 'string') Object.defineProperty(error, CHANGE, { value: change });
  return error;
}

/** Where an error has what the core finds a change out with; the same in another copy of this package. */
const CHANGE = Symbol.for('spice-cloud.change');

/** What the core finds a change out with. */
export function changeOf(error: unknown): string {
  if (!(error instanceof AmbiguousOutcome)) {
    throw invalid('error', `must be an AmbiguousOutcome, not ${kindOf(error)}`);
  }
  return String((error as { [CHANGE]?: string })[CHANGE] ?? '');
}

/** What a native function threw, as what it means. */
export function thrown(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  let state: unknown;
  try {
    state = JSON.parse(error.message);
  } catch {
    return internal(error.message);
  }
  return failure(told(state));
}

/** The error for an argument that cannot be sent: where it stands, and what is wrong with it. */
export function invalid(place: string, words: string): ValidationError {
  return new ValidationError(`nothing was sent, because of ${place}`, {
    fieldErrors: { [place]: [words] },
  });
}

/** The error for an option that is wrong. */
export function refused(option: string, words: string): ConfigError {
  return new ConfigError(`${option} ${words}`);
}

/** The error for a bug in the SDK. */
export function internal(words: string): InternalError {
  return new InternalError(words, { hint: 'this is a bug in the SDK: please report it' });
}

/** What something is, for words about it; never what it holds, which may be a secret. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'undefined') return 'undefined';
  if (typeof value !== 'object') return `a ${typeof value}`;
  const name: unknown = (value as object).constructor?.name;
  return typeof name === 'string' && name !== '' && name !== 'Object' ? `a ${name}` : 'an object';
}

function present(value: unknown): unknown {
  return value === null ? undefined : value;
}

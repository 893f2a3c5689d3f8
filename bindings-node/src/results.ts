/* What calls give that no schema of the contract describes. */

import type { DeploymentErrorCode } from './generated/enums.js';
import { DeploymentStatus } from './generated/enums.js';
import type { Deployment } from './generated/models.js';
import { readDeployment } from './generated/readers.js';
import { isThere, milliseconds, type Told, within } from './told.js';

/** One attempt of a call. */
export interface Attempt {
  /** 1 for the first. */
  readonly number: number;
  /** How long was waited before it, in milliseconds. */
  readonly waited: number;
  /** How long it took, in milliseconds. */
  readonly took: number;
  /** The HTTP status that was answered, if any was. */
  readonly status?: number;
  /** How it ended: the name of an error, or `ok`. */
  readonly outcome: string;
  /** The server's name for the request. */
  readonly requestId?: string;
}

/** About a call. */
export interface Meta {
  /** The server's name for the request, which its operators ask for. */
  readonly requestId?: string;
  /** How many requests it took. */
  readonly attempts: number;
  /** Every attempt, in order. */
  readonly history: readonly Attempt[];
  /** Whether something existed before under this name and was brought back. */
  readonly reactivated: boolean;
  /** Whether the answer was lost and the result was found afterwards: the change had happened. */
  readonly adopted: boolean;
}

/** A step of a deployment. */
export interface DeploymentEvent {
  /** The deployment as it is now. */
  readonly deployment: Deployment;
  /** Where it stands. */
  readonly status: DeploymentStatus;
  /** The capacity that it waits for, which is no failure: the platform goes on trying. */
  readonly waitsFor?: DeploymentErrorCode;
  /** Since the wait began, in milliseconds. */
  readonly elapsed: number;
  /**
   * How long deployments of this app usually take, by those that succeeded lately, in milliseconds; only `deploy` knows.
   */
  readonly expected?: number;
  /** What there is to say besides, such as what capacity it waits for. */
  readonly note?: string;
}

/** The answer to `client.request`. */
export interface RawResponse {
  /** The HTTP status. */
  readonly status: number;
  /** The body, as JSON holds it; null when there was none. */
  readonly body: unknown;
  /** About the call. It is not enumerable. */
  readonly meta: Meta;
}

/** @internal */
export function readAttempts(list: unknown): Attempt[] {
  const read = ({ number, waited, took, status, outcome, requestId }: Told) => ({
    number,
    waited: milliseconds(waited),
    took: milliseconds(took),
    ...(status === null || status === undefined ? {} : { status }),
    outcome,
    ...(typeof requestId === 'string' ? { requestId } : {}),
  });
  return ((list ?? []) as Told[]).map(read) as unknown as Attempt[];
}

/** @internal */
export function readMeta(meta: Told): Meta {
  const { requestId, attempts, history, reactivated, adopted } = meta;
  return {
    ...(typeof requestId === 'string' ? { requestId } : {}),
    attempts: Number(attempts),
    history: readAttempts(history),
    reactivated: reactivated === true,
    adopted: adopted === true,
  };
}

/** @internal Tells an object, and the answers in it, of the call that gave it. */
export function withMeta<T>(value: T, meta: Meta): T {
  for (const inner of within(value)) withMeta(inner, meta);
  return Object.defineProperty(value, 'meta', { value: meta, configurable: true, writable: true });
}

/** @internal */
export function readEvent(event: Told, meta: Meta): DeploymentEvent {
  const deployment = withMeta(readDeployment(event['deployment']), meta);
  const waits = !DeploymentStatus.isTerminal(deployment.status) && deployment.errorCode;
  return {
    deployment,
    status: deployment.status,
    ...(waits ? { waitsFor: waits } : {}),
    elapsed: milliseconds(event['elapsed']),
    ...(isThere(event['expected']) ? { expected: milliseconds(event['expected']) } : {}),
    ...(typeof event['note'] === 'string' ? { note: event['note'] } : {}),
  };
}

/** @internal */
export function readRaw(told: unknown): RawResponse {
  const response = told as Told;
  response['body'] ??= null;
  return response as unknown as RawResponse;
}

/* The tree of errors. */

import type { App, Deployment } from './generated/models.js';
import type { Attempt } from './results.js';

/** What an error may be told when it is made. */
export interface ErrorFacts {
  /** The operation that failed, such as `apps.create`. */
  readonly operation?: string | undefined;
  /** Method and path with placeholders, such as `GET /v1/apps/{app_id}`. */
  readonly route?: string | undefined;
  /** The HTTP status of the last answer. */
  readonly status?: number | undefined;
  /** The server's own code, such as `insufficient_scope`. */
  readonly apiCode?: string | undefined;
  /** What to do about it, where the SDK knows. */
  readonly hint?: string | undefined;
  /** The server's name for the last request, which its operators ask for. */
  readonly requestId?: string | undefined;
  /** Whether the same call may succeed later, unchanged. */
  readonly retryable?: boolean | undefined;
  /** What is wrong with each field of the input. */
  readonly fieldErrors?: Readonly<Record<string, readonly string[]>> | undefined;
  /**
   * How many items come before those that could not be fetched, of a list that failed; with this `offset` it goes on.
   */
  readonly nextOffset?: number | undefined;
  /**
   * How far a rotation of keys got that this has ended; given to a later one, it goes on from there. It holds no key.
   */
  readonly journal?: string | undefined;
  /** Every attempt that was made, in order. */
  readonly attempts?: readonly Attempt[] | undefined;
  /** What was thrown before, such as by a token provider. */
  readonly cause?: unknown;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfter?: number | undefined;
  /** The scope that the operation needs. */
  readonly requiredScope?: string | undefined;
  /** The scopes that the token says it has. */
  readonly grantedScopes?: readonly string[] | undefined;
  /** Which conflict it is. */
  readonly kind?: string | undefined;
  /** The deployment as it was last seen. */
  readonly deployment?: Deployment | undefined;
  /** How long was waited, in milliseconds. */
  readonly elapsed?: number | undefined;
  /** The last deployment that succeeded before. */
  readonly rollbackTo?: Deployment | undefined;
  /** What may have come of the change. */
  readonly candidates?: readonly (Deployment | App)[] | undefined;
  /** The newest deployment before the call. */
  readonly watermark?: number | undefined;
  /** Whether the request of a change may have been sent before. */
  readonly requestMayHaveBeenSent?: boolean | undefined;
}

/* Classes of another copy of this package are the same to `instanceof`: they have the same brand. */
const BRAND = Symbol.for('spice-cloud.error');

function brandOf(prototype: object): unknown {
  return Object.getOwnPropertyDescriptor(prototype, BRAND)?.value;
}

/* The folder of the package: its frames in a stack are of no use to its users. */
const OUR_FRAMES = __dirname;

/**
 * What every call of the SDK may fail with. `message` says what happened, and `String(error)` is one
 * line that a person can act on.
 *
 * Nothing in it ever shows a token, a key or the value of a secret.
 */
export class SpiceCloudError extends Error implements ErrorFacts {
  /** The SDK's code for this kind of error, such as `SPICE_NOT_FOUND`. */
  readonly code: string = 'SPICE_ERROR';
  declare readonly operation?: string;
  declare readonly route?: string;
  declare readonly status?: number;
  declare readonly apiCode?: string;
  declare readonly hint?: string;
  declare readonly requestId?: string;
  readonly retryable: boolean;
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  declare readonly nextOffset?: number;
  declare readonly journal?: string;
  readonly attempts: readonly Attempt[];

  /**
   * @param message - What happened, in words.
   * @param facts - What else is known.
   * @param line - The line that tells all of it; composed here if not given.
   */
  constructor(message: string, facts: ErrorFacts = {}, line?: string) {
    super(message);
    const { cause, ...told } = facts;
    if (cause !== undefined) {
      Object.defineProperty(this, 'cause', { value: cause, configurable: true, writable: true });
    }
    // What is not known has no place in what a console shows.
    for (const [name, value] of Object.entries(told)) {
      if (value !== undefined) Object.defineProperty(this, name, fact(value));
    }
    this.retryable = facts.retryable ?? false;
    this.fieldErrors = facts.fieldErrors ?? {};
    this.attempts = facts.attempts ?? [];
    Object.defineProperty(this, 'line', { value: line ?? compose(this), configurable: true });
    tidyStack(this);
  }

  /** One line with everything that a person needs. */
  override toString(): string {
    return (this as unknown as { line: string }).line;
  }

  /** What it tells, for logs. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }

  /** Whether something is such an error, from whichever copy of this package it comes. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    const brand = brandOf(this.prototype as object);
    // Classes that are derived from these by others have no brand.
    if (brand === undefined) return Function.prototype[Symbol.hasInstance].call(this, value);
    if (typeof value !== 'object' || value === null) return false;
    let prototype: unknown = Object.getPrototypeOf(value);
    while (typeof prototype === 'object' && prototype !== null) {
      if (brandOf(prototype) === brand) return true;
      prototype = Object.getPrototypeOf(prototype);
    }
    return false;
  }
}

function fact(value: unknown): PropertyDescriptor {
  return { value, enumerable: true, configurable: true, writable: true };
}

function compose(error: SpiceCloudError): string {
  const words = [error.status, error.apiCode].filter((word) => word !== undefined).join(' ');
  let line = `${error.name}${words === '' ? '' : ` (${words})`}: ${error.message}`;
  for (const [field, problems] of Object.entries(error.fieldErrors).sort()) {
    line += `; ${field}: ${problems.join(', ')}`;
  }
  if (error.hint !== undefined) line += `. Hint: ${error.hint}`;
  const request = error.requestId === undefined ? [] : [`request ${error.requestId}`];
  const attempts = error.attempts.length > 1 ? [`${error.attempts.length} attempts`] : [];
  const route = error.route === undefined ? [] : [error.route];
  const trail = [...route, ...request, ...attempts].join(', ');
  return trail === '' ? line : `${line} [${trail}]`;
}

/* The stack begins with the whole line and points at whoever called. */
function tidyStack(error: SpiceCloudError): void {
  const stack: unknown = error.stack;
  // Others may have taken over how stacks are written.
  if (typeof stack !== 'string') return;
  const start = stack.indexOf('\n    at ');
  const frames = start < 0 ? [] : stack.slice(start + 1).split('\n');
  const isTheirs = (frame: string) =>
    !frame.includes(OUR_FRAMES) && !frame.includes('node:internal/');
  const theirs = frames.filter(isTheirs);
  const shown = theirs.length > 0 ? theirs : frames;
  Object.defineProperty(error, 'stack', {
    value: [error.toString(), ...shown].join('\n'),
    configurable: true,
    writable: true,
  });
}

/** An option is wrong or a credential is missing; found before anything is sent. */
export class ConfigError extends SpiceCloudError {
  override readonly code: string = 'SPICE_CONFIG';
}

/** The input is malformed or unsafe to send; nothing was sent. */
export class ValidationError extends SpiceCloudError {
  override readonly code: string = 'SPICE_VALIDATION';
}

/** The request or its answer did not get through. */
export class TransportError extends SpiceCloudError {
  override readonly code: string = 'SPICE_TRANSPORT';
}

/** There is no connection, or it broke off. */
export class ConnectError extends TransportError {
  override readonly code: string = 'SPICE_CONNECT';
}

/** An attempt or the whole call took too long. */
export class Timeout extends TransportError {
  override readonly code: string = 'SPICE_TIMEOUT';
}

/** The secure connection could not be set up, such as for an expired certificate. */
export class TlsError extends TransportError {
  override readonly code: string = 'SPICE_TLS';
}

/** The proxy refused or failed. */
export class ProxyError extends TransportError {
  override readonly code: string = 'SPICE_PROXY';
}

/** The server wanted to send the request elsewhere. */
export class RedirectError extends TransportError {
  override readonly code: string = 'SPICE_REDIRECT';
}

/** The answer is not what the API answers with. */
export class DecodeError extends TransportError {
  override readonly code: string = 'SPICE_DECODE';
}

/** The answer is larger than the limit. */
export class ResponseTooLarge extends TransportError {
  override readonly code: string = 'SPICE_RESPONSE_TOO_LARGE';
}

/** The API refused, with a status. */
export class ApiError extends SpiceCloudError {
  override readonly code: string = 'SPICE_API';
  /** How long the server asks to wait, in milliseconds. */
  declare readonly retryAfter?: number;
}

/** 400: the server does not accept the input. */
export class BadRequest extends ApiError {
  override readonly code: string = 'SPICE_BAD_REQUEST';
}

/** 401: the token is missing, malformed, expired or revoked. */
export class AuthenticationError extends ApiError {
  override readonly code: string = 'SPICE_AUTHENTICATION';
}

/** 402: credits or payment are missing. */
export class PaymentRequired extends ApiError {
  override readonly code: string = 'SPICE_PAYMENT_REQUIRED';
}

/** 403: the scope, the role, the organization or the plan does not allow it. */
export class PermissionDenied extends ApiError {
  override readonly code: string = 'SPICE_PERMISSION_DENIED';
  /** The scope that the operation needs. */
  declare readonly requiredScope?: string;
  /** The scopes that the token says it has; absent when it does not say so. */
  declare readonly grantedScopes?: readonly string[];
}

/** 404: it does not exist, or is hidden from the caller. */
export class NotFound extends ApiError {
  override readonly code: string = 'SPICE_NOT_FOUND';
}

/** 409: it conflicts with what is there. */
export class Conflict extends ApiError {
  override readonly code: string = 'SPICE_CONFLICT';
  /**
   * `name_taken`, `deployment_in_progress`, `already_member`, `stale_write` or the server's own code; absent when
   * the server does not say.
   */
  declare readonly kind?: string;
}

/** 422: understood, but cannot be done. */
export class Unprocessable extends ApiError {
  override readonly code: string = 'SPICE_UNPROCESSABLE';
}

/** 429: too many requests; `retryAfter` says when to come back, in milliseconds. */
export class RateLimited extends ApiError {
  override readonly code: string = 'SPICE_RATE_LIMITED';
}

/** 5xx: the server failed. */
export class ServerError extends ApiError {
  override readonly code: string = 'SPICE_SERVER';
}

/**
 * A change may or may not have happened, and the SDK does not guess. `client.reconcile(error)` finds out later what
 * became of it.
 */
export class AmbiguousOutcome extends SpiceCloudError {
  override readonly code: string = 'SPICE_AMBIGUOUS_OUTCOME';
  /** What may have come of the change: objects that nobody can tell from the one that was asked for. */
  declare readonly candidates?: readonly (Deployment | App)[];
  /**
   * The newest deployment of the app before the call, of `deployments.create`; 0 when there was none. What the call has
   * started has a greater id.
   */
  declare readonly watermark?: number;
}

/** A deployment ended as failed. */
export class DeploymentFailed extends SpiceCloudError {
  override readonly code: string = 'SPICE_DEPLOYMENT_FAILED';
  /** The deployment as it ended; its `errorCode` says why, where the platform does. */
  declare readonly deployment?: Deployment;
  /** How long was waited, in milliseconds. */
  declare readonly elapsed?: number;
  /**
   * The last deployment that succeeded before, which `deployments.rollback` goes back to; absent when there is none, or
   * nobody looked.
   */
  declare readonly rollbackTo?: Deployment;
}

/**
 * A rotation of keys stopped: a new key was not distributed, or did not pass.
 *
 * The key that clients had before goes on working. `journal` lets a later rotation go on from here, and what a function
 * of yours has thrown is the `cause`.
 */
export class RotationFailed extends SpiceCloudError {
  override readonly code: string = 'SPICE_ROTATION_FAILED';
}

/** A wait reached its limit; what was waited for goes on. */
export class WaitTimeout extends SpiceCloudError {
  override readonly code: string = 'SPICE_WAIT_TIMEOUT';
  /** The deployment as it was last seen. */
  declare readonly deployment?: Deployment;
  /** How long was waited, in milliseconds. */
  declare readonly elapsed?: number;
}

/** The call was cancelled. */
export class Cancelled extends SpiceCloudError {
  override readonly code: string = 'SPICE_CANCELLED';
  /** Whether the request of a change may have been sent before. */
  declare readonly requestMayHaveBeenSent?: boolean;
}

/** The client only shows its changes: nothing was sent. */
export class DryRun extends SpiceCloudError {
  override readonly code: string = 'SPICE_DRY_RUN';
}

/** The client is closed. */
export class ClientClosed extends SpiceCloudError {
  override readonly code: string = 'SPICE_CLIENT_CLOSED';
}

/** A bug in the SDK. */
export class InternalError extends SpiceCloudError {
  override readonly code: string = 'SPICE_INTERNAL';
}

/** @internal The classes by the names that the core has for them. */
export const KINDS: Readonly<Record<string, typeof SpiceCloudError>> = {
  SpiceCloudError,
  ConfigError,
  ValidationError,
  TransportError,
  ConnectError,
  Timeout,
  TlsError,
  ProxyError,
  RedirectError,
  DecodeError,
  ResponseTooLarge,
  ApiError,
  BadRequest,
  AuthenticationError,
  PaymentRequired,
  PermissionDenied,
  NotFound,
  Conflict,
  Unprocessable,
  RateLimited,
  ServerError,
  AmbiguousOutcome,
  DeploymentFailed,
  RotationFailed,
  WaitTimeout,
  Cancelled,
  DryRun,
  ClientClosed,
  InternalError,
};

for (const [name, kind] of Object.entries(KINDS)) {
  const hidden = { configurable: true, writable: true };
  Object.defineProperty(kind.prototype, 'name', { value: name, ...hidden });
  Object.defineProperty(kind.prototype, BRAND, { value: name });
}

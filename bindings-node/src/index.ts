/**
 * The Spice.ai Cloud Management API.
 *
 * ```ts
 * import { SpiceCloud } from 'spice-cloud';
 *
 * await using client = new SpiceCloud(); // signs in with SPICE_API_TOKEN
 * for await (const app of client.apps.list()) console.log(app.id, app.name);
 * ```
 *
 * `spice-cloud/testing` has a local cloud for tests.
 *
 * @packageDocumentation
 */

export { SpiceCloud } from './client.js';
export {
  AmbiguousOutcome,
  ApiError,
  AuthenticationError,
  BadRequest,
  Cancelled,
  ClientClosed,
  ConfigError,
  Conflict,
  ConnectError,
  DecodeError,
  DeploymentFailed,
  DryRun,
  type ErrorFacts,
  InternalError,
  NotFound,
  PaymentRequired,
  PermissionDenied,
  ProxyError,
  RateLimited,
  RedirectError,
  ResponseTooLarge,
  RotationFailed,
  ServerError,
  SpiceCloudError,
  Timeout,
  TlsError,
  TransportError,
  Unprocessable,
  ValidationError,
  WaitTimeout,
} from './errors.js';
export * from './generated/enums.js';
export type * from './generated/inputs.js';
export type * from './generated/models.js';
export type { Runtime } from './generated/resources.js';
export type { Logger, LogLevel, RequestEvent } from './logging.js';
export type {
  CallOptions,
  ClientOptions,
  ProvidedToken,
  SharedOptions,
  TokenProvider,
} from './options.js';
export type { ListParams, Page, Pager } from './pager.js';
export type { Query, RequestParams } from './request.js';
export type { Attempt, DeploymentEvent, Meta, RawResponse } from './results.js';
export type { RotateParams } from './rotation.js';
export type { RuntimeParams, Stream } from './runtime.js';
export { Secret } from './secret.js';
export type { AbortSignalLike } from './signal.js';
export type { DeploymentWatch, DeployParams, FollowParams, WaitParams } from './watch.js';

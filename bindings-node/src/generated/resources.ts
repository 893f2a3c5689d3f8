// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/* The operations as methods. */

import type { Caller, CallOptions } from '../caller.js';
import { asRead, encode, ident, word, wordList, words } from '../encode.js';
import type { ListParams, Pager } from '../pager.js';
import { type RotateParams, splitRotate } from '../rotation.js';
import { type RuntimeParams, type Stream, target } from '../runtime.js';
import type { Secret } from '../secret.js';
import {
  type DeploymentWatch,
  type DeployParams,
  type FollowParams,
  splitDeploy,
  type WaitParams,
} from '../watch.js';
import type { AppId, DeploymentId, UserId } from './inputs.js';
import * as inputs from './inputs.js';
import type * as models from './models.js';
import {
  readApiKeys,
  readApp,
  readAppliedPlan,
  readAppMetrics,
  readAppSecret,
  readChatChunk,
  readChatCompletion,
  readCluster,
  readContainerImages,
  readDeployment,
  readDiagnosis,
  readHealth,
  readIdentity,
  readLimits,
  readMember,
  readMonitor,
  readOrg,
  readPlan,
  readReaction,
  readRegions,
  readResumedApp,
  readRuntimeDatasets,
  readRuntimeMetrics,
  readRuntimeStatus,
  readScopeReport,
  readSearchResult,
  readSecretDrift,
  readSpicepodReport,
  readSqlResult,
} from './readers.js';

/** Spice apps, called projects since Aug 2026. */
export class Apps {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the organization's apps, page by page, without their configuration.
   *
   * `GET /v1/apps`, scope `apps:read`.
   *
   * @param params - How many items there may be.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  list(params: ListParams = {}, options?: CallOptions): Pager<models.App> {
    const list = { operation: 'apps.list', read: readApp };
    return this.#caller.pages(list, params, options);
  }

  /**
   * Creates an app. It does not run until it has a spicepod and a deployment.
   *
   * `POST /v1/apps`, scope `apps:write`.
   *
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `ApiError`: The body is larger than 1 MiB.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async create(params: inputs.CreateApp, options?: CallOptions): Promise<models.App> {
    const body = encode(inputs.CREATE_APP, params);
    return await this.#caller.call('apps.create', { body }, readApp, options);
  }

  /**
   * Reads an app with its configuration.
   *
   * `GET /v1/apps/{app_id}`, scope `apps:read`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async get(app: AppId, options?: CallOptions): Promise<models.App> {
    const path = { app_id: ident('app', app, 'App') };
    return await this.#caller.call('apps.get', { path }, readApp, options);
  }

  /**
   * Changes what is named and leaves the rest; null clears where the API allows it. Nothing is
   * deployed.
   *
   * `PUT /v1/apps/{app_id}`, scope `apps:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `ApiError`: The body is larger than 1 MiB.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async update(app: AppId, params: inputs.UpdateApp, options?: CallOptions): Promise<models.App> {
    const path = { app_id: ident('app', app, 'App') };
    const body = encode(inputs.UPDATE_APP, params);
    return await this.#caller.call('apps.update', { path, body }, readApp, options);
  }

  /**
   * Deletes an app and stops what it runs.
   *
   * `DELETE /v1/apps/{app_id}`, scope `apps:delete`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async delete(app: AppId, options?: CallOptions): Promise<void> {
    const path = { app_id: ident('app', app, 'App') };
    await this.#caller.callNone('apps.delete', { path }, options);
  }

  /**
   * Reads load and ingestion of an app, as far as they are known.
   *
   * `GET /v1/apps/{app_id}/metrics`, scope `apps:read` (a guess: no source states it).
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param params - What is asked for.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async metrics(
    app: AppId,
    params: inputs.GetAppMetrics = {},
    options?: CallOptions,
  ): Promise<models.AppMetrics> {
    const path = { app_id: ident('app', app, 'App') };
    const query = encode(inputs.GET_APP_METRICS, params);
    return await this.#caller.call('apps.metrics', { path, query }, readAppMetrics, options);
  }

  /**
   * Ends the pause of an app and starts a deployment of it.
   *
   * `POST /v1/apps/{app_id}/resume`, scope `apps:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async resume(app: AppId, options?: CallOptions): Promise<models.ResumedApp> {
    const path = { app_id: ident('app', app, 'App') };
    return await this.#caller.call('apps.resume', { path }, readResumedApp, options);
  }

  /**
   * Compares the secrets that a spicepod refers to with those of the app. It says which of those
   * that stand as `${secrets:NAME}` are missing, and which ones nothing refers to. Nothing is
   * changed.
   *
   * Calls `apps.get` and `secrets.list`; needs their scopes.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async lint(
    app: AppId,
    params: inputs.LintSpicepod = {},
    options?: CallOptions,
  ): Promise<models.SpicepodReport> {
    const path = { app_id: ident('app', app, 'App') };
    const body = encode(inputs.LINT_SPICEPOD, params);
    return await this.#caller.call('apps.lint', { path, body }, readSpicepodReport, options);
  }

  /**
   * Finds the app with a name, whatever its case, or gives null.
   *
   * Walks all pages until it is found.
   *
   * `GET /v1/apps`, scope `apps:read`.
   *
   * @param name - Name of the app.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async find(name: string, options?: CallOptions): Promise<models.App | null> {
    const params = { name: word('name', name) };
    return await this.#caller.callOptional('apps.find', params, readApp, options);
  }

  /**
   * Changes an app like `update`, unless somebody else has changed it since it was read.
   *
   * If somebody has, this fails with a `Conflict` of the kind `stale_write`, and what they wrote
   * stays. The API has no such condition, so the SDK reads the app again before the request, and
   * once more when the answer is lost: a change that comes in the moment between that look and the
   * request is not noticed.
   *
   * `GET` and `PUT /v1/apps/{app_id}`, scopes `apps:read` and `apps:write`.
   *
   * @param app - The `App` as it was read; one from a list does not tell enough.
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `ApiError`: The body is larger than 1 MiB.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `AmbiguousOutcome`: Nobody can tell whether it was changed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async updateIfUnchanged(
    app: models.App,
    params: inputs.UpdateApp,
    options?: CallOptions,
  ): Promise<models.App> {
    const unchanged = asRead('app', app, inputs.UPDATE_APP);
    const path = { app_id: unchanged['id'] };
    const body = encode(inputs.UPDATE_APP, params);
    const sent = { path, body, unchanged };
    return await this.#caller.call('apps.update_if_unchanged', sent, readApp, options);
  }
}

/** Roll-outs of an app. */
export class Deployments {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists an app's deployments, newest first, page by page.
   *
   * `GET /v1/apps/{app_id}/deployments`, scope `deployments:read`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param params - How many items there may be, and which.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  list(
    app: AppId,
    params: ListParams & inputs.ListDeployments = {},
    options?: CallOptions,
  ): Pager<models.Deployment> {
    const path = { app_id: ident('app', app, 'App') };
    const list = {
      operation: 'deployments.list',
      read: readDeployment,
      path,
      filter: inputs.LIST_DEPLOYMENTS,
    };
    return this.#caller.pages(list, params, options);
  }

  /**
   * Starts a deployment, which is queued at first.
   *
   * `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `ApiError`: The body is larger than 1 MiB.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async create(
    app: AppId,
    params: inputs.CreateDeployment = {},
    options?: CallOptions,
  ): Promise<models.Deployment> {
    const path = { app_id: ident('app', app, 'App') };
    const body = encode(inputs.CREATE_DEPLOYMENT, params);
    return await this.#caller.call('deployments.create', { path, body }, readDeployment, options);
  }

  /**
   * Reads one deployment.
   *
   * `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param deployment - Identifier of the deployment, or the `Deployment` itself.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async get(
    app: AppId,
    deployment: DeploymentId,
    options?: CallOptions,
  ): Promise<models.Deployment> {
    const path = {
      app_id: ident('app', app, 'App'),
      deployment_id: ident('deployment', deployment, 'Deployment'),
    };
    return await this.#caller.call('deployments.get', { path }, readDeployment, options);
  }

  /**
   * Deploys once more what an earlier deployment ran. That is its image tag, replicas, branch and
   * commit. The API has no way back, so this starts a new deployment and gives it at once; `wait`
   * follows it. The app's spicepod and secrets stay as they are now, because the API does not keep
   * those of a deployment.
   *
   * Calls `deployments.list`, `deployments.get` and `deployments.create`; needs their scopes.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `ApiError`: The body is larger than 1 MiB.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async rollback(
    app: AppId,
    params: inputs.RollbackDeployment = {},
    options?: CallOptions,
  ): Promise<models.Deployment> {
    const path = { app_id: ident('app', app, 'App') };
    const body = encode(inputs.ROLLBACK_DEPLOYMENT, params);
    return await this.#caller.call('deployments.rollback', { path, body }, readDeployment, options);
  }

  /**
   * Starts a deployment and waits until it has succeeded: `create` and `wait`.
   *
   * `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param params - What is deployed, how long to wait, what to do when it fails, and who is told
   *   of each step.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `ApiError`: The body is larger than 1 MiB.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `DeploymentFailed`: The deployment ended as failed.
   * @throws `WaitTimeout`: The wait reached its limit.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async deploy(
    app: AppId,
    params: inputs.CreateDeployment & DeployParams = {},
    options?: CallOptions,
  ): Promise<models.Deployment> {
    const path = { app_id: ident('app', app, 'App') };
    const [waits, sent] = splitDeploy(params);
    const body = encode(inputs.CREATE_DEPLOYMENT, sent);
    return await this.#caller.follow('deployments.deploy', { path, body }, waits, options);
  }

  /**
   * Waits until a deployment has succeeded.
   *
   * `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param deployment - Identifier of the deployment, or the `Deployment` itself.
   * @param params - How long to wait, and who is told of each step.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `DeploymentFailed`: The deployment ended as failed.
   * @throws `WaitTimeout`: The wait reached its limit.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async wait(
    app: AppId,
    deployment: DeploymentId,
    params: WaitParams = {},
    options?: CallOptions,
  ): Promise<models.Deployment> {
    const path = {
      app_id: ident('app', app, 'App'),
      deployment_id: ident('deployment', deployment, 'Deployment'),
    };
    return await this.#caller.follow('deployments.wait', { path }, params, options);
  }

  /**
   * Follows a deployment: gives an event for each step, and ends when the deployment does.
   *
   * `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.
   *
   * After the event of a failed deployment comes its error. What is thrown is thrown while events
   * are taken.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param deployment - Identifier of the deployment, or the `Deployment` itself.
   * @param params - How long to follow it.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `DeploymentFailed`: The deployment ended as failed.
   * @throws `WaitTimeout`: The wait reached its limit.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  watch(
    app: AppId,
    deployment: DeploymentId,
    params: FollowParams = {},
    options?: CallOptions,
  ): DeploymentWatch {
    const path = {
      app_id: ident('app', app, 'App'),
      deployment_id: ident('deployment', deployment, 'Deployment'),
    };
    return this.#caller.watch('deployments.watch', { path }, params, options);
  }
}

/** Secrets of an app: set, listed, deleted, never read back. */
export class Secrets {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists an app's secrets, without their values.
   *
   * `GET /v1/apps/{app_id}/secrets`, scope `secrets:read`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async list(app: AppId, options?: CallOptions): Promise<models.AppSecret[]> {
    const path = { app_id: ident('app', app, 'App') };
    return await this.#caller.callList('secrets.list', { path }, readAppSecret, options);
  }

  /**
   * Creates a secret or replaces its value. Running deployments see it only after the next
   * deployment.
   *
   * `POST /v1/apps/{app_id}/secrets`, scope `secrets:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param name - Name: letters, digits and underscores, not starting with a digit.
   * @param value - The value; stored encrypted, never given back.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `ApiError`: The body is larger than 1 MiB.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async set(
    app: AppId,
    name: string,
    value: string | Secret,
    options?: CallOptions,
  ): Promise<models.AppSecret> {
    const path = { app_id: ident('app', app, 'App') };
    const body = { name: word('name', name), value: word('value', value) };
    return await this.#caller.call('secrets.set', { path, body }, readAppSecret, options);
  }

  /**
   * Reads when a secret was set; its value is never given back.
   *
   * `GET /v1/apps/{app_id}/secrets/{name}`, scope `secrets:read`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param name - Name of the secret.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async get(app: AppId, name: string, options?: CallOptions): Promise<models.AppSecret> {
    const path = { app_id: ident('app', app, 'App'), name: word('name', name) };
    return await this.#caller.call('secrets.get', { path }, readAppSecret, options);
  }

  /**
   * Deletes a secret for good.
   *
   * `DELETE /v1/apps/{app_id}/secrets/{name}`, scope `secrets:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param name - Name of the secret.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async delete(app: AppId, name: string, options?: CallOptions): Promise<void> {
    const path = { app_id: ident('app', app, 'App'), name: word('name', name) };
    await this.#caller.callNone('secrets.delete', { path }, options);
  }

  /**
   * Finds the secrets that have changed since the last deployment that succeeded. The runtime goes
   * on with their old values until the next deployment. Nothing is changed.
   *
   * Calls `secrets.list` and `deployments.list`; needs their scopes.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async drift(app: AppId, options?: CallOptions): Promise<models.SecretDrift> {
    const path = { app_id: ident('app', app, 'App') };
    return await this.#caller.call('secrets.drift', { path }, readSecretDrift, options);
  }

  /**
   * Sets several secrets, one after the other.
   *
   * Running deployments see them only after the next deployment. At the first secret that fails,
   * the error's hint names those that were set before it.
   *
   * `POST /v1/apps/{app_id}/secrets` for each, scope `secrets:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param secrets - Names and values.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `ApiError`: The body is larger than 1 MiB.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async setMany(
    app: AppId,
    secrets: Readonly<Record<string, string | Secret>>,
    options?: CallOptions,
  ): Promise<models.AppSecret[]> {
    const path = { app_id: ident('app', app, 'App') };
    const params = { path, secrets: words('secrets', secrets) };
    return await this.#caller.callList('secrets.set_many', params, readAppSecret, options);
  }
}

/** The two runtime keys of an app. */
export class ApiKeys {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Reads both runtime keys of an app, in clear.
   *
   * `GET /v1/apps/{app_id}/api-keys`, scope `apps:read`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async get(app: AppId, options?: CallOptions): Promise<models.ApiKeys> {
    const path = { app_id: ident('app', app, 'App') };
    return await this.#caller.call('api_keys.get', { path }, readApiKeys, options);
  }

  /**
   * Replaces a runtime key; the old one stops working at once.
   *
   * `POST /v1/apps/{app_id}/api-keys`, scope `apps:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async regenerate(
    app: AppId,
    params: inputs.RegenerateApiKey = {},
    options?: CallOptions,
  ): Promise<models.ApiKeys> {
    const path = { app_id: ident('app', app, 'App') };
    const body = encode(inputs.REGENERATE_API_KEY, params);
    return await this.#caller.call('api_keys.regenerate', { path, body }, readApiKeys, options);
  }

  /**
   * Replaces both keys of an app so that clients never stand without one. The second key is
   * replaced and handed to `distribute`; `verify` has to pass several times in a row before the
   * first one is touched. When it does not pass, this stops with a `RotationFailed`, and the first
   * key goes on working. The journal, which holds no key, says how far it got: a later call goes on
   * from there.
   *
   * Calls `api_keys.get`, `api_keys.regenerate` and `apps.get`; needs their scopes.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param params - Who takes the keys, who knows whether they work, and how long that may take.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `RotationFailed`: A key was not distributed or not verified; its `cause` is what a
   *   function has thrown.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async rotate(
    app: AppId,
    params: RotateParams,
    options?: CallOptions,
  ): Promise<models.RotationReport> {
    const path = { app_id: ident('app', app, 'App') };
    const [handover, sent] = splitRotate(params);
    const body = encode(inputs.ROTATE_KEYS, sent);
    return await this.#caller.rotate('api_keys.rotate', { path, body }, handover, options);
  }
}

/** Apps that were made from another app. */
export class Forks {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the apps that were forked from an app.
   *
   * `GET /v1/apps/{app_id}/forks`, scope `apps:read`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async list(app: AppId, options?: CallOptions): Promise<models.App[]> {
    const path = { app_id: ident('app', app, 'App') };
    return await this.#caller.callList('forks.list', { path }, readApp, options);
  }

  /**
   * Creates an app from another one's configuration and secrets, there or elsewhere. The fork is
   * not deployed: look at its `sharedState` first.
   *
   * `POST /v1/apps/{app_id}/forks`, scope `apps:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PaymentRequired`: The organization has used up what it has paid for.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `Unprocessable`: It is understood, and cannot be done as things are.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async create(
    app: AppId,
    params: inputs.CreateFork = {},
    options?: CallOptions,
  ): Promise<models.App> {
    const path = { app_id: ident('app', app, 'App') };
    const body = encode(inputs.CREATE_FORK, params);
    return await this.#caller.call('forks.create', { path, body }, readApp, options);
  }
}

/** What watches the figures of an app, and tells people. */
export class Monitors {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the monitors of an app.
   *
   * `GET /v1/apps/{app_id}/monitors`, scope `monitors:read`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async list(app: AppId, options?: CallOptions): Promise<models.Monitor[]> {
    const path = { app_id: ident('app', app, 'App') };
    return await this.#caller.callList('monitors.list', { path }, readMonitor, options);
  }

  /**
   * Watches a figure of an app, and tells people when it is out of bounds. It is live at once.
   *
   * `POST /v1/apps/{app_id}/monitors`, scope `monitors:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `Unprocessable`: It is understood, and cannot be done as things are.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async create(
    app: AppId,
    params: inputs.CreateMonitor,
    options?: CallOptions,
  ): Promise<models.Monitor> {
    const path = { app_id: ident('app', app, 'App') };
    const body = encode(inputs.CREATE_MONITOR, params);
    return await this.#caller.call('monitors.create', { path, body }, readMonitor, options);
  }

  /**
   * Reads a monitor of an app.
   *
   * `GET /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:read`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param monitor - Identifier of the monitor, a UUID.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async get(app: AppId, monitor: string, options?: CallOptions): Promise<models.Monitor> {
    const path = { app_id: ident('app', app, 'App'), monitor: word('monitor', monitor) };
    return await this.#caller.call('monitors.get', { path }, readMonitor, options);
  }

  /**
   * Changes what is named and leaves the rest. A `spec` or `targets` that is given replaces the
   * whole of it.
   *
   * `PATCH /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param monitor - Identifier of the monitor, a UUID.
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `Unprocessable`: It is understood, and cannot be done as things are.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async update(
    app: AppId,
    monitor: string,
    params: inputs.UpdateMonitor,
    options?: CallOptions,
  ): Promise<models.Monitor> {
    const path = { app_id: ident('app', app, 'App'), monitor: word('monitor', monitor) };
    const body = encode(inputs.UPDATE_MONITOR, params);
    return await this.#caller.call('monitors.update', { path, body }, readMonitor, options);
  }

  /**
   * Deletes a monitor for good.
   *
   * `DELETE /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param monitor - Identifier of the monitor, a UUID.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async delete(app: AppId, monitor: string, options?: CallOptions): Promise<void> {
    const path = { app_id: ident('app', app, 'App'), monitor: word('monitor', monitor) };
    await this.#caller.callNone('monitors.delete', { path }, options);
  }
}

/** What watches the data of an app, and tells people. */
export class Reactions {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the reactions of an app.
   *
   * `GET /v1/apps/{app_id}/reactions`, scope `reactions:read`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async list(app: AppId, options?: CallOptions): Promise<models.Reaction[]> {
    const path = { app_id: ident('app', app, 'App') };
    return await this.#caller.callList('reactions.list', { path }, readReaction, options);
  }

  /**
   * Watches the data of an app, and tells people when a query matches. It is live at once.
   *
   * `POST /v1/apps/{app_id}/reactions`, scope `reactions:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `Unprocessable`: It is understood, and cannot be done as things are.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async create(
    app: AppId,
    params: inputs.CreateReaction,
    options?: CallOptions,
  ): Promise<models.Reaction> {
    const path = { app_id: ident('app', app, 'App') };
    const body = encode(inputs.CREATE_REACTION, params);
    return await this.#caller.call('reactions.create', { path, body }, readReaction, options);
  }

  /**
   * Reads a reaction of an app.
   *
   * `GET /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:read`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param reaction - Identifier of the reaction, a UUID.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async get(app: AppId, reaction: string, options?: CallOptions): Promise<models.Reaction> {
    const path = { app_id: ident('app', app, 'App'), reaction: word('reaction', reaction) };
    return await this.#caller.call('reactions.get', { path }, readReaction, options);
  }

  /**
   * Changes what is named and leaves the rest. A `spec` or `targets` that is given replaces the
   * whole of it.
   *
   * `PATCH /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param reaction - Identifier of the reaction, a UUID.
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `Unprocessable`: It is understood, and cannot be done as things are.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async update(
    app: AppId,
    reaction: string,
    params: inputs.UpdateReaction,
    options?: CallOptions,
  ): Promise<models.Reaction> {
    const path = { app_id: ident('app', app, 'App'), reaction: word('reaction', reaction) };
    const body = encode(inputs.UPDATE_REACTION, params);
    return await this.#caller.call('reactions.update', { path, body }, readReaction, options);
  }

  /**
   * Deletes a reaction for good.
   *
   * `DELETE /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:write`.
   *
   * @param app - Identifier of the app, or the `App` itself.
   * @param reaction - Identifier of the reaction, a UUID.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async delete(app: AppId, reaction: string, options?: CallOptions): Promise<void> {
    const path = { app_id: ident('app', app, 'App'), reaction: word('reaction', reaction) };
    await this.#caller.callNone('reactions.delete', { path }, options);
  }
}

/** Members of the organization. */
export class Members {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the members of the organization.
   *
   * `GET /v1/members`, scope `members:read`.
   *
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async list(options?: CallOptions): Promise<models.Member[]> {
    return await this.#caller.callList('members.list', {}, readMember, options);
  }

  /**
   * Adds a user to the organization. The user must have signed in to Spice.ai once.
   *
   * `POST /v1/members`, scope `members:write`.
   *
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async add(params: inputs.AddMember, options?: CallOptions): Promise<models.Member> {
    const body = encode(inputs.ADD_MEMBER, params);
    return await this.#caller.call('members.add', { body }, readMember, options);
  }

  /**
   * Reads a member of the organization.
   *
   * `GET /v1/members/{user_id}`, scope `members:read`.
   *
   * @param user - Identifier of the user, or the `Member` itself.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async get(user: UserId, options?: CallOptions): Promise<models.Member> {
    const path = { user_id: ident('user', user, 'Member', 'userId') };
    return await this.#caller.call('members.get', { path }, readMember, options);
  }

  /**
   * Replaces all roles of a member. Owners cannot be changed.
   *
   * `PATCH /v1/members/{user_id}`, scope `members:write`.
   *
   * @param user - Identifier of the user, or the `Member` itself.
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async update(
    user: UserId,
    params: inputs.UpdateMember,
    options?: CallOptions,
  ): Promise<models.Member> {
    const path = { user_id: ident('user', user, 'Member', 'userId') };
    const body = encode(inputs.UPDATE_MEMBER, params);
    return await this.#caller.call('members.update', { path, body }, readMember, options);
  }

  /**
   * Removes a member from the organization. Owners cannot be removed.
   *
   * `DELETE /v1/members/{user_id}`, scope `members:delete`.
   *
   * @param user - Identifier of the user, or the `Member` itself.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async remove(user: UserId, options?: CallOptions): Promise<void> {
    const path = { user_id: ident('user', user, 'Member', 'userId') };
    await this.#caller.callNone('members.remove', { path }, options);
  }
}

/** Regions that apps can run in. */
export class Regions {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the regions that apps can run in, and the default one.
   *
   * `GET /v1/regions`, scope `apps:read`.
   *
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async list(options?: CallOptions): Promise<models.Regions> {
    return await this.#caller.call('regions.list', {}, readRegions, options);
  }
}

/** Runtime versions that apps can run. */
export class ContainerImages {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the runtime versions of a channel, and the default one.
   *
   * `GET /v1/container-images`, scope `apps:read`.
   *
   * @param params - What is asked for.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async list(
    params: inputs.ListContainerImages = {},
    options?: CallOptions,
  ): Promise<models.ContainerImages> {
    const query = encode(inputs.LIST_CONTAINER_IMAGES, params);
    return await this.#caller.call(
      'container_images.list',
      { query },
      readContainerImages,
      options,
    );
  }
}

/** Organizations of the caller. */
export class Orgs {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the organizations that the caller belongs to; an empty list when there is none.
   *
   * `GET /v1/orgs`, scope `apps:read`.
   *
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async list(options?: CallOptions): Promise<models.Org[]> {
    return await this.#caller.callList('orgs.list', {}, readOrg, options);
  }
}

/** Dedicated clusters of the organization. */
export class Clusters {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Lists the dedicated clusters of the organization.
   *
   * `GET /v1/clusters`, scope `apps:read`.
   *
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async list(options?: CallOptions): Promise<models.Cluster[]> {
    return await this.#caller.callList('clusters.list', {}, readCluster, options);
  }
}

/** The runtime of an app: its data, by SQL, search and chat. */
export class Runtime {
  readonly #caller: Caller;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
  }

  /**
   * Runs a statement of SQL in the app's runtime. That is `POST /v1/sql`, with the app's API key. A
   * statement that surely reads only is tried again like any read; another is not.
   *
   * Calls `apps.get` and `api_keys.get`; needs their scopes.
   *
   * @param sql - The statement, in the SQL of the runtime.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async sql(sql: string, options?: CallOptions): Promise<models.SqlResult> {
    const body = { sql: word('sql', sql) };
    return await this.#caller.call('runtime.sql', { body }, readSqlResult, options);
  }

  /**
   * Searches the app's datasets for what is meant. That is `POST /v1/search`, with the app's API
   * key. Which datasets can be searched is said by the spicepod.
   *
   * Calls `apps.get` and `api_keys.get`; needs their scopes.
   *
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async search(params: inputs.SearchDatasets, options?: CallOptions): Promise<models.SearchResult> {
    const body = encode(inputs.SEARCH_DATASETS, params);
    return await this.#caller.call('runtime.search', { body }, readSearchResult, options);
  }

  /**
   * Asks one of the app's models. That is `POST /v1/chat/completions`, with the app's API key. It
   * is tried once, because a second try would cost a second answer.
   *
   * Calls `apps.get` and `api_keys.get`; needs their scopes.
   *
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async chat(params: inputs.Chat, options?: CallOptions): Promise<models.ChatCompletion> {
    const body = encode(inputs.CHAT, params);
    return await this.#caller.call('runtime.chat', { body }, readChatCompletion, options);
  }

  /**
   * Asks one of the app's models, and gives its answer piece by piece. That is `POST
   * /v1/chat/completions` with `stream`, with the app's API key. Between two pieces there may be as
   * much time as an attempt may take.
   *
   * Calls `apps.get` and `api_keys.get`; needs their scopes.
   *
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  chatStream(params: inputs.Chat, options?: CallOptions): Stream<models.ChatChunk> {
    const body = encode(inputs.CHAT, params);
    return this.#caller.stream('runtime.chat_stream', { body }, readChatChunk, options);
  }

  /**
   * Says whether the runtime is ready for queries. This is `GET /v1/ready`, with the app's API key.
   * That it is not is an answer, and no error.
   *
   * Calls `apps.get` and `api_keys.get`; needs their scopes.
   *
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async ready(options?: CallOptions): Promise<models.RuntimeStatus> {
    return await this.#caller.call('runtime.ready', {}, readRuntimeStatus, options);
  }

  /**
   * Says whether the runtime is there, `GET /health`.
   *
   * Calls `apps.get` and `api_keys.get`; needs their scopes.
   *
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async health(options?: CallOptions): Promise<models.RuntimeStatus> {
    return await this.#caller.call('runtime.health', {}, readRuntimeStatus, options);
  }

  /**
   * Lists the runtime's datasets with their states. That is `GET /v1/datasets?status=true`, with
   * the app's API key.
   *
   * Calls `apps.get` and `api_keys.get`; needs their scopes.
   *
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async datasets(options?: CallOptions): Promise<models.RuntimeDatasets> {
    return await this.#caller.call('runtime.datasets', {}, readRuntimeDatasets, options);
  }

  /**
   * Gives what the runtime counts. That is `GET /v1/metrics`, with the app's API key. It is
   * Prometheus' text, and the same as samples. The vendor's documents say that the cloud does not
   * serve it everywhere.
   *
   * Calls `apps.get` and `api_keys.get`; needs their scopes.
   *
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async metrics(options?: CallOptions): Promise<models.RuntimeMetrics> {
    return await this.#caller.call('runtime.metrics', {}, readRuntimeMetrics, options);
  }
}

/** What every client has: its resources, and the operations of its own. */
export class Operations {
  readonly #caller: Caller;
  /** Spice apps, called projects since Aug 2026. */
  readonly apps: Apps;
  /** Roll-outs of an app. */
  readonly deployments: Deployments;
  /** Secrets of an app: set, listed, deleted, never read back. */
  readonly secrets: Secrets;
  /** The two runtime keys of an app. */
  readonly apiKeys: ApiKeys;
  /** Apps that were made from another app. */
  readonly forks: Forks;
  /** What watches the figures of an app, and tells people. */
  readonly monitors: Monitors;
  /** What watches the data of an app, and tells people. */
  readonly reactions: Reactions;
  /** Members of the organization. */
  readonly members: Members;
  /** Regions that apps can run in. */
  readonly regions: Regions;
  /** Runtime versions that apps can run. */
  readonly containerImages: ContainerImages;
  /** Organizations of the caller. */
  readonly orgs: Orgs;
  /** Dedicated clusters of the organization. */
  readonly clusters: Clusters;
  /** Spice apps under the API's newer name: the same as `apps`. */
  readonly projects: Apps;

  /** @internal */
  constructor(caller: Caller) {
    this.#caller = caller;
    this.apps = new Apps(caller);
    this.deployments = new Deployments(caller);
    this.secrets = new Secrets(caller);
    this.apiKeys = new ApiKeys(caller);
    this.forks = new Forks(caller);
    this.monitors = new Monitors(caller);
    this.reactions = new Reactions(caller);
    this.members = new Members(caller);
    this.regions = new Regions(caller);
    this.containerImages = new ContainerImages(caller);
    this.orgs = new Orgs(caller);
    this.clusters = new Clusters(caller);
    this.projects = this.apps;
  }

  /**
   * The runtime of an app, for its data: SQL, search and chat.
   *
   * Nothing is sent for this. An app's key is fetched when it is first needed, and again when it
   * was replaced. What this client does differently, its runtimes do, too.
   *
   * @param of - Identifier of the app, the `App` itself, or one of its API keys.
   * @param params - Where the runtime is, instead of where the app's region says.
   * @throws `ValidationError`: It is nothing that has a runtime.
   */
  runtime(of: AppId | string | Secret, params: RuntimeParams = {}): Runtime {
    return new Runtime(this.#caller.bound(target(of, params)));
  }

  /**
   * Says whether the API is up. Needs no token.
   *
   * `GET /v1/health`.
   *
   * @param options - What this call does differently.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async health(options?: CallOptions): Promise<models.Health> {
    return await this.#caller.call('health.get', {}, readHealth, options);
  }

  /**
   * Reads what the organization's plan allows.
   *
   * `GET /v1/limits`, scope `apps:read` (a guess: no source states it).
   *
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async limits(options?: CallOptions): Promise<models.Limits> {
    return await this.#caller.call('limits.get', {}, readLimits, options);
  }

  /**
   * Tells what the client signs in with and which scopes it has. Scopes and organization are read
   * from the token where it is a JWT, without trusting it for anything; else they are tried out
   * with reads that change nothing; what neither tells is unknown.
   *
   * Calls `orgs.list`, `apps.list` and `members.list`; needs their scopes.
   *
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async whoami(options?: CallOptions): Promise<models.Identity> {
    return await this.#caller.call('client.whoami', {}, readIdentity, options);
  }

  /**
   * Fails with the scopes that are missing, before anything is begun. Scopes of which it cannot be
   * known whether they are granted pass, and are named in the answer.
   *
   * Calls `orgs.list`, `apps.list` and `members.list`; needs their scopes.
   *
   * @param scopes - Scopes, such as `deployments:write`.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async require(scopes: readonly string[], options?: CallOptions): Promise<models.ScopeReport> {
    const body = { scopes: wordList('scopes', scopes) };
    return await this.#caller.call('client.require', { body }, readScopeReport, options);
  }

  /**
   * Compares what is there with what should be, and says what `apply` would change. That is an app,
   * its configuration, its secrets and the organization's members. Nothing is changed, and no value
   * of a secret is kept: secrets are compared by keyed fingerprints, whose key is never written
   * down.
   *
   * Calls `apps.list`, `apps.get`, `secrets.list` and `members.list`; needs their scopes.
   *
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async plan(params: inputs.PlanState, options?: CallOptions): Promise<models.Plan> {
    const body = encode(inputs.PLAN_STATE, params);
    return await this.#caller.call('client.plan', { body }, readPlan, options);
  }

  /**
   * Does what a plan says, in an order that is safe. There is one deployment at the end, where the
   * runtime needs it. When anything has changed since the plan was made, nothing is done: make a
   * new plan. Each change happens once; what has been done when one fails is told by the error's
   * hint, and a new plan goes on from there.
   *
   * Calls `apps.list`, `apps.get`, `apps.create`, `apps.update`, `secrets.list`, `secrets.set`,
   * `secrets.delete`, `members.list`, `members.add`, `members.update`, `members.remove`,
   * `deployments.create` and `deployments.get`; needs their scopes.
   *
   * @param params - What is sent.
   * @param options - What this call does differently.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `NotFound`: It does not exist, or is hidden from the caller.
   * @throws `Conflict`: It conflicts with what is there.
   * @throws `ApiError`: The body is larger than 1 MiB.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async apply(params: inputs.ApplyPlan, options?: CallOptions): Promise<models.AppliedPlan> {
    const body = encode(inputs.APPLY_PLAN, params);
    return await this.#caller.call('client.apply', { body }, readAppliedPlan, options);
  }

  /**
   * Looks at the way to the API step by step. That is address, name, connection, TLS, proxy, clock,
   * credentials, organization, rate limits. The report holds no secrets and can be pasted anywhere.
   * It does not fail for what it finds.
   *
   * Calls `health.get` and `orgs.list`; needs their scopes.
   *
   * @param options - What this call does differently.
   * @throws `RateLimited`: Too many requests.
   * @throws `ServerError`: The server failed.
   * @throws `BadRequest`: A malformed body, parameter or identifier.
   * @throws `AuthenticationError`: A missing, malformed, expired or revoked token.
   * @throws `PermissionDenied`: The scope, the role, the organization or the plan does not allow
   *   it.
   * @throws `SpiceCloudError`: What any call may meet, such as `Timeout`.
   */
  async doctor(options?: CallOptions): Promise<models.Diagnosis> {
    return await this.#caller.call('client.doctor', {}, readDiagnosis, options);
  }
}

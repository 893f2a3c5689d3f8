/* Deployments that are followed. */

import { members, wordList } from './encode.js';
import { invalid } from './failures.js';
import type { DeploymentErrorCode } from './generated/enums.js';
import { callable, flag, type Refusal, type Settings, seconds, whole } from './options.js';
import { type DeploymentEvent, readEvent, readMeta } from './results.js';
import { type Source, Steps } from './steps.js';
import { told } from './told.js';

/** How long a deployment is followed. */
export interface FollowParams {
  /** Limit of the wait, in milliseconds; 15 minutes if not given. The deployment itself goes on. */
  readonly timeout?: number | undefined;
  /** How long to wait between the first looks, in milliseconds; 2,000 if not given. It grows to 10,000. */
  readonly pollInterval?: number | undefined;
}

/** How long to wait for a deployment, and who is told of its steps. */
export interface WaitParams extends FollowParams {
  /** Called with each step, and awaited if it gives a promise. */
  readonly onEvent?: ((event: DeploymentEvent) => unknown) | undefined;
}

/** How to deploy and to wait for it, and who is told of its steps. */
export interface DeployParams extends WaitParams {
  /** Codes of failures after which it is deployed again, such as those of missing capacity; none if not given. */
  readonly redeployOn?: readonly DeploymentErrorCode[] | undefined;
  /** How often at most it is deployed again; 3 times if not given. */
  readonly maxRedeploys?: number | undefined;
  /**
   * Whether a deployment that fails for good is followed by one that goes back to what ran before. It fails all the same.
   */
  readonly rollbackOnFailure?: boolean | undefined;
  /**
   * Whether to wait until the app's runtime is ready, too, with all its datasets; that needs the scope of `apiKeys.get`.
   */
  readonly untilReady?: boolean | undefined;
}

/** @internal What is about waiting, and what is sent. */
export function splitWait<T extends WaitParams>(params: T): [WaitParams, object] {
  const { timeout, pollInterval, onEvent, ...sent }: WaitParams = members(params, 'params');
  return [{ timeout, pollInterval, onEvent }, sent];
}

/** @internal What is about deploying and waiting, and what is sent. */
export function splitDeploy<T extends DeployParams>(params: T): [DeployParams, object] {
  const given: DeployParams = members(params, 'params');
  const { redeployOn, maxRedeploys, rollbackOnFailure, untilReady, ...others } = given;
  const [waits, sent] = splitWait(others);
  return [{ ...waits, redeployOn, maxRedeploys, rollbackOnFailure, untilReady }, sent];
}

type Reader = (name: string, value: unknown, refusal: Refusal) => unknown;

const WAITS: ReadonlyMap<string, readonly [string, Reader]> = new Map([
  ['timeout', ['timeout', seconds]],
  ['pollInterval', ['poll_interval', seconds]],
]);

const DEPLOYS: ReadonlyMap<string, readonly [string, Reader]> = new Map([
  ...WAITS,
  ['redeployOn', ['redeploy_on', (name, value) => wordList(name, value)]],
  ['maxRedeploys', ['max_redeploys', whole]],
  ['rollbackOnFailure', ['rollback_on_failure', flag]],
  ['untilReady', ['until_ready', flag]],
]);

/** @internal How to wait, and to deploy, as the core takes it. */
export function waitSettings(params: object, onEvent: unknown, deploys = false): Settings {
  if (onEvent !== undefined) callable('onEvent', onEvent, invalid);
  const known = deploys ? DEPLOYS : WAITS;
  const settings: Settings = {};
  for (const [name, value] of Object.entries(params)) {
    const option = known.get(name);
    if (option === undefined) {
      const names = [...known.keys(), 'onEvent'].join(', ');
      throw invalid(name, `is unknown here; what may be given is ${names}`);
    }
    if (value !== undefined) settings[option[0]] = option[1](name, value, invalid);
  }
  return settings;
}

/**
 * The steps of a deployment, as they happen. It ends when the deployment has succeeded, and throws
 * `DeploymentFailed` when it has failed, `WaitTimeout` when the limit of the wait was reached.
 *
 * Nothing is sent before the first step is wanted. Leaving the loop stops following; the deployment
 * goes on.
 */
export class DeploymentWatch extends Steps<DeploymentEvent> {
  /** @internal */
  constructor(begin: () => Source) {
    super(begin, ({ value, meta }) => readEvent(told(value), readMeta(meta)));
  }
}

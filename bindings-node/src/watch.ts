/* Deployments that are followed. */

import { members } from './encode.js';
import { invalid } from './failures.js';
import { callable, type Settings, seconds } from './options.js';
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

/** @internal What is about waiting, and what is sent. */
export function splitWait<T extends WaitParams>(params: T): [WaitParams, object] {
  const { timeout, pollInterval, onEvent, ...sent }: WaitParams = members(params, 'params');
  return [{ timeout, pollInterval, onEvent }, sent];
}

/** @internal Limits of a wait as the core takes them. */
export function waitSettings(params: FollowParams, onEvent: unknown): Settings {
  const { timeout, pollInterval, ...others } = params;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw invalid(unknown, 'is unknown here; what may be given is timeout, pollInterval, onEvent');
  }
  if (onEvent !== undefined) callable('onEvent', onEvent, invalid);
  const limit = (name: string, value: number | undefined) => {
    return value === undefined ? undefined : seconds(name, value, invalid);
  };
  return { timeout: limit('timeout', timeout), poll_interval: limit('pollInterval', pollInterval) };
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

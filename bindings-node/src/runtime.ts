/* Runtimes of apps: whose is called, and what comes piece by piece. */

import { ident, members } from './encode.js';
import { invalid, kindOf } from './failures.js';
import { address } from './options.js';
import { isSecret } from './secret.js';
import { Steps } from './steps.js';

/** Where a runtime is. */
export interface RuntimeParams {
  /** Its address, instead of where the app's region says. */
  readonly url?: string | { readonly href: string } | undefined;
}

/**
 * What comes piece by piece, as it is made.
 *
 * Nothing is sent before the first piece is wanted. Leaving the loop gives up what has not come yet. Taking a piece may
 * throw what any call may throw.
 */
export class Stream<T> extends Steps<T> {}

/** @internal Whose runtime is called, and where it is, as the core takes it. */
export function target(of: unknown, params: RuntimeParams): Record<string, unknown> {
  const { url, ...others }: RuntimeParams = members(params, 'params');
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw invalid(unknown, 'is unknown here; what may be given is url');
  }
  return { ...whose(of), ...(url === undefined ? {} : { url: address('url', url, invalid) }) };
}

function whose(of: unknown): Record<string, unknown> {
  if (isSecret(of)) return { key: of.reveal() };
  if (typeof of === 'string') return { key: of };
  if (typeof of === 'number' || (typeof of === 'object' && of !== null)) {
    return { app_id: ident('of', of, 'App') };
  }
  const wanted = 'must be an id (a whole number), the App itself or an API key';
  throw invalid('of', `${wanted}, not ${kindOf(of)}`);
}

/* Signals that give a call up. */

import { kindOf, refused } from './failures.js';

/** What an `AbortSignal` is to the SDK, whoever made it. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Refuses what is no signal. */
export function checkSignal(signal: unknown): void {
  const { aborted, addEventListener } = (signal ?? {}) as Record<string, unknown>;
  if (signal === undefined) return;
  if (typeof aborted !== 'boolean' || typeof addEventListener !== 'function') {
    throw refused('signal', `must be an AbortSignal, not ${kindOf(signal)}`);
  }
}

/** Why a signal was aborted, which is what its calls reject with. */
export function reasonOf(signal: AbortSignalLike): unknown {
  return signal.reason ?? new DOMException('This operation was aborted', 'AbortError');
}

/** What begins to wait, unless the signal is aborted before it has ended. The listener is gone then. */
export async function unlessAborted<T>(
  signal: AbortSignalLike | undefined,
  begin: () => Promise<T>,
): Promise<T> {
  if (signal === undefined) return await begin();
  if (signal.aborted) throw reasonOf(signal);
  let stop: (() => void) | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      stop = () => reject(reasonOf(signal));
      signal.addEventListener('abort', stop, { once: true });
      begin().then(resolve, reject);
    });
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}

/* The event loop and the core: how a call that waits is woken. */

// Taken when this module is loaded, before a test's fake timers can take their place.
import { setInterval } from 'node:timers';
import { native } from './native.js';

/** As long as timers can wait: it only keeps the process alive. */
const LONGEST = 2 ** 31 - 1;

/** How many tokens there are before they start again. */
const TOKENS = 2 ** 32 - 1;

/**
 * What this event loop shares with the core. The core's threads note the token of a call and ring
 * once; the loop then looks at all calls that were noted since.
 */
class Bridge {
  readonly wakes = new native.Wakes(() => this.#ring());
  readonly #handlers = new Map<number, () => void>();
  #last = 0;
  #waiting = 0;
  readonly #alive = setInterval(() => {}, LONGEST).unref();

  /** Has a function called whenever its token is noted. */
  listen(handler: () => void): number {
    do {
      this.#last = (this.#last % TOKENS) + 1;
    } while (this.#handlers.has(this.#last));
    this.#handlers.set(this.#last, handler);
    return this.#last;
  }

  /** The token means nothing any more. */
  forget(token: number): void {
    this.#handlers.delete(token);
  }

  /** Somebody waits: the process goes on. */
  hold(): void {
    this.#waiting += 1;
    if (this.#waiting === 1) this.#alive.ref();
  }

  /** Nobody waits: the process may end. */
  release(): void {
    this.#waiting -= 1;
    if (this.#waiting === 0) this.#alive.unref();
  }

  #ring(): void {
    for (const token of this.wakes.drain()) this.#handlers.get(token)?.();
  }
}

/** @internal The bridge of this event loop. */
export const bridge = new Bridge();

// What came of the calls.

import { SpiceCloudError } from 'spice-cloud';

/** So many examples of what was wrong are kept. */
const EXAMPLES = 5;

/** What a call that failed gives. */
export const FAILED = Symbol('failed');

/** Counts calls and what went wrong with them. */
export class Tally {
  calls = 0;
  #callLimit;
  #errors = {};
  #bad = 0;
  #examples = [];
  #hung = 0;
  #slowest = 0;

  /** @param {number} callLimit - In seconds. */
  constructor(callLimit) {
    this.#callLimit = callLimit;
  }

  /** Makes a call; gives what came, or that it failed, which is counted. */
  async call(make) {
    const began = performance.now();
    try {
      return await make();
    } catch (error) {
      if (error instanceof SpiceCloudError) {
        this.#errors[error.code] = (this.#errors[error.code] ?? 0) + 1;
      } else {
        this.expect(false, () => `${error}`);
      }
      return FAILED;
    } finally {
      const took = (performance.now() - began) / 1000;
      this.calls += 1;
      this.#slowest = Math.max(this.#slowest, took);
      if (took > this.#callLimit) this.#hung += 1;
    }
  }

  /** Counts an answer that is not what it has to be. */
  expect(holds, what) {
    if (holds) return;
    this.#bad += 1;
    if (this.#examples.length < EXAMPLES) this.#examples.push(what());
  }

  /** What is said in the end. */
  result() {
    return {
      calls: this.calls,
      errors: this.#errors,
      bad: this.#bad,
      examples: this.#examples,
      hung: this.#hung,
      slowest: this.#slowest,
    };
  }
}

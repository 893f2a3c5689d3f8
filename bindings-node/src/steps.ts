/* Steps of a call as an iterator. */

import type { Step } from './conversation.js';

/** Steps on their way. */
export interface Source {
  next(): Promise<Step>;
  giveUp(): void;
}

/** What an iterator gives that has ended. */
export const END = { done: true, value: undefined } as const;

/** Work that is done one after the other, however much is asked for at a time. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does something when all that was asked for before is done. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let done = () => {};
    this.#last = new Promise<void>((resolve) => {
      done = resolve;
    });
    try {
      await before;
      return await work();
    } finally {
      done();
    }
  }
}

/**
 * What a call gives step by step. Nothing is sent before the first step is wanted, and ending it
 * early gives up the request on its way.
 */
export class Steps<T> implements AsyncIterableIterator<T> {
  readonly #begin: () => Source;
  readonly #read: (step: Step) => T;
  #source: Source | undefined;
  #isOver = false;
  readonly #turns = new Turns();

  /** @internal */
  constructor(begin: () => Source, read: (step: Step) => T) {
    this.#begin = begin;
    this.#read = read;
  }

  /** The next one. */
  async next(): Promise<IteratorResult<T, undefined>> {
    return await this.#turns.take(() => this.#next());
  }

  /** Ends it. */
  async return(): Promise<IteratorResult<T, undefined>> {
    if (!this.#isOver) {
      this.#isOver = true;
      this.#source?.giveUp();
    }
    return END;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #next(): Promise<IteratorResult<T, undefined>> {
    if (this.#isOver) return END;
    try {
      this.#source ??= this.#begin();
      const step = await this.#source.next();
      this.#isOver = step.kind === 'done' || step.isLast === true;
      return step.kind === 'done' ? END : { done: false, value: this.#read(step) };
    } catch (error) {
      // Whoever ended it has given the call up, and does not want to hear of it.
      if (this.#isOver) return END;
      this.#isOver = true;
      throw error;
    }
  }
}

/* Lists that come in pages. */

import { members } from './encode.js';
import { invalid } from './failures.js';
import { whole } from './options.js';
import type { Meta } from './results.js';
import { END, type Steps, Turns } from './steps.js';

/** How many items of a list there may be. */
export interface ListParams {
  /** How many items to ask for at a time; 100 if not given. */
  readonly pageSize?: number | undefined;
  /** How many items to pass over; the error of a list that failed says it as `nextOffset`. */
  readonly offset?: number | undefined;
  /** How many items there may be in all; no limit if not given. */
  readonly limit?: number | undefined;
}

/** One page of a list. */
export class Page<T> implements Iterable<T> {
  /** The items that no page before had. */
  readonly items: readonly T[];
  /** How many items come before this page. */
  readonly offset: number;
  /** About the request that fetched it. */
  declare readonly meta: Meta;

  /** @internal */
  constructor(items: readonly T[], offset: number, meta: Meta) {
    this.items = items;
    this.offset = offset;
    Object.defineProperty(this, 'meta', { value: meta, configurable: true });
  }

  [Symbol.iterator](): Iterator<T> {
    return this.items[Symbol.iterator]();
  }
}

type Begin<T> = (pageSize: number | undefined, limit: number | undefined) => Steps<Page<T>>;

/**
 * A list that is fetched page by page, as its items are wanted, each exactly once.
 *
 * Iterating over it begins anew each time, and may throw what any call may throw.
 */
export class Pager<T> implements AsyncIterable<T> {
  readonly #begin: Begin<T>;
  readonly #pageSize: number | undefined;
  readonly #limit: number | undefined;

  /** @internal */
  constructor(begin: Begin<T>, pageSize: number | undefined, limit: number | undefined) {
    this.#begin = begin;
    this.#pageSize = pageSize;
    this.#limit = limit;
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<T> {
    return new Items(this.#begin(this.#pageSize, this.#limit));
  }

  /** The same list, page by page. */
  pages(): AsyncIterableIterator<Page<T>> {
    return this.#begin(this.#pageSize, this.#limit);
  }

  /** The first item, for one request; null when the list is empty. */
  async first(): Promise<T | null> {
    const pages = this.#begin(1, this.#atMost(1));
    const { value } = await new Items(pages).next();
    await pages.return();
    return value ?? null;
  }

  /**
   * Every item, or at most so many of them.
   *
   * @param params - `max`: how many at most; no limit if not given.
   */
  async toArray(params: { readonly max?: number | undefined } = {}): Promise<T[]> {
    const { max }: { max?: number } = members(params, 'params');
    const most = max === undefined ? undefined : whole('max', max, invalid);
    const pages = this.#begin(this.#pageSize, this.#atMost(most));
    const all: T[] = [];
    for await (const page of pages) all.push(...page.items);
    return all;
  }

  #atMost(most: number | undefined): number | undefined {
    if (most === undefined) return this.#limit;
    return this.#limit === undefined ? most : Math.min(this.#limit, most);
  }
}

/** Items, page by page. */
class Items<T> implements AsyncIterableIterator<T> {
  readonly #pages: Steps<Page<T>>;
  readonly #turns = new Turns();
  #page: readonly T[] = [];
  #place = 0;

  constructor(pages: Steps<Page<T>>) {
    this.#pages = pages;
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    return await this.#turns.take(() => this.#next());
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.#page = [];
    await this.#pages.return();
    return END;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #next(): Promise<IteratorResult<T, undefined>> {
    while (this.#place >= this.#page.length) {
      const { done, value } = await this.#pages.next();
      if (done) return END;
      this.#page = value.items;
      this.#place = 0;
    }
    const value = this.#page[this.#place] as T;
    this.#place += 1;
    return { done: false, value };
  }
}

/* A call: a conversation with the core, taken step by step. */

import type { Call, Session } from './addon.js';
import { bridge } from './bridge.js';
import { ConfigError, DecodeError, RotationFailed } from './errors.js';
import { failure, internal, kindOf, refused, thrown } from './failures.js';
import type { Log } from './logging.js';
import { seconds, type TokenProvider } from './options.js';
import { isSecret } from './secret.js';
import { type AbortSignalLike, reasonOf, unlessAborted } from './signal.js';
import { type Told, told } from './told.js';

/** @internal What a client and its copies share. */
export interface Connection {
  readonly session: Session;
  readonly log: Log;
  readonly provider: TokenProvider | undefined;
}

/** What a call gave. */
export interface Step {
  readonly kind: 'done' | 'event';
  readonly value: unknown;
  readonly meta: Told;
  /** How many items come before this page. */
  readonly offset?: number;
  /** Whether it is known that no page follows. */
  readonly isLast?: boolean;
  /** A field with a number that JavaScript would round. */
  readonly inexact?: string;
}

type Spoken =
  | Step
  | { readonly kind: 'token' }
  | { readonly kind: 'ask'; readonly step: string; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: Told };

/** @internal Does what a call asks for, and gives what came of it. */
export type Answers = (step: string, value: unknown) => Promise<unknown>;

/** @internal A call that was made. */
export class Conversation {
  readonly #connection: Connection;
  readonly #operation: string;
  readonly #call: Call;
  readonly #signal: AbortSignalLike | undefined;
  readonly #answers: Answers | undefined;

  constructor(
    connection: Connection,
    operation: string,
    params: object,
    signal: AbortSignalLike | undefined,
    answers?: Answers,
  ) {
    this.#connection = connection;
    this.#operation = operation;
    this.#signal = signal;
    this.#answers = answers;
    if (signal?.aborted) throw reasonOf(signal);
    try {
      this.#call = connection.session.call(operation, JSON.stringify(params));
    } catch (error) {
      throw thrown(error);
    }
  }

  /**
   * The next step that asks for nothing. The process goes on until it is there. When the signal is
   * aborted, the call is given up.
   */
  async next(): Promise<Step> {
    const signal = this.#signal;
    const token = bridge.listen(() => this.#woken());
    let byProvider: Thrown | undefined;
    let byAnswers: Thrown | undefined;
    let isOver = false;
    bridge.hold();
    try {
      for (;;) {
        const text = this.#poll(token);
        if (text === null) {
          await (signal === undefined ? this.#wake() : unlessAborted(signal, () => this.#wake()));
          continue;
        }
        const step = JSON.parse(text) as Spoken;
        if (step.kind === 'token') {
          byProvider = await this.#provide();
        } else if (step.kind === 'ask') {
          // What went wrong stays the reason until something else does.
          byAnswers = (await this.#answer(step.step, step.value)) ?? byAnswers;
        } else if (step.kind === 'failed') {
          isOver = true;
          const error = failure(step.error);
          // The core knows the words of what a function threw only.
          const theirs =
            (error instanceof ConfigError && byProvider) ||
            (error instanceof RotationFailed && byAnswers);
          throw theirs ? failure(step.error, theirs.thrown) : error;
        } else {
          isOver = true;
          return this.#checked(step);
        }
      }
    } finally {
      bridge.release();
      bridge.forget(token);
      if (!isOver) this.giveUp();
    }
  }

  /** Drops the request, if there is one on its way. */
  giveUp(): void {
    this.#call.cancel();
    // It may say that a change was sent already.
    this.#connection.log.drain();
  }

  #woken: () => void = () => {};

  #wake(): Promise<void> {
    return new Promise((resolve) => {
      this.#woken = resolve;
    });
  }

  #poll(token: number): string | null {
    try {
      return this.#call.poll(bridge.wakes, token);
    } catch (error) {
      throw thrown(error);
    }
  }

  #checked(step: Step): Step {
    if (step.inexact === undefined) return step;
    const words = `${step.inexact} is a whole number beyond 2^53 - 1, which JavaScript would round`;
    const { requestId } = step.meta;
    throw new DecodeError(words, {
      operation: this.#operation,
      hint: 'read it with `client.request`, which gives such numbers as text',
      ...(typeof requestId === 'string' ? { requestId } : {}),
    });
  }

  /** Asks the provider for a token; gives what it threw. */
  async #provide(): Promise<Thrown | undefined> {
    const { provider } = this.#connection;
    if (provider === undefined) throw internal('the core asked for a token that nobody provides');
    return await this.#attempt(async () => {
      const answer = readToken(await unlessAborted(this.#signal, async () => await provider()));
      this.#call.answerToken(...answer);
    });
  }

  /** Does what is asked for; gives what was thrown on the way. */
  async #answer(step: string, value: unknown): Promise<Thrown | undefined> {
    const answers = this.#answers;
    if (answers === undefined) throw internal('the core asked for something that nobody does');
    return await this.#attempt(async () => {
      const given = await unlessAborted(this.#signal, () => answers(step, value));
      this.#call.answerValue(JSON.stringify(given));
    });
  }

  /** Runs what may throw what is theirs, which the core is told in words. */
  async #attempt(work: () => Promise<void>): Promise<Thrown | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      if (this.#signal?.aborted) throw error;
      this.#call.answerFailed(wordsOf(error));
      return { thrown: error };
    }
  }
}

/** What a function of the user's threw, which may be anything. */
interface Thrown {
  readonly thrown: unknown;
}

/** What a provider gave, as a text and how many seconds it is valid. */
function readToken(provided: unknown): readonly [string, number | undefined] {
  if (typeof provided === 'string') return [provided, undefined];
  if (isSecret(provided)) return [provided.reveal(), undefined];
  if (typeof provided !== 'object' || provided === null || !('token' in provided)) {
    throw new TypeError(
      `it gave ${kindOf(provided)}, not a string, a Secret or an object with a token`,
    );
  }
  const { token, expiresIn } = told(provided);
  const text = isSecret(token) ? token.reveal() : token;
  if (typeof text !== 'string') {
    throw new TypeError(`it gave a token that is ${kindOf(token)}, not a string or a Secret`);
  }
  return [text, expiresIn === undefined ? undefined : seconds('expiresIn', expiresIn, refused)];
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

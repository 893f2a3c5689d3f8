/* Text that does not print. */

import { ConfigError } from './errors.js';

const REDACTED = '[redacted]';
const BRAND = Symbol.for('spice-cloud.secret');

/**
 * A token, a key or the value of a secret.
 *
 * It does not print: text made from it, JSON and what a console shows have `[redacted]` in its place.
 */
export class Secret {
  readonly #value: string;

  /** @param value - The text to guard. */
  constructor(value: string | Secret) {
    const text: unknown = isSecret(value) ? value.reveal() : value;
    // Not repeated: it may be a secret all the same.
    if (typeof text !== 'string')
      throw new TypeError(`a secret must be a string, not ${typeof text}`);
    this.#value = text;
  }

  /**
   * Reads a secret from an environment variable.
   *
   * @param name - Name of the variable.
   * @throws `ConfigError`: The variable is not set, or empty.
   */
  static fromEnv(name: string): Secret {
    const value = process.env[name];
    if (!value) throw new ConfigError(`the environment variable ${name} is not set, or empty`);
    return new Secret(value);
  }

  /** The text itself. Whatever you do with it from here on is no longer protected. */
  reveal(): string {
    return this.#value;
  }

  /** Whether another secret, or a text, is the same. */
  equals(other: Secret | string): boolean {
    return this.#value === (isSecret(other) ? other.reveal() : other);
  }

  /** `[redacted]`. */
  toString(): string {
    return REDACTED;
  }

  /** `[redacted]`. */
  toJSON(): string {
    return REDACTED;
  }

  /** Whether something is a secret, from whichever copy of this package it comes. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return isSecret(value);
  }
}

Object.defineProperty(Secret.prototype, BRAND, { value: true });
Object.defineProperty(Secret.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value: () => `Secret(${REDACTED})`,
});

/** @internal Whether something is a secret, from whichever copy of this package it comes. */
export function isSecret(value: unknown): value is Secret {
  return typeof value === 'object' && value !== null && BRAND in value;
}

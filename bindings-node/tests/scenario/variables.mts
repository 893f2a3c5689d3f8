// Values that a scenario has saved, and where it uses them.

import { readText } from './files.mjs';
import { isObject } from './matching.mjs';

/** A mistake of the scenario, not of the SDK. */
export class Mistake extends Error {}

/** What a scenario has saved so far. */
export class Variables {
  readonly #values = new Map<string, unknown>();
  readonly #objects = new Map<string, unknown>();

  /** Saves a value, and the object of the SDK that it is, if it is one. */
  save(name: string, value: unknown, object?: unknown): void {
    this.#values.set(name, value);
    this.#objects.delete(name);
    if (object !== undefined) this.#objects.set(name, object);
  }

  /** An object that was saved. */
  object(name: string): unknown {
    if (!this.#objects.has(name)) throw new Mistake(`no object was saved as ${name}`);
    return this.#objects.get(name);
  }

  /**
   * The value with every reference replaced by what it stands for: `"$name"` is the value of a variable, `"$$text"` the
   * text with one of the two signs, `{"$file": path}` the text of a file of the project. In texts under `path`, `{name}`
   * is the text of a variable.
   */
  fill(value: unknown): any {
    if (typeof value === 'string' && value.startsWith('$')) {
      return value.startsWith('$$') ? value.slice(1) : this.#value(value.slice(1));
    }
    if (Array.isArray(value)) return value.map((item) => this.fill(item));
    if (!isObject(value)) return value;
    const names = Object.keys(value);
    if (names.length === 1 && names[0] === '$file') return readText(String(value['$file']));
    const filled = Object.entries(value).map(([name, member]) => [
      name,
      this.#member(name, member),
    ]);
    return Object.fromEntries(filled);
  }

  #member(name: string, value: unknown): unknown {
    // Patterns have dollar signs of their own.
    if (name === '$regex' || name === '$object') return value;
    if (name === 'path' && typeof value === 'string') return this.#path(value);
    return this.fill(value);
  }

  #path(path: string): string {
    const filled = path.replace(/{([^{}]*)}/g, (_, name: string) => String(this.#value(name)));
    if (filled.includes('{')) throw new Mistake(`${path}: a brace is left open`);
    return filled;
  }

  #value(name: string): unknown {
    if (!this.#values.has(name)) throw new Mistake(`nothing was saved as ${name}`);
    return this.#values.get(name);
  }
}

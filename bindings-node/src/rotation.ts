/* Rotations of keys: who distributes and verifies them. */

import { members } from './encode.js';
import { invalid, kindOf } from './failures.js';
import type { RotateKeys } from './generated/inputs.js';
import type { RotationEvent } from './generated/models.js';
import { callable } from './options.js';
import { Secret } from './secret.js';
import { told } from './told.js';

/** How to rotate keys: who takes them, who knows whether they work, and who is told of the steps. */
export interface RotateParams extends RotateKeys {
  /**
   * Called with the number of a new key and the key, and awaited; gives the key to whoever uses it. What it throws stops
   * the rotation.
   */
  readonly distribute: (slot: number, key: Secret) => unknown;
  /**
   * Called with the number of a key and the key, and awaited; says whether the key works. If not given, a query to the
   * app's runtime is tried.
   */
  readonly verify?: ((slot: number, key: Secret) => boolean | PromiseLike<boolean>) | undefined;
  /** Called with each step, and awaited; what it keeps of the journal lets another process go on. */
  readonly onEvent?: ((event: RotationEvent) => unknown) | undefined;
}

type Functions = Pick<RotateParams, 'distribute' | 'verify' | 'onEvent'>;

/** @internal The functions of a rotation, and what is sent. */
export function splitRotate(params: RotateParams): [Handover, object] {
  const { distribute, verify, onEvent, ...sent }: Partial<RotateParams> = members(params, 'params');
  if (distribute === undefined) throw invalid('distribute', 'must be given');
  for (const [name, given] of Object.entries({ distribute, verify, onEvent })) {
    if (given !== undefined) callable(name, given, invalid);
  }
  return [new Handover({ distribute, verify, onEvent }), sent];
}

/** @internal Does what a rotation asks for. */
export class Handover {
  readonly #functions: Functions;

  constructor(functions: Functions) {
    this.#functions = functions;
  }

  /** Whether keys are verified by a function; otherwise the core does it. */
  get verifies(): boolean {
    return this.#functions.verify !== undefined;
  }

  /** Tells of a step. */
  async tell(event: RotationEvent): Promise<void> {
    await this.#functions.onEvent?.(event);
  }

  /** Does a step with a key, and gives what came of it. */
  async answer(step: string, value: unknown): Promise<boolean | null> {
    const { slot, key } = told(value);
    const secret = new Secret(key as string);
    const { distribute, verify } = this.#functions;
    if (step !== 'verify' || verify === undefined) {
      await distribute(slot as number, secret);
      return null;
    }
    const passed: unknown = await verify(slot as number, secret);
    if (typeof passed === 'boolean') return passed;
    throw new TypeError(`it gave ${kindOf(passed)}, not true or false`);
  }
}

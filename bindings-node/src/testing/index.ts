/**
 * A local Spice.ai Cloud for tests: it needs no account and no network.
 *
 * ```ts
 * import { startEmulator } from 'spice-cloud/testing';
 *
 * await using emulator = await startEmulator({ seed: 'demo' });
 * const client = emulator.client();
 * ```
 *
 * @packageDocumentation
 */

export { Emulator, EmulatorRefusal, type EmulatorSnapshot, startEmulator } from './emulator.js';
export type {
  Fault,
  FaultRule,
  MintParams,
  Progression,
  Quirks,
  RateLimit,
  RequestRecord,
  Settings,
} from './settings.js';

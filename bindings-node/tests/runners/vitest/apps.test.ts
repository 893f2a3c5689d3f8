// The package in a project that tests with vitest, in TypeScript, with fake timers.

import { NotFound, type SpiceCloud } from 'spice-cloud';
import { type Emulator, startEmulator } from 'spice-cloud/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

describe('apps', () => {
  let emulator: Emulator;
  let client: SpiceCloud;

  beforeAll(async () => {
    emulator = await startEmulator({ seed: 'demo' });
    client = emulator.client();
  });
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.stop());

  test('are listed', async () => {
    expect(await client.apps.list().toArray()).toHaveLength(25);
  });

  test('are missed', async () => {
    await expect(client.apps.get(1)).rejects.toBeInstanceOf(NotFound);
  });

  test('are read while time stands still', async () => {
    vi.useFakeTimers();
    try {
      expect(await client.apps.list().first()).toMatchObject({ name: 'route-planner' });
    } finally {
      vi.useRealTimers();
    }
  });
});

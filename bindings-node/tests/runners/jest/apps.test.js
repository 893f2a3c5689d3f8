// The package in a project that tests with jest, with `require`, module registries of its own and fake timers.

const { NotFound } = require('spice-cloud');
const { startEmulator } = require('spice-cloud/testing');

describe('apps', () => {
  let emulator;
  let client;

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
    await expect(client.apps.get(1)).rejects.toThrow(Error);
  });

  test('are read while time stands still', async () => {
    jest.useFakeTimers();
    try {
      expect(await client.apps.list().first()).toMatchObject({ name: 'route-planner' });
    } finally {
      jest.useRealTimers();
    }
  });
});

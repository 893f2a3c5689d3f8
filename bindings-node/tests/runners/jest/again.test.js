// A second file: jest loads the package anew for it, in the same process.

const { SpiceCloudError } = require('spice-cloud');
const { startEmulator } = require('spice-cloud/testing');

test('a second copy works', async () => {
  const emulator = await startEmulator();
  try {
    const client = emulator.client();
    await client.apps.create({ name: 'once-more', region: 'us-east-1' });
    await expect(client.apps.get(1)).rejects.toBeInstanceOf(SpiceCloudError);
  } finally {
    await emulator.stop();
  }
});

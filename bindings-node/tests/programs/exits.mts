// Ends in one of several ways, and says when its own work was done.

import { SpiceCloud } from 'spice-cloud';
import { startEmulator } from 'spice-cloud/testing';

/** The last that a program does: whoever started it sees how long it goes on. */
function done(): void {
  console.log(JSON.stringify({ doneAt: Date.now() }));
}

const WAYS: Readonly<Record<string, () => unknown>> = {
  idle: async () => {
    const client = new SpiceCloud();
    await client.regions.list();
    done();
  },
  'never used': () => {
    new SpiceCloud();
    done();
  },
  'left a list': async () => {
    for await (const _ of new SpiceCloud().apps.list({ pageSize: 5 })) break;
    done();
  },
  'with a hook': async () => {
    await new SpiceCloud({ onRequest: () => {}, logLevel: 'off' }).regions.list();
    done();
  },
  'with an emulator': async () => {
    const emulator = await startEmulator();
    await emulator.client().regions.list();
    done();
  },
  'with a call that nobody awaits': () => {
    // It keeps the process alive until it is answered.
    new SpiceCloud().regions.list().then(done);
  },
  'in flight': async () => {
    new SpiceCloud().regions.list();
    await new Promise((resolve) => setTimeout(resolve, 100));
    done();
    process.exit(0);
  },
  'given up': async () => {
    const signal = AbortSignal.timeout(100);
    await new SpiceCloud().regions.list({ signal }).catch(done);
  },
  closed: async () => {
    const client = new SpiceCloud();
    setTimeout(() => client.close(), 100);
    await client.regions.list().catch(done);
  },
  thrown: async () => {
    await new SpiceCloud().apps.get(404404);
  },
};

await WAYS[process.argv[2] ?? '']?.();

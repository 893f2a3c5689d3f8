// Ends in one of several ways, and says when its own work was done.

import { SpiceCloud } from 'spice-cloud';
import { startEmulator } from 'spice-cloud/testing';

/** The last that a program does: whoever started it sees how long it goes on. */
function done(): void {
  console.log(JSON.stringify({ doneAt: Date.now() }));
}

/** Waits until the server has seen the request before: it answers this one then. */
async function seen(): Promise<void> {
  await new SpiceCloud().orgs.list();
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
  'with a call that takes its time': () => {
    new SpiceCloud().regions.list().then(done);
    // This keeps nothing alive; it only shows that something else does.
    setTimeout(() => new SpiceCloud().orgs.list(), 200).unref();
  },
  'in flight': async () => {
    new SpiceCloud().regions.list();
    await seen();
    done();
    process.exit(0);
  },
  'given up': async () => {
    const stop = new AbortController();
    const call = new SpiceCloud().regions.list({ signal: stop.signal }).catch(done);
    await seen();
    stop.abort();
    await call;
  },
  closed: async () => {
    const client = new SpiceCloud();
    const call = client.regions.list().catch(done);
    await seen();
    client.close();
    await call;
  },
  thrown: async () => {
    await new SpiceCloud().apps.get(404404);
  },
};

await WAYS[process.argv[2] ?? '']?.();

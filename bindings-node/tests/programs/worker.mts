// A worker that makes calls: to an end, or until it is ended.

import { parentPort, workerData } from 'node:worker_threads';
import { SpiceCloud } from 'spice-cloud';

const { url, token, isEndless } = workerData;
const client = new SpiceCloud({ baseUrl: url, token });
const listed = await client.apps.list().toArray();
parentPort?.postMessage(listed.length);
while (isEndless) await Promise.all(listed.slice(0, 8).map((app) => client.apps.get(app)));

// The soak in Node: uses the client at a steady rate, as `tests/soak/README.md` says. It has to be started with --expose-gc.

import { setTimeout as sleep } from 'node:timers/promises';
import { SpiceCloud } from 'spice-cloud';
import { Tally } from './tally.mjs';
import { Worker } from './worker.mjs';

/** How often it says how far it has come, in milliseconds. */
const REPORT = 5000;

const { url, token, rate, seconds, at_once, call_limit, mixture } = JSON.parse(process.argv[2]);
const client = new SpiceCloud({
  baseUrl: url,
  token,
  timeout: 10_000,
  attemptTimeout: 2000,
  connectTimeout: 2000,
  reconcileTimeout: 5000,
});
const tally = new Tally(call_limit);
const workers = Array.from({ length: at_once }, (_, number) => new Worker(client, tally, number));
for (const worker of workers) await worker.begin();
say({ ready: true });

const began = performance.now();
const end = began + seconds * 1000;
const reports = setInterval(report, REPORT);
await Promise.all(workers.map(work));
clearInterval(reports);
client.close();
say(tally.result());

/** Repeats the mixture at the worker's part of the rate. */
async function work(worker, number) {
  const pause = (at_once / rate) * 1000;
  let due = began + (number / rate) * 1000;
  for (let place = number * 5; ; place += 1) {
    await sleep(Math.max(0, due - performance.now()));
    if (performance.now() >= end) return;
    await worker.step(mixture[place % mixture.length]);
    // What was missed while a fault lasted is made up for within a second, and not all at once.
    due = Math.max(due + pause, performance.now() - 1000);
  }
}

/** What is in use is known only after a collection. */
function report() {
  globalThis.gc();
  say({ calls: tally.calls, heap: process.memoryUsage().heapUsed });
}

function say(line) {
  console.log(JSON.stringify(line));
}

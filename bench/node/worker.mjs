// Calls per second of one client, whenever the benchmark asks: `worker.mjs CLIENT URL`. It says `ready`, and then answers
// each line `one|page AT_ONCE SECONDS` with calls per second, and how many microseconds of the event loop a call took.

import { createInterface } from 'node:readline';
import { clientOf } from './clients.mjs';

/** Before each round: connections that have lain idle for too long are replaced, code gets warm. */
const WARM_UP = 0.05;

const [, , name, url] = process.argv;
const client = await clientOf(name, url);

const CALLS = {
  one: async () => check((await client.one()).id, 1),
  page: async () => check((await client.page()).length, 100),
};

/** An answer that was not read counts for nothing. */
function check(came, expected) {
  if (came !== expected) throw new Error(`read ${came} instead of ${expected}`);
}

async function measure(call, atOnce, seconds) {
  const began = performance.now();
  const before = performance.eventLoopUtilization();
  const end = began + seconds * 1000;
  let done = 0;
  const work = async () => {
    while (performance.now() < end) {
      await call();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const { active } = performance.eventLoopUtilization(before);
  return [(done * 1000) / (performance.now() - began), (active * 1000) / done];
}

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [task, atOnce, seconds] = line.split(' ');
  await measure(CALLS[task], Number(atOnce), WARM_UP);
  console.log((await measure(CALLS[task], Number(atOnce), Number(seconds))).join(' '));
}

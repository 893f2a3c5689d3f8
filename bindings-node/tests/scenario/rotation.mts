// Rotating keys as scenarios say it: what the functions do, and a client that calls all the while.

import type { RotateParams, RotationEvent, RotationReport, Secret, SpiceCloud } from 'spice-cloud';
import { isObject } from './matching.mjs';
import { SpiceCloudError } from './sdk.mjs';

type Members = Readonly<Record<string, unknown>>;

/** What a rotation shows beside its report. */
interface Shown {
  readonly events: object[];
  readonly distributed: object[];
  busy: { calls: number; failures: number } | null;
}

/** A rotation with all that it has shown: the report's members, and these. */
export type Rotated = RotationReport & Shown;

/** Rotates; `app` and `params` are what the method takes, the others say what its functions do. */
export async function rotate(
  client: SpiceCloud,
  app: never,
  { distribute, verify, busy, ...params }: Members,
  options: object | undefined,
): Promise<Rotated> {
  const shown: Shown = { events: [], distributed: [], busy: null };
  const next = answers(distribute ?? 'ok');
  const passes = verify === undefined ? undefined : answers(verify);
  let key: Secret | undefined;
  let isOver = false;
  const call = async (): Promise<void> => {
    const counts = { calls: 0, failures: 0 };
    shown.busy = counts;
    while (!isOver && key !== undefined) {
      try {
        await client.runtime(key).sql('SELECT 1');
        counts.calls += 1;
      } catch (error) {
        if (!(error instanceof SpiceCloudError)) throw error;
        counts.failures += 1;
      }
    }
  };
  if (busy === true) key = (await client.apiKeys.get(app)).apiKey;
  const calling = busy === true ? call() : undefined;
  const given: RotateParams = {
    ...params,
    distribute: async (slot, fresh) => {
      fail(next());
      shown.distributed.push({ slot, key: fresh });
      key = fresh;
    },
    ...(passes === undefined ? {} : { verify: async () => fail(passes()) === true }),
    onEvent: ({ step, slot }: RotationEvent) => void shown.events.push({ step, slot }),
  };
  try {
    const report = await client.apiKeys.rotate(app, given, options);
    const { meta } = report;
    isOver = true;
    await calling;
    return Object.defineProperty({ ...report, ...shown } as Rotated, 'meta', { value: meta });
  } finally {
    isOver = true;
    await calling;
  }
}

/** One after the other, and the last for good. */
function answers(given: unknown): () => unknown {
  const left: unknown[] = Array.isArray(given) ? [...given] : [given];
  return () => (left.length > 1 ? left.shift() : left[0]);
}

function fail(answer: unknown): unknown {
  if (isObject(answer)) throw new RangeError(String(answer['fail']));
  return answer;
}

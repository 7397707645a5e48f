import { randomUUID } from 'node:crypto';
import { type JobsOptions, Queue, Worker } from 'bullmq';
import { bullmqTimers } from '../src/adapters/bullmq/timers.ts';
import { systemClock } from '../src/adapters/system/clock.ts';
import { atMostAtOnce } from '../src/engine/at-once.ts';
import { instant } from '../src/kernel/instant.ts';
import { OwnRedis, redisIsHere } from '../test/support/redis.ts';
import { type Measure, type Progress, share, threeRounds } from './measure.ts';

const hints = 10_000;
const callers = 64;
/** As the adapter has it. */
const concurrency = 16;
const goal = 0.8;

const perSecond = (milliseconds: number): number => (hints * 1_000) / milliseconds;

/** Hints that are due at once, from the first that is set to the last that has come. */
const throughAdapter = async (url: string): Promise<number> => {
  const timers = bullmqTimers({
    url,
    instance: randomUUID(),
    clock: systemClock,
    onFault: (error) => {
      throw error;
    },
  });
  let come: () => void = () => undefined;
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      let left = count;
      come = () => {
        left -= 1;
        if (left === 0) resolve();
      };
    });
  timers.listen(() => come());
  const now = instant(new Date().toISOString());
  // Once it is connected, as the other is.
  const connected = until(1);
  timers.wakeAt('first', now);
  await connected;
  const all = until(hints);
  const begun = performance.now();
  for (let number = 0; number < hints; number++) timers.wakeAt(`hint-${number}`, now);
  await all;
  const took = performance.now() - begun;
  await timers.close();
  return perSecond(took);
};

/** The same key again takes the place of the one before, as a hint has to; without, a key is a job like any other. */
const replacing = (key: string) => ({ deduplication: { id: key, replace: true, keepLastIfActive: true } });
const plain = (key: string) => ({ jobId: key });

/** Jobs given to BullMQ and taken from it, by as many callers at once as keep it busy. */
const bare = async (url: string, optionsOf: (key: string) => JobsOptions): Promise<number> => {
  const { hostname: host, port } = new URL(url);
  const connection = { host, port: Number(port), maxRetriesPerRequest: null };
  const name = `bare-${randomUUID()}`;
  const queue = new Queue(name, { connection });
  let come = 0;
  let last: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    last = resolve;
  });
  const worker = new Worker(
    name,
    async () => {
      come += 1;
      if (come === hints) last();
    },
    { connection, concurrency },
  );
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  const numbers = Array.from({ length: hints }, (_, number) => number);
  const begun = performance.now();
  await atMostAtOnce(callers, numbers, async (number) => {
    await queue.add('hint', {}, { ...optionsOf(`hint-${number}`), removeOnComplete: true });
  });
  await all;
  const took = performance.now() - begun;
  await worker.close();
  await queue.close();
  return perSecond(took);
};

export const measures = async function* (progress: Progress): AsyncGenerator<Measure> {
  if (!redisIsHere()) {
    progress('SKIPPED: no redis-server on this machine');
    return;
  }
  const redis = await OwnRedis.start();
  try {
    for (const [against, optionsOf, least] of [
      ['bare BullMQ, a job each that replaces', replacing, goal],
      ['bare BullMQ, a plain job each', plain, undefined],
    ] as const) {
      const results = await threeRounds(async (round) => {
        progress(`round ${round}: ${hints} hints on Redis`);
        // Now the one first, now the other: what is first finds an emptier Redis.
        const first = round % 2 === 0;
        const before = first ? await throughAdapter(redis.url) : undefined;
        const limit = await bare(redis.url, optionsOf);
        return { value: before ?? (await throughAdapter(redis.url)), limit };
      });
      yield share(`hints set and come, ${concurrency} at once`, 'hints/s', against, results, least);
    }
  } finally {
    await redis.end();
  }
};

import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { bullmqJobs } from '../adapters/bullmq/jobs.ts';
import { bullmqTimers } from '../adapters/bullmq/timers.ts';
import { inProcessJobs } from '../adapters/in-process/jobs.ts';
import { inProcessTimers } from '../adapters/in-process/timers.ts';
import { assertFitRedis } from '../adapters/redis/start-check.ts';
import type { Clock } from '../ports/clock.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { Timers } from '../ports/timers.ts';
import type { Config } from './config.ts';
import { jobKinds } from './job-kinds.ts';
import { faultOf } from './log.ts';

export { UnfitRedis } from '../adapters/redis/start-check.ts';

export interface Background {
  readonly jobs: Jobs;
  /** Opened when workflows run: who only looks at them sets no hints. */
  readonly timers: () => Timers;
}

/** The same after a restart and another for each data folder, and says nothing of either. */
const instanceOf = (folder: string): string =>
  createHash('sha256').update(`${hostname()}\n${folder}`).digest('hex').slice(0, 16);

/** What ioredis throws may have the command in it, and that a password: its name and message are told. */
const toldOf = (error: unknown): Record<string, unknown> => {
  const { stack: _, ...told } = faultOf(error);
  return told;
};

/** Hints and jobs: in Redis where there is one, in this process otherwise. */
export const openBackground = async (
  { redis, place }: Pick<Config, 'redis' | 'place'>,
  clock: Clock,
  log: Pick<Logger, 'warn' | 'error'>,
): Promise<Background> => {
  const wentWrong = (kind: string, error: unknown): void =>
    log.error({ kind, ...toldOf(error) }, 'a job in the background went wrong; it is tried again');
  if (!redis) return { jobs: inProcessJobs(clock, wentWrong), timers: () => inProcessTimers(clock) };
  const { url, mayForget } = redis;
  await assertFitRedis(url, mayForget, (text) => log.warn(text));
  const instance = instanceOf(place.folder);
  const rebuilt = (): void =>
    log.warn('nothing came through from Redis in time; worker and connections were built anew');
  return {
    jobs: bullmqJobs({
      url,
      instance,
      kinds: Object.values(jobKinds),
      onFault: wentWrong,
      onRebuilt: rebuilt,
    }),
    timers: () =>
      bullmqTimers({
        url,
        instance,
        clock,
        onFault: (error) =>
          log.warn(
            toldOf(error),
            'Redis does not answer; what is due is found by looking, every half minute',
          ),
        onRebuilt: rebuilt,
      }),
  };
};

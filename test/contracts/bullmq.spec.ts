import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { bullmqJobs } from '../../src/adapters/bullmq/jobs.ts';
import { bullmqTimers } from '../../src/adapters/bullmq/timers.ts';
import { type AnyRedis, anyRedis, forgetKeys, skipsWithoutRedis } from '../support/redis.ts';
import { jobsContract, kinds } from './jobs.contract.ts';
import { timersContract } from './timers.contract.ts';

const what = 'the contracts of timers and jobs over BullMQ';

if (skipsWithoutRedis(what)) it.skip(what, () => undefined);
else
  describe('on Redis', () => {
    let redis: AnyRedis;
    const prefix = `wissel-test-${randomUUID()}`;
    beforeAll(async () => {
      redis = await anyRedis();
    });
    afterAll(async () => {
      await forgetKeys(redis.url, prefix);
      await redis.end();
    });
    const fail = (error: unknown): void => {
      throw error;
    };

    timersContract('BullMQ', async (clock) =>
      bullmqTimers({ url: redis.url, prefix, instance: randomUUID(), clock, onFault: fail }),
    );
    jobsContract('BullMQ', async (onFault) =>
      // A prefix of its own: the queue of what anyone does is everybody's.
      bullmqJobs({ url: redis.url, prefix: `${prefix}-${randomUUID()}`, instance: 'one', kinds, onFault }),
    );
  });

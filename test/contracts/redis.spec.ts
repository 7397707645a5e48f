import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { bullmqJobs } from '../../src/adapters/bullmq/jobs.ts';
import { bullmqTimers } from '../../src/adapters/bullmq/timers.ts';
import { redisLeaseBook } from '../../src/adapters/redis/lease-book.ts';
import { type AnyRedis, anyRedis, forgetKeys, skipsWithoutRedis } from '../support/redis.ts';
import { jobsContract, kinds } from './jobs.contract.ts';
import { leasesContract } from './leases.contract.ts';
import { timersContract } from './timers.contract.ts';

const what = 'the contracts of timers and jobs over BullMQ and of leases in Redis';

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
    leasesContract('Redis', async () => {
      const parts = { url: redis.url, prefix, name: randomUUID() };
      return { book: redisLeaseBook(parts), another: async () => redisLeaseBook(parts) };
    });

    it('takes nothing in place of an edition of before Redis was emptied', async () => {
      const parts = { url: redis.url, prefix, name: randomUUID() };
      const book = redisLeaseBook(parts);
      await book.write({ members: { one: 1 }, shares: {} }, undefined);
      const before = await book.read();
      await forgetKeys(redis.url, `${prefix}:leases:${parts.name}`);
      expect(await book.read()).toBeUndefined();
      await book.write({ members: { two: 1 }, shares: {} }, undefined);
      expect(await book.write({ members: { one: 2 }, shares: {} }, before?.edition)).toBe(false);
      await book.close();
    });
  });

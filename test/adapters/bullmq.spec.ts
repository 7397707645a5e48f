import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bullmqJobs } from '../../src/adapters/bullmq/jobs.ts';
import { bullmqTimers } from '../../src/adapters/bullmq/timers.ts';
import type { BullmqParts } from '../../src/adapters/bullmq/watched-queue.ts';
import { type Instant, instant } from '../../src/kernel/instant.ts';
import type { Ended, Jobs } from '../../src/ports/jobs.ts';
import type { Timers } from '../../src/ports/timers.ts';
import { kinds, mail, rebuild, runningClock, until } from '../contracts/jobs.contract.ts';
import { DeafProxy } from '../support/deaf-proxy.ts';
import { OwnRedis, skipsWithoutOwnRedis } from '../support/redis.ts';

const what = 'what BullMQ must survive';
const closing = fileURLToPath(new URL('children/close-while-a-job-ends.ts', import.meta.url));
const inMillis = (milliseconds: number): Instant =>
  instant(new Date(Date.now() + milliseconds).toISOString());
const done: Ended = { outcome: 'done' };

if (skipsWithoutOwnRedis(what)) it.skip(what, () => undefined);
else
  describe('on a Redis of its own', () => {
    let redis: OwnRedis;
    const opened: { close(): Promise<void> }[] = [];
    beforeAll(async () => {
      redis = await OwnRedis.start();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((each) => each.close()));
      await redis.flush();
    });
    afterAll(() => redis.end());

    const jobsOf = (instance: string, parts: Partial<BullmqParts> = {}): Jobs => {
      const jobs = bullmqJobs({
        url: redis.url,
        kinds,
        instance,
        ...parts,
        onFault: (_, error) => parts.onFault?.(error),
        ...(parts.onRebuilt && { onRebuilt: parts.onRebuilt }),
      });
      opened.push(jobs);
      return jobs;
    };
    const hintsOf = (parts: Partial<BullmqParts> & { readonly instance?: string } = {}) => {
      const timers: Timers = bullmqTimers({
        url: redis.url,
        instance: randomUUID(),
        clock: runningClock,
        onFault: () => undefined,
        ...parts,
      });
      opened.push(timers);
      const woken: string[] = [];
      timers.listen((key) => woken.push(key));
      return { timers, woken };
    };
    /** Every key and value that stands in Redis, as text. */
    const everything = (): Promise<string> =>
      redis.ask(async (client) => {
        const told: string[] = [];
        for (const key of await client.keys('*')) {
          told.push(key, await client.call('DUMP', key).then(String));
          const type = await client.type(key);
          if (type === 'hash') told.push(JSON.stringify(await client.hgetall(key)));
          if (type === 'stream') told.push(JSON.stringify(await client.xrange(key, '-', '+')));
          if (type === 'zset') told.push(JSON.stringify(await client.zrange(key, '0', '-1')));
          if (type === 'string') told.push((await client.get(key)) ?? '');
        }
        return told.join('\n');
      });

    it('keeps of a hint nothing that names a workflow or whom it is about', async () => {
      const { timers } = hintsOf();
      timers.wakeAt('workflow-coach-calls-trajectory-Kanarie', inMillis(3_600_000));
      await until(async () => (await everything()).includes('"hint"'));
      expect(await everything()).not.toMatch(/kanarie|coach|trajectory/i);
    });

    it('keeps of a job its kind and ids, and of a failure no word of the error', async () => {
      const jobs = jobsOf('one');
      jobs.work(mail, async () => {
        throw new Error('Kanarie Jansen <kanarie@school.nl> takes no mail');
      });
      await jobs.add(mail, 'a', ['0190a8a0-0000-7000-8000-000000000001']);
      await until(async () => (await jobs.standing())[0]?.state === 'failed');
      expect(await everything()).toContain('0190a8a0-0000-7000-8000-000000000001');
      expect(await everything()).not.toMatch(/kanarie|jansen|school\.nl|bullmq\.spec/i);
    });

    it('has a job that waits or has failed still after both Redis and the service were killed', async () => {
      const before = jobsOf('one');
      before.work(rebuild, async () => ({ outcome: 'failed', why: 'over' }));
      await before.add(rebuild, 'failed');
      await before.add(mail, 'waits');
      await until(async () => (await before.standing()).some(({ state }) => state === 'failed'));
      // The append-only file is written once a second.
      await setTimeout(1_500);
      await redis.kill();
      await before.close();
      await redis.up();
      const after = jobsOf('one');
      await until(() =>
        after.standing().then(
          (all) => all.length === 2,
          () => false,
        ),
      );
      expect((await after.standing()).map(({ id, state }) => `${id} ${state}`).sort()).toEqual([
        'failed failed',
        'waits waiting',
      ]);
      const ids: string[] = [];
      after.work(mail, async ({ id }) => {
        ids.push(id);
        return done;
      });
      await until(() => ids.length === 1);
      expect(ids).toEqual(['waits']);
    });

    it('lets any instance do the work of anyone, and only the one that asked its own', async () => {
      const [one, other] = [jobsOf('one'), jobsOf('other')];
      const did: string[] = [];
      other.work(mail, async ({ id }) => {
        did.push(id);
        return done;
      });
      other.work(rebuild, async ({ id }) => {
        did.push(id);
        return done;
      });
      await one.add(rebuild, 'ours');
      await one.add(mail, 'anyones');
      await until(() => did.length > 0);
      await setTimeout(100);
      expect(did).toEqual(['anyones']);
      expect(await one.standing()).toMatchObject([{ id: 'ours', state: 'waiting' }]);
    });

    it('tells a hint of an earlier life under its opaque name', async () => {
      const first = hintsOf({ instance: 'one' });
      first.timers.wakeAt('a', inMillis(600));
      await until(async () => (await everything()).includes('"hint"'));
      await first.timers.close();
      const second = hintsOf({ instance: 'one' });
      await until(() => second.woken.length > 0);
      expect(first.woken).toEqual([]);
      expect(second.woken).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    });

    it('tells of an outage once, refuses jobs meanwhile, and goes on by itself afterwards', async () => {
      const faults: unknown[] = [];
      const { timers, woken } = hintsOf({ onFault: (error) => faults.push(error) });
      const jobs = jobsOf('one');
      timers.wakeAt('before', inMillis(0));
      await until(() => woken.length === 1);
      await redis.kill();
      timers.wakeAt('meanwhile', inMillis(0));
      await expect(jobs.add(mail, 'a')).rejects.toThrow();
      await setTimeout(500);
      await redis.up();
      await until(() => woken.length === 2, 15_000);
      expect(woken).toEqual(['before', 'meanwhile']);
      expect(faults).toHaveLength(1);
    });

    it('lets the process end when it was closed while a job ended and its connection broke', async () => {
      const child = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', closing, `${redis.port}`],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      let said = '';
      child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
      const [exit] = (await once(child, 'close', { signal: AbortSignal.timeout(25_000) }).finally(() =>
        child.kill('SIGKILL'),
      )) as [number | null];
      expect([exit, said]).toEqual([0, 'closed\n']);
    });

    describe('whose worker stands still over a connection that looks sound', () => {
      const wedged = async (every: number) => {
        const proxy = await DeafProxy.before(redis.port);
        opened.push(proxy);
        let rebuilt = 0;
        const parts: Partial<BullmqParts> = {
          url: proxy.url,
          canary: { every, within: 400 },
          onRebuilt: () => {
            rebuilt += 1;
          },
        };
        return { proxy, parts, rebuilt: () => rebuilt };
      };

      it('builds it anew when no canary comes through, and then hints come again', async () => {
        const { proxy, parts, rebuilt } = await wedged(200);
        const { timers, woken } = hintsOf(parts);
        timers.wakeAt('before', inMillis(0));
        await until(() => woken.length === 1);
        proxy.goDeaf();
        timers.wakeAt('after', inMillis(100));
        await until(() => woken.length === 2);
        expect(woken).toEqual(['before', 'after']);
        expect(rebuilt()).toBeGreaterThan(0);
      });

      it('stands still without a canary: nothing else notices', async () => {
        const { proxy, parts, rebuilt } = await wedged(3_600_000);
        const { timers, woken } = hintsOf(parts);
        timers.wakeAt('before', inMillis(0));
        await until(() => woken.length === 1);
        proxy.goDeaf();
        timers.wakeAt('after', inMillis(100));
        await setTimeout(2_500);
        expect(woken).toEqual(['before']);
        expect(rebuilt()).toBe(0);
      });

      it('does the jobs that waited', async () => {
        const { proxy, parts, rebuilt } = await wedged(200);
        const jobs = jobsOf('one', parts);
        const ids: string[] = [];
        jobs.work(mail, async ({ id }) => {
          ids.push(id);
          return done;
        });
        await jobs.add(mail, 'before');
        await until(() => ids.length === 1);
        proxy.goDeaf();
        await jobsOf('other').add(mail, 'after');
        await until(() => ids.length === 2);
        expect(rebuilt()).toBeGreaterThan(0);
      });

      it('is left in peace while it works', async () => {
        const { parts, rebuilt } = await wedged(50);
        const jobs = jobsOf('one', parts);
        let over = false;
        jobs.work(mail, async () => {
          await setTimeout(1_000);
          over = true;
          return done;
        });
        await jobs.add(mail, 'long');
        await until(() => over);
        expect(rebuilt()).toBe(0);
      });
    });
  });

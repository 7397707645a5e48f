import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { instant } from '../../src/kernel/instant.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { type Attempt, type Ended, type JobKind, type Jobs, UnfitJob } from '../../src/ports/jobs.ts';

export const runningClock: Clock = { now: () => instant(new Date().toISOString()) };

export const mail: JobKind = {
  name: 'mail',
  doneBy: 'anyone',
  attempts: 3,
  firstPause: 60,
  longestPause: 100,
};
export const rebuild: JobKind = { ...mail, name: 'rebuild', doneBy: 'whoAsked' };
export const kinds = [mail, rebuild];

export const until = async (holds: () => boolean | Promise<boolean>, atMost = 8_000): Promise<void> => {
  const end = Date.now() + atMost;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it does not come to that');
    await setTimeout(5);
  }
};

const done: Ended = { outcome: 'done' };

/** What jobs promise, whoever keeps them. */
export const jobsContract = (
  name: string,
  open: (onFault: (kind: string, error: unknown) => void) => Promise<Jobs>,
): void => {
  describe(`jobs: ${name}`, () => {
    let jobs: Jobs;
    let faults: unknown[];
    let tried: { id: string; attempt: number; about: readonly string[]; at: number }[];

    beforeEach(async () => {
      faults = [];
      tried = [];
      jobs = await open((_, error) => faults.push(error));
    });
    afterEach(() => jobs.close());

    /** Does each attempt as it is told to, one after the other, and then all as the last. */
    const worker = (kind: JobKind, ...ends: readonly (Ended | Error)[]): void => {
      let nth = 0;
      jobs.work(kind, async ({ id, attempt, about }) => {
        tried.push({ id, attempt, about, at: Date.now() });
        const end = ends[Math.min(nth++, ends.length - 1)] ?? done;
        if (end instanceof Error) throw end;
        return end;
      });
    };
    const attempts = () => tried.map(({ id, attempt }) => `${id} ${attempt}`);
    const failed = async () => (await jobs.standing()).filter(({ state }) => state === 'failed');

    it('are done once under the same id, however often they are asked', async () => {
      await jobs.add(mail, 'monday');
      await jobs.add(mail, 'monday');
      worker(mail, done);
      await until(() => tried.length > 0);
      await jobs.add(mail, 'monday');
      await jobs.add(mail, 'tuesday');
      await until(() => tried.length > 1);
      expect(attempts()).toEqual(['monday 1', 'tuesday 1']);
      await until(async () => (await jobs.standing()).length === 0);
    });

    it('say what they are about by ids', async () => {
      worker(mail, done);
      await jobs.add(mail, 'a', ['dossiers', '0190a8a0-0000-7000-8000-000000000001']);
      await until(() => tried.length > 0);
      expect(tried[0]?.about).toEqual(['dossiers', '0190a8a0-0000-7000-8000-000000000001']);
    });

    it.each(['', 'Jan Jansen', 'jan@school.nl', 'a/b', 'a:b', 'é', 'x'.repeat(65)])(
      'take no %j for an id: it would lie about where jobs are kept',
      async (text) => {
        await expect(jobs.add(mail, text)).rejects.toThrow(UnfitJob);
        await expect(jobs.add(mail, 'a', [text])).rejects.toThrow(UnfitJob);
        expect(await jobs.standing()).toEqual([]);
      },
    );

    it('are tried again after a pause that grows, until they are done', async () => {
      worker(mail, { outcome: 'again', why: 'down' }, { outcome: 'again', why: 'down' }, done);
      await jobs.add(mail, 'a');
      await until(() => tried.length === 3);
      expect(attempts()).toEqual(['a 1', 'a 2', 'a 3']);
      const [first, second, third] = tried.map(({ at }) => at);
      expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(59);
      expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(99);
      await until(async () => (await jobs.standing()).length === 0);
    });

    it('tell meanwhile why they wait', async () => {
      worker(mail, { outcome: 'again', why: 'down' });
      await jobs.add(mail, 'a');
      await until(async () => (await jobs.standing())[0]?.why === 'down');
      expect((await jobs.standing())[0]).toMatchObject({ kind: 'mail', id: 'a', state: 'waiting' });
    });

    it('have failed after so many attempts, and stay to be seen', async () => {
      worker(mail, { outcome: 'again', why: 'down' });
      await jobs.add(mail, 'a', ['b']);
      await until(async () => (await failed()).length > 0);
      const [kept] = await failed();
      expect(kept).toMatchObject({ kind: 'mail', id: 'a', about: ['b'], attempts: 3, why: 'down' });
      expect(Math.abs(Date.parse(kept?.failedAt ?? '') - Date.now())).toBeLessThan(10_000);
      await jobs.add(mail, 'a', ['b']);
      await setTimeout(50);
      expect(tried).toHaveLength(3);
    });

    it('have failed at once when no other attempt would do it', async () => {
      worker(mail, { outcome: 'failed', why: 'over' });
      await jobs.add(mail, 'a');
      await until(async () => (await failed()).length > 0);
      expect(await failed()).toMatchObject([{ id: 'a', attempts: 1, why: 'over' }]);
      expect(tried).toHaveLength(1);
    });

    it('keep of what was thrown the name alone, and tell the rest to who listens', async () => {
      worker(mail, new RangeError('jan@school.nl takes no mail'));
      await jobs.add(mail, 'a');
      await until(async () => (await failed()).length > 0);
      expect((await failed())[0]?.why).toBe('RangeError');
      expect(JSON.stringify(await jobs.standing())).not.toContain('jan');
      expect(faults.map(String)).toEqual(Array(3).fill('RangeError: jan@school.nl takes no mail'));
    });

    it('that failed are tried anew when somebody says so, one or all', async () => {
      const bad: Ended = { outcome: 'failed', why: 'over' };
      worker(mail, bad, bad, bad, done);
      for (const id of ['a', 'b', 'c']) await jobs.add(mail, id);
      await until(async () => (await failed()).length === 3);
      expect(await jobs.retry('d')).toBe(0);
      expect(await jobs.retry('b')).toBe(1);
      await until(async () => (await failed()).length === 2);
      expect(await jobs.retry()).toBe(2);
      await until(async () => (await jobs.standing()).length === 0);
      expect(attempts()).toEqual(['a 1', 'b 1', 'c 1', 'b 1', 'a 1', 'c 1']);
    });

    it('show how far they are', async () => {
      let go: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        go = resolve;
      });
      jobs.work(mail, async ({ progress }: Attempt) => {
        progress({ done: 3, of: 7 });
        await held;
        return done;
      });
      await jobs.add(mail, 'a');
      await until(async () => (await jobs.standing())[0]?.progress !== undefined);
      expect(await jobs.standing()).toMatchObject([{ state: 'running', progress: { done: 3, of: 7 } }]);
      go();
      await until(async () => (await jobs.standing()).length === 0);
    });

    it('of one kind are done one at a time, and do not wait for another kind', async () => {
      let [now, most] = [0, 0];
      let end: (ended: Ended) => void = () => undefined;
      jobs.work(
        rebuild,
        () =>
          new Promise((resolve) => {
            end = resolve;
          }),
      );
      jobs.work(mail, async ({ id, attempt, about }) => {
        most = Math.max(most, ++now);
        await setTimeout(10);
        now -= 1;
        tried.push({ id, attempt, about, at: Date.now() });
        return done;
      });
      await jobs.add(rebuild, 'never');
      for (const id of ['a', 'b', 'c']) await jobs.add(mail, id);
      await until(() => tried.length === 3);
      expect(most).toBe(1);
      expect(await jobs.standing()).toMatchObject([{ kind: 'rebuild', state: 'running' }]);
      end(done);
    });

    it('under way are told when the service stops', async () => {
      let stopped = false;
      let begun = false;
      jobs.work(mail, ({ signal }) => {
        begun = true;
        return new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            stopped = true;
            resolve({ outcome: 'again', why: 'stopping' });
          });
        });
      });
      await jobs.add(mail, 'a');
      await until(() => begun);
      await jobs.close();
      expect(stopped).toBe(true);
    });
  });
};

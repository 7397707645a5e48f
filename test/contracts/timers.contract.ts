import { afterEach, describe, expect, it } from '@jest/globals';
import { type Instant, instant } from '../../src/kernel/instant.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Timers } from '../../src/ports/timers.ts';

/** A clock that runs as it should, from a moment on. */
const runningClock = (): Clock => ({ now: () => instant(new Date().toISOString()) });

const inMillis = (milliseconds: number): Instant =>
  instant(new Date(Date.now() + milliseconds).toISOString());

/** What hints promise, whoever gives them. */
export const timersContract = (name: string, open: (clock: Clock) => Promise<Timers>): void => {
  describe(`timers: ${name}`, () => {
    const opened: Timers[] = [];
    afterEach(async () => {
      for (const timers of opened.splice(0)) await timers.close();
    });
    const fresh = async (): Promise<{ timers: Timers; woken: { key: string; at: number }[] }> => {
      const timers = await open(runningClock());
      opened.push(timers);
      const woken: { key: string; at: number }[] = [];
      timers.listen((key) => woken.push({ key, at: Date.now() }));
      return { timers, woken };
    };
    const until = async (holds: () => boolean, atMost = 5_000): Promise<void> => {
      const end = Date.now() + atMost;
      while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
    };

    it('wake at their moment or soon after, never before', async () => {
      const { timers, woken } = await fresh();
      const at = inMillis(150);
      timers.wakeAt('a', at);
      await until(() => woken.length > 0);
      expect(woken.map(({ key }) => key)).toEqual(['a']);
      expect(woken[0]?.at).toBeGreaterThanOrEqual(Date.parse(at));
    });

    it('take the place of the one before under the same key', async () => {
      const { timers, woken } = await fresh();
      timers.wakeAt('a', inMillis(100));
      const later = inMillis(400);
      timers.wakeAt('a', later);
      await until(() => woken.length > 0);
      expect(woken).toHaveLength(1);
      expect(woken[0]?.at).toBeGreaterThanOrEqual(Date.parse(later));
    });

    it('wake for a moment that has passed', async () => {
      const { timers, woken } = await fresh();
      timers.wakeAt('a', inMillis(-60_000));
      await until(() => woken.length > 0);
      expect(woken.map(({ key }) => key)).toEqual(['a']);
    });

    it('tell at the listening what came before it', async () => {
      const timers = await open(runningClock());
      opened.push(timers);
      timers.wakeAt('a', inMillis(-60_000));
      timers.wakeAt('b', inMillis(30));
      await new Promise((resolve) => setTimeout(resolve, 60));
      const woken: string[] = [];
      timers.listen((key) => woken.push(key));
      await until(() => woken.length > 1);
      expect(woken.sort()).toEqual(['a', 'b']);
    });

    it('take the place of one whose moment came before anybody listened', async () => {
      const timers = await open(runningClock());
      opened.push(timers);
      timers.wakeAt('a', inMillis(-60_000));
      await new Promise((resolve) => setTimeout(resolve, 60));
      const later = inMillis(300);
      timers.wakeAt('a', later);
      const woken: number[] = [];
      timers.listen(() => woken.push(Date.now()));
      await until(() => woken.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(woken).toHaveLength(1);
      expect(woken[0]).toBeGreaterThanOrEqual(Date.parse(later));
    });

    it('do not wake at once for a moment years ahead, beyond what a single wait can hold', async () => {
      const { timers, woken } = await fresh();
      timers.wakeAt('far', inMillis(3 * 365 * 86_400_000));
      timers.wakeAt('near', inMillis(50));
      await until(() => woken.length > 1, 500);
      expect(woken.map(({ key }) => key)).toEqual(['near']);
    });

    it('wake nobody after they were closed', async () => {
      const { timers, woken } = await fresh();
      timers.wakeAt('a', inMillis(100));
      await timers.close();
      await until(() => woken.length > 0, 300);
      expect(woken).toEqual([]);
    });
  });
};

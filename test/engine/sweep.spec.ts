import { describe, expect, it } from '@jest/globals';
import { SteadyClock } from '../../src/engine/steady-clock.ts';
import { Sweep } from '../../src/engine/sweep.ts';
import { type Instant, instant } from '../../src/kernel/instant.ts';
import type { Timers } from '../../src/ports/timers.ts';

const at = (second: number): Instant =>
  instant(new Date(Date.parse('2025-09-01T08:00:00.000Z') + second * 1_000).toISOString());

const noHints: Timers = { wakeAt: () => undefined, listen: () => undefined, close: async () => undefined };

interface Timer {
  readonly name: string;
  readonly at: Instant;
}

/** An index that follows what was fired only when it is told to, as a read model does. */
const swept = (all: readonly Timer[], fire: (timer: Timer) => Promise<void> = async () => undefined) => {
  const now = { second: 0, wall: 0 };
  const index = new Map(all.map((timer) => [timer.name, timer]));
  const fired: string[] = [];
  const sweep = new Sweep<Timer>({
    clock: new SteadyClock(
      { now: () => at(now.second + now.wall) },
      { elapsed: () => now.second * 1_000 },
      () => undefined,
    ),
    timers: noHints,
    due: (moment, limit) =>
      [...index.values()]
        .filter((timer) => timer.at <= moment)
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .slice(0, limit),
    next: () => undefined,
    nameOf: ({ name }) => name,
    fire: async (timer) => {
      await fire(timer);
      fired.push(timer.name);
    },
  });
  return { now, index, fired, sweep };
};

const timer = (name: string, second: number): Timer => ({ name, at: at(second) });

describe('a sweep', () => {
  it('fires what is due, and nothing before its time', async () => {
    const { now, fired, sweep } = swept([timer('early', 10), timer('late', 20)]);
    now.second = 9;
    expect(await sweep.sweep()).toBe(0);
    now.second = 10;
    expect(await sweep.sweep()).toBe(1);
    expect(fired).toEqual(['early']);
  });

  it('does not fire again what the index still shows', async () => {
    const { now, index, fired, sweep } = swept([timer('a', 1)]);
    now.second = 5;
    await sweep.sweep();
    expect(await sweep.sweep()).toBe(0);
    index.delete('a');
    await sweep.sweep();
    expect(fired).toEqual(['a']);
  });

  it('fires anew what was gone from the index and came back', async () => {
    const { now, index, fired, sweep } = swept([timer('a', 1)]);
    now.second = 5;
    await sweep.sweep();
    index.delete('a');
    await sweep.sweep();
    index.set('a', timer('a', 4));
    await sweep.sweep();
    expect(fired).toEqual(['a', 'a']);
  });

  it('tries again what could not be fired', async () => {
    let broken = true;
    const { now, fired, sweep } = swept([timer('a', 1)], async () => {
      if (broken) throw new Error('the disk is full');
    });
    now.second = 5;
    await expect(sweep.sweep()).rejects.toThrow('the disk is full');
    broken = false;
    expect(await sweep.sweep()).toBe(1);
    expect(fired).toEqual(['a']);
  });

  it('fires nothing while the clock cannot be believed, and all of it afterwards', async () => {
    const { now, fired, sweep } = swept([timer('a', 5), timer('next month', 2_592_000)]);
    await sweep.sweep();
    now.second = 10;
    now.wall = 2_592_000;
    expect(await sweep.sweep()).toBe(0);
    now.second = 20;
    now.wall = 0;
    expect(await sweep.sweep()).toBe(0);
    now.second = 30;
    expect(await sweep.sweep()).toBe(0);
    now.second = 40;
    expect(await sweep.sweep()).toBe(1);
    expect(fired).toEqual(['a']);
  });

  it('leaves what others fire, and takes its hint from the first that is still to come', async () => {
    const hints: Instant[] = [];
    const [theirs, later, last] = [timer('theirs', 1), timer('later', 60), timer('last', 90)];
    const stopping = new AbortController();
    const fired: string[] = [];
    const sweep = new Sweep<Timer>({
      clock: new SteadyClock({ now: () => at(5) }, { elapsed: () => 5_000 }, () => undefined),
      timers: {
        ...noHints,
        wakeAt: (_key, moment) => {
          hints.push(moment);
          stopping.abort();
        },
      },
      due: (moment, limit) => [theirs, later, last].filter((each) => each.at <= moment).slice(0, limit),
      mayFire: ({ name }) => name !== 'theirs',
      next: (after) => [theirs, later, last][after]?.at,
      nameOf: ({ name }) => name,
      fire: async ({ name }) => void fired.push(name),
    });
    await sweep.run(stopping.signal, () => undefined);
    expect(hints).toEqual([later.at]);
    expect(fired).toEqual([]);
  });

  it('fires few at once while others wait, and asks before each few', async () => {
    const rooms = [2, 1, 10];
    const begun: string[][] = [];
    let under = 0;
    const all = Array.from({ length: 8 }, (_, index) => timer(`t${index}`, 1));
    const sweep = new Sweep<Timer>({
      clock: new SteadyClock({ now: () => at(5) }, { elapsed: () => 5_000 }, () => undefined),
      timers: noHints,
      due: () => all,
      next: () => undefined,
      nameOf: ({ name }) => name,
      atOnce: () => {
        begun.push([]);
        return rooms.shift() ?? 1;
      },
      fire: async ({ name }) => {
        under += 1;
        begun.at(-1)?.push(name);
        await Promise.resolve();
        under -= 1;
      },
    });
    expect(await sweep.sweep()).toBe(8);
    expect(begun.map((few) => few.length)).toEqual([2, 1, 5]);
    expect(under).toBe(0);
  });

  it('goes through as many as there are, in order of time', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => timer(`t${index}`, index / 1_000));
    const { now, index, fired, sweep } = swept(many);
    now.second = 60;
    for (let round = 0; round < 10 && index.size > 0; round++) {
      await sweep.sweep();
      for (const name of fired) index.delete(name);
    }
    expect(new Set(fired).size).toBe(5_000);
    expect(fired).toHaveLength(5_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type ClockJump, SteadyClock } from '../../src/engine/steady-clock.ts';
import { instant } from '../../src/kernel/instant.ts';

const start = Date.parse('2025-09-01T08:00:00.000Z');

/** Both clocks, in seconds since the start; each may be turned on its own. */
const clocks = () => {
  const at = { wall: 0, elapsed: 0 };
  const jumps: ClockJump[] = [];
  const steady = new SteadyClock(
    { now: () => instant(new Date(start + at.wall * 1_000).toISOString()) },
    { elapsed: () => 7_000 + at.elapsed * 1_000 },
    (jump) => jumps.push(jump),
  );
  const passes = (seconds: number, wall = seconds): string | undefined => {
    at.elapsed += seconds;
    at.wall += wall;
    return steady.look();
  };
  return { passes, jumps, steady };
};

describe('a clock on the wall', () => {
  it('is believed as long as it runs with the one that only grows', () => {
    const { passes, jumps } = clocks();
    expect(passes(0)).toBe('2025-09-01T08:00:00.000Z');
    expect(passes(30)).toBe('2025-09-01T08:00:30.000Z');
    expect(passes(30, 89)).toBe('2025-09-01T08:01:59.000Z');
    expect(jumps).toEqual([]);
  });

  it.each([
    ['ahead', 30, 30 + 61],
    ['back', 30, 30 - 61],
    ['ahead by a month', 30, 30 * 86_400],
  ])('that jumps %s is not believed, and somebody is told', (_name, seconds, wall) => {
    const { passes, jumps, steady } = clocks();
    passes(0);
    expect(passes(seconds, wall)).toBeUndefined();
    expect(jumps).toMatchObject([{ milliseconds: (wall - seconds) * 1_000 }]);
    expect(steady.believed).toBe(false);
  });

  it('is believed again when it has run right twice', () => {
    const { passes, steady } = clocks();
    passes(0);
    passes(30, 3_600);
    expect(passes(30)).toBeUndefined();
    expect(passes(30)).toBeDefined();
    expect(steady.believed).toBe(true);
  });

  it('that jumps again meanwhile begins to be doubted anew', () => {
    const { passes } = clocks();
    passes(0);
    passes(30, 3_600);
    expect(passes(30)).toBeUndefined();
    expect(passes(30, -3_600)).toBeUndefined();
    expect(passes(30)).toBeUndefined();
    expect(passes(30)).toBeDefined();
  });

  it('has passed with the night when the machine slept: both stood still or both went on', () => {
    const { passes, jumps } = clocks();
    passes(0);
    expect(passes(8 * 3_600)).toBeDefined();
    expect(jumps).toEqual([]);
  });
});

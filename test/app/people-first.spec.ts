import { describe, expect, it } from '@jest/globals';
import { PeopleFirst } from '../../src/app/workflows/people-first.ts';

/** How many turns of five milliseconds are had within a while, by a clock that counts them and the pauses. */
const turnsWithin = async (milliseconds: number, waiting: () => number): Promise<number> => {
  let worked = 0;
  const begun = performance.now();
  const first = new PeopleFirst(waiting, { elapsed: () => worked + performance.now() - begun });
  let turns = 0;
  while (performance.now() - begun < milliseconds && turns < 10_000) {
    await first.ask();
    worked += 5;
    turns += 1;
  }
  return turns;
};

describe('people first', () => {
  it('workflows rest after a turn while many wait for an answer, and go on after it', async () => {
    const turns = await turnsWithin(500, () => 64);
    expect(turns).toBeGreaterThan(2);
    expect(turns).toBeLessThan(50);
  });

  it('workflows do not rest while few wait', async () => {
    expect(await turnsWithin(500, () => 3)).toBe(10_000);
  });

  it('who comes while workflows had their turn is seen before they go on', async () => {
    let waiting = 0;
    const first = new PeopleFirst(() => waiting, { elapsed: () => performance.now() * 1_000 });
    setImmediate(() => {
      waiting = 64;
    });
    let gone = false;
    const asked = first.ask().then(() => {
      gone = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(gone).toBe(false);
    waiting = 0;
    await asked;
  });

  it('all who ask while it rests, rest', async () => {
    const first = new PeopleFirst(() => 64, { elapsed: () => performance.now() * 1_000 });
    let gone = 0;
    const asked = Array.from({ length: 5 }, async () => {
      await first.ask();
      gone += 1;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(gone).toBe(0);
    await Promise.all(asked);
    expect(gone).toBe(5);
  });
});

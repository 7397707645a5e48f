import { describe, expect, it } from '@jest/globals';
import type { Build } from './workflows/builds.ts';
import { faultsIn } from './workflows/campaign.ts';
import { playAll } from './workflows/seeds.ts';

const seedsOf = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => String(first + index));

/** A fifth of what `npm run campaign:workflows` plays, in smaller schools and of fewer seeds. */
const students = 50;

const small = { students: 25, years: 1 };
const broken = async (build: Build) => {
  const [result] = await playAll([{ ...small, seed: 'control', build }]);
  if (!result) throw new Error('nothing was played');
  return result;
};

describe('three school years of workflows, with crashes, and what comes twice, late or before its time', () => {
  it('miss nothing, ask nothing twice, and climb on the day', async () => {
    const results = await playAll(
      seedsOf(1, 12).map((seed) => ({ seed, students, years: 3, build: 'honest' })),
    );
    expect(results).toHaveLength(12);
    expect(results.filter((result) => faultsIn(result) > 0)).toEqual([]);
    const all = (what: 'tasks' | 'escalations' | 'signals' | 'crashes'): number =>
      results.reduce((sum, result) => sum + result[what], 0);
    expect(all('tasks')).toBeGreaterThan(12_000);
    expect(all('escalations')).toBeGreaterThan(9_600);
    expect(all('signals')).toBeGreaterThan(1_500);
    expect(all('crashes')).toBeGreaterThan(150);
  }, 500_000);

  it('leave the same trace, to the byte, for the same seed, and another for another', async () => {
    const [one, again, other] = await playAll(
      ['same', 'same', 'other'].map((seed) => ({ ...small, seed, build: 'honest' })),
    );
    expect(one?.crashes).toBeGreaterThan(0);
    expect(again?.trace).toBe(one?.trace);
    expect(other?.trace).not.toBe(one?.trace);
  }, 60_000);

  it('are caught when what they command is named by chance, and not by its cause', async () => {
    const { findings } = await broken('randomIds');
    expect(findings.doneTwice).not.toEqual([]);
  }, 60_000);

  it('are caught when timers live in the process alone, and are lost with it', async () => {
    const { findings } = await broken('forgetsTimers');
    expect(findings.missed.filter((each) => each.includes(' escalated '))).not.toEqual([]);
  }, 60_000);

  it('are caught when timers fire a day early', async () => {
    const { findings } = await broken('firesEarly');
    expect(findings.early).not.toEqual([]);
    expect(findings.missed).not.toEqual([]);
  }, 60_000);
});

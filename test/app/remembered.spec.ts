import { describe, expect, it } from '@jest/globals';
import { Remembered } from '../../src/app/figures/remembered.ts';

describe('answers that are remembered', () => {
  it('are made once for a question, and again when something was added to the log', () => {
    const remembered = new Remembered();
    let made = 0;
    const ask = (kind: string, question: object, ordinal: number): number =>
      remembered.of(kind, question, ordinal, () => ({ answer: (made += 1) })).answer;
    expect([ask('near', { year: 1 }, 7), ask('near', { year: 1 }, 7)]).toEqual([1, 1]);
    expect([ask('near', { year: 2 }, 7), ask('bridge', { year: 1 }, 7)]).toEqual([2, 3]);
    expect(ask('near', { year: 1 }, 8)).toBe(4);
    expect(ask('near', { year: 1 }, 7)).toBe(5);
  });

  it('are not kept without end', () => {
    const remembered = new Remembered();
    let made = 0;
    const ask = (year: number): void => {
      remembered.of('near', { year }, 1, () => ({ made: (made += 1) }));
    };
    for (let year = 0; year < 1_000; year += 1) ask(year);
    ask(0);
    expect(made).toBe(1_001);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { switchDefinitions } from '../../projections/figures/index.ts';
import { switchesTwice } from './agreeing.ts';
import { ledgerOf } from './asking.ts';
import { day } from './history.ts';
import { someSchool } from './random-history.ts';
import { switchesAgain } from './switches-again.ts';

const knownOn = day('2027-06-01');

describe('the definitions of a switch, computed a second time from exported events', () => {
  it('are the same for whatever happened to students', () => {
    fc.assert(
      fc.property(someSchool, fc.integer({ min: 2023, max: 2025 }), (school, year) => {
        const { figures, again } = switchesTwice(ledgerOf(school), school.entries(), year, knownOn);
        expect(figures).toEqual(again);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the histories that the two are compared on', () => {
  it('have members of every definition', () => {
    const seen = new Set(
      fc
        .sample(someSchool, { seed: 7, numRuns: 400 })
        .flatMap((school) => switchesAgain(school.entries(), 2024, knownOn))
        .map(({ definition, counted }) => `${definition} ${String(counted)}`),
    );
    // Another domein in the first year is rare here: the simulated schools of `npm run campaign:figures` have it.
    for (const { id } of switchDefinitions)
      expect([...seen].some((each) => each.startsWith(`${id} `))).toBe(true);
    for (const each of ['D3', 'D6', 'D7'])
      expect([...seen]).toEqual(expect.arrayContaining([`${each} true`, `${each} false`]));
  });
});

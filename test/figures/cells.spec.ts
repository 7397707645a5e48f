import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ledgerOf } from './asking.ts';
import { cellsDiffering } from './cells.ts';
import { day } from './history.ts';
import { someSchool } from './random-history.ts';

const query = { year: 2024, knownOn: day('2027-06-01') };

describe('a cell of any report', () => {
  it('opens to as many students or switches as it counts', () => {
    fc.assert(
      fc.property(someSchool, (school) => {
        expect(cellsDiffering(ledgerOf(school), query)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is seen to differ where it opens to nobody', () => {
    const ledger = ledgerOf(fc.sample(someSchool, { seed: 7, numRuns: 1 })[0] ?? { entries: () => [] });
    expect(cellsDiffering({ ...ledger, members: () => [] }, query)).not.toEqual([]);
  });
});

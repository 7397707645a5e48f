import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { indicatorIds, type Ledger, type OutcomesReport } from '../../projections/figures/index.ts';
import { outcomesTwice } from './agreeing.ts';
import { ledgerOf } from './asking.ts';
import { outcomesDiffering } from './cells.ts';
import { day, type School } from './history.ts';
import { outcomesAgain } from './outcomes-again.ts';
import { someSchool } from './random-history.ts';

const knownOn = day('2027-06-01');

const reportOf = (ledger: Ledger, year: number, by?: 'landschap' | 'leerweg'): OutcomesReport => {
  const answer = ledger.outcomes({ year, knownOn, ...(by === undefined ? {} : { by }) });
  if (!answer.answered) throw new Error(answer.refusal.code);
  return answer.report;
};

describe('the indicators of study success, computed a second time from exported events', () => {
  it('are the same for whatever happened to students', () => {
    fc.assert(
      fc.property(someSchool, fc.integer({ min: 2024, max: 2025 }), (school, year) => {
        const { figures, again } = outcomesTwice(ledgerOf(school), school.entries(), year, knownOn);
        expect(figures).toEqual(again);
      }),
      { numRuns: 60 },
    );
  });
});

/** How often each is said of the students of a hundred schools. */
const saidOf = (schools: readonly School[]): ReadonlyMap<string, number> => {
  const seen = new Map<string, number>();
  for (const school of schools)
    for (const year of [2024, 2025])
      for (const { indicator, said } of outcomesAgain(school.entries(), year, knownOn))
        seen.set(`${indicator} ${said}`, (seen.get(`${indicator} ${said}`) ?? 0) + 1);
  return seen;
};

describe('the histories that the two are compared on', () => {
  it('say nearly everything that can be said', () => {
    const seen = saidOf(fc.sample(someSchool, { seed: 7, numRuns: 150 }));
    for (const indicator of indicatorIds.filter((each) => each !== 'kwalificatiewinst'))
      for (const said of ['counts', 'does not']) expect([...seen.keys()]).toContain(`${indicator} ${said}`);
    expect([...seen.keys()]).toContain('opstroom cannot be said');
  });
});

describe('a cell of the indicators', () => {
  it('opens to as many students as it counts, in the year and over the years', () => {
    fc.assert(
      fc.property(someSchool, fc.constantFrom('landschap', 'leerweg'), (school, by) => {
        const ledger = ledgerOf(school);
        expect(outcomesDiffering(ledger, reportOf(ledger, 2025, by))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is seen to differ where the report counts one too many', () => {
    fc.assert(
      fc.property(
        someSchool.filter(
          (school) => (reportOf(ledgerOf(school), 2025).indicators[0]?.whole.denominator ?? 0) > 0,
        ),
        (school) => {
          const ledger = ledgerOf(school);
          const report = reportOf(ledger, 2025);
          const one = report.indicators.map(({ whole, ...rest }, index) => ({
            ...rest,
            whole: { ...whole, denominator: whole.denominator + (index === 0 ? 1 : 0) },
          }));
          expect(outcomesDiffering(ledger, { ...report, indicators: one })).toEqual([
            'outcomes 2025 instellingsverlater all',
          ]);
        },
      ),
      { numRuns: 5 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  createLedger,
  indicatorIds,
  type Ledger,
  type OutcomeCell,
  type OutcomeFigure,
  type OutcomesReport,
} from '../../projections/figures/index.ts';
import { eventsOf, makeSchool, planOf } from '../simulation/made-school.ts';
import { ledgerOf } from './asking.ts';
import { day, type School } from './history.ts';
import { outcomesAgain, type SaidAgain } from './outcomes-again.ts';
import { someSchool } from './random-history.ts';

const knownOn = day('2027-06-01');

const membersOf = (ledger: Ledger, year: number, known: ReturnType<typeof day>, cell: OutcomeCell) => {
  const answer = ledger.outcomeMembers({ year, knownOn: known }, cell);
  if (!answer.answered) throw new Error(answer.refusal.code);
  return answer.members;
};

/** What the figures say of everybody, in the words of the second computation. */
const saidBy = (ledger: Ledger, year: number, known = knownOn): readonly SaidAgain[] =>
  indicatorIds.flatMap((indicator) =>
    (['population', 'notKnown'] as const).flatMap((part) =>
      membersOf(ledger, year, known, { indicator, part }).map(({ trajectory, counted }): SaidAgain => ({
        trajectory,
        indicator,
        said: counted === null ? 'cannot be said' : counted ? 'counts' : 'does not',
      })),
    ),
  );

const inOrder = (all: readonly SaidAgain[]): readonly string[] =>
  all.map(({ trajectory, indicator, said }) => `${indicator} ${trajectory} ${said}`).toSorted();

const reportOf = (ledger: Ledger, year: number, by?: 'landschap' | 'leerweg'): OutcomesReport => {
  const answer = ledger.outcomes({ year, knownOn, ...(by === undefined ? {} : { by }) });
  if (!answer.answered) throw new Error(answer.refusal.code);
  return answer.report;
};

/** The cells whose drill-down has another total than the report. */
const differing = (ledger: Ledger, year: number, report: OutcomesReport): readonly string[] =>
  report.indicators.flatMap(({ indicator: { id: indicator }, whole, niveaus, splits = [] }) => {
    const wrong = (figure: OutcomeFigure, split?: OutcomeCell['split']): readonly string[] => {
      const cell = { indicator, ...(split === undefined ? {} : { split }) };
      const size = (part: OutcomeCell['part'], of: readonly number[]): number =>
        of.reduce(
          (sum, each) => sum + membersOf(ledger, year, knownOn, { ...cell, part, year: each }).length,
          0,
        );
      const { overYears } = figure;
      return [
        size('population', [year]) === figure.denominator,
        size('counted', [year]) === figure.numerator,
        size('population', overYears.years) === overYears.denominator,
        size('counted', overYears.years) === overYears.numerator,
        split !== undefined || size('notKnown', [year]) === figure.notKnown,
      ].every((holds) => holds)
        ? []
        : [`${indicator} ${split?.value ?? 'all'}`];
    };
    return [
      ...wrong(whole),
      ...niveaus.flatMap(({ niveau, ...figure }) => wrong(figure, { by: 'niveau', value: niveau })),
      ...splits.flatMap(({ by, value, ...figure }) => wrong(figure, { by, value })),
    ];
  });

describe('the indicators of study success, computed a second time from exported events', () => {
  it('are the same for whatever happened to students', () => {
    fc.assert(
      fc.property(someSchool, fc.integer({ min: 2024, max: 2025 }), (school, year) => {
        expect(inOrder(saidBy(ledgerOf(school), year))).toEqual(
          inOrder(outcomesAgain(school.entries(), year, knownOn)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('are the same for a simulated school, also as known earlier', async () => {
    const { store } = await makeSchool(planOf(80, 2, 'outcomes'));
    const entries = (await eventsOf(store)).map((event, index) => ({ ordinal: index + 1, event }));
    const ledger = createLedger();
    ledger.add(entries);
    for (const [year, known] of [
      [2024, '2026-11-22'],
      [2025, '2026-11-22'],
      [2024, '2025-10-10'],
    ] as const) {
      const said = saidBy(ledger, year, day(known));
      expect(new Set(said.map((each) => each.indicator)).size).toBe(indicatorIds.length);
      expect(inOrder(said)).toEqual(inOrder(outcomesAgain(entries, year, known)));
    }
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
        expect(differing(ledger, 2025, reportOf(ledger, 2025, by))).toEqual([]);
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
          expect(differing(ledger, 2025, { ...report, indicators: one })).toEqual([
            'instellingsverlater all',
          ]);
        },
      ),
      { numRuns: 5 },
    );
  });
});

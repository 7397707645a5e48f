import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  flowSentence,
  type FiguresReport,
  type Ledger,
  type Split,
  type SplitFigures,
  splits,
} from '../../projections/figures/index.ts';
import { reportTable } from '../../src/app/figures/texts/reports.ts';
import { later, ledgerOf, reportOn, rowsOn, year } from './asking.ts';
import { aSchool, day, programmes, type School, type Story, student } from './history.ts';
import { someSchool } from './random-history.ts';

const { verpleegkunde, software, kok } = programmes;

const begun = (story: Story, on = '2024-08-20'): Story =>
  story.placed(on, verpleegkunde).enrolled(`${on.slice(0, 4)}-09-01`);

/** Which students have which value. */
const valuesOf = (school: School, by: Split, of = year): Readonly<Record<string, readonly number[]>> => {
  const ledger = ledgerOf(school);
  const query = { report: 'twin' as const, year: of, knownOn: later };
  return Object.fromEntries(
    (reportOn(ledger, { by, year: of }).splits ?? []).map(({ value }) => [
      value,
      ledger.members(query, { split: { by, value } }).map(({ trajectory }) => Number(trajectory.slice(-2))),
    ]),
  );
};

describe('the twin as a table for people', () => {
  it('tells each cell in a Dutch sentence, of the whole and of each value of a split', () => {
    const school = aSchool();
    for (const n of [1, 2])
      school.student(n).placed('2024-08-20', programmes.verpleegkunde).enrolled('2024-09-01');
    const text = reportTable(reportOn(ledgerOf(school), { by: 'leerweg' }));
    expect(text.split(flowSentence('same', 'stayed', 2))).toHaveLength(3);
  });
});

describe('by cohort', () => {
  it('a student is of the school year of the first 1 October on which the register has him enrolled', () => {
    const school = aSchool();
    begun(school.student(1));
    begun(school.student(2), '2023-08-21');
    school.student(3).placed('2023-08-21', kok).enrolled('2023-10-02');
    expect(valuesOf(school, 'cohort')).toEqual({ '2023-2024': [2], '2024-2025': [1, 3] });
  });
  it('he stays of it, whatever he does: also when he left and came back', () => {
    const school = aSchool();
    begun(school.student(1), '2022-08-22')
      .left('2023-03-01')
      .returned('2024-08-19')
      .placed('2024-08-20', software)
      .enrolled('2024-09-01');
    expect(valuesOf(school, 'cohort')).toEqual({ '2022-2023': [1] });
  });
  it('what a delivery says goes before what the school has', () => {
    const school = aSchool();
    const story = begun(school.student(1), '2023-08-21');
    school.delivered(1, { from: day('2023-08-01'), madeOn: day('2025-11-01') }, [student(1)]);
    story.register(1, { from: '2024-08-01', periods: [['2024-08-01', '25655']] });
    expect(valuesOf(school, 'cohort')).toEqual({ '2024-2025': [1] });
  });
  it('it is the first year in whose population he stands', () => {
    fc.assert(
      fc.property(someSchool, (school) => {
        const ledger = ledgerOf(school);
        const firsts = new Map<string, number>();
        for (const each of [2022, 2023, 2024])
          for (const { trajectory } of rowsOn(ledger, { year: each }))
            if (!firsts.has(trajectory)) firsts.set(trajectory, each);
        for (const { trajectory } of rowsOn(ledger)) {
          const first = firsts.get(trajectory) ?? 0;
          const split = { by: 'cohort' as const, value: `${first}-${first + 1}` };
          const found = ledger.members({ report: 'twin', year, knownOn: later }, { split });
          expect(found.map((each) => each.trajectory)).toContain(trajectory);
        }
      }),
      { numRuns: 200, seed: 31 },
    );
  });
  it('its numbers of two years give away how many left: they do not leave the team', () => {
    fc.assert(
      fc.property(someSchool, (school) => {
        const ledger = ledgerOf(school);
        const of = (asked: number) =>
          reportOn(ledger, { by: 'cohort', year: asked }).splits?.find(({ value }) => value === '2023-2024');
        const [then, next] = [of(2023), of(2024)];
        const left = (then?.twin?.register ?? [])
          .filter(({ register }) => register.startsWith('left'))
          .reduce((sum, { count }) => sum + count, 0);
        expect((then?.population.size ?? 0) - (next?.population.size ?? 0)).toBe(left);
      }),
      { numRuns: 200, seed: 32 },
    );
  });
});

describe('by initiative and moment', () => {
  const school = aSchool();
  begun(school.student(1)).switched(1, '2024-11-11', verpleegkunde, software, { initiative: 'coach' });
  begun(school.student(2));
  begun(school.student(3))
    .switched(2, '2024-11-11', verpleegkunde, software, { initiative: 'coach' })
    .switched(3, '2025-09-15', software, kok, { initiative: 'bsa' });
  begun(school.student(4)).switched(4, '2024-09-16', verpleegkunde, software, { initiative: 'student' });
  begun(school.student(5))
    .startProgramme('2024-08-26', '2024-11-08')
    .switched(5, '2024-10-01', verpleegkunde, software, { initiative: 'sab' })
    .switched(6, '2024-10-02', software, kok, { initiative: 'fixus' });

  it('are those of the last switch after t and not after t’; who made none stands under none', () => {
    expect(valuesOf(school, 'initiative')).toEqual({ coach: [1], none: [2, 4], bsa: [3], fixus: [5] });
  });
  it('the moments that hold at once are one value, so that the values add up', () => {
    expect(valuesOf(school, 'moment')).toEqual({
      'after1Oct-firstYear': [1],
      'insideStartProgramme-after1Oct-firstYear': [5],
      none: [2, 4],
      'onOrBefore1Oct-later': [3],
    });
  });
  it('are those of the switch of the last day, also when a correction made it the last', () => {
    const other = aSchool();
    const story = begun(other.student(1)).switched(1, '2024-11-11', verpleegkunde, software, {
      initiative: 'coach',
    });
    const first = story.last('Switched');
    story.switched(2, '2025-02-03', software, kok, { initiative: 'bsa' });
    expect(valuesOf(other, 'initiative')).toEqual({ bsa: [1] });
    story.corrected(first, { on: '2025-05-12' }, '2025-06-02');
    expect(valuesOf(other, 'initiative')).toEqual({ coach: [1] });
  });
  it('a switch whose request is not known has an unknown initiative', () => {
    const other = aSchool();
    const story = begun(other.student(1)).switched(1, '2024-11-11', verpleegkunde, software);
    story.neverWas(story.last('SwitchRequested'), '2025-01-06');
    expect(valuesOf(other, 'initiative')).toEqual({ unknown: [1] });
  });
  it('of each switch counted by itself are its own', () => {
    const counts = (by: Split) => reportOn(ledgerOf(school), { report: 'switches', by }).switches?.counts;
    expect(counts('initiative')).toEqual([
      { initiative: 'coach', count: 2 },
      { initiative: 'fixus', count: 1 },
      { initiative: 'sab', count: 1 },
      { initiative: 'student', count: 1 },
    ]);
  });
});

type Figures = Pick<SplitFigures, 'population' | 'twin' | 'vsv'>;

/** All numbers of a report or of a part of it, each under its name. */
const numbersOf = ({ population, twin, vsv }: Figures): ReadonlyMap<string, number> =>
  new Map([
    ...Object.entries(population),
    ...(twin?.register ?? []).map(({ register, count }) => [`register ${register}`, count] as const),
    ...(twin?.evidence ?? []).map(({ evidence, count }) => [`evidence ${evidence}`, count] as const),
    ...(twin?.flows ?? []).map((each) => [`${each.register}/${each.evidence}`, each.count] as const),
    ...(twin ? [['presumed', twin.presumed] as const, ['differ', twin.accountsDiffer] as const] : []),
    ...(vsv?.verdicts ?? []).map(({ verdict, step, count }) => [`${verdict} ${step}`, count] as const),
    ...(vsv?.shares ?? []).flatMap(({ niveau, of, open }) => [
      [`of ${niveau}`, of] as const,
      [`open ${niveau}`, open] as const,
    ]),
  ]);

/** Which numbers of the whole are not what those of the parts add up to. */
const offBy = (report: FiguresReport): readonly string[] => {
  const whole = numbersOf(report);
  const sums = new Map<string, number>();
  for (const part of report.splits ?? [])
    for (const [name, count] of numbersOf(part)) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...new Set([...whole.keys(), ...sums.keys()])].filter(
    (name) => (whole.get(name) ?? 0) !== (sums.get(name) ?? 0),
  );
};

const splitBy = (ledger: Ledger, report: 'twin' | 'vsv', by: Split) => reportOn(ledger, { report, by });

describe('the parts of a split', () => {
  it('add up to the whole, in every number, by every split', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(someSchool, fc.constantFrom('twin' as const, 'vsv' as const), (school, report) => {
        const ledger = ledgerOf(school);
        for (const by of splits) {
          const split = splitBy(ledger, report, by);
          expect([by, offBy(split)]).toEqual([by, []]);
          if ((split.splits ?? []).length > 1) seen.add(by);
        }
      }),
      { numRuns: 300, seed: 33 },
    );
    expect([...seen].sort()).toEqual([...splits].sort());
  });
  it('are found out when one of them is missing: the law bites', () => {
    const school = aSchool();
    begun(school.student(1));
    begun(school.student(2)).switched(1, '2024-11-11', verpleegkunde, software);
    const report = splitBy(ledgerOf(school), 'twin', 'moment');
    expect(offBy(report)).toEqual([]);
    expect(offBy({ ...report, splits: (report.splits ?? []).slice(1) })).toContain('size');
  });
  it('of the switches add up to all of them, whatever the definition', () => {
    fc.assert(
      fc.property(
        someSchool,
        fc.constantFrom('all', 'D1', 'D5', 'D6', 'D7', 'own:domein,student'),
        fc.constantFrom(...splits),
        (school, definition, by) => {
          const { population, switches } = reportOn(ledgerOf(school), { report: 'switches', definition, by });
          const counts = switches?.counts ?? [];
          expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(population.size);
          for (const each of counts) expect(typeof each[by]).toBe('string');
        },
      ),
      { numRuns: 300, seed: 34 },
    );
  });
});

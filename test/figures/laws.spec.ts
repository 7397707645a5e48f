import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  createLedger,
  evidenceBoxes,
  type FiguresQuery,
  type FiguresReport,
  type Ledger,
  registerBoxes,
  type SwitchRow,
  switchDefinitions,
  type TwinRow,
  vsvSteps,
} from '../../projections/figures/index.ts';
import { addDays, dateOf } from '../../src/kernel/calendar-date.ts';
import { ledgerOf, reportOn, rowsOn, switchRowsOn } from './asking.ts';
import { day } from './history.ts';
import { recomputed } from './recomputed.ts';
import { someSchool } from './random-history.ts';

const sum = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((total, { count }) => total + count, 0);

/** What is wrong with rows, and with the report over them: nothing, when each row has exactly one box in each reading. */
const complaints = (rows: readonly TwinRow[], { twin, population }: FiguresReport): readonly string[] => {
  const wrong: string[] = [];
  const say = (holds: boolean, what: string): void => {
    if (!holds) wrong.push(what);
  };
  const ids = rows.map(({ trajectory }) => trajectory);
  say(new Set(ids).size === ids.length, 'a student stands in it twice');
  say(ids.join() === ids.toSorted().join(), 'the rows are not in the order of trajectories');
  say(rows.length === population.size, 'the population is not the rows');
  say(population.delivered + population.derived === population.size, 'delivered and derived are not all');
  for (const row of rows) {
    say(registerBoxes.includes(row.register), `${row.register} is no register box`);
    say(evidenceBoxes.includes(row.evidence), `${row.evidence} is no evidence box`);
    say(vsvSteps.includes(row.vsv.step), `${row.vsv.step} is no step`);
    say((row.vsv.step === 'V8') === (row.vsv.verdict === 'open'), 'V8 and only V8 is open');
    say(
      row.missing.length > 0 === (row.evidence === 'switchEvidenceMissing'),
      'missing evidence in another box',
    );
    say(row.events.length > 0, 'no event decided');
    const gone = ['leftWithDiploma', 'leftWithout'].includes(row.register);
    say(
      gone || (row.vsv.verdict === 'no' && ['V2', 'V3', 'V4'].includes(row.vsv.step)),
      'enrolled here and yet VSV',
    );
  }
  const count = (box: Partial<TwinRow>): number =>
    rows.filter((row) => Object.entries(box).every(([name, value]) => row[name as keyof TwinRow] === value))
      .length;
  for (const each of twin?.register ?? [])
    say(each.count === count({ register: each.register }), 'a register count is not the sum');
  for (const each of twin?.evidence ?? [])
    say(each.count === count({ evidence: each.evidence }), 'an evidence count is not the sum');
  for (const { register, evidence, count: n } of twin?.flows ?? [])
    say(n === count({ register, evidence }), 'a flow is not the sum');
  for (const list of [twin?.register, twin?.evidence, twin?.flows])
    say(sum(list ?? []) === rows.length, 'a distribution is not all');
  say(
    twin?.presumed === rows.filter(({ vsv }) => vsv.verdict === 'presumed').length,
    'presumed is not the sum',
  );
  return wrong;
};

const reached = new Map<string, number>();

describe('random histories', () => {
  it('give each student exactly one box in each reading, and the counts are the sums of the rows', () => {
    fc.assert(
      fc.property(someSchool, (school) => {
        const ledger = ledgerOf(school);
        const rows = rowsOn(ledger);
        for (const { register, evidence } of rows)
          for (const box of [`register ${register}`, `evidence ${evidence}`])
            reached.set(box, (reached.get(box) ?? 0) + 1);
        expect(complaints(rows, reportOn(ledger))).toEqual([]);
      }),
      { numRuns: 4_000, seed: 2024 },
    );
    const boxes = [
      ...registerBoxes.map((box) => `register ${box}`),
      ...evidenceBoxes.map((box) => `evidence ${box}`),
    ];
    expect(boxes.filter((box) => !reached.has(box))).toEqual([]);
  });

  it('are found out when a student has two boxes, or none: the law bites', () => {
    const [school] = fc.sample(
      someSchool.filter((each) => rowsOn(ledgerOf(each)).length > 1),
      { numRuns: 1, seed: 7 },
    );
    if (!school) throw new Error('no school was made');
    const ledger = ledgerOf(school);
    const report = reportOn(ledger);
    const rows = rowsOn(ledger);
    const [one, ...others] = rows;
    if (!one) throw new Error('no row was made');
    const another = registerBoxes.find((box) => box !== one.register) ?? one.register;
    expect(complaints([one, { ...one, register: another }, ...others], report)).toContain(
      'a student stands in it twice',
    );
    expect(complaints(others, report)).toContain('the population is not the rows');
    expect(complaints([{ ...one, register: another }, ...others], report)).toContain(
      'a register count is not the sum',
    );
    expect(complaints([{ ...one, evidence: '' as never }, ...others], report)).toContain(
      ' is no evidence box',
    );
  });

  it('give the same rows when they are computed once more, day by day, from the exported events', () => {
    fc.assert(
      fc.property(
        someSchool,
        fc.constantFrom(2023, 2024),
        fc.constantFrom('2025-10-01', '2025-12-01', '2026-06-01'),
        (school, of, known) => {
          const rows = rowsOn(ledgerOf(school), { year: of, knownOn: day(known) });
          const plain = rows.map(({ events: _, ...row }) => row);
          expect(plain).toEqual(recomputed(school.entries(), of, known));
        },
      ),
      { numRuns: 1_000, seed: 2027 },
    );
  });

  it('are counted by every definition as the sum of its rows', () => {
    fc.assert(
      fc.property(someSchool, fc.constantFrom(...switchDefinitions), (school, { id }) => {
        const ledger = ledgerOf(school);
        const rows: readonly SwitchRow[] = switchRowsOn(ledger, id);
        const { switches, population } = reportOn(ledger, { report: 'switches', definition: id });
        expect(population.size).toBe(rows.length);
        const by = (name: string) => (switches?.counts ?? []).filter((each) => name in each);
        if (id === 'all') {
          expect(sum(by('dimension'))).toBe(rows.flatMap((row) => row.dimensions).length);
          expect(sum(by('moment'))).toBe(rows.flatMap((row) => row.moment).length);
          expect(sum(by('initiative'))).toBe(rows.filter((row) => row.initiative !== null).length);
        } else expect(sum(by('counted'))).toBe(rows.length);
      }),
      { numRuns: 500, seed: 2025 },
    );
  });

  it('are answered the same whether the ledger was asked before, grew in between, or is new', () => {
    // From just before t' on.
    const someQuery = fc
      .record({
        report: fc.constantFrom('twin' as const, 'vsv' as const, 'switches' as const),
        year: fc.constantFrom(2022, 2023, 2024),
        days: fc.integer({ min: -60, max: 300 }),
      })
      .map(({ days, ...query }) => ({ ...query, knownOn: addDays(dateOf(query.year + 1, 10, 1), days) }));
    const everything = (ledger: Ledger, query: FiguresQuery) => {
      const { report: _, ...question } = query;
      const from = addDays(query.knownOn, -20);
      return JSON.stringify([
        ledger.report(query),
        [...ledger.rows(query)],
        ledger.outcomes(question),
        ledger.near(question),
        ledger.bridge({ ...question, from, to: query.knownOn }),
        ledger.reconciliation(question),
      ]);
    };
    fc.assert(
      fc.property(
        someSchool,
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 5 }),
        fc.array(fc.tuple(someQuery, fc.boolean()), { minLength: 1, maxLength: 3 }),
        (school, shares, asked) => {
          const entries = school.entries();
          const growing = createLedger();
          let given = 0;
          for (const share of shares.toSorted((one, other) => one - other)) {
            const upTo = Math.floor((share * entries.length) / 100);
            growing.add(entries.slice(given, upTo));
            given = upTo;
            for (const [query, cut] of asked) {
              const at = Math.floor(given / 2);
              const question: FiguresQuery = cut ? { ...query, at } : query;
              const fresh = createLedger();
              fresh.add(entries.slice(0, cut ? at : given));
              expect(everything(growing, question)).toBe(everything(fresh, query));
            }
          }
        },
      ),
      { numRuns: 400, seed: 2026 },
    );
  });
});

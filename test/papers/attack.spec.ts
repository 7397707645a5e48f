import { beforeAll, describe, expect, it } from '@jest/globals';
import { createLedger, type Ledger, programmeSplits, type Split } from '../../projections/figures/index.ts';
import { csvOf } from '../../src/app/papers/writing/csv.ts';
import { outcomesPaper } from '../../src/app/papers/outcomes-paper.ts';
import { isWithheld, type Paper, withheld } from '../../src/app/papers/paper.ts';
import { reportPaper } from '../../src/app/papers/report-paper.ts';
import type { Telling } from '../../src/app/papers/telling.ts';
import { day } from '../figures/history.ts';
import { eventsOf, makeSchool, planOf } from '../simulation/made-school.ts';
import { Attacker, type Kinship, type Papers } from './attacker.ts';

const knownOn = day('2026-11-22');
const both = [2024, 2025];
const decoder = new TextDecoder();

/** All reports of both years, whole and by every split that may go outside; what is told in them is decided by this. */
const papersOf = (
  ledger: Ledger,
  years: readonly number[],
  tellingOf: (year: number) => Telling | undefined,
  also: (paper: Paper) => Paper = (paper) => paper,
): readonly Papers[] =>
  years.flatMap((year) =>
    [undefined, ...programmeSplits].map((by): Papers => {
      const split: { readonly by?: Split } = by === undefined ? {} : { by };
      const csv = (paper: Paper): string => decoder.decode(csvOf(also(paper)));
      const report = (name: 'twin' | 'vsv'): string => {
        const answer = ledger.report({ report: name, year, knownOn, ...split });
        if (!answer.answered) throw new Error(answer.refusal.code);
        return csv(reportPaper(answer.report, tellingOf(year)));
      };
      const outcomes = ledger.outcomes({ year, knownOn, ...split });
      if (!outcomes.answered) throw new Error(outcomes.refusal.code);
      const tellings = tellingOf(year) && ((each: number) => tellingOf(each) ?? never());
      return {
        year,
        ...split,
        twin: report('twin'),
        vsv: report('vsv'),
        outcomes: csv(outcomesPaper(outcomes.report, tellings)),
      };
    }),
  );

const never = (): never => {
  throw new Error('all or none');
};

const disclosed = (ledger: Ledger) => {
  const made = new Map<number, Telling>();
  return (year: number): Telling => {
    const known = made.get(year);
    if (known) return known;
    const found = ledger.disclosure({ year, knownOn });
    if ('code' in found) throw new Error(found.code);
    made.set(year, found);
    return found;
  };
};

const kinshipOf = (ledger: Ledger): Kinship => {
  const of = new Map<string, { domein: Set<string>; niveau: Set<string> }>();
  for (const year of both) {
    const seen = (by: Split, value: string) =>
      ledger
        .members({ report: 'twin', year, knownOn }, { split: { by, value } })
        .map(({ trajectory }) => trajectory);
    const valuesOf = (by: Split): readonly string[] => {
      const answer = ledger.report({ report: 'twin', year, knownOn, by });
      return answer.answered ? (answer.report.splits ?? []).map(({ value }) => value) : [];
    };
    const placed = new Map<string, Record<string, string>>();
    for (const by of ['crebo', 'domein', 'niveau'] as const)
      for (const value of valuesOf(by))
        for (const id of seen(by, value)) placed.set(id, { ...placed.get(id), [by]: value });
    for (const { crebo = '', domein = '', niveau = '' } of placed.values()) {
      const kin = of.get(crebo) ?? { domein: new Set<string>(), niveau: new Set<string>() };
      kin.domein.add(domein);
      kin.niveau.add(niveau);
      of.set(crebo, kin);
    }
  }
  return Object.fromEntries(of);
};

const isSmall = (value: number): boolean => value > 0 && value < 5;

describe('whoever has every report of two years that left the team', () => {
  let ledger: Ledger;
  let kinship: Kinship;
  /** What the team itself sees. */
  let truth: ReadonlyMap<string, number>;

  beforeAll(async () => {
    const { store } = await makeSchool(planOf(300, 2, 'attack'));
    ledger = createLedger();
    ledger.add((await eventsOf(store)).map((event, index) => ({ ordinal: index + 1, event })));
    kinship = kinshipOf(ledger);
    const team = new Attacker(
      papersOf(ledger, both, () => undefined),
      kinship,
    );
    truth = new Map([...team.known, ...team.recovered()]);
  }, 120_000);

  it('is told no number below five, and much above it', () => {
    const { known } = new Attacker(papersOf(ledger, both, disclosed(ledger)), kinship);
    expect([...known].filter(([, value]) => isSmall(value))).toEqual([]);
    expect(known.size).toBeGreaterThan(200);
    for (const [name, value] of known) expect([name, truth.get(name)]).toEqual([name, value]);
  });

  it('recovers none', () => {
    const attacker = new Attacker(papersOf(ledger, both, disclosed(ledger)), kinship);
    const recovered = [...attacker.recovered()];
    expect(recovered.filter(([, value]) => isSmall(value))).toEqual([]);
    // What it does find is so: the sums that it reckons by hold.
    for (const [name, value] of recovered)
      if (truth.has(name)) expect([name, truth.get(name)]).toEqual([name, value]);
  });

  it('recovers many where only small numbers themselves are left out', () => {
    const small = (paper: Paper): Paper => ({
      ...paper,
      tables: paper.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) =>
          row.map((cell) =>
            typeof cell === 'number' && isSmall(cell) && !isWithheld(cell) ? withheld : cell,
          ),
        ),
      })),
    });
    const attacker = new Attacker(
      papersOf(ledger, [2024], () => undefined, small),
      kinship,
    );
    const recovered = [...attacker.recovered()].filter(([, value]) => isSmall(value));
    expect(recovered.length).toBeGreaterThan(50);
    for (const [name, value] of recovered) expect([name, truth.get(name)]).toEqual([name, value]);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { comparePaper } from '../../src/app/papers/compare-paper.ts';
import { evidencePaper } from '../../src/app/papers/evidence-paper.ts';
import { bridgePaper, nearPaper, whyPaper } from '../../src/app/papers/inspection-papers.ts';
import { outcomesPaper } from '../../src/app/papers/outcomes-paper.ts';
import type { Paper } from '../../src/app/papers/paper.ts';
import { reconciliationPaper } from '../../src/app/papers/reconciliation-paper.ts';
import { reportPaper } from '../../src/app/papers/report-paper.ts';
import { compare, type Ledger, splits } from '../../projections/figures/index.ts';
import { day } from '../figures/history.ts';
import { ledgerOf, makeSchool, planOf } from '../simulation/made-school.ts';
import { unsaid } from './as-answered.ts';

const year = 2025;
const knownOn = day('2026-11-22');

const besideTitle = 'Naast het register';
const stop = (why: string): never => {
  throw new Error(why);
};

const answered = <Report extends object>(
  answer: { readonly answered: true; readonly report: Report } | { readonly answered: false },
): Report => {
  if (!answer.answered) throw new Error(JSON.stringify(answer));
  return answer.report;
};

describe('a paper for the team says all that the answer says', () => {
  let ledger: Ledger;
  let papers: readonly (readonly [name: string, paper: Paper, answer: object])[];

  beforeAll(async () => {
    ledger = await ledgerOf((await makeSchool(planOf(120, 2, 'as answered'))).store);
    const of = <Report extends object>(name: string, report: Report, paperOf: (report: Report) => Paper) =>
      [name, paperOf(report), report] as const;
    const query = { year, knownOn };
    const near = answered(ledger.near({ knownOn }));
    const bridge = answered(ledger.bridge({ year, from: day('2026-10-01'), to: knownOn }));
    const evidence = answered(ledger.evidence(query));
    expect([near.cases.length, bridge.steps.length, evidence.switches.length].every((n) => n > 0)).toBe(true);
    papers = [
      of('near', near, nearPaper),
      of('bridge', bridge, bridgePaper),
      of('evidence', evidence, (report) => evidencePaper(report)),
      of('reconciliation', answered(ledger.reconciliation(query)), reconciliationPaper),
      ...near.cases
        .slice(0, 20)
        .map(({ trajectory }) =>
          of('why', answered(ledger.why({ trajectory, ...query })), (report) => whyPaper(report)),
        ),
      ...(['twin', 'vsv'] as const).flatMap((report) =>
        [undefined, ...splits].map((by) =>
          of(
            `${report} ${by ?? ''}`,
            answered(ledger.report({ report, ...query, ...(by === undefined ? {} : { by }) })),
            (said) => reportPaper(said),
          ),
        ),
      ),
      of('alongside', answered(ledger.report({ report: 'twin', alongside: 'D1', ...query })), (said) =>
        reportPaper(said),
      ),
      ...['all', 'D1', 'D3', 'D7'].map((definition) =>
        of(
          `switches ${definition}`,
          answered(ledger.report({ report: 'switches', definition, ...query })),
          (said) => reportPaper(said),
        ),
      ),
    ];
  }, 120_000);

  it('of every report and every answer of the inspection', () => {
    expect(papers.map(([name, paper, answer]) => [name, unsaid(paper, answer)])).toEqual(
      papers.map(([name]) => [name, []]),
    );
  });

  it('which is found out when any table with lines in it is left out, or any line of the question', () => {
    const short = papers
      .filter(([name]) => ['near', 'bridge', 'evidence', 'why', 'twin domein'].includes(name))
      .flatMap(([name, paper, answer]) =>
        paper.tables
          .filter(({ title, rows }) => rows.length > 0 && title !== besideTitle)
          .map((without) => ({
            name: `${name}: ${without.title}`,
            found: unsaid({ ...paper, tables: paper.tables.filter((each) => each !== without) }, answer),
          })),
      );
    expect(short.length).toBeGreaterThan(20);
    expect(short.filter(({ found }) => found.length === 0).map(({ name }) => name)).toEqual([]);
    for (const [, paper, answer] of papers)
      expect(unsaid({ ...paper, verantwoording: [] }, answer)).not.toEqual([]);
  });

  it('of whom the twin reading leaves beside the register, number by number', () => {
    const report = answered(ledger.report({ report: 'twin', year, knownOn }));
    const twin = report.twin ?? stop('no twin');
    const beside = {
      placedOnly: { definitive: 1, placedOnly: 2, gone: 3 },
      schoolOnly: 4,
      switchBefore: 5,
    };
    const table = reportPaper({ ...report, twin: { ...twin, beside } }).tables.find(
      ({ title }) => title === besideTitle,
    );
    expect(table?.rows).toEqual([
      ['geplaatst en definitief', 1],
      ['geplaatst, niet ingeschreven', 2],
      ['geplaatst, op de peildatum weg', 3],
      ['alleen bij de school bekend', 4],
      ['switches voor de eerste peildatum', 5],
    ]);
  });

  it('of study success, number by number', () => {
    const report = answered(ledger.outcomes({ year, knownOn, by: 'domein' }));
    const [table] = outcomesPaper(report).tables;
    const figures = report.indicators.flatMap(
      ({ indicator: { name }, whole, niveaus, splits: parts = [] }) => [
        { name, value: '', figure: whole },
        ...niveaus.map(({ niveau, ...figure }) => ({ name, value: niveau, figure })),
        ...parts.map(({ value, ...figure }) => ({ name, value, figure })),
      ],
    );
    expect(table?.rows.map((row) => [row[0], row[2], ...row.slice(3, 9)])).toEqual(
      figures.map(({ name, value, figure: { numerator, denominator, percent, overYears } }) => [
        name,
        value,
        numerator,
        denominator,
        percent,
        overYears.numerator,
        overYears.denominator,
        overYears.computable ? overYears.percent : null,
      ]),
    );
  });

  it('of two sides laid beside each other, each number with its share', () => {
    const report = answered(
      compare({ report: 'vsv', knownOn, sides: [{ year: 2024 }, { year }] }, (query) => ledger.report(query)),
    );
    const [table] = comparePaper(report).tables;
    const lines = new Map(
      table?.rows.map(([what, ...sides]) => [typeof what === 'string' ? what : '', sides]),
    );
    expect(lines.get('populatie')).toEqual(report.sides.map(({ population }) => String(population.size)));
    for (const [at, { vsv }] of report.sides.entries())
      for (const { step, count } of vsv?.verdicts ?? [])
        expect(
          [...lines].filter(([what]) => what.includes(`(${step})`)).map(([, sides]) => sides[at]),
        ).toContainEqual(expect.stringMatching(new RegExp(`^${count}( |$)`)));
  });
});

describe('why and the indicators of study success', () => {
  it('agree on every student: counted, not counted, left out or not to say', async () => {
    const ledger = await ledgerOf((await makeSchool(planOf(60, 3, 'why outcomes'))).store);
    const report = answered(ledger.outcomes({ year, knownOn }));
    const standings = new Set<string>();
    for (const { indicator } of report.indicators) {
      const membersOf = (part: 'population' | 'notKnown') => {
        const answer = ledger.outcomeMembers({ year, knownOn }, { indicator: indicator.id, part });
        if (!answer.answered) throw new Error(JSON.stringify(answer));
        return answer.members;
      };
      for (const { trajectory, because, counted } of membersOf('population')) {
        const figure = answered(ledger.why({ trajectory, year, knownOn })).figures.find(
          (each) => each.figure === indicator.id,
        );
        standings.add(`${figure?.standing ?? ''} ${indicator.id}`);
        expect([figure?.standing, figure?.decidedBy.step]).toEqual([
          counted === true ? 'counted' : 'notCounted',
          because,
        ]);
      }
      const inIt = new Set([...membersOf('population'), ...membersOf('notKnown')].map((of) => of.trajectory));
      const others = answered(ledger.near({ knownOn })).cases.filter((of) => !inIt.has(of.trajectory));
      for (const { trajectory } of others) {
        const figure = answered(ledger.why({ trajectory, year, knownOn })).figures.find(
          (each) => each.figure === indicator.id,
        );
        standings.add(`${figure?.standing ?? ''} ${indicator.id}`);
        expect(figure).toMatchObject({ standing: 'leftOut', as: null });
      }
    }
    expect([...standings].length).toBeGreaterThan(report.indicators.length);
  });
});

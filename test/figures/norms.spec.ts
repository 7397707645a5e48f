import { describe, expect, it } from '@jest/globals';
import type { FiguresQuery } from '../../projections/figures/index.ts';
import { outcomesPaper } from '../../src/app/papers/outcomes-paper.ts';
import { reportPaper } from '../../src/app/papers/report-paper.ts';
import { shippedVsvSource } from '../../src/domain/institution/norms.ts';
import { later, ledgerOf, reportOn, schoolWith, year } from './asking.ts';
import { day, programmes } from './history.ts';

const stays = () =>
  schoolWith((story) => story.placed('2024-08-20', programmes.verpleegkunde).enrolled('2024-09-01'));
const source = 'Stcrt. 2024, 12345';
/** Confirmed on 1 December 2025, for the year and those after it. */
const confirmed = stays()
  .institution('NormSet', { norm: 'vsv', niveau: 4, schoolYear: year, percent: '2.5', source }, '2025-12-01')
  .institution(
    'NormSet',
    { norm: 'startersresultaat', niveau: 4, schoolYear: year, percent: '81', source },
    '2025-12-01',
  );
const before = day('2025-11-30');

const vsvOf = (school: ReturnType<typeof stays>, query: Partial<FiguresQuery> = {}) =>
  reportOn(ledgerOf(school), { report: 'vsv', ...query });
const outcomesOf = (school: ReturnType<typeof stays>, knownOn = later) => {
  const answer = ledgerOf(school).outcomes({ year, knownOn });
  if (!answer.answered) throw new Error(answer.refusal.code);
  return answer.report;
};
const starters = (...asked: Parameters<typeof outcomesOf>) =>
  outcomesOf(...asked).indicators.find(({ indicator }) => indicator.id === 'startersresultaat')?.niveaus[0]
    ?.norm;

describe('the norm beside a figure', () => {
  it('is an example that nobody confirmed, until the institution sets its own with a source', () => {
    expect(starters(stays())).toMatchObject({ percent: 82, confirmed: false });
    expect(starters(confirmed)).toEqual({ percent: 81, confirmed: true, source });
  });

  it('is as known on the day that is asked about', () => {
    expect(starters(confirmed, before)).toEqual(starters(stays(), before));
    expect(vsvOf(confirmed, { knownOn: before }).vsv).toEqual(vsvOf(stays(), { knownOn: before }).vsv);
  });

  it('of VSV is the institution’s before the one that ships, and its source stands with it', () => {
    const shareOf = (school: ReturnType<typeof stays>) =>
      vsvOf(school).vsv?.shares.find(({ niveau }) => niveau === '4');
    expect(shareOf(stays())).toMatchObject({ norm: 3 });
    expect(shareOf(stays())).not.toHaveProperty('normSource');
    expect(shareOf(confirmed)).toMatchObject({ norm: 2.5, normSource: source });
  });

  it('changes nobody’s verdict and no count', () => {
    const without = (school: ReturnType<typeof stays>) => {
      const { vsv, ordinal: _, ...rest } = vsvOf(school);
      return {
        ...rest,
        ...vsv,
        shares: vsv?.shares.map(({ norm: _norm, normSource: _from, ...share }) => share),
      };
    };
    expect(without(confirmed)).toEqual(without(stays()));
  });

  it('is told on paper with where it comes from', () => {
    const norms = (paper: ReturnType<typeof reportPaper>) =>
      paper.tables.find(({ title }) => title === 'Normen')?.rows;
    expect(norms(reportPaper(vsvOf(stays())))).toEqual([['4', 3, shippedVsvSource]]);
    expect(norms(reportPaper(vsvOf(confirmed)))).toEqual([['4', 2.5, source]]);
    const told = norms(outcomesPaper(outcomesOf(confirmed)));
    expect(told).toContainEqual(['Startersresultaat', '4', 81, source]);
    for (const [name, , , from] of told ?? [])
      if (name !== 'Startersresultaat') expect(from).toMatch(/^norm niet bevestigd: /);
  });
});

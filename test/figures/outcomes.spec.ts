import { describe, expect, it } from '@jest/globals';
import type { IndicatorId, OutcomeRow } from '../../projections/figures/index.ts';
import { later, ledgerOf, schoolWith, type Tell, year } from './asking.ts';
import { programmes, type Story } from './history.ts';

const { verpleegkunde } = programmes;
const begun = (story: Story): Story => story.placed('2024-08-20', verpleegkunde).enrolled('2024-09-01');

const rowsOf = (tell: Tell): readonly OutcomeRow[] => {
  const rows = ledgerOf(schoolWith(tell)).outcomeRows({ year, knownOn: later });
  if ('code' in rows) throw new Error(rows.code);
  return [...rows];
};
const row = (tell: Tell, indicator: IndicatorId): OutcomeRow | undefined =>
  rowsOf(tell).find((each) => each.indicator === indicator);

describe('the indicators of study success', () => {
  const stays: Tell = (story) => begun(story);
  const withDiploma: Tell = (story) => begun(story).diploma('2025-06-20', '25655', 4).left('2025-07-01');
  const without: Tell = (story) => begun(story).left('2025-03-01');

  it.each<[IndicatorId, string, Tell, boolean | undefined]>([
    ['instellingsverlater', 'stays', stays, false],
    ['instellingsverlater', 'leaves', without, true],
    ['jaarresultaat', 'stays', stays, undefined],
    ['jaarresultaat', 'leaves with a diploma', withDiploma, true],
    ['jaarresultaat', 'leaves without', without, false],
    ['diplomaresultaat', 'leaves with a diploma', withDiploma, true],
    ['diplomaresultaat', 'leaves without', without, false],
    ['startersresultaat', 'stays', stays, true],
    ['startersresultaat', 'leaves with a diploma', withDiploma, true],
    ['startersresultaat', 'leaves without', without, false],
    ['opstroom', 'is of niveau 4', stays, undefined],
    ['passendDiploma', 'leaves with a diploma', withDiploma, true],
    ['passendDiploma', 'leaves without', without, false],
    ['kwalificatiewinst', 'has no known prior education', withDiploma, undefined],
  ])('%s: who %s', (indicator, _, tell, counted) => {
    expect(row(tell, indicator)?.counted).toBe(counted);
  });

  it('are the sums of their rows', () => {
    const ledger = ledgerOf(schoolWith(withDiploma));
    const answer = ledger.outcomes({ year, knownOn: later });
    if (!answer.answered) throw new Error(answer.refusal.code);
    const rows = rowsOf(withDiploma);
    for (const { indicator, whole } of answer.report.indicators) {
      const mine = rows.filter((each) => each.indicator === indicator.id);
      expect(whole).toMatchObject({
        denominator: mine.length,
        numerator: mine.filter(({ counted }) => counted).length,
      });
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  type IndicatorId,
  indicatorIds,
  type Ledger,
  type OutcomeMemberNamed,
} from '../../projections/figures/index.ts';
import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { Destination } from '../../src/domain/trajectory/events.ts';
import { later, ledgerOf, rowOf, schoolWith, type Tell, year } from './asking.ts';
import { day, programmes, type Story } from './history.ts';

const { verpleegkunde, software, entree } = programmes;
const begun = (story: Story): Story => story.placed('2024-08-20', verpleegkunde).enrolled('2024-09-01');

interface Row extends OutcomeMemberNamed {
  readonly indicator: IndicatorId;
}

/** Who is in the population of each indicator. */
const rowsIn = (ledger: Ledger, schoolYear: number, knownOn: CalendarDate): readonly Row[] =>
  indicatorIds.flatMap((indicator) => {
    const answer = ledger.outcomeMembers({ year: schoolYear, knownOn }, { indicator, part: 'population' });
    if (!answer.answered) throw new Error(answer.refusal.code);
    return answer.members.map((member) => ({ ...member, indicator }));
  });
const rowsOf = (tell: Tell): readonly Row[] => rowsIn(ledgerOf(schoolWith(tell)), year, later);
const row = (tell: Tell, indicator: IndicatorId): Row | undefined =>
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

describe('the acceptance table of cases', () => {
  const elsewhere = { kind: 'mbo', confirmed: true } as const;
  const leaves =
    (destination: Partial<Destination>, into = verpleegkunde, on = '2025-03-01'): Tell =>
    (story) =>
      story.placed('2024-08-20', into).enrolled('2024-09-01').left(on, destination);
  const withEntree =
    (destination: Partial<Destination>): Tell =>
    (story) =>
      story
        .placed('2024-08-20', entree)
        .enrolled('2024-09-01')
        .diploma('2025-06-20', '25251', 1)
        .left('2025-07-01', destination);
  const gap = { ...elsewhere, from: day('2025-11-01') };

  /** VSV, startersresultaat, jaarresultaat, diplomaresultaat; − for who lowers it, undefined for who is not in it. */
  it.each<[string, Tell, string, string | undefined, string | undefined, string | undefined]>([
    [
      'an internal switch before 1 October',
      (story) => begun(story).switched(1, '2024-09-25', verpleegkunde, software),
      'no',
      '+',
      undefined,
      undefined,
    ],
    [
      'an internal switch after 1 October, still here',
      (story) => begun(story).switched(1, '2025-01-15', verpleegkunde, software),
      'no',
      '+',
      undefined,
      undefined,
    ],
    [
      'to another school, enrolled there on 1 October',
      leaves({ ...elsewhere, from: day('2025-03-02') }),
      'no',
      '−',
      '−',
      '−',
    ],
    ['to another school, with a gap over 1 October', leaves(gap), 'presumed', '−', '−', '−'],
    [
      'a diploma of niveau 2 or higher',
      (story) => begun(story).diploma('2025-06-20', '25655', 4).left('2025-07-01'),
      'no',
      '+',
      '+',
      '+',
    ],
    [
      'a diploma of niveau 1 and a paid job',
      withEntree({ kind: 'work', paid: true, confirmed: true, from: day('2025-08-01') }),
      'no',
      '+',
      undefined,
      undefined,
    ],
    [
      'a diploma of niveau 1 and no job',
      withEntree({ kind: 'unknown', confirmed: true, from: day('2025-08-01') }),
      'presumed',
      '+',
      undefined,
      undefined,
    ],
    [
      'the diploma between 1 October and 31 December after leaving',
      (story) => begun(story).left('2025-07-01').diploma('2025-11-15', '25655', 4),
      'no',
      '−',
      '−',
      '−',
    ],
    [
      'without a diploma, 23 or older',
      (story, school) => leaves({})(story.born({ year: 2000, part: 'to1Aug' }), school),
      'no',
      '−',
      '−',
      '−',
    ],
    [
      'to a school abroad',
      leaves({ kind: 'schoolAbroad', confirmed: true, from: day('2025-03-02'), outOfBrp: false }),
      'presumed',
      '−',
      '−',
      '−',
    ],
    [
      'emigrated',
      leaves({ kind: 'emigrated', confirmed: true, from: day('2025-03-02') }),
      'no',
      '−',
      '−',
      '−',
    ],
    ['deceased', leaves({ kind: 'deceased', confirmed: true, from: day('2025-03-01') }), 'no', '−', '−', '−'],
    [
      'an exemption from leerplicht',
      (story) => begun(story).exempt('2025-02-15', true).left('2025-03-01'),
      'no',
      '−',
      '−',
      '−',
    ],
    [
      'an agreed result without a diploma',
      leaves({}, verpleegkunde, '2025-07-01'),
      'presumed',
      '−',
      '−',
      '−',
    ],
    [
      'in orientation, never enrolled on 1 October',
      (story) => story.placed('2024-08-20', verpleegkunde),
      'not in it',
      undefined,
      undefined,
      undefined,
    ],
  ])('%s', (_, tell, vsv, starters, year, diploma) => {
    const sign = (indicator: IndicatorId): string | undefined => {
      const found = row(tell, indicator);
      return found && (found.counted ? '+' : '−');
    };
    expect([
      rowOf(tell)?.vsv.verdict ?? 'not in it',
      sign('startersresultaat'),
      sign('jaarresultaat'),
      sign('diplomaresultaat'),
    ]).toEqual([vsv, starters, year, diploma]);
  });

  it('the late diploma counts for the jaarresultaat of the next year', () => {
    const ledger = ledgerOf(
      schoolWith((story) => begun(story).left('2025-07-01').diploma('2025-11-15', '25655', 4)),
    );
    const rows = rowsIn(ledger, year + 1, day('2026-12-01'));
    expect(rows.map(({ indicator, counted }) => [indicator, counted])).toEqual([['jaarresultaat', true]]);
  });
});

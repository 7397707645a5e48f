import { describe, expect, it } from '@jest/globals';
import { compare, type FiguresQuery } from '../../projections/figures/index.ts';
import { figuresQueryOf } from '../../src/app/figures/query.ts';
import { compareText } from '../../src/app/figures/texts/compare.ts';
import { nearText, whyText } from '../../src/app/figures/texts/inspection.ts';
import { reconciliationText } from '../../src/app/figures/texts/reconciliation.ts';
import { reportTable } from '../../src/app/figures/texts/reports.ts';
import { comparePaper } from '../../src/app/papers/compare-paper.ts';
import { reportPaper } from '../../src/app/papers/report-paper.ts';
import type { BirthBand } from '../../src/domain/student/events.ts';
import { later, ledgerOf, reportOn, rowOf, schoolWith, type Tell } from './asking.ts';
import { day, programmes, student } from './history.ts';

/** Somebody who left without anything that would make it no VSV. */
const leaver =
  (band: BirthBand): Tell =>
  (story) =>
    story.born(band).placed('2024-08-20', programmes.verpleegkunde).enrolled('2024-09-01').left('2025-02-01');

describe('a rule of age of one’s own', () => {
  const born = leaver({ year: 1998, part: 'later' });
  it.each([
    ['1oct-27', 'V9'],
    ['1oct-25', 'V2'],
    ['1aug-26', 'V9'],
    ['1aug-18', 'V2'],
  ])('reads the age by %s: %s', (definition, step) => {
    expect(rowOf(born, { report: 'vsv', definition })?.vsv.step).toBe(step);
  });
  it('says that nobody confirmed it', () => {
    const { definition } = reportOn(ledgerOf(schoolWith(born)), { report: 'vsv', definition: '1aug-25' });
    expect(definition).toMatchObject({ id: '1aug-25', version: 'own' });
    expect(definition.source).toMatch(/^niet bevestigd: .* jonger dan 25 op 1 augustus/);
  });
  it.each(['1oct-17', '1oct-28', '1sep-23', '1oct-027', '1oct'])(
    'is not %s: that is refused with what there is',
    (definition) => {
      expect(
        ledgerOf(schoolWith(born)).refusal({ report: 'vsv', year: 2024, knownOn: later, definition })?.code,
      ).toBe('UnknownDefinition');
      const typed = figuresQueryOf('vsv', { year: '2024', definition }, later);
      expect(typed.ok ? '' : typed.wrong[0]?.what).toBe(
        'definition: give one of 1aug-23, 1oct-23, 1oct-22, 1oct-27, or 1aug-AGE or 1oct-AGE with an age from 18 to 27',
      );
    },
  );
  it('holds from the school year that the institution says, and not before', () => {
    const school = schoolWith(born);
    school.institution(
      'SettingChanged',
      { setting: 'vsvAgeRule', value: '1aug-25', from: day('2025-10-01') },
      '2025-11-01',
    );
    const idOf = (year: number) => reportOn(ledgerOf(school), { report: 'vsv', year }).definition.id;
    expect([idOf(2023), idOf(2024)]).toEqual(['1aug-23', '1aug-25']);
  });
});

/** Stcrt. 2025, 34596; its text could not be read (`reference/domain.md` §1.6 of the specification). */
describe('that the definition of 2026 is not confirmed', () => {
  const ledger = ledgerOf(schoolWith(leaver({ year: 2006, part: 'later' })));
  const knownOn = day('2026-11-22');
  const vsv = (query: Partial<FiguresQuery>) =>
    reportOn(ledger, { report: 'vsv', year: 2025, knownOn, ...query });
  const said = /Sinds 1 januari 2026 .* niet bevestigd/;

  it.each([
    ['1aug-23', 'naar de regel van daarvoor'],
    ['1oct-22', 'naar de regel van daarvoor'],
    ['1oct-27', 'naar een regel die niet bevestigd is'],
    ['1aug-25', 'naar een regel die niet bevestigd is'],
  ])('is said by %s, and that it counts %s', (definition, counted) => {
    expect(vsv({ definition }).reservation).toMatch(new RegExp(`${said.source}.*: geteld is ${counted}\\.$`));
  });
  it('stands in the text and on the verantwoording', () => {
    expect(reportTable(vsv({}))).toMatch(said);
    const { verantwoording } = reportPaper(vsv({}));
    expect(verantwoording.filter(({ value }) => said.test(value))).toHaveLength(1);
  });
  it('is said where two years are laid beside each other, whichever comes first', () => {
    const laid = (one: number, other: number) => {
      const sides = [{ year: one }, { year: other }] as const;
      const answer = compare({ report: 'vsv', knownOn, sides }, (query) => ledger.report(query));
      if (!answer.answered) throw new Error(answer.refusal.code);
      return answer.report;
    };
    for (const report of [laid(2024, 2025), laid(2025, 2024)]) {
      expect(compareText(report)).toMatch(said);
      expect(
        comparePaper(report)
          .verantwoording.map(({ value }) => value)
          .join(),
      ).toMatch(said);
    }
    expect(laid(2024, 2023).reservation).toBeUndefined();
  });
  it('is said of one student, of the near count and beside DUO’s list', () => {
    const why = ledger.why({ year: 2025, knownOn, trajectory: student(1) });
    expect(why.answered && whyText(why.report)).toMatch(said);
    const near = ledger.near({ knownOn });
    expect(near.answered && nearText(near.report)).toMatch(said);
    const list = ledger.reconciliation({ year: 2025, knownOn });
    expect(list.answered && reconciliationText(list.report)).toMatch(said);
    const before = ledger.why({ year: 2024, knownOn, trajectory: student(1) });
    expect(before.answered && whyText(before.report)).not.toMatch(said);
  });
});

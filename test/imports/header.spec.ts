import { describe, expect, it } from '@jest/globals';
import { type GivenHeader, headerOf } from '../../src/imports/ro/header.ts';
import { roLine, type RoLine } from '../../src/imports/ro/records.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';

const today = calendarDate('2026-11-22');

const vlps = (...texts: string[]): RoLine[] =>
  texts.flatMap((text, index) => roLine({ number: index + 1, text }) ?? []);

const read = (texts: string[], name = 'delivery.csv', given: GivenHeader = {}) =>
  headerOf(vlps(...texts), name, given, today);

describe('BRIN, period and made-on of a delivery', () => {
  it('come from VLP', () => {
    expect(read(['VLP;21CY;30-7-2025;31-7-2025;1-8-2025;;'], 'RO_99ZZ_20240101_20241231.csv')).toMatchObject({
      ok: true,
      from: 'VLP',
      header: { brin: '21CY', from: '2025-07-30', to: '2025-07-31', madeOn: '2025-08-01' },
    });
  });

  it('come from the name of the file without VLP; it is made on the last day of its period then', () => {
    expect(read([], 'C:\\in\\RO_21CY_20250101_20251231.csv')).toMatchObject({
      ok: true,
      from: 'name',
      header: { brin: '21CY', from: '2025-01-01', to: '2025-12-31', madeOn: '2025-12-31' },
    });
  });

  it('can be given with the file, also in part', () => {
    expect(
      read([], 'x.csv', { brin: '21CY', from: '2025-01-01', to: '2025-12-31', madeOn: '2026-01-15' }),
    ).toMatchObject({ ok: true, header: { madeOn: '2026-01-15' } });
    expect(read([], 'RO_21CY_20260101_20261231.csv', { madeOn: '2026-10-05' })).toMatchObject({
      ok: true,
      header: { brin: '21CY', madeOn: '2026-10-05' },
    });
    expect(read(['VLP|21CY|2025-01-01|2025-12-31|'], 'x.csv', { madeOn: '2026-01-15' })).toMatchObject({
      ok: true,
      header: { madeOn: '2026-01-15' },
    });
  });

  it.each([
    [[], 'delivery.csv', 'HeaderIncomplete'],
    [['VLP|21CY|2025-01-01|2025-12-31'], 'RO_21CY_20250101_20251231.csv', 'HeaderIncomplete'],
    [['VLP|2CYY|2025-01-01|2025-12-31|2026-01-15'], 'x.csv', 'WrongBrin'],
    [['VLP|21CY|2025-01-01|2025-02-30|2026-01-15'], 'x.csv', 'WrongDate'],
    [['VLP|21CY|2025-12-31|2025-01-01|2026-01-15'], 'x.csv', 'EndBeforeBegin'],
    [['VLP|21CY|2025-01-01|2025-12-31|2024-01-15'], 'x.csv', 'MadeBeforeItsPeriod'],
    [['VLP|21CY|2025-01-01|2025-12-31|2026-11-23'], 'x.csv', 'MadeInFuture'],
    [[], 'RO_21CY_20260101_20261231.csv', 'MadeInFuture'],
    [
      ['VLP|21CY|2025-01-01|2025-12-31|2026-01-15', 'VLP|25LX|2025-01-01|2025-12-31|2026-01-15'],
      'x.csv',
      'TwoHeaders',
    ],
  ])('%j in %s: refused with %s', (texts, name, code) => {
    const answer = read(texts, name);
    expect(answer).toMatchObject({ ok: false, problem: { code } });
  });
});

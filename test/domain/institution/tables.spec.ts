import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { addDays, dateOf, weekdayOf, yearOf } from '../../../src/kernel/calendar-date.ts';
import { holidaysOf } from '../../../src/domain/institution/tables/holidays.ts';
import { easter, publicHolidaysByRule } from '../../../src/domain/institution/tables/public-holidays.ts';
import {
  shippedTables,
  shippedVersion,
  shippedVersions,
  tableInForce,
} from '../../../src/domain/institution/tables/shipped.ts';
import { catalogueSources } from '../../../src/domain/institution/tables/sources.ts';

const calendar = () => {
  const table = shippedVersion('calendar', '2026.1');
  if (!table) throw new Error('the calendar of 2026.1 ships');
  return holidaysOf(table);
};

describe('the tables that ship', () => {
  it('are the rows whose hash stands beside them: a changed row is another version', () => {
    for (const { hash, text } of shippedVersions)
      expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(hash);
  });

  it('would be caught with one letter changed', () => {
    for (const { hash, text } of shippedVersions)
      expect(createHash('sha256').update(text.replace('a', 'b'), 'utf8').digest('hex')).not.toBe(hash);
  });

  it('keep every version that ever shipped', () => {
    expect(
      shippedVersions.map(({ table, version, hash }) => `${table} ${version} ${hash.slice(0, 8)}`),
    ).toEqual(
      expect.arrayContaining([
        'catalogue 2026.1 edb3b56f',
        'calendar 2026.1 c539d0d8',
        'norms 2026.1 376098ab',
      ]),
    );
  });

  it('are adopted in their latest version, one of each', () => {
    expect(shippedTables().map(({ table }) => table)).toEqual(['catalogue', 'calendar', 'norms']);
  });

  it('are nothing to whoever reads only what was adopted, until it is', () => {
    expect(tableInForce('catalogue', undefined, 'adoptedOnly')).toBeUndefined();
    expect(tableInForce('catalogue', undefined, 'shippedToo')?.version).toBe('2026.1');
    expect(tableInForce('catalogue', '2026.1', 'adoptedOnly')?.version).toBe('2026.1');
  });

  it('are never guessed at when a later build adopted one', () => {
    expect(() => tableInForce('catalogue', '2031.4', 'shippedToo')).toThrow(/2031\.4.*not in this build/);
  });

  it('name a source for every row of the catalogue', () => {
    const text = shippedVersion('catalogue', '2026.1')?.text ?? '';
    for (const row of text.split('\n'))
      for (const source of (row.split(';').at(-1) ?? '').split('+'))
        expect(catalogueSources).toHaveProperty(source);
  });
});

describe('public holidays', () => {
  it('follow from the rule on every weekday that the table states, and the table states them all', () => {
    for (let year = 2016; year <= 2029; year++) {
      const weekdays = ({ on }: { on: string }) => weekdayOf(on as never) <= 5;
      const stated = calendar().publicHolidays(year).filter(weekdays);
      const ruled = publicHolidaysByRule(year).filter(weekdays);
      const text = (all: typeof stated) =>
        all.map(({ on, name, schools }) => `${on} ${name} ${schools}`).sort();
      expect(text(ruled)).toEqual(text(stated));
    }
  });

  it('have Easter on the first Sunday after the full moon of spring, by another reckoning (Gauss)', () => {
    for (let year = 1900; year <= 2199; year++) {
      const century = Math.floor(year / 100);
      const p = Math.floor((13 + 8 * century) / 25);
      const m = (15 - p + century - Math.floor(century / 4)) % 30;
      const n = (4 + century - Math.floor(century / 4)) % 7;
      const d = (19 * (year % 19) + m) % 30;
      const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
      let after = d + e;
      if (d === 29 && e === 6) after -= 7;
      if (d === 28 && e === 6 && (11 * m + 11) % 30 < 19) after -= 7;
      expect(easter(year)).toBe(addDays(dateOf(year, 3, 22), after));
    }
  });

  it('had the day of the queen before that of the king', () => {
    expect(publicHolidaysByRule(2012).map(({ name }) => name)).toContain('Koninginnedag');
    expect(publicHolidaysByRule(2014).map(({ name }) => name)).not.toContain('Koninginnedag');
  });
});

describe('school holidays of years that no source states', () => {
  it('are as many and as long as in the year six years away, and always Saturday to Sunday', () => {
    for (const year of [2001, 2010, 2015, 2029, 2034, 2050, 2099]) {
      const holidays = calendar().schoolHolidays(year);
      expect(holidays.map(({ name }) => name).sort()).toEqual(
        calendar()
          .schoolHolidays(2020)
          .map(({ name }) => name)
          .sort(),
      );
      for (const { from, until } of holidays) {
        expect([weekdayOf(from), weekdayOf(until)]).toEqual([6, 7]);
        expect([year, year + 1]).toContain(yearOf(from));
      }
    }
  });

  it('would have given the stated summers and Christmases of the second rotation from the first', () => {
    const lasting = ({ name }: { name: string }) => name === 'kerst' || name === 'zomer';
    const onlyFirst = shippedVersion('calendar', '2026.1');
    if (!onlyFirst) throw new Error('the calendar of 2026.1 ships');
    const early = onlyFirst.text
      .split('\n')
      .filter((row) => !row.startsWith('s;') || Number(row.split(';')[1]) < 2022)
      .join('\n');
    const rule = holidaysOf({ ...onlyFirst, version: 'the first six years', text: early });
    const sorted = (all: ReturnType<typeof rule.schoolHolidays>) =>
      all
        .filter(lasting)
        .map(({ name, region, from, until }) => `${name} ${region} ${from} ${until}`)
        .sort();
    for (let year = 2022; year <= 2028; year++)
      expect(sorted(rule.schoolHolidays(year))).toEqual(sorted(calendar().schoolHolidays(year)));
  });
});

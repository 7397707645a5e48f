import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  dateOfDayNumber,
  dayNumber,
} from '../../../src/kernel/calendar-date.ts';
import { calendarOf, schoolYearOf } from '../../../src/domain/institution/calendar.ts';
import type { InstitutionEvent } from '../../../src/domain/institution/events.ts';
import { regions } from '../../../src/domain/institution/settings.ts';
import { institution } from '../../../src/domain/institution/state.ts';
import { shippedTables, shippedVersion } from '../../../src/domain/institution/tables/shipped.ts';
import { given } from '../scenario.ts';

const day = calendarDate;
const inRegion = (value: string): InstitutionEvent => ({
  type: 'SettingChanged',
  data: { setting: 'calendarRegion', value, from: day('2000-08-01') },
});
const school = (...events: InstitutionEvent[]) => calendarOf(given(institution, events));

/**
 * The same calendar, reckoned another way: the platform's Date, a day at a time, and the rows of the table as
 * they stand, each asked about each day.
 */
const rows = (shippedVersion('calendar', '2026.1')?.text ?? '').split('\n').map((row) => row.split(';'));
const isOff = (text: string, region: string): boolean => {
  const date = new Date(`${text}T12:00:00Z`);
  if (date.getUTCDay() === 0 || date.getUTCDay() === 6) return true;
  return rows.some(([kind, first = '', , third = '', from = '', until = '']) =>
    kind === 's'
      ? (third === 'all' || third === region) && from <= text && text <= until
      : first === text &&
        (third.endsWith('dicht') || (third === 'school beslist' && date.getUTCFullYear() % 5 === 0)),
  );
};
const nextDay = (text: string): string => {
  const date = new Date(`${text}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};
/** Every day from here to there that lies in a week with school in it: the days that make up school weeks. */
const countedDays = (from: string, to: string, region: string): readonly string[] => {
  const weeks: string[][] = [];
  for (let each = from; each <= to; each = nextDay(each)) {
    if (weeks.length === 0 || new Date(`${each}T12:00:00Z`).getUTCDay() === 1) weeks.push([]);
    weeks.at(-1)?.push(each);
  }
  return weeks.filter((week) => week.some((each) => !isOff(each, region))).flat();
};

describe('ten school weeks', () => {
  for (const region of regions)
    it(`end on the same day by an independent reckoning, for every start in ten years (${region})`, () => {
      const { endOfWeeks } = school(inRegion(region));
      const counted = countedDays('2017-07-31', '2028-07-30', region);
      for (let start = '2017-08-01'; start < '2027-08-01'; start = nextDay(start)) {
        const seventieth = counted[counted.findIndex((each) => each >= start) + 69];
        if (endOfWeeks(day(start), 10, 'school') !== seventieth)
          throw new Error(`${start}: ${endOfWeeks(day(start), 10, 'school')} instead of ${seventieth}`);
      }
    });

  it('skip the autumn holiday of the region: from Monday 1 September 2025 in Zwolle', () => {
    expect(school().endOfWeeks(day('2025-09-01'), 10, 'school')).toBe('2025-11-16');
    expect(school(inRegion('zuid')).endOfWeeks(day('2025-09-01'), 10, 'school')).toBe('2025-11-16');
    expect(school().endOfWeeks(day('2025-09-01'), 10, 'calendar')).toBe('2025-11-09');
  });

  it('end in the last week that counts, not at the end of the holiday after it', () => {
    expect(school().endOfWeeks(day('2025-10-13'), 1, 'school')).toBe('2025-10-19');
    expect(school().endOfWeeks(day('2025-10-15'), 1, 'school')).toBe('2025-10-28');
  });

  it('that are begun in a holiday week begin to count on the Monday after it', () => {
    expect(school().endOfWeeks(day('2025-10-22'), 1, 'school')).toBe('2025-11-02');
  });

  it('follow the institution’s own holidays', () => {
    const own: InstitutionEvent = {
      type: 'CalendarSet',
      data: {
        schoolYear: 2025,
        holidays: [{ name: 'projectweek', from: day('2025-09-13'), until: day('2025-09-21') }],
      },
    };
    expect(school(own).endOfWeeks(day('2025-09-01'), 10, 'school')).toBe('2025-11-16');
    expect(school(own).isSchoolDay(day('2025-10-20'))).toBe(true);
  });
});

describe('a school day', () => {
  it('is the same by an independent reckoning on every day of ten years', () => {
    for (const region of regions) {
      const { isSchoolDay } = school(inRegion(region));
      for (let each = '2017-08-01'; each < '2027-08-01'; each = nextDay(each))
        if (isSchoolDay(day(each)) === isOff(each, region)) throw new Error(`${region} ${each}`);
    }
  });

  it('is no day of the king, Good Friday, or a lustrum’s 5 May, and is 5 May in other years', () => {
    const { isSchoolDay } = school();
    expect(isSchoolDay(day('2027-03-26'))).toBe(false);
    expect(isSchoolDay(day('2020-04-27'))).toBe(false);
    expect(isSchoolDay(day('2030-05-05'))).toBe(false);
    expect(isSchoolDay(day('2022-05-05'))).toBe(false);
    expect(isSchoolDay(day('2023-05-05'))).toBe(false);
    expect(isSchoolDay(day('2026-05-05'))).toBe(true);
  });

  it('follows the region from the day on which the school changed it', () => {
    const moved = school({
      type: 'SettingChanged',
      data: { setting: 'calendarRegion', value: 'zuid', from: day('2025-10-15') },
    });
    expect(moved.isSchoolDay(day('2025-10-14'))).toBe(true);
    expect(moved.isSchoolDay(day('2025-10-15'))).toBe(false);
    expect(moved.isSchoolDay(day('2025-10-20'))).toBe(true);
  });

  it('is what the institution says in a year that it set itself; days that the law recognises stay free', () => {
    const own = school({
      type: 'CalendarSet',
      data: {
        schoolYear: 2025,
        holidays: [{ name: 'zomer', from: day('2026-07-11'), until: day('2026-08-23') }],
      },
    });
    expect(own.isSchoolDay(day('2026-07-06'))).toBe(true);
    expect(own.isSchoolDay(day('2026-08-21'))).toBe(false);
    expect(own.isSchoolDay(day('2026-04-03'))).toBe(true);
    expect(own.isSchoolDay(day('2026-04-06'))).toBe(false);
    expect(own.isAssumed(2025)).toBe(false);
  });

  it('is assumed in years that neither a source nor the institution states', () => {
    const { isAssumed } = school();
    expect([2015, 2016, 2028, 2029].map(isAssumed)).toEqual([true, false, false, true]);
  });

  it('is any day from Monday to Friday for whoever reads only adopted tables, before one is adopted', () => {
    const nothing = calendarOf(given(institution, []), 'adoptedOnly');
    expect(nothing.isSchoolDay(day('2025-12-25'))).toBe(true);
    expect(nothing.isAssumed(2025)).toBe(true);
    const adopted = shippedTables().map((data): InstitutionEvent => ({ type: 'TableAdopted', data }));
    expect(calendarOf(given(institution, adopted), 'adoptedOnly').isSchoolDay(day('2025-12-25'))).toBe(false);
  });
});

describe('the days off of a school year', () => {
  it('are all days from 1 August to 31 July that are no school days', () => {
    const { daysOff, isSchoolDay } = school();
    const off = new Set<string>(daysOff(2025));
    let days = 0;
    for (let each = day('2025-08-01'); each <= '2026-07-31'; each = addDays(each, 1), days++)
      expect(off.has(each)).toBe(!isSchoolDay(each));
    expect(off.size).toBeLessThan(days);
    expect([...off].every((each) => schoolYearOf(each as CalendarDate) === 2025)).toBe(true);
  });
});

describe('calendar arithmetic', () => {
  const days = fc
    .integer({ min: dayNumber(day('2001-01-01')), max: dayNumber(day('2060-12-31')) })
    .map(dateOfDayNumber);
  const terms = fc.integer({ min: 1, max: 60 });
  const { addSchoolDays, endOfWeeks, isSchoolDay } = school();

  it('lands on a school day with exactly as many school days on the way', () => {
    fc.assert(
      fc.property(days, terms, (date, n) => {
        const end = addSchoolDays(date, n);
        let passed = 0;
        for (let each = addDays(date, 1); each <= end; each = addDays(each, 1))
          if (isSchoolDay(each)) passed += 1;
        expect(isSchoolDay(end)).toBe(true);
        expect(passed).toBe(n);
      }),
      { numRuns: 200 },
    );
  });

  it('goes back the way it came from a school day, and nowhere for no days', () => {
    fc.assert(
      fc.property(days, terms, (date, n) => {
        const start = addSchoolDays(date, 1);
        expect(addSchoolDays(addSchoolDays(start, n), -n)).toBe(start);
        expect(addSchoolDays(date, 0)).toBe(date);
      }),
      { numRuns: 200 },
    );
  });

  it('adds up: some weeks and then some more are all of them', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (date, first, more) => {
          for (const counting of ['school', 'calendar'] as const)
            expect(endOfWeeks(addDays(endOfWeeks(date, first, counting), 1), more, counting)).toBe(
              endOfWeeks(date, first + more, counting),
            );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never makes school weeks shorter than calendar weeks', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (date, weeks) => {
        expect(endOfWeeks(date, weeks, 'school') >= endOfWeeks(date, weeks, 'calendar')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

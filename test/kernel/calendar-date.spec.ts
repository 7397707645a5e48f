import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  calendarDate,
  dateOfDayNumber,
  dayNumber,
  isCalendarDate,
  weekdayOf,
} from '../../src/kernel/calendar-date.ts';
import { amsterdamDate, amsterdamTime, instant } from '../../src/kernel/instant.ts';

const days = fc.integer({
  min: dayNumber(calendarDate('1900-01-01')),
  max: dayNumber(calendarDate('2199-12-31')),
});

describe('a calendar date', () => {
  it('is a day that exists', () => {
    expect(isCalendarDate('2024-02-29')).toBe(true);
    for (const text of ['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '26-1-1', '', null, 20261001])
      expect(isCalendarDate(text)).toBe(false);
  });

  it('agrees with the platform on every day of three centuries', () => {
    fc.assert(
      fc.property(days, (number) => {
        const date = dateOfDayNumber(number);
        const platform = new Date(number * 86_400_000);
        expect(date).toBe(platform.toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(number);
        expect(weekdayOf(date) % 7).toBe(platform.getUTCDay());
      }),
      { numRuns: 5_000 },
    );
  });

  it('counts on and back, within a month and over its ends', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -70, max: 70 }), (number, more) => {
        expect(addDays(dateOfDayNumber(number), more)).toBe(dateOfDayNumber(number + more));
      }),
      { numRuns: 2_000 },
    );
    expect(addDays(calendarDate('2026-12-30'), 3)).toBe('2027-01-02');
    expect(addDays(calendarDate('2024-03-01'), -1)).toBe('2024-02-29');
  });

  it('knows no day outside the years of four digits', () => {
    expect(addDays(calendarDate('0001-01-02'), -1)).toBe('0001-01-01');
    expect(() => addDays(calendarDate('0001-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(calendarDate('9999-12-31'), 1)).toThrow(RangeError);
  });
});

describe('date and time in Europe/Amsterdam', () => {
  const platform = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    hour: '2-digit',
    minute: '2-digit',
  });

  it('agrees with the platform at every hour around each change of the clock', () => {
    for (let year = 2000; year <= 2040; year++) {
      for (const month of [2, 9]) {
        for (let hour = 0; hour < 24 * 31; hour++) {
          const at = new Date(Date.UTC(year, month, 1, hour, 59, 59, 999));
          expect(amsterdamDate(instant(at.toISOString()))).toBe(platform.format(at));
          expect(amsterdamTime(instant(at.toISOString()))).toBe(clock.format(at));
        }
      }
    }
  });
});

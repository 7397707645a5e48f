import { addDays, type CalendarDate, dateOf } from '../../../kernel/calendar-date.ts';

/** What schools do on a public holiday is custom: closed, closed as a rule (Goede Vrijdag), or the school decides (5 May). */
export type Custom = 'dicht' | 'vaak dicht' | 'school beslist' | 'zondag';

export interface PublicHoliday {
  readonly on: CalendarDate;
  readonly name: string;
  readonly schools: Custom;
}

/** Easter Sunday in the Gregorian calendar (Meeus, *Astronomical Algorithms*, ch. 8; Butcher 1876). */
export const easter = (year: number): CalendarDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century + 8) / 25);
  const moon = Math.floor((century - correction + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moon + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const day = epact + weekday - 7 * late + 114;
  return dateOf(year, Math.floor(day / 31), (day % 31) + 1);
};

/**
 * The public holidays of a year that no table states: Algemene termijnenwet (BWBR0002448) art. 3 and the
 * royal decrees on 5 May and Koningsdag, and until 2013 Koninginnedag on 30 April. A Koningsdag that falls on a
 * Sunday is kept on the Saturday before; neither is a school day.
 */
export const publicHolidaysByRule = (year: number): readonly PublicHoliday[] => {
  const sunday = easter(year);
  return [
    { on: dateOf(year, 1, 1), name: 'Nieuwjaarsdag', schools: 'dicht' },
    { on: addDays(sunday, -2), name: 'Goede Vrijdag', schools: 'vaak dicht' },
    { on: addDays(sunday, 1), name: 'Tweede Paasdag', schools: 'dicht' },
    year < 2014
      ? { on: dateOf(year, 4, 30), name: 'Koninginnedag', schools: 'dicht' }
      : { on: dateOf(year, 4, 27), name: 'Koningsdag', schools: 'dicht' },
    { on: dateOf(year, 5, 5), name: 'Bevrijdingsdag', schools: 'school beslist' },
    { on: addDays(sunday, 39), name: 'Hemelvaartsdag', schools: 'dicht' },
    { on: addDays(sunday, 50), name: 'Tweede Pinksterdag', schools: 'dicht' },
    { on: dateOf(year, 12, 25), name: 'Eerste Kerstdag', schools: 'dicht' },
    { on: dateOf(year, 12, 26), name: 'Tweede Kerstdag', schools: 'dicht' },
  ];
};

import {
  addDays,
  type CalendarDate,
  dateOf,
  dateOfDayNumber,
  dayNumber,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../kernel/calendar-date.ts';
import { settingOf } from './settings.ts';
import type { Institution } from './state.ts';
import { type Holiday, type HolidayTable, holidaysOf } from './tables/holidays.ts';
import type { PublicHoliday } from './tables/public-holidays.ts';
import { tableInForce, type TableMode } from './tables/shipped.ts';

/** How weeks are counted: those in which there is school, or all. */
export type WeeksCounting = 'school' | 'calendar';

export interface SchoolCalendar {
  /** Monday to Friday, in no holiday and on no public holiday on which schools are closed. */
  readonly isSchoolDay: (date: CalendarDate) => boolean;
  /** The n-th school day after a date; before it when n is negative, the date itself when n is 0. */
  readonly addSchoolDays: (date: CalendarDate, n: number) => CalendarDate;
  /**
   * The last day of the n-th week counted from a start. Of a calendar week (Monday to Sunday) without any
   * school day none of the days is counted; of every other week all seven are. The last day is the one that
   * makes 7n days, the start counted as the first. Calendar weeks are all counted.
   */
  readonly endOfWeeks: (start: CalendarDate, weeks: number, counting: WeeksCounting) => CalendarDate;
  /** Whether the holidays that begin in this school year are neither stated by a source nor the institution's own. */
  readonly isAssumed: (schoolYear: number) => boolean;
  /** Every day of a school year, 1 August to 31 July, that is no school day, weekends among them. */
  readonly daysOff: (schoolYear: number) => readonly CalendarDate[];
}

/** The year in which the school year of a date began, on 1 August. */
export const schoolYearOf = (date: CalendarDate): number => yearOf(date) - (monthOf(date) < 8 ? 1 : 0);

/** For each day of a school year, from 1 August on, whether it is off. */
interface YearOfDays {
  /** Day number of 1 August. */
  readonly first: number;
  readonly off: readonly boolean[];
}

const noTable: HolidayTable = {
  schoolHolidays: () => [],
  publicHolidays: () => [],
  isStated: () => false,
};

/**
 * Goede Vrijdag counts as closed, and 5 May in a lustrum year (2025, 2030): that is the custom. An institution
 * that sets its own holidays of a school year names these two itself when they are free; the days that the
 * law recognises stay closed.
 */
const closes = ({ schools, on }: PublicHoliday, own: boolean): boolean =>
  schools === 'dicht' ||
  (!own && (schools === 'vaak dicht' || (schools === 'school beslist' && yearOf(on) % 5 === 0)));

const build = (institution: Institution, mode: TableMode): SchoolCalendar => {
  const shipped = tableInForce('calendar', institution.tables.get('calendar')?.version, mode);
  const table = shipped ? holidaysOf(shipped) : noTable;

  /** The institution's own list takes the place of the table's, for the holidays that begin in that school year. */
  const holidays = (schoolYear: number): readonly Holiday[] =>
    institution.calendars.get(schoolYear) ?? table.schoolHolidays(schoolYear);

  const regionOn = (date: CalendarDate) => settingOf(institution, 'calendarRegion', date);

  const lay = (schoolYear: number): YearOfDays => {
    const first = dayNumber(dateOf(schoolYear, 8, 1));
    const days = dayNumber(dateOf(schoolYear + 1, 8, 1)) - first;
    const off = Array.from({ length: days }, (_, index) => weekdayOf(dateOfDayNumber(first + index)) > 5);
    for (const { from, until, region } of [...holidays(schoolYear - 1), ...holidays(schoolYear)]) {
      const last = Math.min(dayNumber(until), first + days - 1);
      for (let day = Math.max(dayNumber(from), first); day <= last; day++)
        if (region === undefined || region === regionOn(dateOfDayNumber(day))) off[day - first] = true;
    }
    for (const holiday of [...table.publicHolidays(schoolYear), ...table.publicHolidays(schoolYear + 1)]) {
      const index = dayNumber(holiday.on) - first;
      if (index >= 0 && index < days && closes(holiday, institution.calendars.has(schoolYear)))
        off[index] = true;
    }
    return { first, off };
  };

  const years = new Map<number, YearOfDays>();
  const daysOf = (schoolYear: number): YearOfDays => {
    const known = years.get(schoolYear);
    if (known) return known;
    const found = lay(schoolYear);
    years.set(schoolYear, found);
    return found;
  };

  // Questions come in runs within a year, by the thousands in a report: the year asked about last is at hand.
  let lastAsked: YearOfDays = { first: 0, off: [] };
  const isOff = (day: number): boolean => {
    const answer = lastAsked.off[day - lastAsked.first];
    if (answer !== undefined) return answer;
    lastAsked = daysOf(schoolYearOf(dateOfDayNumber(day)));
    return lastAsked.off[day - lastAsked.first] === true;
  };

  const hasSchool = (monday: number): boolean => [0, 1, 2, 3, 4].some((days) => !isOff(monday + days));

  const endOfSchoolWeeks = (start: CalendarDate, weeks: number): CalendarDate => {
    let left = 7 * weeks;
    let from = dayNumber(start);
    let monday = from + 1 - weekdayOf(start);
    for (;;) {
      if (hasSchool(monday)) {
        const counted = monday + 7 - from;
        if (counted >= left) return dateOfDayNumber(from + left - 1);
        left -= counted;
      }
      monday += 7;
      from = monday;
    }
  };

  return {
    isSchoolDay: (date) => !isOff(dayNumber(date)),
    addSchoolDays: (date, n) => {
      const step = Math.sign(n);
      let day = dayNumber(date);
      for (let left = Math.abs(n); left > 0;) {
        day += step;
        if (!isOff(day)) left -= 1;
      }
      return dateOfDayNumber(day);
    },
    endOfWeeks: (start, weeks, counting) =>
      counting === 'calendar' ? addDays(start, 7 * weeks - 1) : endOfSchoolWeeks(start, weeks),
    isAssumed: (schoolYear) => !institution.calendars.has(schoolYear) && !table.isStated(schoolYear),
    daysOff: (schoolYear) => {
      const { first, off } = daysOf(schoolYear);
      return off.flatMap((free, index) => (free ? [dateOfDayNumber(first + index)] : []));
    },
  };
};

const built: Record<TableMode, WeakMap<Institution, SchoolCalendar>> = {
  shippedToo: new WeakMap(),
  adoptedOnly: new WeakMap(),
};

/**
 * The school's calendar. Deciders take the shipped table where none is adopted yet; figures as known on a day
 * take what was adopted by then and nothing else.
 */
export const calendarOf = (institution: Institution, mode: TableMode = 'shippedToo'): SchoolCalendar => {
  const known = built[mode].get(institution);
  if (known) return known;
  const made = build(institution, mode);
  built[mode].set(institution, made);
  return made;
};

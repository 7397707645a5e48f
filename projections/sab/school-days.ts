import {
  addDays,
  type CalendarDate,
  dateOf,
  dayNumber,
  earliest,
  latest,
} from '../../src/kernel/calendar-date.ts';
import { type SchoolCalendar, schoolYearOf } from '../../src/domain/institution/calendar.ts';
import type { Pause } from '../sab-cases.ts';

/** Of a school year, for each of its days how many school days it has up to and including that one. */
type Counted = readonly number[];

const counted = new WeakMap<SchoolCalendar, Map<number, Counted>>();

const countYear = (calendar: SchoolCalendar, schoolYear: number): Counted => {
  const first = dateOf(schoolYear, 8, 1);
  const length = dayNumber(dateOf(schoolYear + 1, 8, 1)) - dayNumber(first);
  const off = new Set(calendar.daysOff(schoolYear));
  let found = 0;
  return Array.from({ length }, (_, more) => (off.has(addDays(first, more)) ? found : (found += 1)));
};

/** A board counts the same days of a year for each of its cases. */
const countsOf = (calendar: SchoolCalendar, schoolYear: number): Counted => {
  const years = counted.get(calendar) ?? new Map<number, Counted>();
  counted.set(calendar, years);
  const year = years.get(schoolYear) ?? countYear(calendar, schoolYear);
  years.set(schoolYear, year);
  return year;
};

const upTo = (calendar: SchoolCalendar, day: CalendarDate): number => {
  const schoolYear = schoolYearOf(day);
  return countsOf(calendar, schoolYear)[dayNumber(day) - dayNumber(dateOf(schoolYear, 8, 1))] ?? 0;
};

const countAfter = (calendar: SchoolCalendar, from: CalendarDate, to: CalendarDate): number => {
  if (to <= from) return 0;
  let found = upTo(calendar, to) - upTo(calendar, from);
  for (let year = schoolYearOf(from); year < schoolYearOf(to); year++)
    found += countsOf(calendar, year).at(-1) ?? 0;
  return found;
};

/**
 * School days after one day up to and including another, without those of the pauses, which follow each other. A
 * pause takes its first day and not the day on which it ends.
 */
export const schoolDaysBetween = (
  calendar: SchoolCalendar,
  from: CalendarDate,
  to: CalendarDate,
  pauses: readonly Pause[] = [],
): number =>
  pauses.reduce(
    (left, pause) =>
      left -
      countAfter(
        calendar,
        latest(from, addDays(pause.from, -1)),
        pause.to === undefined ? to : earliest(to, addDays(pause.to, -1)),
      ),
    countAfter(calendar, from, to),
  );

/** The last day of a term of so many school days; undefined when a pause that still lasts comes first. */
export const lastDayOf = (
  calendar: SchoolCalendar,
  from: CalendarDate,
  term: number,
  pauses: readonly Pause[],
): CalendarDate | undefined => {
  let day = from;
  for (let left = term; left > 0;) {
    day = addDays(day, 1);
    const pause = pauses.find((each) => each.from <= day && (each.to === undefined || day < each.to));
    if (pause && pause.to === undefined) return undefined;
    if (!pause && calendar.isSchoolDay(day)) left -= 1;
  }
  return day;
};

import { amsterdamDate, instant, type Instant } from '../kernel/instant.ts';
import { type CalendarDate, dateOf, dayNumber, weekdayOf } from '../kernel/calendar-date.ts';
import type { SchoolCalendar } from '../domain/institution/calendar.ts';
import { dateText } from './diary.ts';

/** Days as numbers, with the school's calendar, remembered: a plan asks for the same days over and over. */
export class SchoolDays {
  readonly #calendar: SchoolCalendar;
  readonly #open = new Map<number, boolean>();

  constructor(calendar: SchoolCalendar) {
    this.#calendar = calendar;
  }

  isOpen(day: number): boolean {
    const known = this.#open.get(day);
    if (known !== undefined) return known;
    const open = this.#calendar.isSchoolDay(dateText(day));
    this.#open.set(day, open);
    return open;
  }

  /** The day itself, or the first school day after it. */
  onOrAfter(day: number): number {
    let found = day;
    while (!this.isOpen(found)) found++;
    return found;
  }

  onOrBefore(day: number): number {
    let found = day;
    while (!this.isOpen(found)) found--;
    return found;
  }

  /** The n-th school day after a day. */
  after(day: number, schoolDays: number): number {
    let found = day;
    for (let left = schoolDays; left > 0; left--) found = this.onOrAfter(found + 1);
    return found;
  }

  endOfWeeks(start: number, weeks: number, counted: 'school' | 'calendar'): number {
    return dayNumber(this.#calendar.endOfWeeks(dateText(start), weeks, counted));
  }

  /** The first lesson of a school year: Monday of the last full week of August, or as soon as school is open. */
  firstLesson(schoolYear: number): number {
    const last = dayNumber(dateOf(schoolYear, 8, 31));
    const weekday = weekdayOf(dateText(last));
    return this.onOrAfter(last - (weekday % 7) - 6);
  }
}

export const peildatum = (year: number): number => dayNumber(dateOf(year, 10, 1));
export const day = (year: number, month: number, dayOfMonth: number): number =>
  dayNumber(dateOf(year, month, dayOfMonth));

/** The last year whose 1 October was reached on a day. */
export const lastPeildatumYear = (on: CalendarDate): number => {
  const year = Number(on.slice(0, 4));
  return on.slice(5) >= '10-01' ? year : year - 1;
};

/** A moment of a simulated day: from eight o'clock UTC on, half a minute for each round of commands. */
export const momentOf = (day: number, round: number): Instant => {
  const seconds = Math.min(8 * 3_600 + round * 30, 20 * 3_600);
  const two = (value: number): string => String(value).padStart(2, '0');
  const moment = instant(
    `${dateText(day)}T${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.000Z`,
  );
  if (amsterdamDate(moment) !== dateText(day)) throw new RangeError(`${moment} is another day`);
  return moment;
};

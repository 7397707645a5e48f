import type { Brand } from './brand.ts';
import { addDays, type CalendarDate, dateOf, isCalendarDate, weekdayOf, yearOf } from './calendar-date.ts';

/** A moment, ISO 8601 in UTC with milliseconds: `2026-10-01T08:30:00.000Z`. Text order is time order. */
export type Instant = Brand<string, 'Instant'>;

const shape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

export const isInstant = (text: unknown): text is Instant => {
  if (typeof text !== 'string') return false;
  const parts = shape.exec(text);
  return parts !== null && isCalendarDate(parts[1]);
};

/** For literals and text that was checked before; throws on anything else. */
export const instant = (text: string): Instant => {
  if (!isInstant(text)) throw new RangeError(`${text} is not an instant`);
  return text;
};

const lastSunday = (year: number, month: 3 | 10): CalendarDate => {
  const last = dateOf(year, month, 31);
  return addDays(last, -(weekdayOf(last) % 7));
};

const summerTimes = new Map<number, { from: string; until: string }>();

/** Summer time in the EU since 1996: from the last Sunday of March 01:00 UTC to that of October (directive 2000/84/EC). */
const summerTime = (year: number): { from: string; until: string } => {
  const known = summerTimes.get(year);
  if (known) return known;
  const found = { from: `${lastSunday(year, 3)}T01`, until: `${lastSunday(year, 10)}T01` };
  summerTimes.set(year, found);
  return found;
};

/**
 * The moment at which a day begins at school, in Europe/Amsterdam. On the days on which the clocks change they do so
 * after midnight: the March day begins in winter time, the October day in summer time.
 */
export const startOfDay = (date: CalendarDate): Instant => {
  const year = yearOf(date);
  const summer = date > lastSunday(year, 3) && date <= lastSunday(year, 10);
  return instant(`${addDays(date, -1)}T${summer ? 22 : 23}:00:00.000Z`);
};

/** The moment at which a day is over: that at which the next one begins. */
export const endOfDay = (date: CalendarDate): Instant => startOfDay(addDays(date, 1));

/** How far the clock in a school's corridor is ahead of UTC, in hours. */
const hoursAhead = (at: Instant): 1 | 2 => {
  const { from, until } = summerTime(yearOf(at.slice(0, 10) as CalendarDate));
  return at >= from && at < until ? 2 : 1;
};

/** The day that the calendar in a school's corridor shows at this moment: the date in Europe/Amsterdam. */
export const amsterdamDate = (at: Instant): CalendarDate => {
  const date = at.slice(0, 10) as CalendarDate;
  const hour = Number(at.slice(11, 13));
  if (hour < 22) return date;
  return hour + hoursAhead(at) >= 24 ? addDays(date, 1) : date;
};

/** What the clock in a school's corridor shows at this moment, as `HH:MM`. */
export const amsterdamTime = (at: Instant): string =>
  `${String((Number(at.slice(11, 13)) + hoursAhead(at)) % 24).padStart(2, '0')}:${at.slice(14, 16)}`;

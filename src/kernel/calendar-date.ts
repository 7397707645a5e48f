import type { Brand } from './brand.ts';

/** A day on the calendar, `YYYY-MM-DD`, without a time and without a zone. Text order is date order. */
export type CalendarDate = Brand<string, 'CalendarDate'>;

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Whether the text names a day that exists: `2026-02-30` does not. */
export const isCalendarDate = (text: unknown): text is CalendarDate => {
  if (typeof text !== 'string') return false;
  const parts = shape.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};

/** For literals and text that was checked before; throws on a day that does not exist. */
export const calendarDate = (text: string): CalendarDate => {
  if (!isCalendarDate(text)) throw new RangeError(`${text} is not a day of the calendar`);
  return text;
};

const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

const textOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${twoDigits[month] ?? month}-${twoDigits[day] ?? day}`;

export const dateOf = (year: number, month: number, day: number): CalendarDate =>
  calendarDate(textOf(year, month, day));

const zero = '0'.charCodeAt(0);
/** The number that two digits stand for; a rebuild reads days by the million. */
const numberAt = (date: CalendarDate, at: number): number =>
  (date.charCodeAt(at) - zero) * 10 + date.charCodeAt(at + 1) - zero;

export const yearOf = (date: CalendarDate): number => numberAt(date, 0) * 100 + numberAt(date, 2);
export const monthOf = (date: CalendarDate): number => numberAt(date, 5);
const dayOf = (date: CalendarDate): number => numberAt(date, 8);

/**
 * Days since 1970-01-01, by the civil calendar (Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms"): the year is counted from March, so that the leap day is its last.
 */
export const dayNumber = (date: CalendarDate): number => {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

export const dateOfDayNumber = (days: number): CalendarDate => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const text = textOf(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
  // Every number is a day; only its year can be one that four digits do not hold.
  return year >= 1 && year <= 9_999 ? (text as CalendarDate) : calendarDate(text);
};

/** No month is shorter: up to this day the month stays the same. */
const inEveryMonth = 28;

export const addDays = (date: CalendarDate, days: number): CalendarDate => {
  const day = dayOf(date) + days;
  return day >= 1 && day <= inEveryMonth
    ? (`${date.slice(0, 8)}${twoDigits[day] ?? day}` as CalendarDate)
    : dateOfDayNumber(dayNumber(date) + days);
};

/** How many days `to` lies after `from`; negative when it lies before. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);

/** Whether a day lies in a period, its first and last day included. */
export const isWithin = (day: CalendarDate, first: CalendarDate, last: CalendarDate): boolean =>
  first <= day && day <= last;

export const weekdayOf = (date: CalendarDate): Weekday =>
  (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;

export const earliest = (first: CalendarDate, ...others: CalendarDate[]): CalendarDate =>
  others.reduce((least, each) => (each < least ? each : least), first);

export const latest = (first: CalendarDate, ...others: CalendarDate[]): CalendarDate =>
  others.reduce((most, each) => (each > most ? each : most), first);

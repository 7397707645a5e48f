import { type CalendarDate, isCalendarDate } from '../../kernel/calendar-date.ts';
import type { BirthBand } from './events.ts';

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The last day that a birth date can mean: an unknown day (`00`) is the month's last, an unknown month December. */
export const lastPossibleBirth = (birthDate: string): CalendarDate | undefined => {
  const [, year, month, day] = shape.exec(birthDate) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const inMonth = `${year}-${month === '00' ? '12' : month}`;
  const days = day === '00' ? ['31', '30', '29', '28'] : [day];
  return days.map((each) => `${inMonth}-${each}`).find(isCalendarDate);
};

/** All that figures may know of an age. Nothing, when the text is no birth date. */
export const birthBandOf = (birthDate: string): BirthBand | undefined => {
  const last = lastPossibleBirth(birthDate);
  if (last === undefined) return undefined;
  const inYear = last.slice(5);
  return {
    year: Number(last.slice(0, 4)),
    part: inYear <= '08-01' ? 'to1Aug' : inYear <= '10-01' ? 'to1Oct' : 'later',
  };
};

/** Whether somebody is younger than so many years on a day; who may have been born late enough, counts as younger. */
export const youngerThan = (years: number, birthDate: string, on: CalendarDate): boolean => {
  const last = lastPossibleBirth(birthDate);
  if (last === undefined) return true;
  const birthday = `${Number(last.slice(0, 4)) + years}${last.slice(4)}`;
  return on < birthday;
};

import {
  addDays,
  type CalendarDate,
  calendarDate,
  dateOf,
  dayNumber,
  weekdayOf,
  yearOf,
} from '../../../kernel/calendar-date.ts';
import type { Region } from '../settings.ts';
import { type Custom, type PublicHoliday, publicHolidaysByRule } from './public-holidays.ts';
import type { ShippedTable } from './shipped.ts';

export interface Holiday {
  readonly name: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** Absent: everywhere. */
  readonly region?: Region;
}

/** The holidays of a calendar table, for every year. */
export interface HolidayTable {
  /** The holidays that begin in a school year: as stated, or by the rule below. */
  readonly schoolHolidays: (schoolYear: number) => readonly Holiday[];
  readonly publicHolidays: (year: number) => readonly PublicHoliday[];
  readonly isStated: (schoolYear: number) => boolean;
}

/** After six years the regions have each had every turn: the stated summers repeat exactly, the rest nearly. */
const rotation = 6;

const mondayOfWeek = (year: number, week: number): CalendarDate => {
  const fourth = dateOf(year, 1, 4);
  return addDays(fourth, 1 - weekdayOf(fourth) + 7 * (week - 1));
};

const weekOf = (monday: CalendarDate): number =>
  (dayNumber(monday) - dayNumber(mondayOfWeek(yearOf(monday), 1))) / 7 + 1;

const christmas = (schoolYear: number): CalendarDate => {
  const day = dateOf(schoolYear, 12, 25);
  return addDays(day, -((weekdayOf(day) + 1) % 7));
};

/**
 * The rule for years that no source states: a holiday lies in the week of the year (ISO 8601, by its first
 * Monday) in which it lay in the nearest stated school year that is a multiple of six years away, and is as
 * long; kerst begins on the Saturday on or before 25 December, as in every stated year.
 */
const moved = (holiday: Holiday, from: number, to: number): Holiday => {
  const length = dayNumber(holiday.until) - dayNumber(holiday.from);
  const monday = addDays(holiday.from, 2);
  const begins =
    holiday.name === 'kerst'
      ? christmas(to)
      : addDays(mondayOfWeek(yearOf(monday) + to - from, weekOf(monday)), -2);
  return { ...holiday, from: begins, until: addDays(begins, length) };
};

const read = ({ text }: ShippedTable): HolidayTable => {
  const stated = new Map<number, Holiday[]>();
  const days = new Map<number, PublicHoliday[]>();
  const into = <Item>(map: Map<number, Item[]>, year: number, item: Item): void => {
    const those = map.get(year);
    if (those) those.push(item);
    else map.set(year, [item]);
  };
  for (const row of text.split('\n')) {
    const [kind, first = '', name = '', third = '', from = '', until = ''] = row.split(';');
    if (kind === 's') {
      const holiday = { name, from: calendarDate(from), until: calendarDate(until) };
      into(stated, Number(first), third === 'all' ? holiday : { ...holiday, region: third as Region });
    } else {
      const on = calendarDate(first);
      into(days, yearOf(on), { on, name, schools: third as Custom });
    }
  }
  const years = [...stated.keys()];
  const [earliest, latest] = [Math.min(...years), Math.max(...years)];
  const model = (schoolYear: number): number => {
    const turn = (((schoolYear - earliest) % rotation) + rotation) % rotation;
    if (schoolYear < earliest) return earliest + turn;
    return latest - ((((latest - earliest - turn) % rotation) + rotation) % rotation);
  };
  return {
    schoolHolidays: (schoolYear) => {
      const facts = stated.get(schoolYear);
      if (facts) return facts;
      const like = model(schoolYear);
      return (stated.get(like) ?? []).map((holiday) => moved(holiday, like, schoolYear));
    },
    publicHolidays: (year) => days.get(year) ?? publicHolidaysByRule(year),
    isStated: (schoolYear) => stated.has(schoolYear),
  };
};

const tables = new Map<string, HolidayTable>();

/** A table's rows, read once for each version that is asked for. */
export const holidaysOf = (table: ShippedTable): HolidayTable => {
  const known = tables.get(table.version);
  if (known) return known;
  const found = read(table);
  tables.set(table.version, found);
  return found;
};

import { type CalendarDate, isCalendarDate } from '../../kernel/calendar-date.ts';
import type { Problem } from '../problem.ts';

/** Files come with one separator or with the other. */
export const hasBothSeparators = (line: string): boolean => line.includes('|') && line.includes(';');

/** No field of the format holds a separator, so each of the two separates. */
export const cellsOf = (line: string): readonly string[] =>
  line.split(/[|;]/).map((cell) => {
    const text = cell.trim();
    return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).trim() : text;
  });

/** What a file says, shown back: short, on one line. */
export const shown = (text: string): string =>
  `"${(text.length > 30 ? `${text.slice(0, 30)}…` : text).replaceAll(/\p{C}/gu, '?')}"`;

const asIso = (text: string): string | undefined => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const dutch = iso ? undefined : /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : dutch
      ? [dutch[3], dutch[2], dutch[1]]
      : [undefined, undefined, undefined];
  return year === undefined || month === undefined || day === undefined
    ? undefined
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** A date of a delivery: ccyy-mm-dd or d-m-yyyy. */
export const dateIn = (text: string): CalendarDate | undefined => {
  const iso = asIso(text);
  return iso !== undefined && isCalendarDate(iso) ? iso : undefined;
};

/** A birth date: as any date, but the day, or the day and the month, may be 00 (unknown). */
const birthDateIn = (text: string): string | undefined => {
  const iso = asIso(text);
  if (iso === undefined || iso.slice(0, 4) < '1900' || iso.slice(0, 4) > '2100') return undefined;
  const known = iso.endsWith('-00-00') ? `${iso.slice(0, 4)}-01-01` : iso.replace(/-00$/, '-01');
  return isCalendarDate(known) ? iso : undefined;
};

/** Outside these years a date is a typing mistake (0202 for 2022), not a fact about a school. */
const [firstYear, lastYear] = ['1950', '2100'];

const howToDate = 'write it as ccyy-mm-dd or d-m-yyyy';

/** Reads the fields of one line and remembers the first thing that is wrong with it. */
export class Cells {
  readonly #cells: readonly string[];
  #problem: Problem | undefined;

  constructor(cells: readonly string[]) {
    this.#cells = cells;
  }

  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Whether something stands behind the last field that the format knows. */
  beyond(known: number): boolean {
    return this.#cells.slice(known).some((cell) => cell !== '');
  }

  at(index: number): string {
    return this.#cells[index] ?? '';
  }

  wrong(code: string, text: string): undefined {
    this.#problem ??= { code, text };
    return undefined;
  }

  /** A field that must be there. */
  required(index: number, name: string, longest = 20): string | undefined {
    const value = this.at(index);
    if (value === '')
      return this.wrong(
        'MissingField',
        `Field ${index + 1} (${name}) is empty; fill it in, or correct it in the register.`,
      );
    if (value.length > longest)
      return this.wrong(
        'FieldTooLong',
        `Field ${index + 1} (${name}) has more than ${longest} characters; check whether a separator is missing.`,
      );
    return value;
  }

  date(index: number, name: string): CalendarDate | undefined {
    return this.required(index, name) === undefined ? undefined : this.dateIfAny(index, name);
  }

  dateIfAny(index: number, name: string): CalendarDate | undefined {
    const value = this.at(index);
    if (value === '') return undefined;
    const date = dateIn(value);
    if (date === undefined)
      return this.wrong(
        'WrongDate',
        `Field ${index + 1} (${name}) is ${shown(value)}, which is no day of the calendar; ${howToDate}.`,
      );
    if (date.slice(0, 4) < firstYear || date.slice(0, 4) > lastYear)
      return this.wrong(
        'WrongDate',
        `Field ${index + 1} (${name}) is ${shown(value)}; a year before ${firstYear} or after ${lastYear} is not taken: correct the year.`,
      );
    return date;
  }

  birthDateIfAny(index: number, name: string): string | undefined {
    const value = this.at(index);
    if (value === '') return undefined;
    return (
      birthDateIn(value) ??
      this.wrong(
        'WrongDate',
        `Field ${index + 1} (${name}) is no birth date from 1900 on; ${howToDate}, with 00 for a day, or a day and a month, that is not known.`,
      )
    );
  }

  /** A field that must be there and be one of these. */
  choice<const T extends string>(index: number, name: string, values: readonly T[]): T | undefined {
    const value = this.required(index, name);
    if (value === undefined) return undefined;
    return (
      values.find((each) => each === value) ??
      this.wrong(
        'UnknownValue',
        `Field ${index + 1} (${name}) is ${shown(value)}; it must be one of ${values.join(', ')}.`,
      )
    );
  }

  /** A field that, filled in, is one of these. */
  oneOf<const T extends string>(index: number, name: string, values: readonly T[]): T | undefined {
    const value = this.at(index);
    if (value === '') return undefined;
    return (
      values.find((each) => each === value) ??
      this.wrong(
        'UnknownValue',
        `Field ${index + 1} (${name}) is ${shown(value)}; it must be ${values.join(', ')} or empty.`,
      )
    );
  }

  yesNo(index: number, name: string): boolean | undefined {
    const value = this.oneOf(index, name, ['J', 'N']);
    return value === undefined ? undefined : value === 'J';
  }
}

import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Problem } from '../problem.ts';
import { dateIn, shown } from './cells.ts';
import type { RoLine } from './records.ts';

/** Which school, which period, made on which day: what makes one delivery later than another. */
export interface RoHeader {
  readonly brin: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly madeOn: CalendarDate;
}

/** What the person at the keyboard states where the file is silent. */
export interface GivenHeader {
  readonly brin?: string;
  readonly from?: string;
  readonly to?: string;
  readonly madeOn?: string;
}

export type HeaderRead =
  | { readonly ok: true; readonly header: RoHeader; readonly from: 'VLP' | 'name' | 'given' }
  | { readonly ok: false; readonly problem: Problem };

const refused = (code: string, text: string): HeaderRead => ({ ok: false, problem: { code, text } });

interface Texts {
  readonly brin: string;
  readonly from: string;
  readonly to: string;
  readonly madeOn: string;
}

/** `RO_<BRIN>_<from>_<to>.csv`: such a file is taken to be made on the last day of its period. */
const nameShape = /^RO_([0-9]{2}[A-Z]{2})_(\d{4})(\d{2})(\d{2})_(\d{4})(\d{2})(\d{2})\.(?:csv|txt)$/i;

const fromName = (name: string): Texts | undefined => {
  const parts = nameShape.exec(name.split(/[/\\]/).at(-1) ?? '');
  if (!parts) return undefined;
  const to = `${parts[5]}-${parts[6]}-${parts[7]}`;
  return {
    brin: (parts[1] ?? '').toUpperCase(),
    from: `${parts[2]}-${parts[3]}-${parts[4]}`,
    to,
    madeOn: to,
  };
};

/** What is stated goes before the file's name, and only fills in what `VLP` leaves empty. */
const texts = (
  vlp: RoLine | undefined,
  name: string,
  given: GivenHeader,
): { readonly found: Texts; readonly from: 'VLP' | 'name' | 'given'; readonly where: string } => {
  if (vlp) {
    const at = (index: number, option: string | undefined): string => vlp.cells[index] || (option ?? '');
    return {
      found: {
        brin: at(1, given.brin),
        from: at(2, given.from),
        to: at(3, given.to),
        madeOn: at(4, given.madeOn),
      },
      from: 'VLP',
      where: `Line ${vlp.line} (VLP)`,
    };
  }
  const named = fromName(name);
  const isGiven = Object.values(given).some((value) => value !== undefined);
  return {
    found: {
      brin: given.brin ?? named?.brin ?? '',
      from: given.from ?? named?.from ?? '',
      to: given.to ?? named?.to ?? '',
      madeOn: given.madeOn ?? (given.to !== undefined ? given.to : (named?.madeOn ?? '')),
    },
    from: isGiven ? 'given' : 'name',
    where: isGiven ? 'What was given with the file' : "The file's name",
  };
};

const fields = [
  ['brin', 'BRIN'],
  ['from', 'period from'],
  ['to', 'period to'],
  ['madeOn', 'made on'],
] as const;

const complete = (
  found: Texts,
  where: string,
  from: 'VLP' | 'name' | 'given',
  today: CalendarDate,
): HeaderRead => {
  for (const [field, name] of fields)
    if (found[field] === '')
      return refused(
        'HeaderIncomplete',
        from === 'VLP'
          ? `${where} has no ${name}; fill it in, or give it with the file.`
          : `The file has no VLP record, and its ${name} is not known; name the file RO_<BRIN>_<from>_<to>.csv (dates as ccyymmdd), or give BRIN, from, to and made-on with it.`,
      );
  if (!/^[0-9]{2}[A-Z]{2}$/.test(found.brin))
    return refused(
      'WrongBrin',
      `${where} says BRIN ${shown(found.brin)}; a BRIN is two digits and two capitals, as in 21CY.`,
    );
  const dates: Record<string, CalendarDate> = {};
  for (const field of ['from', 'to', 'madeOn'] as const) {
    const date = dateIn(found[field]);
    if (date === undefined)
      return refused(
        'WrongDate',
        `${where} says ${shown(found[field])} for ${field === 'madeOn' ? 'made on' : `period ${field}`}, which is no day of the calendar; write it as ccyy-mm-dd or d-m-yyyy.`,
      );
    dates[field] = date;
  }
  const { from: begin, to, madeOn } = dates;
  if (begin === undefined || to === undefined || madeOn === undefined)
    return refused('HeaderIncomplete', `${where} is not complete.`);
  if (to < begin)
    return refused(
      'EndBeforeBegin',
      `${where} says a period that ends (${to}) before it begins (${begin}); correct one of the two.`,
    );
  if (madeOn < begin)
    return refused(
      'MadeBeforeItsPeriod',
      `${where} says that the file was made (${madeOn}) before its period begins (${begin}); correct one of the two.`,
    );
  // Later means later made-on: one typed too far ahead would silence every true delivery until then.
  if (madeOn > today)
    return refused(
      'MadeInFuture',
      `${where} says that the file was made on ${madeOn}, after today (${today}); ${
        from === 'VLP' ? 'correct the date' : 'give the day on which it was made (made-on) with the file'
      }.`,
    );
  return { ok: true, header: { brin: found.brin, from: begin, to, madeOn }, from };
};

/** The header of a file: from `VLP`, else from what is given and the file's name. */
export const headerOf = (
  vlps: readonly RoLine[],
  name: string,
  given: GivenHeader,
  today: CalendarDate,
): HeaderRead => {
  const [vlp, ...others] = vlps;
  const other = others.find((each) => vlp && [1, 2, 3, 4].some((at) => each.cells[at] !== vlp.cells[at]));
  if (vlp && other)
    return refused(
      'TwoHeaders',
      `Lines ${vlp.line} and ${other.line} are two different VLP records; deliver each file by itself.`,
    );
  const { found, from, where } = texts(vlp, name, given);
  return complete(found, where, from, today);
};

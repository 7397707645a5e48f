import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { isElfproef } from '../../domain/number/elfproef.ts';
import { leerwegen, type Niveau, type Opleidingscode } from '../../domain/institution/ids.ts';
import type { RegisterDiploma, RegisterEnrolment } from '../../domain/trajectory/commands.ts';
import { numberIn, type PersonNumber } from '../person-number.ts';
import type { Problem } from '../problem.ts';
import { Cells, cellsOf, hasBothSeparators, shown } from './cells.ts';
import { type Line, longestLine } from './lines.ts';

/** The records about a person, in the order in which `SLR` counts them. */
export const personRecords = ['PER', 'ISG', 'ISP', 'ISE', 'BPV', 'DIP', 'AMO', 'GEO', 'KZD'] as const;
export type PersonRecord = (typeof personRecords)[number];

/** The records that become facts. Of the others nothing is kept: they are counted. */
export type FactRecord = 'PER' | 'ISG' | 'ISP' | 'DIP';

export type PeriodFact = RegisterEnrolment['periods'][number];
export interface EnrolmentFact {
  readonly enrolment: string;
  readonly from: CalendarDate;
  readonly plannedUntil?: CalendarDate;
  readonly until?: CalendarDate;
  readonly reason?: string;
}

export type Fact =
  | { readonly record: 'PER'; readonly birthDate?: string; readonly gender?: 'M' | 'V' | 'O' }
  | { readonly record: 'ISG'; readonly enrolment: EnrolmentFact }
  | { readonly record: 'ISP'; readonly enrolment: string; readonly period: PeriodFact }
  | { readonly record: 'DIP'; readonly diploma: RegisterDiploma };

/** A line, read as far as to know whom it is about. */
export interface RoLine {
  readonly line: number;
  /** As it stands there; one of {@link personRecords}, `VLP`, `SLR` or unknown. */
  readonly record: string;
  readonly cells: readonly string[];
  readonly numbers: readonly PersonNumber[];
  /** Wrong with the line as a whole, before any field is read. */
  readonly damage: Problem | undefined;
}

/** Where a separator was put in or lost, the number of the person is the first that comes. */
const numberSomewhereIn = (cells: readonly string[]): PersonNumber[] => {
  const text = cells.slice(1, 4).find((cell) => cell !== '');
  return numberIn(text, text === undefined || isElfproef(text) ? 'bsn' : 'onderwijsnummer');
};

const damageOf = (text: string): Problem | undefined => {
  if (text.length > longestLine)
    return {
      code: 'LineTooLong',
      text: `The line has more than ${longestLine} characters; check whether a line break is missing.`,
    };
  return hasBothSeparators(text)
    ? {
        code: 'TwoSeparators',
        text: 'The line has | and ; in it, so that its fields cannot be told apart; separate all of them by one of the two.',
      }
    : undefined;
};

/** A line of nothing but separators is no line. */
export const roLine = ({ number, text }: Line): RoLine | undefined => {
  const cells = cellsOf(text);
  if (cells.every((cell) => cell === '')) return undefined;
  const record = cells[0] ?? '';
  const damage = damageOf(text);
  const numbers =
    record === 'VLP' || record === 'SLR'
      ? []
      : damage
        ? numberSomewhereIn(cells)
        : [...numberIn(cells[1], 'bsn'), ...numberIn(cells[2], 'onderwijsnummer')];
  return { line: number, record, cells, numbers, damage };
};

export const isPersonRecord = (record: string): record is PersonRecord =>
  (personRecords as readonly string[]).includes(record);

export const isFactRecord = (record: string): record is FactRecord =>
  record === 'PER' || record === 'ISG' || record === 'ISP' || record === 'DIP';

/** How many fields the format has of each record; what stands behind them is not read. */
const knownFields: Readonly<Record<FactRecord, number>> = { PER: 5, ISG: 8, ISP: 14, DIP: 10 };

export type Read =
  | { readonly ok: true; readonly fact: Fact; readonly surplus: boolean }
  | {
      readonly ok: false;
      readonly problem: Problem;
      /** Of an ISG whose number could be read: what belongs to it is not reported a second time. */
      readonly enrolment?: string;
    };

/** `{ key: value }`, or nothing of an absent value: an absent field is not there at all. */
const given = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });

const opleidingscodeAt = (cells: Cells, index: number): Opleidingscode | undefined => {
  const code = cells.required(index, 'opleidingcode');
  if (code === undefined || /^[0-9A-Z]{1,10}$/.test(code)) return code as Opleidingscode | undefined;
  return cells.wrong(
    'WrongOpleidingscode',
    `Field ${index + 1} (opleidingcode) is ${shown(code)}; write 1 to 10 digits or capitals, as in 25655.`,
  );
};

const niveauAt = (cells: Cells, index: number): Niveau | undefined => {
  const text = cells.at(index);
  if (text === '') return undefined;
  const niveau = /^(?:MBO-)?([1-4])$/.exec(text)?.[1];
  if (niveau !== undefined) return Number(niveau) as Niveau;
  return cells.wrong(
    'WrongNiveau',
    `Field ${index + 1} (niveau) is ${shown(text)}; it must be 1, 2, 3, 4 or empty.`,
  );
};

/** `8` and `08` are one reason. */
const reasonAt = (cells: Cells, index: number): string | undefined => {
  const text = cells.at(index);
  if (text === '') return undefined;
  if (/^[0-9A-Za-z]{1,2}$/.test(text)) return /^\d$/.test(text) ? `0${text}` : text;
  return cells.wrong(
    'WrongReason',
    `Field ${index + 1} (reason) is ${shown(text)}; it must be a code of 1 or 2 characters, or empty.`,
  );
};

const personOf = (cells: Cells): Fact => ({
  record: 'PER',
  ...given('birthDate', cells.birthDateIfAny(3, 'birth date')),
  ...given('gender', cells.oneOf(4, 'gender', ['M', 'V', 'O'])),
});

const enrolmentOf = (cells: Cells): Fact | undefined => {
  const enrolment = cells.required(3, 'number of the enrolment');
  const from = cells.date(4, 'enrolled on');
  const plannedUntil = cells.dateIfAny(5, 'planned end');
  const until = cells.dateIfAny(6, 'real end');
  const reason = reasonAt(cells, 7);
  if (enrolment === undefined || from === undefined) return undefined;
  if (until !== undefined && until < from)
    return cells.wrong(
      'EndBeforeBegin',
      `The enrolment ends (field 7: ${until}) before it begins (field 5: ${from}); correct one of the two dates in the register.`,
    );
  return {
    record: 'ISG',
    enrolment: {
      enrolment,
      from,
      ...given('plannedUntil', plannedUntil),
      ...given('until', until),
      ...given('reason', until === undefined ? undefined : reason),
    },
  };
};

const periodOf = (cells: Cells): Fact | undefined => {
  const enrolment = cells.required(3, 'number of the enrolment');
  const from = cells.date(4, 'begins on');
  const opleidingscode = opleidingscodeAt(cells, 5);
  const leertraject = cells.choice(6, 'leertraject', leerwegen);
  const niveau = niveauAt(cells, 7);
  const fundable = cells.yesNo(8, 'fundable');
  if (
    enrolment === undefined ||
    from === undefined ||
    opleidingscode === undefined ||
    leertraject === undefined
  )
    return undefined;
  return {
    record: 'ISP',
    enrolment,
    period: { from, opleidingscode, leertraject, ...given('niveau', niveau), ...given('fundable', fundable) },
  };
};

const diplomaOf = (cells: Cells): Fact | undefined => {
  const result = cells.required(3, 'number of the result');
  const opleidingscode = opleidingscodeAt(cells, 4);
  const on = cells.date(5, 'obtained on');
  const fundable = cells.yesNo(7, 'fundable');
  const enrolment = cells.at(8) === '' ? undefined : cells.required(8, 'number of the enrolment');
  if (result === undefined || opleidingscode === undefined || on === undefined) return undefined;
  return {
    record: 'DIP',
    diploma: { result, opleidingscode, on, ...given('enrolment', enrolment), ...given('fundable', fundable) },
  };
};

const readers: Readonly<Record<FactRecord, (cells: Cells) => Fact | undefined>> = {
  PER: personOf,
  ISG: enrolmentOf,
  ISP: periodOf,
  DIP: diplomaOf,
};

/** The fact that a line states, or the first thing that is wrong with it. */
export const readFact = (record: FactRecord, { cells: texts, damage }: RoLine): Read => {
  const cells = new Cells(texts);
  if (damage) cells.wrong(damage.code, damage.text);
  const fact = readers[record](cells);
  if (fact !== undefined && cells.problem === undefined)
    return { ok: true, fact, surplus: cells.beyond(knownFields[record]) };
  const problem = cells.problem ?? { code: 'Unreadable', text: 'The line cannot be read; deliver it again.' };
  const number = texts[3];
  return record === 'ISG' && number !== undefined && number !== ''
    ? { ok: false, problem, enrolment: number }
    : { ok: false, problem };
};

/** Records of which nothing is kept are looked at only so far that a broken one is noticed. */
const datesOfDetails: Readonly<Partial<Record<PersonRecord, readonly number[]>>> = {
  ISE: [4, 5],
  BPV: [5, 6, 7, 8],
};

export const detailProblem = (
  record: PersonRecord,
  { cells: texts, damage }: RoLine,
): Problem | undefined => {
  if (damage) return damage;
  const cells = new Cells(texts);
  for (const index of datesOfDetails[record] ?? []) cells.dateIfAny(index, 'date');
  return cells.problem;
};

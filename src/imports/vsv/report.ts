import type { VsvListKind } from '../../domain/delivery/events.ts';
import type { DeliveryId } from '../../domain/delivery/ids.ts';
import { FindingsBy, type Rejection, type Sentence, type Warning } from '../findings.ts';
import type { ListHeader } from './which-list.ts';

/** What an import of a list comes to; `events` is what was new. */
export interface VsvReport {
  readonly delivery: DeliveryId;
  readonly header: ListHeader;
  /** Lines behind the header. */
  readonly rows: number;
  /** Different persons on it, and how many of them are known here. */
  readonly persons: number;
  readonly matched: number;
  readonly unknownHere: number;
  /** Verdicts that are new: named as VSV'er, and named before but no longer. */
  readonly verdicts: { readonly vsv: number; readonly notVsv: number };
  readonly events: number;
  readonly warnings: readonly Warning[];
  readonly rejected: readonly Rejection[];
  readonly dryRun: boolean;
}

const yearly: ReadonlySet<VsvListKind> = new Set<VsvListKind>(['NRSP', 'NenR']);
export const isYearly = (kind: VsvListKind): boolean => yearly.has(kind);

/** Examples are line numbers, months, codes: never a number or a name of a person. */
const sentences = {
  NobodyMatches: () =>
    'NOBODY in this file is known here. Check that it is a file of this school, and import the register (wissel import ro) first; then import this file again.',
  NotThisSchool: (_count, what) =>
    `The file is of another school than the register's deliveries: ${what}. It goes in all the same.`,
  KindDiffers: (_count, what) => `The file's name says another kind of list: ${what}.`,
  LooksLikeOther: (_count, what) => `The header looks like that of another kind of list: ${what}.`,
  MonthDiffers: (_count, what) =>
    `The file's name says another month than its lines: ${what}. The lines count.`,
  SeveralMonths: (_count, what) =>
    `The lines report on several months of one teljaar (${what}); the list is taken as that of the last.`,
  YearDiffers: (_count, what) => `The file's name says another year: ${what}.`,
  OtherOrder: () => 'The columns stand in another order than DUO delivers them; they were found by name.',
  OtherSeparator: (_count, what) => `The fields are separated by ${what} instead of ;.`,
  Latin1: () => 'The file is no UTF-8; it was read as Windows-1252 (latin-1).',
  ColumnMissing: (_count, what) => `Columns that are not there: ${what}; what they say is not known.`,
  NewerKnown: (_count, what) =>
    `A later list of the same count year was imported before (${what}); where both speak, the later one counts.`,
  NumberWithPoint: (count, lines) =>
    `Numbers written with .0 behind them: ${count} (lines ${lines}); read without it.`,
  LeadingZero: (count, lines) =>
    `Numbers of eight digits that are a BSN with a 0 before them: ${count} (lines ${lines}); read with it.`,
  OwnNumbers: (count) =>
    `Persons whose numbers are no BSN or onderwijsnummer by the elfproef: ${count}; they are taken as numbers of this school alone.`,
  DoubledRow: (count, lines) =>
    `Lines that stand in the file before: ${count} (lines ${lines}); they count once.`,
  NamedTwice: (count, lines) =>
    `Lines of somebody who is named before with something else: ${count} (lines ${lines}); the first line counts.`,
  NotMbo: (count, lines) =>
    `Lines of another kind of education than mbo: ${count} (lines ${lines}); kept without niveau.`,
  CodeNotRead: (count, lines) => `Opleidingscodes that cannot be one: ${count} (lines ${lines}); left out.`,
  LeerwegNotKnown: (count, lines) => `Leerwegen that are not known: ${count} (lines ${lines}); left out.`,
  DateNotRead: (count, lines) =>
    `Dates of leaving that do not exist: ${count} (lines ${lines}); left out. Write them as dd-mm-yyyy.`,
  NotWritten: (count) =>
    `Verdicts that could not be written, as somebody else was writing: ${count}; import the file again.`,
} as const satisfies Readonly<Record<string, Sentence>>;

/** What is found in a list of DUO. */
export class VsvFindings extends FindingsBy<keyof typeof sentences> {
  constructor() {
    super(sentences);
  }
}

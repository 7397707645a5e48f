import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Split } from '../readings/splits.ts';
import type { FiguresQuery, FiguresRefusal } from './query.ts';
import type { FiguresReport, SplitFigures } from './report.ts';

/** One of the two that are laid beside each other: a school year, whole or one value of a split. */
export interface Side {
  readonly year: number;
  readonly value?: string;
}

export interface CompareQuery extends Pick<FiguresQuery, 'knownOn' | 'at'> {
  readonly report: 'twin' | 'vsv';
  readonly by?: Split;
  readonly sides: readonly [Side, Side];
}

/** The figures of one side: as in the report that it comes from, and nothing of which is more. */
export interface SideFigures extends Pick<
  FiguresReport,
  'schoolYear' | 'peildata' | 'status' | 'population'
> {
  readonly value?: string;
  readonly name?: string;
  readonly twin?: NonNullable<SplitFigures['twin']>;
  readonly vsv?: NonNullable<SplitFigures['vsv']>;
}

export interface CompareReport extends Pick<FiguresReport, 'definition'> {
  readonly report: 'twin' | 'vsv';
  readonly knownOn: CalendarDate;
  readonly ordinal: number;
  readonly by?: Split;
  readonly sides: readonly [SideFigures, SideFigures];
  /** What is not certain of the definition, of either of the two. */
  readonly reservation?: string;
}

export type CompareRefusal =
  | FiguresRefusal
  | {
      readonly code: 'UnknownValue';
      readonly by: Split;
      readonly value: string;
      readonly known: readonly string[];
    };

export type CompareAnswer =
  | { readonly answered: true; readonly report: CompareReport }
  | { readonly answered: false; readonly refusal: CompareRefusal };

type ReportAnswer =
  | { readonly answered: true; readonly report: FiguresReport }
  | { readonly answered: false; readonly refusal: FiguresRefusal };

const sideOf = (
  { schoolYear, peildata, status, population, twin, vsv, splits = [] }: FiguresReport,
  by: Split | undefined,
  { value }: Side,
): SideFigures | CompareRefusal => {
  const when = { schoolYear, peildata, status };
  if (by === undefined || value === undefined) {
    // What stands beside a population, and the sentences, belong to the whole report.
    if (twin) {
      const { register, evidence, flows, presumed, accountsDiffer } = twin;
      return { ...when, population, twin: { register, evidence, flows, presumed, accountsDiffer } };
    }
    return {
      ...when,
      population,
      ...(vsv ? { vsv: { verdicts: vsv.verdicts, shares: vsv.shares } } : {}),
    };
  }
  const split = splits.find((each) => each.value === value);
  if (!split) return { code: 'UnknownValue', by, value, known: splits.map((each) => each.value) };
  return {
    ...when,
    value,
    ...(split.name === undefined ? {} : { name: split.name }),
    population: split.population,
    ...(split.twin ? { twin: split.twin } : {}),
    ...(split.vsv ? { vsv: split.vsv } : {}),
  };
};

/** Two sides at the same event of the log; in the order in which they were asked for. */
export const compare = (
  { report, knownOn, at, by, sides: [one, other] }: CompareQuery,
  ask: (query: FiguresQuery) => ReportAnswer,
): CompareAnswer => {
  const asked = (side: Side, ordinal: number | undefined): ReportAnswer =>
    ask({
      report,
      year: side.year,
      knownOn,
      ...(by === undefined ? {} : { by }),
      ...(ordinal === undefined ? {} : { at: ordinal }),
    });
  const first = asked(one, at);
  if (!first.answered) return first;
  const second = asked(other, first.report.ordinal);
  if (!second.answered) return second;
  const left = sideOf(first.report, by, one);
  if ('code' in left) return { answered: false, refusal: left };
  const right = sideOf(second.report, by, other);
  if ('code' in right) return { answered: false, refusal: right };
  const { definition, ordinal } = first.report;
  const reservation = first.report.reservation ?? second.report.reservation;
  return {
    answered: true,
    report: {
      report,
      definition,
      knownOn,
      ordinal,
      ...(by === undefined ? {} : { by }),
      sides: [left, right],
      ...(reservation === undefined ? {} : { reservation }),
    },
  };
};

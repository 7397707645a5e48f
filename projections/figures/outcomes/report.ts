import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import type { Norms } from '../../../src/domain/institution/norms.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import type { Parameters } from '../accounts/knowledge.ts';
import type { FiguresQuery, FiguresRefusal, FiguresStatus } from '../answers/query.ts';
import { idsOf } from '../known/facts.ts';
import type { Split } from '../readings/splits.ts';
import { type Indicator, type IndicatorId, indicators, type OutcomeNorm, outcomeNorm } from './indicators.ts';
import type { Outcome, OutcomeMember, OutcomeMembership, OutcomeStep, OutcomeUnplaced } from './reading.ts';

export type OutcomesQuery = Pick<FiguresQuery, 'year' | 'knownOn' | 'at' | 'by' | 'parameters'>;

export interface Counted {
  readonly numerator: number;
  readonly denominator: number;
  /** Rounded to two decimals; null where nobody is in the population. */
  readonly percent: number | null;
}

/** Several school years taken together, the last one being the year asked. */
export interface OverYears extends Counted {
  /** The school years of which there is somebody, the last one first. */
  readonly years: readonly number[];
  /** Too few of the years have somebody, or the last one has nobody: then it is no figure. */
  readonly computable: boolean;
}

export interface OutcomeFigure extends Counted {
  /** Of whom nobody can say whether they are in the population. */
  readonly notKnown: number;
  readonly overYears: OverYears;
  readonly norm?: Pick<OutcomeNorm, 'percent' | 'source' | 'confirmed'>;
}

export interface IndicatorFigures {
  readonly indicator: Indicator;
  readonly whole: OutcomeFigure;
  readonly niveaus: readonly (OutcomeFigure & { readonly niveau: string })[];
  readonly splits?: readonly (OutcomeFigure & { readonly by: Split; readonly value: string })[];
}

export interface OutcomesReport {
  readonly report: 'outcomes';
  readonly schoolYear: number;
  readonly peildata: readonly [CalendarDate, CalendarDate];
  readonly knownOn: CalendarDate;
  readonly ordinal: number;
  readonly status: FiguresStatus;
  readonly indicators: readonly IndicatorFigures[];
  readonly parameters: Parameters;
  readonly by?: Split;
}

export const outcomeParts = ['population', 'counted', 'notKnown'] as const;
export type OutcomePart = (typeof outcomeParts)[number];

/** The denominator or the numerator of an indicator, or those of whom nobody can say, in one of the years together. */
export interface OutcomeCell {
  readonly indicator: IndicatorId;
  readonly part: OutcomePart;
  /** Absent: the year asked. */
  readonly year?: number;
  readonly split?: { readonly by: Split; readonly value: string };
}

/** Who is in a cell, and the events that put them there. */
export interface OutcomeMemberNamed {
  readonly trajectory: StudentId;
  readonly counted: boolean | null;
  readonly because: OutcomeStep | null;
  readonly events: readonly Uuid[];
}

export type OutcomeMembersAnswer =
  | { readonly answered: true; readonly ordinal: number; readonly members: readonly OutcomeMemberNamed[] }
  | {
      readonly answered: false;
      readonly refusal:
        FiguresRefusal | { readonly code: 'YearNotTogether'; readonly years: readonly number[] };
    };

export type OutcomesAnswer =
  | { readonly answered: true; readonly report: OutcomesReport }
  | { readonly answered: false; readonly refusal: FiguresRefusal };

/** All students of one year, by every indicator. */
export type YearOfOutcomes = readonly (readonly [StudentId, Outcome])[];

const percentOf = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 100;

const isMember = (found: OutcomeMembership): found is OutcomeMember =>
  found !== 'out' && !('notKnown' in found);
const isUnplaced = (found: OutcomeMembership): found is OutcomeUnplaced =>
  found !== 'out' && 'notKnown' in found;

/** Of all of them together; over half a million students none of the lists is copied. */
const countOf = (...all: readonly (readonly OutcomeMember[])[]): Counted => {
  const sum = (of: (members: readonly OutcomeMember[]) => number): number =>
    all.reduce((so, members) => so + of(members), 0);
  const numerator = sum((members) => members.reduce((so, { counted }) => so + (counted ? 1 : 0), 0));
  const denominator = sum(({ length }) => length);
  return { numerator, denominator, percent: percentOf(numerator, denominator) };
};

/** The members of one indicator in each year, the year asked first. */
interface OfYears {
  readonly year: number;
  readonly members: readonly OutcomeMember[];
}

const overYears = (all: readonly OfYears[], { average }: Indicator): OverYears => {
  const some = all.slice(0, average.years).filter(({ members }) => members.length > 0);
  return {
    ...countOf(...some.map(({ members }) => members)),
    years: some.map(({ year }) => year),
    computable: some.length >= average.atLeast && some[0]?.year === all[0]?.year,
  };
};

const figureOf = (
  all: readonly OfYears[],
  indicator: Indicator,
  notKnown: number,
): Omit<OutcomeFigure, 'norm'> => ({
  ...countOf(all[0]?.members ?? []),
  notKnown,
  overYears: overYears(all, indicator),
});

const groupsBy = (all: readonly OfYears[], by: Split): readonly (readonly [string, readonly OfYears[]])[] => {
  const groups = all.map(({ year, members }) => ({
    year,
    of: Map.groupBy(members, ({ splits }) => splits[by]),
  }));
  return [...(groups[0]?.of.keys() ?? [])]
    .sort()
    .map((value) => [value, groups.map(({ year, of }) => ({ year, members: of.get(value) ?? [] }))]);
};

/** Of the year asked and the years before it, the year asked first. */
export const outcomeFigures = (
  years: readonly { readonly year: number; readonly outcomes: YearOfOutcomes }[],
  by: Split | undefined,
  norms: Norms,
): readonly IndicatorFigures[] =>
  indicators.map((indicator): IndicatorFigures => {
    const all = years.map(({ year, outcomes }): OfYears => ({
      year,
      members: outcomes.map(([, found]) => found[indicator.id]).filter(isMember),
    }));
    const asked = years[0];
    const notKnown = asked?.outcomes.filter(([, found]) => isUnplaced(found[indicator.id])).length ?? 0;
    return {
      indicator,
      whole: figureOf(all, indicator, notKnown),
      niveaus: groupsBy(all, 'niveau').map(([niveau, of]) => {
        const norm = asked && outcomeNorm(indicator.id, niveau, asked.year, norms);
        return {
          niveau,
          ...figureOf(of, indicator, 0),
          ...(norm
            ? { norm: { percent: norm.percent, source: norm.source, confirmed: norm.confirmed } }
            : {}),
        };
      }),
      ...(by === undefined
        ? {}
        : {
            splits: groupsBy(all, by).map(([value, of]) => ({
              by,
              value,
              ...figureOf(of, indicator, 0),
            })),
          }),
    };
  });

/** Whom a cell of the year counts, by trajectory. */
export const outcomeMembers = (
  outcomes: YearOfOutcomes,
  { indicator, part, split }: OutcomeCell,
): readonly OutcomeMemberNamed[] =>
  outcomes.flatMap(([trajectory, found]): OutcomeMemberNamed[] => {
    const of = found[indicator];
    if (part === 'notKnown')
      return isUnplaced(of) && split === undefined
        ? [{ trajectory, counted: null, because: null, events: idsOf(of.notKnown) }]
        : [];
    if (!isMember(of) || (part === 'counted' && !of.counted)) return [];
    if (split && of.splits[split.by] !== split.value) return [];
    return [{ trajectory, counted: of.counted, because: of.because, events: idsOf(of.facts) }];
  });

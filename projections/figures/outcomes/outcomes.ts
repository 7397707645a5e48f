import { peildataOf } from '../accounts/knowledge.ts';
import type { View } from '../accounts/view.ts';
import { keptIn } from '../readings/kept.ts';
import { type Desk, headOf, type LookedUp } from '../inspection/inspection.ts';
import { inNoPopulation, type Outcome, outcomesOf } from './reading.ts';
import {
  type OutcomeCell,
  outcomeFigures,
  outcomeMembers,
  type OutcomeMembersAnswer,
  type OutcomesAnswer,
  type OutcomesQuery,
  type YearOfOutcomes,
} from './report.ts';

/** The indicators of study success. */
export interface Outcomes {
  readonly outcomes: (query: OutcomesQuery) => OutcomesAnswer;
  readonly outcomeMembers: (query: OutcomesQuery, cell: OutcomeCell) => OutcomeMembersAnswer;
}

const yearsTogether = (year: number): readonly number[] => [year, year - 1, year - 2];

export const outcomesAt = <Asked extends LookedUp>(
  desk: Pick<Desk<Asked>, 'archive' | 'asked' | 'viewOf'>,
): Outcomes => {
  const viewsOf = (question: Asked): readonly View[] =>
    desk.archive
      .trajectories()
      .map((filed) => desk.viewOf(filed, question))
      .filter(({ history }) => history.mergedInto === undefined);
  /** For as long as the view lasts. */
  const kept = new WeakMap<View, Map<number, Outcome>>();
  const outcomeOf = (view: View, year: number, { knowledge }: Asked): Outcome =>
    keptIn(
      keptIn(kept, view, () => new Map<number, Outcome>()),
      year,
      () => outcomesOf(view, peildataOf(year), knowledge),
    );
  const yearOf = (year: number, views: readonly View[], question: Asked): YearOfOutcomes =>
    views.flatMap((view) => {
      const outcome = outcomeOf(view, year, question);
      return outcome === inNoPopulation ? [] : [[view.history.id, outcome] as const];
    });
  return {
    outcomes: ({ by, ...query }) => {
      const question = desk.asked({ ...query, report: 'twin' });
      if ('code' in question) return { answered: false, refusal: question };
      const views = viewsOf(question);
      const years = yearsTogether(query.year).map((year) => ({
        year,
        outcomes: yearOf(year, views, question),
      }));
      return {
        answered: true,
        report: {
          report: 'outcomes',
          ...headOf(question),
          indicators: outcomeFigures(years, by, question.knowledge.norms),
          ...(by === undefined ? {} : { by }),
        },
      };
    },
    outcomeMembers: ({ by: _, ...query }, cell) => {
      const question = desk.asked({ ...query, report: 'twin' });
      if ('code' in question) return { answered: false, refusal: question };
      const { year = query.year } = cell;
      const years = yearsTogether(query.year);
      if (!years.includes(year)) return { answered: false, refusal: { code: 'YearNotTogether', years } };
      return {
        answered: true,
        ordinal: question.cut.at,
        members: outcomeMembers(yearOf(year, viewsOf(question), question), cell),
      };
    },
  };
};

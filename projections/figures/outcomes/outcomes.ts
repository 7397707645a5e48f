import { peildataOf } from '../accounts/knowledge.ts';
import type { Desk, LookedUp } from '../inspection/inspection.ts';
import type { FiguresRefusal } from '../answers/query.ts';
import { outcomesOf } from './reading.ts';
import {
  outcomeFigures,
  type OutcomeRow,
  outcomeRows,
  type OutcomesAnswer,
  type OutcomesQuery,
  type YearOfOutcomes,
} from './report.ts';

/** The indicators of study success. */
export interface Outcomes {
  readonly outcomes: (query: OutcomesQuery) => OutcomesAnswer;
  readonly outcomeRows: (query: OutcomesQuery) => Iterable<OutcomeRow> | FiguresRefusal;
}

const yearsTogether = 3;

export const outcomesAt = <Asked extends LookedUp>(
  desk: Pick<Desk<Asked>, 'archive' | 'asked' | 'viewOf'>,
): Outcomes => {
  const yearOf = (year: number, question: Asked): YearOfOutcomes =>
    desk.archive.trajectories().flatMap((filed) => {
      const view = desk.viewOf(filed, question);
      return view.history.mergedInto === undefined
        ? [[filed.id, outcomesOf(view, peildataOf(year), question.knowledge)] as const]
        : [];
    });
  return {
    outcomes: ({ by, ...query }) => {
      const question = desk.asked({ ...query, report: 'twin' });
      if ('code' in question) return { answered: false, refusal: question };
      const { cut, peildata, knowledge } = question;
      const years = Array.from({ length: yearsTogether }, (_, back) => query.year - back).map((year) => ({
        year,
        outcomes: yearOf(year, question),
      }));
      return {
        answered: true,
        report: {
          report: 'outcomes',
          schoolYear: peildata.schoolYear,
          peildata: [peildata.t, peildata.t2],
          knownOn: cut.knownOn,
          ordinal: cut.at,
          indicators: outcomeFigures(years, by),
          parameters: knowledge.parameters,
          ...(by === undefined ? {} : { by }),
        },
      };
    },
    outcomeRows: ({ by: _, ...query }) => {
      const question = desk.asked({ ...query, report: 'twin' });
      return 'code' in question ? question : outcomeRows(yearOf(query.year, question));
    },
  };
};

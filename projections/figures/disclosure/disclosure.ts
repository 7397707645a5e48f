import type { FiguresQuery, FiguresRefusal } from '../answers/query.ts';
import type { Desk, LookedUp } from '../inspection/inspection.ts';
import { outcomesOf } from '../outcomes/reading.ts';
import { type Disclosure, disclosureOf, type Somebody } from './telling.ts';
import { boxesOf, standingsOf } from './profile.ts';

/** What may leave the team, of any school year. */
export interface Disclosing {
  readonly disclosure: (
    query: Pick<FiguresQuery, 'year' | 'knownOn' | 'at' | 'parameters'>,
  ) => Disclosure | FiguresRefusal;
}

export const disclosureAt = <Asked extends LookedUp>(desk: Desk<Asked>): Disclosing => ({
  disclosure: ({ year, knownOn, at, parameters }) => {
    const question = desk.asked({
      report: 'twin',
      year,
      knownOn,
      ...(at === undefined ? {} : { at }),
      ...(parameters === undefined ? {} : { parameters }),
    });
    if ('code' in question) return question;
    const everybody: Somebody[] = [];
    let enrolledLater = 0;
    for (const filed of desk.archive.trajectories()) {
      const view = desk.viewOf(filed, question);
      if (view.history.mergedInto !== undefined) continue;
      const outcomes = outcomesOf(view, question.peildata, question.knowledge);
      const outcome = desk.outcomeOf(filed, question);
      if (outcome && 'in' in outcome)
        everybody.push({
          boxes: boxesOf(outcome.in),
          outcomes: standingsOf(outcomes),
          splits: outcome.in.splits,
        });
      else if (outcomes.jaarresultaat !== 'out') enrolledLater += 1;
    }
    return disclosureOf(everybody, enrolledLater);
  },
});

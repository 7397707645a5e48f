import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import { deliveriesOf, type Delivery } from '../known/deliveries.ts';
import { historyAsKnown, type Track } from '../known/history.ts';
import { otherCode, type Parameters } from './knowledge.ts';
import { registerAccountOf } from './register-account.ts';
import { enrolledAtSchoolOn, isPlacedBy, schoolAccountOf } from './school-account.ts';

/** A day on which the register and the school have the student in other places, or only one of them has him. */
export interface Disagreement {
  readonly on: CalendarDate;
  readonly events: readonly Uuid[];
}

/**
 * On which of these days the two accounts disagree about being enrolled, or about the opleidingscode (FIGURES.md §4 of
 * the specification), by all that is known. Only a day for which a delivery speaks: what is derived from the school's
 * account cannot disagree with it, and a school that never placed him has no account.
 */
export const disagreementsOf = (
  track: Track,
  deliveries: readonly Delivery[],
  parameters: Parameters,
  days: readonly CalendarDate[],
): readonly Disagreement[] => {
  const history = historyAsKnown(track, () => true);
  if (history.mergedInto !== undefined || deliveries.length === 0) return [];
  const school = schoolAccountOf(history);
  const register = registerAccountOf(history, school, deliveriesOf(deliveries), parameters);
  return days.flatMap((on): Disagreement[] => {
    const { delivered, enrolment } = register.on(on);
    if (!delivered || !isPlacedBy(school, on)) return [];
    const stretch = enrolledAtSchoolOn(school, on);
    const agree =
      enrolment && stretch ? !otherCode(enrolment, stretch.programme ?? {}) : !enrolment && !stretch;
    const facts = [...(enrolment?.facts ?? []), ...(stretch?.facts ?? [])];
    return agree ? [] : [{ on, events: [...new Set(facts)].map(({ id }) => id) }];
  });
};

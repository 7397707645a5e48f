import { addDays, type CalendarDate, dateOf, latest, yearOf } from '../../src/kernel/calendar-date.ts';
import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOfCoach, days, nothingToAsk, straightUp } from '../asking.ts';
import { changesOfGuidance, guided } from '../standing.ts';

const peildatumAfter = (date: CalendarDate): CalendarDate => {
  const [year, ofThisYear] = [yearOf(date), dateOf(yearOf(date), 10, 1)];
  return ofThisYear > date ? ofThisYear : dateOf(year + 1, 10, 1);
};

/** Those that he met since he was placed, and the one that comes next. */
const peildata = (placedOn: CalendarDate, today: CalendarDate): readonly CalendarDate[] => {
  const [first, next] = [peildatumAfter(placedOn), peildatumAfter(latest(placedOn, today))];
  return Array.from({ length: yearOf(next) - yearOf(first) + 1 }, (_, years) =>
    dateOf(yearOf(first) + years, 10, 1),
  );
};

/**
 * Placed and not definitively enrolled, with 1 October in sight: asked of the coach, and of quality, who answers
 * for what the register will show (DOMAIN.md §4). A peildatum that went by undecided stays asked.
 */
export const enrolmentIsDecidedBeforeThePeildatum: TrajectoryWorkflow = {
  name: 'enrolment-is-decided-before-the-peildatum',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'EnrolledDefinitively'],
  versions: {
    1: (known) => {
      const now = guided(known);
      if (!now || now.placement.enrolledOn !== undefined) return nothingToAsk;
      const { on } = now.placement;
      const all = peildata(on, known.today);
      return {
        terms: all.flatMap((peildatum) => {
          const ahead = days(known, 'enrolmentDecided', peildatum, now.landschap);
          const ofCoach = askedOfCoach(known, now, {
            step: `coach/${yearOf(peildatum)}/${now.placed.id}`,
            since: peildatum,
            asksOn: latest(on, known.calendar.addSchoolDays(peildatum, -ahead)),
            due: { by: addDays(peildatum, -1) },
            climbs: 'enrolmentClimb',
            causes: [now.placed],
            does: 'enrol-definitively',
          });
          return [
            ofCoach,
            {
              ...ofCoach,
              step: `quality/${yearOf(peildatum)}/${now.placed.id}`,
              of: { role: 'quality' as const },
              ladder: straightUp,
            },
          ];
        }),
        findings: [],
        looksAgainOn: peildatumAfter(latest(on, known.today)),
      };
    },
  },
};

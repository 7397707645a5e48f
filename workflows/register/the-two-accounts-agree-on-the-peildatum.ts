import { type CalendarDate, dateOf, latest, yearOf } from '../../src/kernel/calendar-date.ts';
import { startOfDay } from '../../src/kernel/instant.ts';
import type { Recorded } from '../../src/kernel/message.ts';
import type { Term } from '../../src/kernel/workflow.ts';
import { schoolYearOf } from '../../src/domain/institution/calendar.ts';
import type { TrajectoryKnown, TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import {
  type Delivery,
  disagreementsOf,
  parametersOf,
  peildataOf,
  trackOf,
} from '../../projections/figures/index.ts';
import { askedOf, asking, coachOf, straightUp } from '../asking.ts';

/** The last two peildata that were reached: what lies further back is settled or will not be. */
const peildataBy = (today: CalendarDate): readonly CalendarDate[] => {
  const last = dateOf(yearOf(today), 10, 1) <= today ? yearOf(today) : yearOf(today) - 1;
  return [dateOf(last - 1, 10, 1), dateOf(last, 10, 1)];
};

/** The facts as figures see them; all are known by now, so the day on which each was recorded does not matter. */
const trackOfKnown = ({ student, trajectory, today }: TrajectoryKnown) => {
  const recordedAt = startOfDay(today);
  const entries = trajectory.told.map(({ id, commandId, type, data }, revision) => ({
    ordinal: revision + 1,
    event: { id, type, data, meta: { commandId, recordedAt } } as unknown as Recorded,
  }));
  const namings = [...trajectory.deliveries].map((delivery) => ({ delivery, ordinal: 0, day: today }));
  return trackOf(student, entries, namings);
};

const deliveriesKnown = ({ deliveries, today }: TrajectoryKnown): readonly Delivery[] =>
  [...deliveries].map(([id, delivered], ordinal) => ({ id, ...delivered, ordinal, day: today }));

/** The first day on which it could be known: the peildatum, or that on which a file that speaks for it was made. */
const knownFrom = (on: CalendarDate, deliveries: readonly Delivery[]): CalendarDate => {
  const [first] = deliveries
    .map(({ madeOn }) => madeOn)
    .filter((madeOn) => madeOn >= on)
    .toSorted();
  return latest(on, first ?? on);
};

/**
 * The register and the school disagree about 1 October: corrected, or confirmed by withdrawing the task with why,
 * within 10 school days; by the coach, or where there is none by quality, climbs after 5 (DOMAIN.md §4).
 */
export const theTwoAccountsAgreeOnThePeildatum: TrajectoryWorkflow = {
  name: 'the-two-accounts-agree-on-the-peildatum',
  about: 'trajectory',
  hears: [
    'PlacedProvisionally',
    'CoachAssigned',
    'EnrolledDefinitively',
    'ProgrammeSpecified',
    'PlacementCancelled',
    'Switched',
    'ResponsibilityMoved',
    'FollowOnStarted',
    'Left',
    'Returned',
    'TrajectoryMerged',
    'Corrected',
    'RegisterEnrolmentRecorded',
    'RegisterPeriodRecorded',
    'RegisterEnrolmentEnded',
    'RegisterDiplomaRecorded',
    'RegisterFactWithdrawn',
  ],
  versions: {
    1: (known) => {
      const { trajectory, institution, today } = known;
      const deliveries = deliveriesKnown(known);
      if (deliveries.length === 0 || trajectory.mergedInto !== undefined) return asking();
      const parameters = parametersOf(institution, peildataOf(schoolYearOf(today)));
      const disagreements = disagreementsOf(trackOfKnown(known), deliveries, parameters, peildataBy(today));
      const landschap = trajectory.lastPlacement?.programme.landschap;
      const { coach } = trajectory;
      return asking(
        ...disagreements.map(({ on, events }): Term =>
          askedOf(known, coach ? coachOf(coach.id, landschap) : { role: 'quality' }, landschap, {
            step: `accounts/${on}`,
            since: knownFrom(on, deliveries),
            due: 'accountsAgree',
            climbs: 'accountsClimb',
            ...(coach ? {} : { ladder: straightUp }),
            causes: events.map((id) => ({ id })),
            does: 'correct',
          }),
        ),
      );
    },
  },
};

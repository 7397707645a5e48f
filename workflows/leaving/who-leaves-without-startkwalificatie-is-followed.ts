import { catalogueOf } from '../../src/domain/institution/catalogue.ts';
import { schoolYearOf } from '../../src/domain/institution/calendar.ts';
import type { BirthBand } from '../../src/domain/student/events.ts';
import type { Destination } from '../../src/domain/trajectory/events.ts';
import { hasStartkwalificatie } from '../../src/domain/trajectory/startkwalificatie.ts';
import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOf, asking, coachOf, nothingToAsk } from '../asking.ts';
import { factsOf, lastOf } from '../standing.ts';

/** From this age on somebody no longer counts as a drop-out. */
const tooOld = 23;

/** On 1 August of a school year. Whose age is not known is not thereby older. */
const isYoung = (band: BirthBand | undefined, schoolYear: number): boolean =>
  band === undefined || schoolYear - band.year - (band.part === 'to1Aug' ? 0 : 1) < tooOld;

const goesToSchool: readonly Destination['kind'][] = [
  'vo',
  'vavo',
  'mbo',
  'hbo',
  'wo',
  'pro',
  'vso',
  'schoolAbroad',
  'otherSchool',
];
/** Where a training against dropping out has nothing to offer any more. */
const outOfReach: readonly Destination['kind'][] = [...goesToSchool, 'emigrated', 'deceased'];

/** Who left without a startkwalificatie is not let go: his last coach asks where he is and offers Workskills (DOMAIN.md §4). */
export const whoLeavesWithoutStartkwalificatieIsFollowed: TrajectoryWorkflow = {
  name: 'who-leaves-without-startkwalificatie-is-followed',
  about: 'trajectory',
  hears: [
    'Left',
    'Returned',
    'DestinationRecorded',
    'TrainingEnrolled',
    'TrainingCompleted',
    'TrainingLeft',
    'PriorEducationRecorded',
    'DiplomaAwarded',
    'RegisterDiplomaRecorded',
    'RegisterFactWithdrawn',
    'TrajectoryMerged',
    'Corrected',
  ],
  hearsOfPerson: ['StudentCorrected'],
  versions: {
    1: (known) => {
      const { trajectory, birthBand, institution } = known;
      const { left, lastCoach, lastPlacement, mergedInto, history, secondLine } = trajectory;
      const gone = lastOf(history, 'Left');
      if (!left || !gone || mergedInto !== undefined) return nothingToAsk;
      if (!isYoung(birthBand, schoolYearOf(left.on))) return nothingToAsk;
      if (hasStartkwalificatie(trajectory, catalogueOf(institution))) return nothingToAsk;
      const landschap = lastPlacement?.programme.landschap;
      const of = lastCoach === undefined ? { role: 'coach' as const } : coachOf(lastCoach, landschap);
      const since = history.slice(history.indexOf(gone));
      const found = left.destination.kind !== 'unknown' || lastOf(since, 'DestinationRecorded') !== undefined;
      const workskills = secondLine.trainings.get('workskills');
      const offered =
        (workskills && workskills.endedOn === undefined) ||
        factsOf(since, 'TrainingEnrolled').some(({ data }) => data.training === 'workskills');
      const term = { since: left.on, climbs: 'leftClimb' as const, causes: [gone] };
      return asking(
        !found &&
          askedOf(known, of, landschap, {
            ...term,
            step: `destination/${gone.id}`,
            due: 'destinationAsked',
            does: 'record-destination',
          }),
        !offered &&
          !outOfReach.includes(left.destination.kind) &&
          askedOf(known, of, landschap, {
            ...term,
            step: `workskills/${gone.id}`,
            due: 'workskillsOffered',
            does: 'enrol-in-training',
          }),
      );
    },
  },
};

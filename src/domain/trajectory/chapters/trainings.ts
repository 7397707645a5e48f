import { nothing, refuse } from '../../../kernel/decider.ts';
import type { Training } from '../../institution/ids.ts';
import type {
  CompleteTraining,
  EnrolInTraining,
  LeaveTraining,
  RecordTrainingAttendance,
} from '../commands.ts';
import { catalogue, type TrajectoryFacts } from '../facts.ts';
import { before } from '../order.ts';
import type { TrajectoryRefusal } from '../refusals.ts';
import { fact, type Said, unless } from '../said.ts';
import { type InTraining, runningTraining } from '../second-line.ts';
import { hasStartkwalificatie } from '../startkwalificatie.ts';
import { isTold, type Trajectory } from '../state.ts';

/** Workskills is for who may drop out or did; the other two are for who is nearly through. */
const notFor = (
  training: Training,
  now: Trajectory,
  facts: TrajectoryFacts,
): TrajectoryRefusal | undefined => {
  if (training !== 'workskills')
    return now.guidance.finalPhaseOn === undefined ? { code: 'NotInFinalPhase' } : undefined;
  const { openCase, signalled } = now.secondLine;
  const atRisk = now.left
    ? !hasStartkwalificatie(now, catalogue(facts))
    : openCase !== undefined || (signalled && now.placement !== undefined);
  return atRisk ? undefined : { code: 'NotAtRisk' };
};

const notInGroup = (
  { on, training, group }: EnrolInTraining,
  { institution }: TrajectoryFacts,
): TrajectoryRefusal | undefined => {
  if (group === undefined) return undefined;
  const known = institution.trainingGroups.get(group);
  if (!known) return { code: 'UnknownTrainingGroup', group };
  if (known.training !== training)
    return { code: 'GroupIsForAnotherTraining', group, training: known.training };
  return known.until !== undefined && known.until < on
    ? { code: 'GroupIsOver', group, on: known.until }
    : undefined;
};

export const enrolInTraining = (command: EnrolInTraining, now: Trajectory, facts: TrajectoryFacts): Said => {
  const { on, training, group } = command;
  if (isTold(now, 'TrainingEnrolled', { on, training, group })) return nothing;
  const running = runningTraining(now.secondLine, training);
  return unless(
    [
      running && { code: 'AlreadyInTraining', training, on: running.on },
      notInGroup(command, facts),
      notFor(training, now, facts),
    ],
    fact('TrainingEnrolled', { on, training, group }),
  );
};

/** The enrolment that runs; what is recorded of a training belongs to it. */
const running = (now: Trajectory, training: Training): InTraining | TrajectoryRefusal =>
  runningTraining(now.secondLine, training) ?? { code: 'NotInTraining', training };

export const recordTrainingAttendance = (
  { on, training, session, attendance }: RecordTrainingAttendance,
  now: Trajectory,
): Said => {
  if (isTold(now, 'TrainingAttendanceRecorded', { on, training, session, attendance })) return nothing;
  const found = running(now, training);
  return 'code' in found
    ? refuse(found)
    : unless(
        [
          found.sessions.has(session) && { code: 'AttendanceAlreadyRecorded', training, session },
          before(on, 'TrainingEnrolled', found.on),
        ],
        fact('TrainingAttendanceRecorded', { on, training, session, attendance }),
      );
};

export const completeTraining = ({ on, training }: CompleteTraining, now: Trajectory): Said => {
  if (isTold(now, 'TrainingCompleted', { on, training })) return nothing;
  const found = running(now, training);
  return 'code' in found
    ? refuse(found)
    : unless([before(on, 'TrainingEnrolled', found.on)], fact('TrainingCompleted', { on, training }));
};

export const leaveTraining = ({ on, training, reason }: LeaveTraining, now: Trajectory): Said => {
  if (isTold(now, 'TrainingLeft', { on, training, reason })) return nothing;
  const found = running(now, training);
  return 'code' in found
    ? refuse(found)
    : unless([before(on, 'TrainingEnrolled', found.on)], fact('TrainingLeft', { on, training, reason }));
};

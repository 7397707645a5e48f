import { nothing, refuse } from '../../../kernel/decider.ts';
import type { Training } from '../../institution/ids.ts';
import type {
  CompleteTraining,
  EnrolInTraining,
  LeaveTraining,
  RecordTrainingAttendance,
} from '../commands.ts';
import type { TrajectoryData, TrajectoryEvent } from '../events.ts';
import { catalogue, type TrajectoryFacts } from '../facts.ts';
import { before } from '../order.ts';
import type { TrajectoryRefusal } from '../refusals.ts';
import { fact, type Said, unless } from '../said.ts';
import { runningTraining } from '../second-line.ts';
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

/** Nobody can be in a group that is not there, is for another training, or is over. */
export const notInGroup = (
  { on, training, group }: TrajectoryData['TrainingEnrolled'],
  { trainingGroups }: TrajectoryFacts['institution'],
): TrajectoryRefusal | undefined => {
  if (group === undefined) return undefined;
  const known = trainingGroups.get(group);
  if (!known) return { code: 'UnknownTrainingGroup', group };
  if (known.training !== training)
    return { code: 'GroupIsForAnotherTraining', group, training: known.training };
  return known.until !== undefined && known.until < on
    ? { code: 'GroupIsOver', group, on: known.until }
    : undefined;
};

/** Told already, unless that time in the training was over by this day: then whoever asks enrols again. */
const enrolledAlready = ({ on, training, group }: EnrolInTraining, now: Trajectory): boolean => {
  const endedOn = now.secondLine.trainings.get(training)?.endedOn;
  return (endedOn === undefined || on < endedOn) && isTold(now, 'TrainingEnrolled', { on, training, group });
};

export const enrolInTraining = (command: EnrolInTraining, now: Trajectory, facts: TrajectoryFacts): Said => {
  const { on, training, group } = command;
  if (enrolledAlready(command, now)) return nothing;
  const running = runningTraining(now.secondLine, training);
  return unless(
    [
      running && { code: 'AlreadyInTraining', training, on: running.on },
      notInGroup(command, facts.institution),
      notFor(training, now, facts),
    ],
    fact('TrainingEnrolled', { on, training, group }),
  );
};

/** What is recorded of a training belongs to the enrolment that runs. */
export const recordTrainingAttendance = (
  { on, training, session, attendance }: RecordTrainingAttendance,
  now: Trajectory,
): Said => {
  if (isTold(now, 'TrainingAttendanceRecorded', { on, training, session, attendance })) return nothing;
  const running = runningTraining(now.secondLine, training);
  return unless(
    [
      now.secondLine.sessions.has(session) && { code: 'AttendanceAlreadyRecorded', training, session },
      !running && { code: 'NotInTraining', training },
      before(on, 'TrainingEnrolled', running?.on),
    ],
    fact('TrainingAttendanceRecorded', { on, training, session, attendance }),
  );
};

/** Whoever enrolled again may end it in the same words as the time before. */
const ended = (
  { on, training }: CompleteTraining | LeaveTraining,
  now: Trajectory,
  over: TrajectoryEvent & { readonly type: 'TrainingCompleted' | 'TrainingLeft' },
): Said => {
  const running = runningTraining(now.secondLine, training);
  if (!running)
    return isTold(now, over.type, over.data) ? nothing : refuse({ code: 'NotInTraining', training });
  return unless([before(on, 'TrainingEnrolled', running.on)], over);
};

export const completeTraining = (command: CompleteTraining, now: Trajectory): Said => {
  const { type: _, ...data } = command;
  return ended(command, now, { type: 'TrainingCompleted', data });
};

export const leaveTraining = (command: LeaveTraining, now: Trajectory): Said => {
  const { type: _, ...data } = command;
  return ended(command, now, { type: 'TrainingLeft', data });
};

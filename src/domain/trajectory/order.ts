import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { nothing, refuse } from '../../kernel/decider.ts';
import type { TrajectoryCommand } from './commands.ts';
import type { TrajectoryEvent } from './events.ts';
import type { TrajectoryFacts } from './facts.ts';
import type { TrajectoryRefusal } from './refusals.ts';
import type { Said } from './said.ts';
import type { Trajectory } from './state.ts';

type Command = TrajectoryCommand['type'];
type Fact = TrajectoryEvent['type'];

/** The fact that must come first is not there. */
export const missing = (fact: Fact): TrajectoryRefusal => ({ code: 'OutOfOrder', why: 'missing', fact });

/** A day before the fact that must come first. Recorded late is fine: only the days are compared. */
export const before = (
  on: CalendarDate,
  fact: Fact,
  factOn: CalendarDate | undefined,
): TrajectoryRefusal | undefined =>
  factOn !== undefined && on < factOn ? { code: 'OutOfOrder', why: 'before', fact, on: factOn } : undefined;

/** Leaving has closed the path. */
export const afterLeft = (on: CalendarDate): TrajectoryRefusal => ({
  code: 'OutOfOrder',
  why: 'after',
  fact: 'Left',
  on,
});

/** What may be agreed for a day to come; everything else is told when it has happened. */
const mayLieAhead: readonly Command[] = [
  'Place',
  'EnrolDefinitively',
  'StartStartProgramme',
  'StartFollowOn',
];

/** What may be said of somebody whom only a register knows: nothing yet of the school's own path. */
const withoutOpening: readonly Command[] = [
  'OpenTrajectory',
  'RecordPriorEducation',
  'RecordExemption',
  'MergeInto',
  'Correct',
  'RecordRegisterFacts',
  'RecordDuoVerdict',
];

/** What may have happened before the first contact: school and exemption are older than the trajectory. */
const mayPrecede: readonly Command[] = ['OpenTrajectory', 'RecordPriorEducation', 'RecordExemption'];

/** What may still be recorded after leaving. */
const evenAfterLeft: readonly Command[] = [
  'OpenTrajectory',
  'RecordPriorEducation',
  'RecordExemption',
  'MergeInto',
  'AwardDiploma',
  'IssueMboVerklaring',
  'Leave',
  'RecordDestination',
  'Return',
  'NoteSab',
  'EnrolInTraining',
  'RecordTrainingAttendance',
  'CompleteTraining',
  'LeaveTraining',
  'Correct',
  'RecordRegisterFacts',
  'RecordDuoVerdict',
];

/** What holds for every command, before its own rules. */
export const againstTheOrder = (
  command: TrajectoryCommand,
  now: Trajectory,
  { today }: TrajectoryFacts,
): Said | undefined => {
  const { mergedInto, openedOn, left, told } = now;
  const { type } = command;
  if (mergedInto !== undefined)
    return type === 'MergeInto' && command.into === mergedInto
      ? nothing
      : refuse({ code: 'TrajectoryMerged', into: mergedInto });

  const first = type === 'OpenTrajectory' || type === 'RecordRegisterFacts';
  if (!first && (told.length === 0 || (openedOn === undefined && !withoutOpening.includes(type))))
    return refuse(missing('TrajectoryOpened'));

  if ('on' in command) {
    if (command.on > today && !mayLieAhead.includes(type))
      return refuse({ code: 'DateInFuture', on: command.on, today });
    const early = mayPrecede.includes(type) ? undefined : before(command.on, 'TrajectoryOpened', openedOn);
    if (early) return refuse(early);
  }
  if (left && !evenAfterLeft.includes(type)) return refuse(afterLeft(left.on));
  return undefined;
};

import { isUuid } from '../../kernel/message.ts';
import type { Asking, Subject } from '../../kernel/subject.ts';
import { type DeliveryId, deliveryStream } from '../delivery/ids.ts';
import { deliveryReadable } from '../delivery/state.ts';
import { institutionStream } from '../institution/ids.ts';
import { institution } from '../institution/state.ts';
import { type StaffId, staffStream } from '../staff/ids.ts';
import { type Staff, staffReadable } from '../staff/state.ts';
import { type StudentId, studentStream } from '../student/ids.ts';
import { studentReadable } from '../student/state.ts';
import { staffInValues } from './chapters/corrections.ts';
import type { TrajectoryCommand } from './commands.ts';
import { decideTrajectory } from './decider.ts';
import type { TrajectoryEvent } from './events.ts';
import type { Delivered, TrajectoryFacts } from './facts.ts';
import { trajectoryStream } from './ids.ts';
import { mayAsk } from './may-ask.ts';
import type { TrajectoryRefusal } from './refusals.ts';
import { type Trajectory, trajectoryReadable } from './state.ts';

/** Whom a command names, beside whoever asks and is asked. */
const namedIn = (command: TrajectoryCommand): readonly StaffId[] => {
  switch (command.type) {
    case 'Apply':
    case 'RedirectApplication':
      return [command.scout];
    case 'Place':
    case 'OfferPlace':
      return [command.coach];
    case 'OfferResponsibility':
      return [command.to];
    case 'ExtendStartProgramme':
      return [command.agreedBy];
    case 'RequestSwitch':
      return command.exception ? [command.exception.agreedBy] : [];
    case 'Correct':
      return staffInValues(command);
    default:
      return [];
  }
};

const askedIn = (command: TrajectoryCommand, now: Trajectory): StaffId | undefined =>
  'switch' in command ? now.switches.get(command.switch)?.offer?.coach : now.offer?.to;

const gatherStaff = async (
  command: TrajectoryCommand,
  now: Trajectory,
  { actor, fold }: Asking,
): Promise<ReadonlyMap<StaffId, Staff>> => {
  const coach = now.coach?.id ?? now.lastCoach;
  const named = new Set(
    [
      ...namedIn(command),
      askedIn(command, now),
      coach,
      isUuid(actor.id) && actor.role !== 'student' ? (actor.id as StaffId) : undefined,
    ].filter((id) => id !== undefined),
  );
  return new Map(
    await Promise.all(
      [...named].map(async (id) => [id, await fold(staffReadable, staffStream(id))] as const),
    ),
  );
};

/** This delivery and those that spoke of this person before: whose word is the last. */
const gatherDeliveries = async (
  command: TrajectoryCommand,
  accounts: readonly Trajectory[],
  { fold }: Asking,
): Promise<ReadonlyMap<DeliveryId, Delivered>> => {
  if (command.type !== 'RecordRegisterFacts') return new Map();
  const found = new Map<DeliveryId, Delivered>();
  for (const id of new Set([command.delivery, ...accounts.flatMap(({ deliveries }) => [...deliveries])])) {
    const { recorded } = await fold(deliveryReadable, deliveryStream(id));
    if (recorded) found.set(id, recorded);
  }
  return found;
};

/** Only what was merged into this student indeed: a mistake in the asking must not mix two people. */
const gatherMerged = async (
  command: TrajectoryCommand,
  student: StudentId,
  { fold }: Asking,
): Promise<readonly Trajectory[]> => {
  if (command.type !== 'RecordRegisterFacts') return [];
  const named = new Map<StudentId, Trajectory>();
  for (const id of command.merged ?? []) named.set(id, await fold(trajectoryReadable, trajectoryStream(id)));
  const leadsHere = (id: StudentId, steps = 0): boolean => {
    const into = named.get(id)?.mergedInto;
    return into === student || (into !== undefined && steps < named.size && leadsHere(into, steps + 1));
  };
  return [...named].filter(([id]) => leadsHere(id)).map(([, trajectory]) => trajectory);
};

/** Only these begin a trajectory; later commands need not ask whether there is such a student. */
const begins = ({ type }: TrajectoryCommand): boolean =>
  type === 'OpenTrajectory' || type === 'RecordRegisterFacts';

export const trajectorySubject: Subject<
  StudentId,
  TrajectoryCommand,
  TrajectoryEvent,
  Trajectory,
  TrajectoryFacts,
  TrajectoryRefusal
> = {
  ...trajectoryReadable,
  name: 'trajectory',
  stream: trajectoryStream,
  gather: async (command, now, student, asking) => {
    const merged = await gatherMerged(command, student, asking);
    return {
      today: asking.today,
      student,
      registered: !begins(command) || (await asking.fold(studentReadable, studentStream(student))).registered,
      institution: await asking.fold(institution, institutionStream),
      staff: await gatherStaff(command, now, asking),
      other:
        command.type === 'MergeInto' && command.into !== student
          ? await asking.fold(trajectoryReadable, trajectoryStream(command.into))
          : undefined,
      deliveries: await gatherDeliveries(command, [now, ...merged], asking),
      merged,
    };
  },
  mayAsk,
  decide: decideTrajectory,
};

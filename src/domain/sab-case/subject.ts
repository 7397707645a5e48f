import { isUuid } from '../../kernel/message.ts';
import type { Fold, Subject } from '../../kernel/subject.ts';
import { type StaffId, staffStream } from '../staff/ids.ts';
import { staffReadable } from '../staff/state.ts';
import type { StudentId } from '../student/ids.ts';
import { trajectoryStream } from '../trajectory/ids.ts';
import { trajectoryReadable } from '../trajectory/state.ts';
import type { SabCaseCommand } from './commands.ts';
import { decideSabCase } from './decider.ts';
import type { SabCaseEvent } from './events.ts';
import type { SabCaseFacts } from './facts.ts';
import { type CaseId, sabCaseStream } from './ids.ts';
import { mayAsk } from './may-ask.ts';
import type { SabCaseRefusal } from './refusals.ts';
import { type SabCase, sabCaseReadable } from './state.ts';

type Whose = Pick<SabCaseFacts, 'student' | 'trajectory'>;

/** Of a duplicate that was merged since, the case goes on with the student who goes on. */
const goingOn = async (student: StudentId, fold: Fold): Promise<Whose> => {
  const trajectory = await fold(trajectoryReadable, trajectoryStream(student));
  return trajectory.mergedInto === undefined ? { student, trajectory } : goingOn(trajectory.mergedInto, fold);
};

const whoseCase = async (command: SabCaseCommand, now: SabCase, fold: Fold): Promise<Whose> => {
  if (now.student !== undefined) return goingOn(now.student, fold);
  if (command.type !== 'ReferToSab') return { student: undefined, trajectory: trajectoryReadable.initial };
  const { student } = command;
  return { student, trajectory: await fold(trajectoryReadable, trajectoryStream(student)) };
};

/**
 * A case decides by itself; what the trajectory must hold of it (referred, accepted, returned, plan agreed, closed)
 * follows from its events.
 */
export const sabCaseSubject: Subject<
  CaseId,
  SabCaseCommand,
  SabCaseEvent,
  SabCase,
  SabCaseFacts,
  SabCaseRefusal
> = {
  ...sabCaseReadable,
  name: 'sabCase',
  stream: sabCaseStream,
  gather: async (command, now, id, { actor, today, fold }) => {
    const { student, trajectory } = await whoseCase(command, now, fold);
    const named = new Set(
      [
        'adviser' in command ? command.adviser : undefined,
        now.adviser,
        trajectory.coach?.id ?? trajectory.lastCoach,
        isUuid(actor.id) && actor.role !== 'student' ? (actor.id as StaffId) : undefined,
      ].filter((each) => each !== undefined),
    );
    return {
      today,
      case: id,
      student,
      trajectory,
      staff: new Map(
        await Promise.all(
          [...named].map(async (each) => [each, await fold(staffReadable, staffStream(each))] as const),
        ),
      ),
    };
  },
  mayAsk,
  decide: decideSabCase,
};

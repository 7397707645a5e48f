import { isUuid } from '../../kernel/message.ts';
import type { Subject } from '../../kernel/subject.ts';
import { type StaffId, staffStream } from '../staff/ids.ts';
import { staffReadable } from '../staff/state.ts';
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
    const student = now.student ?? (command.type === 'ReferToSab' ? command.student : undefined);
    const trajectory =
      student === undefined
        ? trajectoryReadable.initial
        : await fold(trajectoryReadable, trajectoryStream(student));
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

import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { StudentId } from '../../domain/student/ids.ts';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.ts';
import type { SessionId } from '../../domain/trajectory/ids.ts';
import { trajectorySubject } from '../../domain/trajectory/subject.ts';
import type { Asked, DoneTogether, GroupRequest, OfStudent } from '../../http/messages.ts';
import { OnGroupSession } from '../../http/messages.ts';
import { Problem } from '../../http/problem.ts';
import { answered, contextOf } from './answered.ts';
import { OFFICE, type Office } from './office.ts';

/** Of one group so many at once, so that the other places are for who asks meanwhile. */
const atOnce = 8;

type Part = readonly [StudentId, TrajectoryCommand];

/** What each trajectory of the group is asked: the same session, and what was said of that student alone. */
const partsOf = (session: SessionId, command: GroupRequest): readonly Part[] => {
  switch (command.type) {
    case 'RecordGroupConversation': {
      const { type: _, students, ...shared } = command;
      return students.map(({ student, ...own }): Part => [
        student,
        { type: 'RecordConversation', ...shared, ...own, session },
      ]);
    }
    case 'RecordTrainingSession': {
      const { type: _, attendance, ...shared } = command;
      return attendance.map(({ student, ...own }): Part => [
        student,
        { type: 'RecordTrainingAttendance', ...shared, ...own, session },
      ]);
    }
    case 'RunLoopbaanboxSession': {
      const { on, students } = command;
      return students.map((student): Part => [student, { type: 'RecordLoopbaanboxSession', on, session }]);
    }
  }
};

/** So many under way at a time; the answers in the order of what was asked. */
const together = async <T, Result>(
  items: readonly T[],
  work: (item: T) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
};

/** A command for n students is n decisions under one command id; who is refused keeps nobody else out. */
@CommandHandler(OnGroupSession)
export class GroupSessionHandler implements ICommandHandler<OnGroupSession> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  async execute({ session, command, asked }: OnGroupSession): Promise<DoneTogether> {
    const students = await together(partsOf(session, command), (part) => this.#ofStudent(part, asked));
    return {
      students,
      position: students.reduce<bigint | undefined>((last, { done }) => {
        const position = done?.position;
        return position !== undefined && (last === undefined || position > last) ? position : last;
      }, undefined),
    };
  }

  async #ofStudent([student, command]: Part, asked: Asked): Promise<OfStudent> {
    try {
      const done = await answered(asked, () =>
        this.office.engine.execute(trajectorySubject, student, command, contextOf(asked)),
      );
      return { student, done };
    } catch (error) {
      // A fault of the service is nobody's answer: asked again, what was recorded is answered as recorded.
      if (!(error instanceof Problem) || error.getStatus() >= 500) throw error;
      return { student, problem: error.body };
    }
  }
}

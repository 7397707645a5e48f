import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { StudentId } from '../../domain/student/ids.ts';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.ts';
import type { SessionId } from '../../domain/trajectory/ids.ts';
import { trajectorySubject } from '../../domain/trajectory/subject.ts';
import type { DoneTogether, GroupRequest } from '../../http/messages.ts';
import { OnGroupSession } from '../../http/messages.ts';
import { answered, contextOf } from './answered.ts';
import { OFFICE, type Office } from './office.ts';
import { together } from './together.ts';

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

/** A command for n students is n decisions under one command id; who is refused keeps nobody else out. */
@CommandHandler(OnGroupSession)
export class GroupSessionHandler implements ICommandHandler<OnGroupSession> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  async execute({ session, command, asked }: OnGroupSession): Promise<DoneTogether> {
    const { each, position } = await together(partsOf(session, command), ([student, part]) =>
      answered(asked, () => this.office.engine.execute(trajectorySubject, student, part, contextOf(asked))),
    );
    return { students: each.map(({ of: [student], became }) => ({ student, ...became })), position };
  }
}

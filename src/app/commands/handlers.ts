import { Inject, type Provider } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { institutionStream } from '../../domain/institution/ids.ts';
import { institutionSubject } from '../../domain/institution/subject.ts';
import { staffId } from '../../domain/staff/ids.ts';
import { staffSubjectWith } from '../../domain/staff/subject.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { trajectorySubject } from '../../domain/trajectory/subject.ts';
import {
  type Asked,
  type Done,
  OnInstitution,
  OnStaff,
  OnStudent,
  OnTrajectory,
  type TrajectoryRequest,
} from '../../http/messages.ts';
import { problem } from '../../http/problem.ts';
import { amsterdamDate } from '../../kernel/instant.ts';
import type { Refused } from '../../kernel/subject.ts';
import { followUpsOf, runFollowUp } from '../follow-ups.ts';
import { tokenFor } from '../invitation-token.ts';
import { registerStudent } from '../register-student.ts';
import { withToken } from '../reminders/calendar-token.ts';
import { readingFor } from '../answering/may-read.ts';
import { answered, contextOf } from './answered.ts';
import { GroupSessionHandler } from './group-sessions.ts';
import { InvitationHandler } from './invitations.ts';
import { OFFICE, type Office } from './office.ts';
import { SabCaseHandler } from './sab-cases.ts';
import { TaskBatchHandler, TaskHandler } from './tasks.ts';

@CommandHandler(OnTrajectory)
export class TrajectoryHandler implements ICommandHandler<OnTrajectory> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  async execute({ id, command, asked }: OnTrajectory): Promise<Done> {
    const { engine, store, hashing } = this.office;
    const done = await answered(asked, async () => {
      const complete = await this.#complete(id, command, asked);
      const answer = await engine.execute(trajectorySubject, id, complete, {
        ...contextOf(asked),
        asked: command,
      });
      if (complete.type === 'MergeInto' && answer.outcome === 'done') {
        const written = await store.readStream(trajectoryStream(id), answer.revision);
        for (const followUp of written.flatMap(followUpsOf)) await runFollowUp(engine, followUp);
      }
      return answer;
    });
    return command.type === 'InviteRater'
      ? { ...done, token: tokenFor(hashing, { student: id, invitation: command.invitation }) }
      : done;
  }

  /** An application without a scout goes to the asker when he is scout there, else to the scout with the least to do. */
  async #complete(
    id: StudentId,
    command: TrajectoryRequest,
    { actor, commandId }: Asked,
  ): Promise<TrajectoryCommand> {
    if (command.type !== 'Apply' && command.type !== 'RedirectApplication') return command;
    if (command.scout !== undefined) return { ...command, scout: command.scout };
    const landschap = command.type === 'Apply' ? command.landschap : command.to;
    const scout = await this.office.scoutFor(landschap, command.on, actor);
    if (scout !== undefined) return { ...command, scout };
    const written = await this.office.store.readStream(trajectoryStream(id));
    // Answered before, when there still was a scout, it is answered so again: what is filled in now decides nothing.
    if (!written.some(({ meta }) => meta.commandId === commandId)) throw problem('NoScout', { landschap });
    return { ...command, scout: staffId(actor.id) };
  }
}

@CommandHandler(OnStudent)
export class StudentHandler implements ICommandHandler<OnStudent> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  execute({ id, command: { type, ...person }, asked }: OnStudent): Promise<Done> {
    return answered(asked, async () => {
      const answer = await registerStudent(this.office, id, type, person, contextOf(asked));
      return answer.outcome === 'refused'
        ? { ...answer, refusal: await this.#seemly(answer.refusal, asked) }
        : answer;
    });
  }

  /** Whose number it is, is told to those who may see that student. */
  async #seemly(refusal: Refused, { actor }: Asked): Promise<Refused> {
    if (refusal.code !== 'NumberInUse' || !('holder' in refusal)) return refusal;
    const { engine, clock } = this.office;
    const { holder, ...without } = refusal;
    const { reading } = await readingFor(engine, amsterdamDate(clock.now()), holder as StudentId, actor);
    return reading === 'guides' ? refusal : without;
  }
}

@CommandHandler(OnStaff)
export class StaffHandler implements ICommandHandler<OnStaff> {
  readonly #subject: ReturnType<typeof staffSubjectWith>;
  constructor(@Inject(OFFICE) private readonly office: Office) {
    this.#subject = staffSubjectWith(office.dependantsOf);
  }

  execute({ id, command, asked }: OnStaff): Promise<Done> {
    return withToken(this.office, command, (complete) =>
      answered(asked, () =>
        this.office.engine.execute(this.#subject, id, complete, { ...contextOf(asked), asked: command }),
      ),
    );
  }
}

@CommandHandler(OnInstitution)
export class InstitutionHandler implements ICommandHandler<OnInstitution> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  execute({ command, asked }: OnInstitution): Promise<Done> {
    return answered(asked, () =>
      this.office.engine.execute(institutionSubject, institutionStream, command, contextOf(asked)),
    );
  }
}

export const commandHandlers: readonly Provider[] = [
  TrajectoryHandler,
  StudentHandler,
  StaffHandler,
  InstitutionHandler,
  SabCaseHandler,
  GroupSessionHandler,
  InvitationHandler,
  TaskHandler,
  TaskBatchHandler,
];

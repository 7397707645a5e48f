import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { SabCaseCommand } from '../../domain/sab-case/commands.ts';
import { type CaseId, sabCaseStream } from '../../domain/sab-case/ids.ts';
import { sabCaseReadable } from '../../domain/sab-case/state.ts';
import { type StaffId } from '../../domain/staff/ids.ts';
import { youngerThan } from '../../domain/student/birth-band.ts';
import { type StudentId, studentStream } from '../../domain/student/ids.ts';
import { studentReadable } from '../../domain/student/state.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { trajectoryReadable } from '../../domain/trajectory/state.ts';
import { type Done, OnSabCase, type SabCaseRequest } from '../../http/messages.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Actor } from '../../kernel/message.ts';
import { executeOnSabCase } from '../on-sab-case.ts';
import { answered, contextOf } from './answered.ts';
import { OFFICE, type Office } from './office.ts';

/** From 16 on a student decides himself whether his parents are consulted. */
const decidesHimself = 16;

@CommandHandler(OnSabCase)
export class SabCaseHandler implements ICommandHandler<OnSabCase> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  execute({ id, command, asked }: OnSabCase): Promise<Done> {
    return answered(asked, async () =>
      executeOnSabCase(this.office, id, await this.#complete(id, command, asked.actor), {
        ...contextOf(asked),
        asked: command,
      }),
    );
  }

  /** Who accepts without saying for whom, accepts for himself; how old a student is, is nobody's to say. */
  async #complete(id: CaseId, command: SabCaseRequest, actor: Actor): Promise<SabCaseCommand> {
    switch (command.type) {
      case 'AcceptReferral':
        return { ...command, adviser: command.adviser ?? (actor.id as StaffId) };
      case 'RecordConsultation':
        return { ...command, under16: await this.#under16(id, command.on) };
      default:
        return command;
    }
  }

  /** Not known is under 16: then the parents are asked once too often rather than not at all. */
  async #under16(id: CaseId, on: CalendarDate): Promise<boolean> {
    const { engine } = this.office;
    const { state } = await engine.fold(sabCaseReadable, sabCaseStream(id));
    const birthDate = state.student === undefined ? undefined : await this.#birthDateOf(state.student);
    return birthDate === undefined || youngerThan(decidesHimself, birthDate, on);
  }

  /** Of a duplicate: what is known of the student who goes on. */
  async #birthDateOf(student: StudentId): Promise<string | undefined> {
    const { engine } = this.office;
    const { state: trajectory } = await engine.fold(trajectoryReadable, trajectoryStream(student));
    if (trajectory.mergedInto !== undefined) return this.#birthDateOf(trajectory.mergedInto);
    const { state } = await engine.fold(studentReadable, studentStream(student));
    return state.identity?.birthDate;
  }
}

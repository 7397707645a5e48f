import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { institutionStream } from '../../domain/institution/ids.ts';
import { leermeterOf } from '../../domain/institution/leermeter.ts';
import { institution } from '../../domain/institution/state.ts';
import { studentStream } from '../../domain/student/ids.ts';
import { studentReadable } from '../../domain/student/state.ts';
import { InvitationOf } from '../../http/invitations.ts';
import type { ViewAnswer } from '../../http/query-routes.ts';
import { refusalProblem } from '../commands/outcome.ts';
import { closedOn, invitationBehind, unknownInvitation } from '../open-invitation.ts';
import { type ReadingRoom, READING_ROOM } from './reading-room.ts';
import { today } from './seen.ts';

@QueryHandler(InvitationOf)
export class InvitationViewHandler implements IQueryHandler<InvitationOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ token }: InvitationOf): Promise<ViewAnswer> {
    const { engine } = this.room;
    const found = await invitationBehind(this.room, token);
    if (!found) throw refusalProblem(unknownInvitation);
    const closed = closedOn(found, today(this.room));
    if (closed) throw refusalProblem(closed);
    const { student: id, rater, expiresOn } = found;
    const { name, least, most, competences } = leermeterOf(
      (await engine.fold(institution, institutionStream)).state,
    );
    const { state: student } = await engine.fold(studentReadable, studentStream(id));
    return {
      json: {
        rater,
        expiresOn,
        ...(student.identity?.name === undefined ? {} : { student: student.identity.name }),
        leermeter: { name, least, most, competences },
      },
    };
  }
}

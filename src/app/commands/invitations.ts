import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { trajectorySubject } from '../../domain/trajectory/subject.ts';
import { type Done, RateByInvitation } from '../../http/messages.ts';
import { amsterdamDate } from '../../kernel/instant.ts';
import { invitationBehind, unknownInvitation } from '../open-invitation.ts';
import { answered, contextOf } from './answered.ts';
import { OFFICE, type Office } from './office.ts';
import { refusalProblem } from './outcome.ts';

@CommandHandler(RateByInvitation)
export class InvitationHandler implements ICommandHandler<RateByInvitation> {
  constructor(@Inject(OFFICE) private readonly office: Office) {}

  async execute({ token, given, commandId }: RateByInvitation): Promise<Done> {
    const { engine, clock } = this.office;
    const found = await invitationBehind(this.office, token);
    if (!found) throw refusalProblem(unknownInvitation);
    const { student, invitation, rater } = found;
    const { on = amsterdamDate(clock.now()), ...rated } = given;
    const asked = { commandId, actor: { id: invitation, role: 'rater' } } as const;
    return answered(asked, async () => {
      const answer = await engine.execute(
        trajectorySubject,
        student,
        { type: 'RateLeermeter', ...rated, on, rater, invitation },
        { ...contextOf(asked), asked: { type: 'RateByInvitation', ...given } },
      );
      // Of whom the student turned out to be a duplicate is nobody’s business outside.
      return answer.outcome === 'refused' && answer.refusal.code === 'TrajectoryMerged'
        ? { outcome: 'refused', refusal: unknownInvitation }
        : answer;
    });
  }
}

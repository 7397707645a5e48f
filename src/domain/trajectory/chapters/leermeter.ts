import { addDays } from '../../../kernel/calendar-date.ts';
import { nothing, refuse } from '../../../kernel/decider.ts';
import { leermeterOf } from '../../institution/leermeter.ts';
import type { LeermeterData } from '../../institution/state.ts';
import type { InviteRater, RateLeermeter } from '../commands.ts';
import type { TrajectoryFacts } from '../facts.ts';
import { before } from '../order.ts';
import type { TrajectoryRefusal } from '../refusals.ts';
import { fact, type Said, unless } from '../said.ts';
import { isTold, type Trajectory } from '../state.ts';

/** An invitation that is never used should not lie about for ever. */
const longestOpen = 90;

export const inviteRater = ({ type: _, ...data }: InviteRater, now: Trajectory): Said => {
  const { on, invitation, expiresOn } = data;
  return isTold(now, 'RaterInvited', data)
    ? nothing
    : unless(
        [
          !now.coach && { code: 'NotPlaced' },
          now.guidance.invitations.has(invitation) && { code: 'IdInUse', id: invitation },
          (expiresOn < on || expiresOn > addDays(on, longestOpen)) && {
            code: 'InvalidExpiry',
            expiresOn,
            from: on,
            until: addDays(on, longestOpen),
          },
        ],
        fact('RaterInvited', data),
      );
};

/** What is wrong with scores by the Leermeter that they are given by. */
export const wrongScores = (
  scores: RateLeermeter['scores'],
  { least, most, competences }: LeermeterData,
): TrajectoryRefusal | undefined => {
  const rated = new Set<string>();
  for (const { competence, score } of scores) {
    if (!competences.some(({ code }) => code === competence))
      return { code: 'UnknownCompetence', competence };
    if (rated.has(competence)) return { code: 'RatedTwice', competence };
    if (score < least || score > most) return { code: 'ScoreOffScale', competence, score, least, most };
    rated.add(competence);
  }
  return rated.size === 0 ? { code: 'NothingRated' } : undefined;
};

/** Whoever rates from outside does so once, in time, and as who was invited. */
const notInvited = (
  { on, rater, invitation }: RateLeermeter,
  now: Trajectory,
  { today }: TrajectoryFacts,
): TrajectoryRefusal | undefined => {
  if (invitation === undefined) return undefined;
  const invited = now.guidance.invitations.get(invitation);
  if (!invited || invited.rater !== rater) return { code: 'UnknownInvitation', invitation };
  if (invited.usedOn !== undefined) return { code: 'InvitationUsed', invitation, on: invited.usedOn };
  if (today > invited.expiresOn) return { code: 'InvitationExpired', invitation, on: invited.expiresOn };
  return before(on, 'RaterInvited', invited.on);
};

export const rateLeermeter = (command: RateLeermeter, now: Trajectory, facts: TrajectoryFacts): Said => {
  const { on, rater, scores, remarks, invitation } = command;
  if (isTold(now, 'LeermeterRated', { on, rater, scores, remarks, invitation })) return nothing;
  if (!now.coach) return refuse({ code: 'NotPlaced' });
  const leermeter = leermeterOf(facts.institution);
  return unless(
    [notInvited(command, now, facts), wrongScores(scores, leermeter)],
    fact('LeermeterRated', { on, rater, leermeter: leermeter.version, scores, remarks, invitation }),
  );
};

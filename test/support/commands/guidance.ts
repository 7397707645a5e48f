import { addDays } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import type { GuidanceCommand, RateLeermeter } from '../../../src/domain/trajectory/commands.ts';
import { conversationKinds, portfolioAreas, raters } from '../../../src/domain/trajectory/events.ts';
import { outsideRaters } from '../../../src/domain/trajectory/events/guidance.ts';
import type {
  BpvId,
  GoalId,
  InvitationId,
  PortfolioItemId,
  SessionId,
} from '../../../src/domain/trajectory/ids.ts';
import type { Trajectory } from '../../../src/domain/trajectory/state.ts';
import type { Draws } from '../draws.ts';
import { ids, type MakersOf, words } from './maker.ts';

const goals = ids('d1', 6).map((each) => each as GoalId);
const bpvs = ids('d2', 4).map((each) => each as BpvId);
const items = ids('d3', 12).map((each) => each as PortfolioItemId);
const invitations = ids('d4', 4).map((each) => each as InvitationId);
const sessions = ids('d5', 4).map((each) => each as SessionId);

/** Mostly one that there is. */
const known = <Id extends Uuid>(draw: Draws, there: Iterable<Id>, all: readonly Id[]): Id => {
  const some = [...there];
  return draw.chance(90) && some.length > 0 ? draw.of(some) : draw.of(all);
};

/** Mostly by the Leermeter that ships; now and then nothing, one twice, one unknown, or a score off the scale. */
const scores = (draw: Draws): RateLeermeter['scores'] => {
  if (draw.chance(4)) return [];
  const more = ['werk', 'sturing', 'netwerken'].filter(() => draw.chance(50));
  const wrong = ['motieven', 'rekenen'].filter(() => draw.chance(4));
  return ['motieven', ...more, ...wrong].map((competence) => ({
    competence,
    score: draw.chance(94) ? 1 + draw.below(5) : draw.below(8),
  }));
};

const rating = (draw: Draws, now: Trajectory): Pick<RateLeermeter, 'rater' | 'invitation'> => {
  if (draw.chance(30)) return { rater: draw.of(raters) };
  const invitation = known(draw, now.guidance.invitations.keys(), invitations);
  const invited = now.guidance.invitations.get(invitation)?.rater;
  return { invitation, rater: invited !== undefined && draw.chance(95) ? invited : draw.of(raters) };
};

export const guidanceCommands: MakersOf<GuidanceCommand> = {
  RecordConversation: (draw, _, on) => ({
    type: 'RecordConversation',
    on,
    kind: draw.of(draw.chance(60) ? (['switch', 'reflection'] as const) : conversationKinds),
    faceToFace: draw.chance(80),
    ...draw.maybe({ goals: draw.of(words) }),
    present: ['student', 'coach'],
    ...(draw.chance(10) ? { session: draw.of(sessions) } : {}),
  }),
  InviteRater: (draw, _, on) => ({
    type: 'InviteRater',
    on,
    invitation: draw.of(invitations),
    rater: draw.of(outsideRaters),
    expiresOn: addDays(on, draw.chance(80) ? 10 + draw.below(80) : draw.below(200) - 60),
  }),
  RateLeermeter: (draw, now, on) => ({
    type: 'RateLeermeter',
    on,
    ...rating(draw, now),
    scores: scores(draw),
    ...draw.maybe({ remarks: draw.of(words) }),
  }),
  AddToPortfolio: (draw, _, on) => ({
    type: 'AddToPortfolio',
    on,
    item: draw.of(items),
    area: draw.of(portfolioAreas),
    kind: draw.of(['product', 'reflection']),
    title: draw.of(words),
  }),
  AgreeGoal: (draw, _, on) => ({
    type: 'AgreeGoal',
    on,
    goal: draw.of(goals),
    what: draw.of(words),
    ...draw.maybe({ by: addDays(on, draw.below(40) - 3) }),
  }),
  ReachGoal: (draw, now, on) => ({
    type: 'ReachGoal',
    on,
    goal: known(draw, now.guidance.goals.keys(), goals),
  }),
  StartBpv: (draw, _, on) => ({
    type: 'StartBpv',
    on,
    bpv: draw.of(bpvs),
    company: draw.of(words),
    international: draw.chance(20),
    ...draw.maybe({ plannedEnd: addDays(on, draw.below(90) - 5) }),
  }),
  EndBpv: (draw, now, on) => ({
    type: 'EndBpv',
    on,
    bpv: known(draw, now.guidance.bpvs.keys(), bpvs),
    ...draw.maybe({ hours: draw.below(400) }),
  }),
  EnterFinalPhase: (_draw, _now, on) => ({ type: 'EnterFinalPhase', on }),
};

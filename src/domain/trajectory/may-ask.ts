import type { Actor, Role } from '../../kernel/message.ts';
import type { LandschapCode } from '../institution/ids.ts';
import type { StaffId } from '../staff/ids.ts';
import { hasRole, isOrStandsIn as standsIn } from '../staff/state.ts';
import type { RateLeermeter, TrajectoryCommand } from './commands.ts';
import type { Rater } from './events.ts';
import type { TrajectoryFacts } from './facts.ts';
import type { SwitchId } from './ids.ts';
import type { TrajectoryRefusal } from './refusals.ts';
import type { Trajectory } from './state.ts';

interface Asked<Command> {
  readonly actor: Actor;
  readonly command: Command;
  readonly now: Trajectory;
  readonly facts: TrajectoryFacts;
}
/** Whether the one who asks stands so to this trajectory. */
type Relation<Command = unknown> = (asked: Asked<Command>) => boolean;

type CommandOf<Type extends TrajectoryCommand['type']> = Extract<TrajectoryCommand, { readonly type: Type }>;

const inRole =
  (role: Role): Relation =>
  ({ actor }) =>
    actor.role === role;

const infoshop = inRole('infoshop');
const scout = inRole('scout');
const quality = inRole('quality');
const adviser = inRole('adviser');
const programmeManager = inRole('programmeManager');
const system = inRole('system');

const theStudent: Relation = ({ actor, facts }) => actor.role === 'student' && actor.id === facts.student;

/** That somebody belongs to a landschap is what his own stream says, not what he says. */
const belongsTo = (
  role: Role,
  { actor, facts: { staff, today } }: Asked<unknown>,
  landschap: LandschapCode | undefined,
): boolean => {
  const who = staff.get(actor.id as StaffId);
  return actor.role === role && who !== undefined && hasRole(who, role, today, landschap);
};

const scoutOf =
  <Command>(landschap: (command: Command, now: Trajectory) => LandschapCode | undefined): Relation<Command> =>
  (asked) =>
    belongsTo('scout', asked, landschap(asked.command, asked.now));

const scoutOfIt = scoutOf<{ readonly landschap: LandschapCode }>(({ landschap }) => landschap);
const scoutOfThePlacement = scoutOf((_, now) => now.lastPlacement?.programme.landschap);
const receivingScout = scoutOf<{ readonly switch: SwitchId }>(
  ({ switch: id }, now) => now.switches.get(id)?.to.landschap,
);

/** Holds the role of the second line, by his own stream. */
const secondLine: Relation = (asked) =>
  belongsTo('adviser', asked, undefined) || belongsTo('sabCoordinator', asked, undefined);

/** A coach of the landschap, whoever's students they are: a group may have several coaches. */
const coachOfThePlacement: Relation = (asked) =>
  belongsTo('coach', asked, asked.now.lastPlacement?.programme.landschap);

const leadsGroup: Relation<{ readonly session?: unknown }> = (asked) =>
  asked.command.session !== undefined && coachOfThePlacement(asked);

const teamLeader: Relation = (asked) =>
  belongsTo('teamLeader', asked, asked.now.lastPlacement?.programme.landschap);

/** This coach, or who stands in for him on the day that is asked about or today. */
const isOrStandsIn = ({ actor, command, facts }: Asked<unknown>, coach: StaffId | undefined): boolean => {
  const { on = facts.today } = command as Partial<{ on: TrajectoryFacts['today'] }>;
  return (
    actor.role === 'coach' &&
    coach !== undefined &&
    standsIn(actor.id, coach, facts.staff.get(coach), [facts.today, on])
  );
};

/** The coach who is responsible; after leaving, who was so last. */
const responsibleCoach: Relation = (asked) => isOrStandsIn(asked, asked.now.coach?.id ?? asked.now.lastCoach);

/** In person, or in the words of somebody else; what somebody was invited to say nobody says in his place. */
const rating =
  (...raters: readonly Rater[]) =>
  (relation: Relation): Relation<RateLeermeter> =>
  (asked) =>
    asked.command.invitation === undefined && raters.includes(asked.command.rater) && relation(asked);

/** Whoever was invited is known by the invitation and by nothing else. */
const theInvited: Relation<RateLeermeter> = ({ actor, command }) =>
  actor.role === 'rater' && actor.id === command.invitation;

const askedToTakeOver = (now: Trajectory): StaffId | undefined => now.offer?.to;
const askedForSwitch = (id: SwitchId, now: Trajectory): StaffId | undefined =>
  now.switches.get(id)?.offer?.coach;

/** An answer to nothing is for the rules to refuse; it needs no more than a coach. */
const answers =
  <Command>(asked: (command: Command, now: Trajectory) => StaffId | undefined): Relation<Command> =>
  (asking) => {
    const coach = asked(asking.command, asking.now);
    return coach === undefined ? asking.actor.role === 'coach' : isOrStandsIn(asking, coach);
  };
const answersHandover = answers((_, now) => askedToTakeOver(now));
const answersSwitch = answers<{ readonly switch: SwitchId }>(({ switch: id }, now) =>
  askedForSwitch(id, now),
);

const beforePlacement =
  (relation: Relation): Relation =>
  (asked) =>
    asked.now.firstPlacedOn === undefined && relation(asked);

/** Who may ask what. Importer and simulator speak for whoever told them and are not listed. */
export const whoMayAsk: {
  readonly [Type in TrajectoryCommand['type']]: readonly Relation<CommandOf<Type>>[];
} = {
  RecordPriorEducation: [infoshop, scout, responsibleCoach, teamLeader],
  RecordExemption: [infoshop, scout, responsibleCoach, teamLeader, adviser],
  OpenTrajectory: [infoshop, scout],
  RecordInfoshopVisit: [infoshop, scout],
  RecordMeeloopdag: [infoshop, scout],
  StartBuddystage: [infoshop, scout],
  EndBuddystage: [infoshop, scout],
  MergeInto: [infoshop, teamLeader, quality],

  Apply: [theStudent, infoshop, scout],
  PlanScoutgesprek: [scoutOfIt],
  RecordScoutgesprekNoShow: [scoutOfIt],
  RecordScoutgesprek: [scoutOfIt],
  RedirectApplication: [scoutOf(({ from }) => from)],
  WithdrawApplication: [theStudent, infoshop, scoutOfIt],

  Place: [scoutOf(({ programme }) => programme.landschap)],
  EnrolDefinitively: [responsibleCoach, scoutOfThePlacement, teamLeader],
  SpecifyProgramme: [responsibleCoach, scoutOfThePlacement, teamLeader],
  CancelPlacement: [responsibleCoach, scoutOfThePlacement, teamLeader],
  OfferResponsibility: [responsibleCoach, teamLeader],
  AcceptResponsibility: [answersHandover],
  DeclineResponsibility: [answersHandover],

  StartStartProgramme: [responsibleCoach, teamLeader],
  HandInLwp: [theStudent, responsibleCoach],
  AssessLwp: [responsibleCoach],
  ExtendStartProgramme: [responsibleCoach],
  CompleteStartProgramme: [responsibleCoach],

  RequestSwitch: [responsibleCoach],
  OfferPlace: [receivingScout],
  RefusePlace: [receivingScout],
  AcceptStudent: [answersSwitch],
  DeclineStudent: [answersSwitch],
  ConfirmLanding: [responsibleCoach],
  WithdrawSwitch: [theStudent, responsibleCoach],

  RecordConversation: [responsibleCoach, leadsGroup],
  InviteRater: [responsibleCoach],
  RateLeermeter: [
    rating('student')(theStudent),
    rating('coach', 'praktijkopleider', 'other')(responsibleCoach),
    theInvited,
  ],
  AddToPortfolio: [theStudent, responsibleCoach],
  AgreeGoal: [responsibleCoach],
  ReachGoal: [responsibleCoach],
  StartBpv: [responsibleCoach, teamLeader],
  EndBpv: [responsibleCoach, teamLeader],
  EnterFinalPhase: [responsibleCoach, teamLeader],

  RecordAbsenceReport: [responsibleCoach, teamLeader, secondLine],
  RecordBsaWarning: [responsibleCoach, teamLeader],
  RecordBsa: [responsibleCoach, teamLeader, programmeManager],
  RaiseConcern: [theStudent, infoshop, scout, coachOfThePlacement, responsibleCoach, teamLeader, secondLine],
  RaiseSignal: [system],
  NoteSab: [system],
  RecordLoopbaanboxSession: [secondLine],

  EnrolInTraining: [secondLine, responsibleCoach, teamLeader],
  RecordTrainingAttendance: [secondLine, responsibleCoach],
  CompleteTraining: [secondLine, responsibleCoach],
  LeaveTraining: [secondLine, responsibleCoach, theStudent],

  AwardDiploma: [responsibleCoach, teamLeader, programmeManager],
  IssueMboVerklaring: [responsibleCoach, teamLeader, programmeManager],
  StartFollowOn: [responsibleCoach, teamLeader],
  Leave: [responsibleCoach, teamLeader],
  RecordDestination: [responsibleCoach, teamLeader, adviser, quality],
  Return: [infoshop, scout, responsibleCoach, teamLeader],

  Correct: [beforePlacement(infoshop), beforePlacement(scout), responsibleCoach, teamLeader, quality],
  RecordRegisterFacts: [],
  RecordDuoVerdict: [quality],
};

const speakForOthers: readonly Role[] = ['importer', 'simulator'];

/** Whom the answer is expected from; anybody else hears who it is. */
const whoWasAsked = (command: TrajectoryCommand, now: Trajectory): StaffId | undefined => {
  switch (command.type) {
    case 'AcceptResponsibility':
    case 'DeclineResponsibility':
      return askedToTakeOver(now);
    case 'AcceptStudent':
    case 'DeclineStudent':
      return askedForSwitch(command.switch, now);
    default:
      return undefined;
  }
};

export const mayAsk = (
  actor: Actor,
  command: TrajectoryCommand,
  now: Trajectory,
  facts: TrajectoryFacts,
): TrajectoryRefusal | undefined => {
  const relations: readonly Relation<never>[] = whoMayAsk[command.type];
  const asked = { actor, command, now, facts } as Asked<never>;
  if (speakForOthers.includes(actor.role) || relations.some((holds) => holds(asked))) return undefined;
  const expected = actor.role === 'coach' ? whoWasAsked(command, now) : undefined;
  return expected === undefined
    ? { code: 'NotYours', command: command.type, role: actor.role }
    : { code: 'OnlyTheAskedCoachAnswers', asked: expected };
};

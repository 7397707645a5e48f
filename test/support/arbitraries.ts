import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { Actor, Role } from '../../src/kernel/message.ts';
import type { TrajectoryCommand } from '../../src/domain/trajectory/commands.ts';
import type { Switch, Trajectory } from '../../src/domain/trajectory/state.ts';
import { commandOf } from './commands-of.ts';
import type { Draws } from './draws.ts';
import * as at from './people.ts';

/** One number decides everything about a step, so that a failing path shrinks by leaving steps out. */
export const paths = (most: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.integer({ min: 1, max: 0x7fff_fffe }), { minLength: most, maxLength: most });

type Kind = TrajectoryCommand['type'];
export const kinds = Object.keys(commandOf) as readonly Kind[];
type Weighted = readonly (readonly [Kind, number])[];

const always: Weighted = [
  ['Correct', 5],
  ['RecordRegisterFacts', 4],
  ['RecordPriorEducation', 1],
  ['RecordExemption', 1],
  ['RecordDuoVerdict', 1],
];
const orienting: Weighted = [
  ['RecordInfoshopVisit', 3],
  ['RecordMeeloopdag', 3],
  ['StartBuddystage', 2],
  ['EndBuddystage', 2],
  ['Apply', 12],
];
const applying: Weighted = [
  ['PlanScoutgesprek', 6],
  ['RecordScoutgesprekNoShow', 3],
  ['RecordScoutgesprek', 18],
  ['RedirectApplication', 4],
  ['WithdrawApplication', 2],
];
const guided: Weighted = [
  ['RecordConversation', 12],
  ['EnrolDefinitively', 6],
  ['SpecifyProgramme', 5],
  ['CancelPlacement', 1],
  ['OfferResponsibility', 6],
  ['StartStartProgramme', 8],
  ['HandInLwp', 4],
  ['AssessLwp', 4],
  ['ExtendStartProgramme', 4],
  ['CompleteStartProgramme', 4],
  ['AwardDiploma', 4],
  ['IssueMboVerklaring', 1],
  ['StartFollowOn', 4],
  ['Leave', 2],
  ['InviteRater', 3],
  ['RateLeermeter', 2],
  ['AddToPortfolio', 1],
  ['AgreeGoal', 2],
  ['StartBpv', 2],
  ['EnterFinalPhase', 2],
  ['RecordAbsenceReport', 1],
  ['RecordBsaWarning', 0.5],
  ['RecordBsa', 0.5],
  ['RaiseConcern', 0.5],
  ['RaiseSignal', 2],
  ['NoteSab', 2],
  ['RecordLoopbaanboxSession', 0.5],
];
const training: Weighted = [
  ['RecordTrainingAttendance', 8],
  ['CompleteTraining', 2],
  ['LeaveTraining', 2],
];
const switching: Weighted = [
  ['RefusePlace', 3],
  ['WithdrawSwitch', 3],
  ['RequestSwitch', 1],
];
/** By what was done for the switch so far. */
const nextOfSwitch: { readonly [Stage in Switch['stage']]?: Weighted } = {
  requested: [['OfferPlace', 80]],
  offered: [
    ['AcceptStudent', 60],
    ['DeclineStudent', 30],
    ['OfferPlace', 4],
  ],
  declined: [['OfferPlace', 70]],
};
const gone: Weighted = [
  ['Return', 20],
  ['RecordDestination', 6],
  ['AwardDiploma', 3],
  ['IssueMboVerklaring', 2],
  ['NoteSab', 1],
  ['EnrolInTraining', 6],
];

/** What goes on with whatever was begun: an invitation, a goal, practical training, a case, a training. */
const goingOn = ({ secondLine, guidance, left }: Trajectory): Weighted => {
  const { openCase, signalled, trainings } = secondLine;
  const running = [...trainings.values()].some(({ endedOn }) => endedOn === undefined);
  const suitable = openCase !== undefined || signalled || guidance.finalPhaseOn !== undefined;
  return [
    ...(running ? training : []),
    ['EnrolInTraining', suitable && !running ? 6 : 1],
    ['NoteSab', openCase === undefined ? 0 : 6],
    ['RateLeermeter', left || guidance.invitations.size === 0 ? 0 : 5],
    ['ReachGoal', left || guidance.goals.size === 0 ? 0 : 3],
    ['EndBpv', left || guidance.bpvs.size === 0 ? 0 : 3],
  ];
};

const likely = (now: Trajectory): Weighted => {
  if (now.openedOn === undefined) return [['OpenTrajectory', 40], ...always];
  if (now.left) return [...gone, ...goingOn(now), ...always];
  if (!now.placement) {
    const applied = [...now.applications.values()].some(({ open }) => open);
    return [
      ...orienting,
      ...(applied ? applying : []),
      ['Place', now.everWelcome.size > 0 ? 40 : 1],
      ...always,
    ];
  }
  const open = now.openSwitch === undefined ? undefined : now.switches.get(now.openSwitch);
  const landing = [...now.switches.values()].some(({ stage, landedOn }) => stage === 'switched' && !landedOn);
  const asking: Weighted = open
    ? [...switching, ...(nextOfSwitch[open.stage] ?? [])]
    : [['RequestSwitch', now.conversations.length > 0 ? 30 : 1]];
  const answering: Weighted = [
    ['AcceptResponsibility', 18],
    ['DeclineResponsibility', 8],
  ];
  return [
    ...guided,
    ...goingOn(now),
    ...always,
    ...asking,
    ...(now.offer ? answering : []),
    ...(landing ? ([['ConfirmLanding', 40]] as const) : []),
    ['MergeInto', 0.3],
  ];
};

const weighed = (draw: Draws, from: Weighted): Kind => {
  let left = draw.below(Math.floor(from.reduce((sum, [, weight]) => sum + weight, 0) * 10)) / 10;
  for (const [kind, weight] of from) {
    left -= weight;
    if (left < 0) return kind;
  }
  return 'Correct';
};

/** Mostly what could well come next here; one in eight anything at all. */
export const nextCommand = (draw: Draws, now: Trajectory, today: CalendarDate): TrajectoryCommand => {
  const kind = draw.chance(12) ? draw.of(kinds) : weighed(draw, likely(now));
  const on = draw.chance(80) ? today : addDays(today, draw.chance(90) ? -draw.below(12) : 1 + draw.below(9));
  return commandOf[kind](draw, now, on);
};

const people: readonly (readonly [Actor['id'], Role])[] = [
  [at.ilse, 'infoshop'],
  [at.sanne, 'scout'],
  [at.samir, 'scout'],
  [at.carla, 'coach'],
  [at.cem, 'coach'],
  [at.dirk, 'coach'],
  [at.tineke, 'teamLeader'],
  [at.teun, 'teamLeader'],
  [at.mila, 'student'],
  [at.ada, 'adviser'],
  [at.sofie, 'sabCoordinator'],
  [at.karin, 'coach'],
  ['rules and follow-ups', 'system'],
];

/** Somebody of the school, beginning with a random one, or whoever was invited from outside. */
export const askers = (draw: Draws, command: TrajectoryCommand): readonly Actor[] => {
  const first = draw.below(people.length);
  const invited = command.type === 'RateLeermeter' ? command.invitation : undefined;
  return [
    ...[...people.slice(first), ...people.slice(0, first)].map(([id, role]) => ({ id, role })),
    ...(invited === undefined ? [] : [{ id: invited, role: 'rater' as const }]),
  ];
};

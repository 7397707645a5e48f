import { addDays, type CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { SabCaseCommand, StepAsked } from '../../../src/domain/sab-case/commands.ts';
import {
  caseOutcomes,
  consulted,
  escalatedTo,
  stepOwners,
  waitingFor,
} from '../../../src/domain/sab-case/events.ts';
import { isOpen, type SabCase } from '../../../src/domain/sab-case/state.ts';
import type { Draws } from '../draws.ts';
import { cem, mila, milaAgain, nobody } from '../people.ts';
import { anna, bram, fatma, ruud } from './people.ts';

type Kind = SabCaseCommand['type'];
/** Nobody asks for this one: it follows when the trajectory says no. */
export type AskedKind = Exclude<Kind, 'VoidCase'>;
type Maker = (draw: Draws, now: SabCase, on: CalendarDate) => SabCaseCommand;

/** Sings wherever words of a case have come to that should not be there. */
export const canary = 'KANARIE';
const words = (draw: Draws): string => `${canary} ${draw.chance(50) ? draw.below(3) : draw.below(1_000_000)}`;

const advisers = (draw: Draws) =>
  draw.chance(90) ? draw.of([anna, bram, fatma]) : draw.of([ruud, cem, nobody]);

const steps = (draw: Draws, on: CalendarDate): readonly StepAsked[] =>
  Array.from({ length: draw.chance(95) ? 1 + draw.below(3) : 0 }, () => ({
    what: words(draw),
    who: draw.of(stepOwners),
    by: addDays(on, draw.chance(97) ? draw.below(30) : -1),
  }));

/** On one path the student is under 16 and may grow older, on another he is not; the register may be wrong once. */
const under16 = (draw: Draws): boolean => draw.chance(draw.path % 2 === 0 ? 80 : 4);

const notYetAsked = ({ consultations }: SabCase) =>
  consulted.filter((whom) => !consultations.some((held) => held.with === whom && held.agreed));

export const sabCommandOf: { readonly [Type in AskedKind]: Maker } = {
  ReferToSab: (draw, _, on) => ({
    type: 'ReferToSab',
    on: draw.chance(97) ? on : addDays(on, -100),
    student: draw.chance(97) ? mila : milaAgain,
    question: words(draw),
    tried: words(draw),
    urgent: draw.chance(40),
  }),
  AcceptReferral: (draw, _, on) => ({ type: 'AcceptReferral', on, adviser: advisers(draw) }),
  ReturnReferral: (draw, _, on) => ({ type: 'ReturnReferral', on, why: words(draw) }),
  AssignCase: (draw, _, on) => ({ type: 'AssignCase', on, adviser: advisers(draw) }),
  RecordSabConversation: (draw, _, on) => ({
    type: 'RecordSabConversation',
    on,
    faceToFace: draw.chance(70),
    present: ['student', 'adviser'],
    ...draw.maybe({ forCoach: words(draw) }),
    ...draw.maybe({ confidential: words(draw) }),
  }),
  DraftStepPlan: (draw, _, on) => ({ type: 'DraftStepPlan', on, steps: steps(draw, on) }),
  RecordConsultation: (draw, now, on) => ({
    type: 'RecordConsultation',
    on,
    with: draw.of([...notYetAsked(now), draw.of(consulted)]),
    agreed: draw.chance(85),
    under16: under16(draw),
    ...draw.maybe({ remarks: words(draw) }),
  }),
  StartStepPlan: (_draw, _now, on) => ({ type: 'StartStepPlan', on }),
  CompleteStep: (draw, now, on) => ({
    type: 'CompleteStep',
    on,
    step: draw.of([...(now.plan?.steps.keys() ?? []), draw.chance(20) ? 99 : 1]),
    ...draw.maybe({ result: words(draw) }),
  }),
  ReviseStepPlan: (draw, _, on) => ({
    type: 'ReviseStepPlan',
    on,
    steps: steps(draw, on),
    why: words(draw),
  }),
  PauseClock: (draw, _, on) => ({
    type: 'PauseClock',
    on,
    waitingFor: draw.of(waitingFor),
    ...draw.maybe({ why: words(draw) }),
  }),
  ResumeClock: (_draw, _now, on) => ({ type: 'ResumeClock', on }),
  UseLoopbaanbox: (draw, _, on) => ({ type: 'UseLoopbaanbox', on, ...draw.maybe({ remarks: words(draw) }) }),
  EscalateCase: (draw, _, on) => ({ type: 'EscalateCase', on, to: draw.of(escalatedTo), why: words(draw) }),
  CloseCase: (draw, _, on) => ({
    type: 'CloseCase',
    on,
    outcome: draw.of(caseOutcomes),
    feedback: words(draw),
  }),
  ThankForReferral: (draw, _, on) => ({
    type: 'ThankForReferral',
    on,
    from: draw.of(['adviser', 'coach']),
    words: words(draw),
  }),
};

export const askedKinds = Object.keys(sabCommandOf) as readonly AskedKind[];

type Weighted = readonly (readonly [AskedKind, number])[];

const whileOpen: Weighted = [
  ['PauseClock', 6],
  ['ResumeClock', 6],
  ['EscalateCase', 2],
];
const onceTakenOn: Weighted = [
  ...whileOpen,
  ['AssignCase', 5],
  ['RecordSabConversation', 6],
  ['UseLoopbaanbox', 3],
  ['CloseCase', 2],
];

/** What is likely to be asked of a case that has come so far. */
const likely = (now: SabCase): Weighted => {
  if (now.stage === 'none') return [['ReferToSab', 60]];
  if (!isOpen(now))
    return [
      ['ThankForReferral', 10],
      ['ReferToSab', 4],
    ];
  if (now.stage === 'referred') return [['AcceptReferral', 30], ['ReturnReferral', 6], ...whileOpen];
  if (!now.plan) return [['DraftStepPlan', 40], ...onceTakenOn];
  if (now.plan.startedOn === undefined)
    return [['RecordConsultation', 50], ['StartStepPlan', 30], ['DraftStepPlan', 4], ...onceTakenOn];
  return [['CompleteStep', 25], ['ReviseStepPlan', 12], ['RecordConsultation', 3], ...onceTakenOn];
};

export const nextOfCase = (draw: Draws, now: SabCase, today: CalendarDate): SabCaseCommand => {
  const weighted: Weighted = [...likely(now), ...askedKinds.map((kind) => [kind, 1] as const)];
  let left = draw.below(weighted.reduce((sum, [, weight]) => sum + weight, 0));
  const kind = weighted.find(([, weight]) => (left -= weight) < 0)?.[0] ?? 'ReferToSab';
  const on = draw.chance(75) ? today : addDays(today, draw.chance(95) ? -draw.below(12) : 3);
  return sabCommandOf[kind](draw, now, on);
};

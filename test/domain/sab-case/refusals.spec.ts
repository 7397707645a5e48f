import { describe, expect, test } from '@jest/globals';
import type { SabCaseCommand } from '../../../src/domain/sab-case/commands.ts';
import type { SabCaseEvent } from '../../../src/domain/sab-case/events.ts';
import type { SabCaseRefusal } from '../../../src/domain/sab-case/refusals.ts';
import { sabCaseSubject } from '../../../src/domain/sab-case/subject.ts';
import { actor, cem, d, fact as ofTrajectory, mila, nobody, uptoPlaced } from '../../support/people.ts';
import {
  agreed,
  anna,
  bram,
  caseFacts,
  caseOpened,
  closed,
  consultation,
  drafted,
  fact,
  returned,
  ruud,
  secondCase,
  trajectoryAfter,
  uptoAccepted,
  uptoDrafted,
  uptoStarted,
} from '../../support/sab/people.ts';
import { sabRefusalCodes } from '../../support/sab/refusal-codes.ts';
import { scenario } from '../../support/scenario.ts';

type Code = SabCaseRefusal['code'];
/** What stands in the way first; then what, when that is taken away, and so on to the end. */
type Answers = readonly (readonly [
  Code,
  readonly SabCaseEvent[],
  SabCaseCommand,
  ReturnType<typeof caseFacts>?,
])[];

const early = d('09-01');
const late = d('12-24');
const step = { what: 'Bellen.', who: 'coach', by: d('11-14') } as const;
const overdue = { ...step, by: d('08-31') };
const paused = fact('ClockPaused', { on: d('10-20'), waitingFor: 'student' });
const resumed = fact('ClockResumed', { on: d('10-22') });
const assigned = fact('CaseAssigned', { on: d('10-20'), adviser: anna });
const done = fact('StepCompleted', { on: d('10-20'), step: 1 });
const revised = fact('StepPlanRevised', {
  on: d('10-27'),
  version: 2,
  steps: [{ step: 4, who: 'coach', by: d('11-14') }],
  whats: ['Bellen.'],
  why: 'Anders.',
});

const notPlaced = caseFacts({ trajectory: trajectoryAfter() });
const inAnotherCase = caseFacts({
  trajectory: trajectoryAfter(
    ...uptoPlaced,
    ofTrajectory('ReferredToSab', { on: d('10-02'), case: secondCase, urgent: false }),
  ),
});
const notTalkedWith = caseFacts({ trajectory: trajectoryAfter(...uptoPlaced) });

const refer = {
  type: 'ReferToSab',
  on: d('08-01'),
  student: mila,
  question: 'Wat nu?',
  tried: 'Niets.',
  urgent: false,
} as const;
const accept = { type: 'AcceptReferral', on: early, adviser: nobody } as const;
const assign = { type: 'AssignCase', on: early, adviser: nobody } as const;
const draft = { type: 'DraftStepPlan', on: early, steps: [] } as const;
const revise = { type: 'ReviseStepPlan', on: early, steps: [], why: 'Anders.' } as const;
const consult = {
  type: 'RecordConsultation',
  on: early,
  with: 'coach',
  agreed: false,
  under16: false,
} as const;
const start = { type: 'StartStepPlan', on: early } as const;
const complete = { type: 'CompleteStep', on: early, step: 9 } as const;
const pause = { type: 'PauseClock', on: early, waitingFor: 'coach' } as const;
const resume = { type: 'ResumeClock', on: early } as const;

/** Everything in the way at once; what is said first is taken away, until nothing is left but the last. */
const inOrder: readonly Answers[] = [
  [
    ['DateInFuture', [caseOpened], { ...refer, on: late }, notPlaced],
    ['CaseIdInUse', [caseOpened], refer, notPlaced],
    ['NotPlaced', [], refer, notPlaced],
    ['CaseAlreadyOpen', [], refer, inAnotherCase],
    ['SupportConversationMissing', [], refer, notTalkedWith],
    ['OutOfOrder', [], { ...refer, urgent: true }, notTalkedWith],
  ],
  [
    ['DateInFuture', [], { type: 'VoidCase', on: late, why: 'NotPlaced' }],
    ['OutOfOrder', [], { type: 'VoidCase', on: early, why: 'NotPlaced' }],
    ['CaseNotOpen', [caseOpened, returned], { type: 'VoidCase', on: early, why: 'NotPlaced' }],
  ],
  [
    ['DateInFuture', [], { ...accept, on: late }],
    ['OutOfOrder', [], accept],
    ['CaseNotOpen', [...uptoAccepted, closed], accept],
    ['ReferralAlreadyAccepted', uptoAccepted, accept],
    ['UnknownStaff', [caseOpened], accept],
    ['StaffHasLeft', [caseOpened], { ...accept, on: d('10-01'), adviser: ruud }],
    ['LacksRole', [caseOpened], { ...accept, adviser: cem }],
    ['OutOfOrder', [caseOpened], { ...accept, adviser: anna }],
  ],
  [
    ['CaseNotOpen', [...uptoAccepted, closed], { type: 'ReturnReferral', on: early, why: 'Nee.' }],
    ['ReferralAlreadyAccepted', uptoAccepted, { type: 'ReturnReferral', on: early, why: 'Nee.' }],
    ['OutOfOrder', [caseOpened], { type: 'ReturnReferral', on: early, why: 'Nee.' }],
  ],
  [
    ['CaseNotOpen', [caseOpened, returned], assign],
    ['ReferralNotAccepted', [caseOpened], assign],
    ['UnknownStaff', uptoAccepted, assign],
    ['StaffHasLeft', uptoAccepted, { ...assign, on: d('10-01'), adviser: ruud }],
    ['LacksRole', uptoAccepted, { ...assign, adviser: cem }],
    ['OutOfOrder', uptoAccepted, { ...assign, adviser: bram }],
    ['OutOfOrder', [...uptoAccepted, assigned], { ...assign, on: d('10-19'), adviser: bram }],
  ],
  [
    ['CaseNotOpen', [...uptoStarted, closed], draft],
    ['ReferralNotAccepted', [caseOpened], draft],
    ['StepPlanAlreadyStarted', uptoStarted, draft],
    ['NoSteps', uptoAccepted, draft],
    ['StepDueBeforePlan', uptoAccepted, { ...draft, steps: [step, overdue] }],
    ['OutOfOrder', uptoAccepted, { ...draft, steps: [step] }],
    ['OutOfOrder', uptoDrafted, { ...draft, on: d('10-09'), steps: [step] }],
  ],
  [
    ['CaseNotOpen', [...uptoStarted, closed], consult],
    ['ReferralNotAccepted', [caseOpened], consult],
    ['StepPlanMissing', uptoAccepted, consult],
    ['OutOfOrder', uptoDrafted, consult],
  ],
  [
    ['CaseNotOpen', [...uptoStarted, closed], start],
    ['ReferralNotAccepted', [caseOpened], start],
    ['StepPlanMissing', uptoAccepted, start],
    ['StepPlanAlreadyStarted', uptoStarted, start],
    ['ConsultationMissing', [...uptoDrafted, consultation('coach', { under16: true })], start],
    [
      'ParentsNotConsulted',
      [...uptoDrafted, consultation('coach'), consultation('student', { under16: true })],
      { ...start, on: d('10-13') },
    ],
  ],
  [
    ['CaseNotOpen', [...uptoStarted, closed], complete],
    ['ReferralNotAccepted', [caseOpened], complete],
    ['StepPlanNotStarted', uptoDrafted, complete],
    ['UnknownStep', uptoStarted, complete],
    ['StepAlreadyDone', [...uptoStarted, done], { ...complete, step: 1 }],
    ['OutOfOrder', uptoStarted, { ...complete, step: 1 }],
  ],
  [
    ['CaseNotOpen', [...uptoStarted, closed], revise],
    ['ReferralNotAccepted', [caseOpened], revise],
    ['StepPlanNotStarted', uptoDrafted, revise],
    ['NoSteps', uptoStarted, revise],
    ['StepDueBeforePlan', uptoStarted, { ...revise, steps: [overdue] }],
    ['OutOfOrder', uptoStarted, { ...revise, steps: [step] }],
    ['OutOfOrder', [...uptoStarted, revised], { ...revise, on: d('10-26'), steps: [step] }],
  ],
  [
    ['CaseNotOpen', [caseOpened, paused, returned], pause],
    ['ClockAlreadyPaused', [caseOpened, paused], pause],
    ['OutOfOrder', [caseOpened], pause],
    ['OutOfOrder', [caseOpened, paused, resumed], { ...pause, on: d('10-21') }],
  ],
  [
    ['CaseNotOpen', [caseOpened, returned], resume],
    ['ClockNotPaused', [caseOpened], resume],
    ['OutOfOrder', [caseOpened, paused], resume],
  ],
];

describe('Which no wins', () => {
  test.each(inOrder.map((answers) => ({ type: answers[0]?.[2].type, answers })))('$type', ({ answers }) => {
    for (const [code, happened, command, facts = caseFacts()] of answers)
      scenario(sabCaseSubject, facts)
        .given(...happened)
        .when(command)
        .thenRefused(code);
  });

  test('who may not ask hears nothing else', () => {
    scenario(sabCaseSubject, notPlaced)
      .given(caseOpened, drafted, ...agreed, closed)
      .when({ ...start, on: late }, actor(cem, 'coach'))
      .thenRefused('NotYours');
  });

  test('the table has every reason to say no', () => {
    const reached = new Set<string>(['NotYours', ...inOrder.flat().map(([code]) => code)]);
    expect(sabRefusalCodes.filter((code) => !reached.has(code))).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { SabCaseCommand } from '../../../src/domain/sab-case/commands.ts';
import { mayAsk, whoMayAsk } from '../../../src/domain/sab-case/may-ask.ts';
import { sabCaseSubject } from '../../../src/domain/sab-case/subject.ts';
import type { Actor, Role } from '../../../src/kernel/message.ts';
import {
  actor,
  carla,
  cem,
  d,
  dirk,
  ilse,
  left,
  mila,
  milaAgain,
  opened,
  applied,
  welcomed,
  placedIn,
  timmerman,
  tineke,
  uptoPlaced,
} from '../../support/people.ts';
import {
  anna,
  asAdviser,
  asCoordinator,
  bram,
  caseFacts,
  caseOpened,
  fact,
  fatma,
  rosa,
  ruud,
  trajectoryAfter,
  uptoStarted,
} from '../../support/sab/people.ts';
import { scenario } from '../../support/scenario.ts';

const office = (role: Role): Actor => ({ id: `the ${role}`, role });
const askers = {
  student: actor(mila, 'student'),
  anotherStudent: actor(milaAgain, 'student'),
  coach: actor(carla, 'coach'),
  deputyOfTheCoach: actor(dirk, 'coach'),
  anotherCoach: actor(cem, 'coach'),
  adviser: asAdviser(anna),
  anotherAdviser: asAdviser(bram),
  adviserWhoLeft: asAdviser(ruud),
  adviserOfNextYear: asAdviser(rosa),
  saysToBeAdviser: asAdviser(ilse),
  coordinator: asCoordinator(fatma),
  saysToBeCoordinator: asCoordinator(anna),
  infoshop: actor(ilse, 'infoshop'),
  teamLeader: actor(tineke, 'teamLeader'),
  scout: office('scout'),
  programmeManager: office('programmeManager'),
  quality: office('quality'),
  inspector: office('inspector'),
  operator: office('operator'),
  rater: office('rater'),
  system: office('system'),
} as const;
type Asker = keyof typeof askers;

const { given } = scenario(sabCaseSubject, caseFacts());
/** Carla has asked, Anna works on it; step 1 is the student's, step 2 the coach's, step 3 the adviser's. */
const situation = given(...uptoStarted).now;
const on = d('10-20');
const steps = [{ what: 'Bellen.', who: 'coach', by: d('11-14') }] as const;
const itsOwn = ['adviser', 'coordinator'] as const;
const secondLine = ['adviser', 'anotherAdviser', 'coordinator'] as const;

/** The policy: who may ask what. */
const policy: readonly (readonly [string, SabCaseCommand, readonly Asker[]])[] = [
  [
    '',
    { type: 'ReferToSab', on, student: mila, question: 'Wat nu?', tried: 'Gebeld.', urgent: true },
    ['coach'],
  ],
  ['', { type: 'VoidCase', on, why: 'NotPlaced' }, ['system']],
  ['', { type: 'AcceptReferral', on, adviser: anna }, secondLine],
  ['', { type: 'ReturnReferral', on, why: 'Kan de coach.' }, secondLine],
  ['', { type: 'AssignCase', on, adviser: bram }, itsOwn],
  ['', { type: 'RecordSabConversation', on, faceToFace: true, present: [] }, itsOwn],
  ['', { type: 'DraftStepPlan', on, steps }, itsOwn],
  ['', { type: 'RecordConsultation', on, with: 'student', agreed: true, under16: false }, itsOwn],
  ['', { type: 'StartStepPlan', on }, itsOwn],
  ['of the student', { type: 'CompleteStep', on, step: 1 }, ['student', ...itsOwn]],
  ['of the coach', { type: 'CompleteStep', on, step: 2 }, ['coach', ...itsOwn]],
  ['of the adviser', { type: 'CompleteStep', on, step: 3 }, itsOwn],
  ['that is none', { type: 'CompleteStep', on, step: 4 }, itsOwn],
  ['', { type: 'ReviseStepPlan', on, steps, why: 'Anders.' }, itsOwn],
  ['', { type: 'PauseClock', on, waitingFor: 'student' }, itsOwn],
  ['', { type: 'ResumeClock', on }, itsOwn],
  ['', { type: 'UseLoopbaanbox', on }, itsOwn],
  ['', { type: 'EscalateCase', on, to: 'sabCoordinator', why: 'Loopt vast.' }, itsOwn],
  ['', { type: 'CloseCase', on, outcome: 'goesOn', feedback: 'Ze is er weer.' }, itsOwn],
  ['by the second line', { type: 'ThankForReferral', on, from: 'adviser', words: 'Dank.' }, itsOwn],
  ['by the first line', { type: 'ThankForReferral', on, from: 'coach', words: 'Dank.' }, ['coach']],
];

const whoMay = (command: SabCaseCommand, now = situation, facts = caseFacts()): readonly string[] =>
  Object.entries(askers)
    .filter(([, asker]) => mayAsk(asker, command, now, facts) === undefined)
    .map(([name]) => name);

describe('Who may ask', () => {
  test.each(policy.map(([which, command, who]) => ({ type: command.type, which, who, command })))(
    '$type $which: $who',
    ({ command, who }) => {
      expect(whoMay(command)).toEqual(who);
    },
  );

  test('the table names every command', () => {
    expect(new Set(policy.map(([, { type }]) => type))).toEqual(new Set(Object.keys(whoMayAsk)));
  });

  test('importer and simulator speak for whoever told them', () => {
    for (const [, command] of policy)
      for (const role of ['importer', 'simulator'] as const)
        expect(mayAsk(office(role), command, situation, caseFacts())).toBeUndefined();
  });

  test('whoever may not is told for which command and in which role', () => {
    expect(mayAsk(askers.anotherAdviser, { type: 'StartStepPlan', on }, situation, caseFacts())).toEqual({
      code: 'NotYours',
      command: 'StartStepPlan',
      role: 'adviser',
    });
  });
});

describe('Whose case it is', () => {
  const start = { type: 'StartStepPlan', on } as const;

  test('before it is taken on it is no adviser’s, and the coordinator watches over it', () => {
    const pause = { type: 'PauseClock', on, waitingFor: 'coach' } as const;
    expect(whoMay(pause, given(caseOpened).now)).toEqual(['coordinator']);
  });

  test('after it was assigned it is the new adviser’s and not the old one’s', () => {
    const toBram = fact('CaseAssigned', { on: d('10-16'), adviser: bram });
    expect(whoMay(start, given(...uptoStarted, toBram).now)).toEqual(['anotherAdviser', 'coordinator']);
  });

  test('the deputy of an absent adviser works on it, on the days of the absence', () => {
    const deputy = ['adviser', 'anotherAdviser', 'coordinator'];
    expect(whoMay({ ...start, on: d('11-10') })).toEqual(deputy);
    expect(whoMay(start, situation, caseFacts({ today: d('11-10') }))).toEqual(deputy);
    expect(whoMay(start, situation, caseFacts({ today: d('10-31') }))).toEqual(itsOwn);
  });

  test('a role counts as long as one has it: who has left asks nothing, who is to come nothing yet', () => {
    const accept = { type: 'AcceptReferral', on: d('09-29'), adviser: anna } as const;
    expect(whoMay(accept, given(caseOpened).now, caseFacts({ today: d('09-30') }))).toContain(
      'adviserWhoLeft',
    );
    expect(whoMay(accept, given(caseOpened).now, caseFacts({ today: d('07-01') }))).toContain(
      'adviserOfNextYear',
    );
    expect(whoMay(accept, given(caseOpened).now)).toEqual(secondLine);
  });
});

describe('The coach', () => {
  const refer = {
    type: 'ReferToSab',
    on,
    student: mila,
    question: 'Hoe?',
    tried: 'Veel.',
    urgent: true,
  } as const;
  const stepOfTheCoach = { type: 'CompleteStep', on: d('11-10'), step: 2 } as const;

  test('is the one who is responsible now, or who stands in', () => {
    expect(whoMay(stepOfTheCoach)).toEqual(['coach', 'deputyOfTheCoach', ...secondLine]);
    const withCem = trajectoryAfter(opened, applied, welcomed, placedIn(timmerman, cem));
    expect(whoMay(refer, situation, caseFacts({ trajectory: withCem }))).toEqual(['anotherCoach']);
  });

  test('is after leaving who was so last: to do a step, and to thank', () => {
    const gone = caseFacts({ trajectory: trajectoryAfter(...uptoPlaced, left) });
    expect(whoMay(stepOfTheCoach, situation, gone)).toEqual(['coach', 'deputyOfTheCoach', ...secondLine]);
  });
});

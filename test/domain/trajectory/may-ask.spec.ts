import { describe, expect, test } from '@jest/globals';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { uuid, type Actor, type Role } from '../../../src/kernel/message.ts';
import type { TrajectoryCommand } from '../../../src/domain/trajectory/commands.ts';
import { mayAsk, whoMayAsk } from '../../../src/domain/trajectory/may-ask.ts';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import {
  actor,
  ada,
  bouw,
  bpvAtTheJoinery,
  carla,
  cem,
  code,
  d,
  deliveryId,
  dirk,
  fact,
  factsOf,
  firstCase,
  firstSwitch,
  goalToArriveOnTime,
  ilse,
  invitation,
  kapper,
  karin,
  left,
  mila,
  milaAgain,
  offered,
  opened,
  otherInvitation,
  samir,
  sanne,
  session,
  signal,
  sofie,
  stool,
  teun,
  timmerman,
  tineke,
  uiterlijk,
  uptoPlaced,
  uptoRequested,
} from '../../support/people.ts';
import { factId, scenario } from '../../support/scenario.ts';

const office = (role: Role): Actor => ({ id: `the ${role}`, role });
const askers = {
  student: actor(mila, 'student'),
  anotherStudent: actor(milaAgain, 'student'),
  infoshop: actor(ilse, 'infoshop'),
  scout: actor(sanne, 'scout'),
  receivingScout: actor(samir, 'scout'),
  coach: actor(carla, 'coach'),
  askedCoach: actor(cem, 'coach'),
  anotherCoach: actor(dirk, 'coach'),
  coachElsewhere: actor(karin, 'coach'),
  teamLeader: actor(tineke, 'teamLeader'),
  receivingTeamLeader: actor(teun, 'teamLeader'),
  adviser: actor(ada, 'adviser'),
  sabCoordinator: actor(sofie, 'sabCoordinator'),
  /** Who only say so: what they hold by their own stream, if anything, is another role. */
  saysAdviser: actor(ilse, 'adviser'),
  saysSabCoordinator: office('sabCoordinator'),
  programmeManager: office('programmeManager'),
  quality: office('quality'),
  inspector: office('inspector'),
  operator: office('operator'),
  invitedRater: { id: invitation, role: 'rater' },
  anotherRater: { id: otherInvitation, role: 'rater' },
  system: office('system'),
} as const;
type Asker = keyof typeof askers;

const on = d('10-20');
const destination = { kind: 'unknown', confirmed: false } as const;
const ofSwitch = { on, switch: firstSwitch } as const;

/** Mila is placed in bouw with Carla; Cem was asked to take over, and for her switch to uiterlijk. */
const situation = scenario(trajectorySubject, factsOf()).given(
  ...uptoRequested,
  offered,
  fact('ResponsibilityOffered', { on: d('10-10'), to: cem }),
).now;

/** The policy: who may ask what. */
const policy: readonly (readonly [TrajectoryCommand, readonly Asker[]])[] = [
  [
    { type: 'RecordPriorEducation', on, kind: 'havo', diploma: 'yes', source: 'cijferlijst' },
    ['infoshop', 'scout', 'receivingScout', 'coach', 'teamLeader'],
  ],
  [
    { type: 'RecordExemption', on, kind: 'leerplicht', from: on, confirmed: true },
    ['infoshop', 'scout', 'receivingScout', 'coach', 'teamLeader', 'adviser', 'saysAdviser'],
  ],
  [{ type: 'OpenTrajectory', on }, ['infoshop', 'scout', 'receivingScout']],
  [
    { type: 'RecordInfoshopVisit', on, about: 'Haar', conversation: true },
    ['infoshop', 'scout', 'receivingScout'],
  ],
  [
    { type: 'RecordMeeloopdag', on, landschap: bouw, attended: true },
    ['infoshop', 'scout', 'receivingScout'],
  ],
  [{ type: 'StartBuddystage', on, field: 'haar' }, ['infoshop', 'scout', 'receivingScout']],
  [{ type: 'EndBuddystage', on }, ['infoshop', 'scout', 'receivingScout']],
  [{ type: 'MergeInto', on, into: milaAgain }, ['infoshop', 'teamLeader', 'quality']],
  [
    { type: 'Apply', on, landschap: uiterlijk, wish: 'Knippen.', scout: samir },
    ['student', 'infoshop', 'scout', 'receivingScout'],
  ],
  [{ type: 'PlanScoutgesprek', on, landschap: bouw, plannedFor: on }, ['scout']],
  [{ type: 'RecordScoutgesprekNoShow', on, landschap: bouw }, ['scout']],
  [{ type: 'RecordScoutgesprek', on, landschap: bouw, outcome: 'place', reasons: 'Ja.' }, ['scout']],
  [{ type: 'RedirectApplication', on, from: bouw, to: uiterlijk, scout: samir }, ['scout']],
  [{ type: 'WithdrawApplication', on, landschap: bouw }, ['student', 'infoshop', 'scout']],
  [{ type: 'Place', on, programme: timmerman, coach: carla }, ['scout']],
  [{ type: 'EnrolDefinitively', on }, ['scout', 'coach', 'teamLeader']],
  [{ type: 'SpecifyProgramme', on, opleidingscode: code('25128') }, ['scout', 'coach', 'teamLeader']],
  [{ type: 'CancelPlacement', on }, ['scout', 'coach', 'teamLeader']],
  [{ type: 'OfferResponsibility', on, to: dirk }, ['coach', 'teamLeader']],
  [{ type: 'AcceptResponsibility', on }, ['askedCoach']],
  [{ type: 'DeclineResponsibility', on, reason: 'Te vol.' }, ['askedCoach']],
  [{ type: 'StartStartProgramme', on }, ['coach', 'teamLeader']],
  [{ type: 'HandInLwp', on, lwp: 'LWP1' }, ['student', 'coach']],
  [{ type: 'AssessLwp', on, lwp: 'LWP1', verdict: 'sufficient' }, ['coach']],
  [{ type: 'ExtendStartProgramme', on, endsOn: d('12-01'), reason: 'Ziek.', agreedBy: tineke }, ['coach']],
  [{ type: 'CompleteStartProgramme', on, choice: 'stay', reasons: 'Thuis.' }, ['coach']],
  [{ type: 'RequestSwitch', ...ofSwitch, to: kapper, initiative: 'coach' }, ['coach']],
  [{ type: 'OfferPlace', ...ofSwitch, from: on, coach: cem }, ['receivingScout']],
  [{ type: 'RefusePlace', ...ofSwitch, reason: 'Vol.' }, ['receivingScout']],
  [{ type: 'AcceptStudent', ...ofSwitch }, ['askedCoach']],
  [{ type: 'DeclineStudent', ...ofSwitch, reason: 'Te vol.' }, ['askedCoach']],
  [{ type: 'ConfirmLanding', ...ofSwitch, wellReceived: true }, ['coach']],
  [{ type: 'WithdrawSwitch', ...ofSwitch, reason: 'Blijft.' }, ['student', 'coach']],
  [{ type: 'RecordConversation', on, kind: 'switch', faceToFace: true, present: [] }, ['coach']],
  [{ type: 'InviteRater', on, invitation, rater: 'other', expiresOn: on }, ['coach']],
  [{ type: 'RateLeermeter', on, rater: 'other', scores: [] }, ['coach']],
  [
    { type: 'AddToPortfolio', on, item: stool, area: 'leren', kind: 'reflection', title: 'Kruk' },
    ['student', 'coach'],
  ],
  [{ type: 'AgreeGoal', on, goal: goalToArriveOnTime, what: 'Op tijd.' }, ['coach']],
  [{ type: 'ReachGoal', on, goal: goalToArriveOnTime }, ['coach']],
  [
    { type: 'StartBpv', on, bpv: bpvAtTheJoinery, company: 'Timmerfabriek', international: false },
    ['coach', 'teamLeader'],
  ],
  [{ type: 'EndBpv', on, bpv: bpvAtTheJoinery }, ['coach', 'teamLeader']],
  [{ type: 'EnterFinalPhase', on }, ['coach', 'teamLeader']],
  [
    { type: 'RecordAbsenceReport', on, kind: 'O', from: on },
    ['coach', 'teamLeader', 'adviser', 'sabCoordinator'],
  ],
  [{ type: 'RecordBsaWarning', on }, ['coach', 'teamLeader']],
  [{ type: 'RecordBsa', on, advice: 'negative' }, ['coach', 'teamLeader', 'programmeManager']],
  [
    { type: 'RaiseConcern', on, what: 'Eet niet.', seenBy: 'conciërge' },
    [
      'student',
      'infoshop',
      'scout',
      'receivingScout',
      'coach',
      'askedCoach',
      'anotherCoach',
      'teamLeader',
      'adviser',
      'sabCoordinator',
    ],
  ],
  [{ type: 'RaiseSignal', on, signal, rule: 'lwpsOverdue', ruleVersion: 1, events: [] }, ['system']],
  [{ type: 'NoteSab', on, case: firstCase, step: 'closed' }, ['system']],
  [{ type: 'RecordLoopbaanboxSession', on, session }, ['adviser', 'sabCoordinator']],
  [
    { type: 'EnrolInTraining', on, training: 'workskills' },
    ['coach', 'teamLeader', 'adviser', 'sabCoordinator'],
  ],
  [
    { type: 'RecordTrainingAttendance', on, training: 'workskills', session, attendance: 'present' },
    ['coach', 'adviser', 'sabCoordinator'],
  ],
  [{ type: 'CompleteTraining', on, training: 'workskills' }, ['coach', 'adviser', 'sabCoordinator']],
  [
    { type: 'LeaveTraining', on, training: 'workskills', reason: 'Werk.' },
    ['student', 'coach', 'adviser', 'sabCoordinator'],
  ],
  [{ type: 'AwardDiploma', on, opleidingscode: code('25128') }, ['coach', 'teamLeader', 'programmeManager']],
  [{ type: 'IssueMboVerklaring', on }, ['coach', 'teamLeader', 'programmeManager']],
  [{ type: 'StartFollowOn', on, programme: kapper }, ['coach', 'teamLeader']],
  [{ type: 'Leave', on, reason: '4', destination }, ['coach', 'teamLeader']],
  [
    { type: 'RecordDestination', on, destination, source: 'gebeld' },
    ['coach', 'teamLeader', 'adviser', 'saysAdviser', 'quality'],
  ],
  [{ type: 'Return', on }, ['infoshop', 'scout', 'receivingScout', 'coach', 'teamLeader']],
  [
    { type: 'Correct', event: factId(1), change: { never: true }, why: 'fout' },
    ['coach', 'teamLeader', 'quality'],
  ],
  [{ type: 'RecordRegisterFacts', delivery: deliveryId('a'), enrolments: [], diplomas: [] }, []],
  [
    { type: 'RecordDuoVerdict', countYear: 2025, status: 'provisional', verdict: 'vsv', delivery: 'NRSP' },
    ['quality'],
  ],
];

const whoMay = (command: TrajectoryCommand, now = situation, facts = factsOf()): readonly string[] =>
  Object.entries(askers)
    .filter(([, asker]) => mayAsk(asker, command, now, facts) === undefined)
    .map(([name]) => name);

describe('Who may ask', () => {
  test.each(policy.map(([command, who]) => ({ type: command.type, who, command })))(
    '$type: $who',
    ({ command, who }) => {
      expect(whoMay(command)).toEqual(who.toSorted((one, other) => order(one) - order(other)));
    },
  );

  test('importer and simulator speak for whoever told them', () => {
    for (const [command] of policy)
      for (const role of ['importer', 'simulator'] as const)
        expect(mayAsk(office(role), command, situation, factsOf())).toBeUndefined();
  });

  test('the table names every command', () => {
    expect(policy.map(([{ type }]) => type).toSorted()).toEqual(Object.keys(whoMayAsk).toSorted());
  });

  test('whoever says to be a scout or a team leader of a landschap is so by his own stream only', () => {
    const place = { type: 'Place', on, programme: timmerman, coach: carla } as const;
    expect(mayAsk(actor(ilse, 'scout'), place, situation, factsOf())).toEqual({
      code: 'NotYours',
      command: 'Place',
      role: 'scout',
    });
    expect(mayAsk(office('scout'), place, situation, factsOf())).toMatchObject({ code: 'NotYours' });
  });

  test('a coach who was not asked hears who was', () => {
    const accept = { type: 'AcceptStudent', ...ofSwitch } as const;
    expect(mayAsk(actor(carla, 'coach'), accept, situation, factsOf())).toEqual({
      code: 'OnlyTheAskedCoachAnswers',
      asked: cem,
    });
    expect(mayAsk(actor(samir, 'scout'), accept, situation, factsOf())).toMatchObject({ code: 'NotYours' });
  });
});

describe('Who rates, and who leads a group', () => {
  const rate = { type: 'RateLeermeter', on, scores: [] } as const;

  test('the student rates himself; the coach writes down what everybody else says to him', () => {
    expect(whoMay({ ...rate, rater: 'student' })).toEqual(['student']);
    for (const rater of ['coach', 'praktijkopleider', 'other'] as const)
      expect(whoMay({ ...rate, rater })).toEqual(['coach']);
  });

  test('by an invitation only whoever was invited', () => {
    for (const rater of ['student', 'coach', 'praktijkopleider', 'other'] as const)
      expect(whoMay({ ...rate, rater, invitation })).toEqual(['invitedRater']);
  });

  test('a group may have any coach of the landschap', () => {
    const talk = { type: 'RecordConversation', on, kind: 'career', faceToFace: true, present: [] } as const;
    expect(whoMay(talk)).toEqual(['coach']);
    expect(whoMay({ ...talk, session })).toEqual(['coach', 'askedCoach', 'anotherCoach']);
  });

  test('the second line is whoever holds that role on the day that it is asked', () => {
    const attended = { type: 'RecordLoopbaanboxSession', on, session } as const;
    expect(whoMay(attended, situation, factsOf({ today: calendarDate('2020-07-31') }))).toEqual([]);
    expect(whoMay(attended, situation, factsOf({ staff: new Map() }))).toEqual([]);
  });
});

describe('A deputy', () => {
  const askedCarla = scenario(trajectorySubject, factsOf()).given(
    ...[
      ...uptoPlaced.slice(0, 3),
      [
        fact('PlacedProvisionally', { on: d('09-01'), programme: timmerman }),
        fact('CoachAssigned', { on: d('09-01'), coach: cem }),
      ],
    ],
    fact('ResponsibilityOffered', { on: d('10-10'), to: carla }),
  ).now;
  const accept = (day: typeof on): TrajectoryCommand => ({ type: 'AcceptResponsibility', on: day });

  test('answers for an absent coach: who was asked becomes responsible', () => {
    const inNovember = factsOf({ today: d('11-10') });
    expect(whoMay(accept(d('11-10')), askedCarla, inNovember)).toEqual(['coach', 'anotherCoach']);
    const decision = trajectorySubject.decide(accept(d('11-10')), askedCarla, inNovember);
    expect(decision).toMatchObject({ accepted: true, events: [{ data: { from: cem, to: carla } }] });
  });

  test('on the days of the absence only, though the answer may be written down later', () => {
    expect(whoMay(accept(d('10-20')), askedCarla)).toEqual(['coach']);
    expect(whoMay(accept(d('11-20')), askedCarla)).toEqual(['coach', 'anotherCoach']);
  });

  test('stands in for the responsible coach in everything else', () => {
    const talk = { type: 'RecordConversation', kind: 'switch', faceToFace: true, present: [] } as const;
    expect(whoMay({ ...talk, on: d('11-10') })).toEqual(['coach', 'anotherCoach']);
  });
});

describe('At the beginning and after the end', () => {
  const begun = scenario(trajectorySubject, factsOf()).given(opened).now;
  const gone = scenario(trajectorySubject, factsOf()).given(...uptoPlaced, left).now;

  test('before anybody is placed, infoshop and scouts correct what they wrote down', () => {
    const correct = { type: 'Correct', event: factId(1), change: { never: true }, why: 'fout' } as const;
    expect(whoMay(correct, begun)).toEqual([
      'infoshop',
      'scout',
      'receivingScout',
      'teamLeader',
      'receivingTeamLeader',
      'quality',
    ]);
  });

  test('after leaving, the last coach is still the one who asks where the student went', () => {
    expect(
      whoMay({ type: 'RecordDestination', on: d('12-01'), destination, source: 'gebeld' }, gone),
    ).toEqual(['coach', 'teamLeader', 'adviser', 'saysAdviser', 'quality']);
  });

  test('an answer to nothing is not a matter of who asks', () => {
    const answer = { type: 'AcceptStudent', on, switch: uuid('00000000-0000-4000-8000-000000000000') };
    expect(whoMay(answer as TrajectoryCommand, begun)).toEqual([
      'coach',
      'askedCoach',
      'anotherCoach',
      'coachElsewhere',
    ]);
  });
});

function order(asker: Asker): number {
  return Object.keys(askers).indexOf(asker);
}

import { beforeAll, describe, expect, test } from '@jest/globals';
import { memoryEventStore } from '../../../src/adapters/memory/event-store.ts';
import { developmentHashing } from '../../../src/adapters/system/hashing.ts';
import { deliverySubject } from '../../../src/domain/delivery/subject.ts';
import { institutionStream } from '../../../src/domain/institution/ids.ts';
import { institutionSubject } from '../../../src/domain/institution/subject.ts';
import { type StaffId } from '../../../src/domain/staff/ids.ts';
import { staffSubject } from '../../../src/domain/staff/subject.ts';
import { studentSubject } from '../../../src/domain/student/subject.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import type { TrajectoryCommand } from '../../../src/domain/trajectory/commands.ts';
import { trajectoryStream } from '../../../src/domain/trajectory/ids.ts';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import { type Answer, Engine } from '../../../src/engine/execute.ts';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { instant } from '../../../src/kernel/instant.ts';
import { type Actor, type Role, uuid } from '../../../src/kernel/message.ts';
import {
  actor,
  ada,
  bouw,
  carla,
  cem,
  d,
  deliveryId,
  dirk,
  firstCase,
  firstSwitch,
  ilse,
  invitation,
  kapper,
  karin,
  kees,
  mila,
  milaAgain,
  samir,
  sanne,
  session,
  sofie,
  timmerman,
  tineke,
  uiterlijk,
  unknownStudent,
} from '../../support/people.ts';

const store = memoryEventStore();
let now = d('08-01');
const engine = new Engine({
  store,
  clock: { now: () => instant(`${now}T10:00:00.000Z`) },
  hashing: developmentHashing,
});

let asked = 0;
const context = (by: Actor) => {
  asked += 1;
  return {
    commandId: uuid(`e0000000-0000-4000-8000-${String(asked).padStart(12, '0')}`),
    actor: by,
    source: 'test',
  };
};
const outcome = (answer: Answer): unknown =>
  answer.outcome === 'done'
    ? answer.events.map(({ type }) => type)
    : answer.outcome === 'refused'
      ? answer.refusal
      : answer.outcome;

/** What is asked on its own day, and what came of it. */
const ask = async (
  by: Actor,
  command: TrajectoryCommand,
  student: StudentId = mila,
  today = 'on' in command ? command.on : now,
): Promise<unknown> => {
  now = today;
  return outcome(await engine.execute(trajectorySubject, student, command, context(by)));
};

const simulator: Actor = { id: 'school', role: 'simulator' };
const employ = async (id: StaffId, role: Role, landschap?: typeof bouw): Promise<void> => {
  const since = calendarDate('2025-08-01');
  await engine.execute(
    staffSubject,
    id,
    { type: 'RegisterStaff', on: since, name: 'iemand' },
    context(simulator),
  );
  const given = { type: 'AssignRole', role, from: since, ...(landschap && { landschap }) } as const;
  await engine.execute(staffSubject, id, given, context(simulator));
};

beforeAll(async () => {
  const institution = async (command: Parameters<typeof institutionSubject.decide>[0]): Promise<void> => {
    const answer = await engine.execute(institutionSubject, institutionStream, command, context(simulator));
    expect(answer.outcome).toBe('done');
  };
  await institution({
    type: 'DefineStartProgrammeVariant',
    variant: 'tien',
    name: 'Tien weken',
    weeks: 10,
    lwps: [],
    emphasis: 'oriëntatie',
  });
  for (const landschap of [bouw, uiterlijk])
    await institution({
      type: 'DefineLandschap',
      landschap,
      name: landschap,
      meeloopdag: true,
      buddystage: true,
      variant: 'tien',
    });
  await employ(sanne, 'scout', bouw);
  await employ(samir, 'scout', uiterlijk);
  for (const coach of [carla, cem, dirk]) await employ(coach, 'coach');
  await employ(tineke, 'teamLeader', bouw);
  for (const student of [mila, milaAgain])
    await engine.execute(
      studentSubject,
      student,
      { type: 'RegisterStudent', claims: [] },
      context(simulator),
    );
});

describe('From the door to a landing, each by whom it concerns', () => {
  const scout = actor(sanne, 'scout');
  const coach = actor(carla, 'coach');
  const newCoach = actor(cem, 'coach');

  test('the path is walked through the engine, and what it rests on is read from the other streams', async () => {
    const of = { switch: firstSwitch };
    const said = [
      await ask(actor(ilse, 'infoshop'), { type: 'OpenTrajectory', on: d('08-20') }),
      await ask(scout, { type: 'Apply', on: d('08-21'), landschap: bouw, wish: 'Timmeren.', scout: sanne }),
      await ask(scout, {
        type: 'RecordScoutgesprek',
        on: d('08-25'),
        landschap: bouw,
        outcome: 'place',
        reasons: 'Zeker.',
      }),
      await ask(scout, { type: 'Place', on: d('09-01'), programme: timmerman, coach: carla }),
      await ask(coach, { type: 'StartStartProgramme', on: d('09-01') }),
      await ask(coach, {
        type: 'RecordConversation',
        on: d('10-06'),
        kind: 'switch',
        faceToFace: true,
        present: ['student'],
      }),
      await ask(coach, { type: 'RequestSwitch', on: d('10-08'), ...of, to: kapper, initiative: 'student' }),
      await ask(scout, { type: 'OfferPlace', on: d('10-10'), ...of, from: d('10-27'), coach: cem }),
      await ask(actor(samir, 'scout'), {
        type: 'OfferPlace',
        on: d('10-10'),
        ...of,
        from: d('10-27'),
        coach: cem,
      }),
      await ask(coach, { type: 'AcceptStudent', on: d('10-13'), ...of }),
      await ask(newCoach, { type: 'AcceptStudent', on: d('10-13'), ...of }),
      await ask(newCoach, { type: 'ConfirmLanding', on: d('11-05'), ...of, wellReceived: true }),
    ];
    expect(said).toEqual([
      ['TrajectoryOpened'],
      ['Applied', 'ScoutAssigned'],
      ['ScoutgesprekHeld'],
      ['PlacedProvisionally', 'CoachAssigned'],
      ['StartProgrammeStarted'],
      ['ConversationHeld'],
      ['SwitchRequested'],
      { code: 'NotYours', command: 'OfferPlace', role: 'scout' },
      ['PlaceOffered'],
      { code: 'OnlyTheAskedCoachAnswers', asked: cem },
      ['Switched', 'ResponsibilityMoved'],
      ['LandingConfirmed'],
    ]);
  });

  test('a deputy registered for an absent coach answers for him', async () => {
    await engine.execute(
      staffSubject,
      carla,
      { type: 'RecordStaffAbsence', from: d('11-10'), to: d('11-14'), deputy: dirk },
      context(simulator),
    );
    expect(await ask(newCoach, { type: 'OfferResponsibility', on: d('11-10'), to: carla })).toEqual([
      'ResponsibilityOffered',
    ]);
    expect(await ask(actor(dirk, 'coach'), { type: 'AcceptResponsibility', on: d('11-11') })).toEqual([
      'ResponsibilityMoved',
    ]);
    const { state } = await engine.fold(trajectorySubject, trajectoryStream(mila));
    expect(state.coach?.id).toBe(carla);
  });

  test('a correction names people who are looked up', async () => {
    const { state } = await engine.fold(trajectorySubject, trajectoryStream(mila));
    const event = state.told.find(({ type }) => type === 'ScoutAssigned')?.id ?? uuid('');
    const correct = (scoutNamed: StaffId): TrajectoryCommand => ({
      type: 'Correct',
      event,
      change: { values: { scout: scoutNamed } },
      why: 'verkeerde naam',
    });
    expect(await ask(actor(carla, 'coach'), correct(ilse))).toEqual({ code: 'UnknownStaff', staff: ilse });
    expect(await ask(actor(carla, 'coach'), correct(samir))).toEqual(['Corrected']);
  });
});

describe('Guidance and the second line, each by whom it concerns', () => {
  const coach = actor(carla, 'coach');
  const adviser = actor(ada, 'adviser');

  test('a group is led by a coach whose own stream says that he is of the landschap', async () => {
    const talk = {
      type: 'RecordConversation',
      on: d('11-11'),
      kind: 'career',
      faceToFace: true,
      present: ['student', 'coach'],
      session,
    } as const;
    await employ(karin, 'coach', uiterlijk);
    await employ(kees, 'coach', bouw);
    expect(await ask(actor(kees, 'coach'), talk)).toMatchObject({ code: 'NotYours' });
    expect(await ask(actor(karin, 'coach'), talk)).toEqual(['ConversationHeld']);
  });

  test('a rater from outside is known by the invitation, and uses it once', async () => {
    const rater: Actor = { id: invitation, role: 'rater' };
    const rate = {
      type: 'RateLeermeter',
      on: d('11-12'),
      rater: 'praktijkopleider',
      scores: [{ competence: 'werk', score: 4 }],
      invitation,
    } as const;
    const invite = { type: 'InviteRater', invitation, rater: 'praktijkopleider' } as const;
    expect(await ask(rater, rate)).toMatchObject({ code: 'UnknownInvitation' });
    expect(await ask(coach, { ...invite, on: d('11-11'), expiresOn: d('11-20') })).toEqual(['RaterInvited']);
    expect(await ask(coach, rate)).toMatchObject({ code: 'NotYours' });
    expect(await ask(rater, rate, mila, d('11-21'))).toMatchObject({ code: 'InvitationExpired' });
    expect(await ask(rater, rate)).toEqual(['LeermeterRated']);
    expect(await ask(rater, { ...rate, remarks: 'En nog iets.' })).toMatchObject({ code: 'InvitationUsed' });
  });

  test('a training is given by who holds a role of the second line, to a group that the school knows', async () => {
    const enrol = {
      type: 'EnrolInTraining',
      on: d('11-13'),
      training: 'workskills',
      group: 'werk-1',
    } as const;
    expect(await ask(adviser, enrol)).toMatchObject({ code: 'NotYours' });
    await employ(ada, 'adviser');
    await employ(sofie, 'sabCoordinator');
    expect(await ask(adviser, enrol)).toEqual({ code: 'UnknownTrainingGroup', group: 'werk-1' });
    await engine.execute(
      institutionSubject,
      institutionStream,
      {
        type: 'DefineTrainingGroup',
        group: 'werk-1',
        training: 'workskills',
        name: 'Workskills',
        from: d('09-01'),
      },
      context(adviser),
    );
    expect(await ask(adviser, enrol)).toEqual({ code: 'NotAtRisk' });
    const refer: TrajectoryCommand = {
      type: 'NoteSab',
      on: d('11-13'),
      case: firstCase,
      step: 'referred',
      urgent: false,
    };
    expect(await ask({ id: 'follow-ups', role: 'system' }, refer)).toEqual(['ReferredToSab']);
    expect(await ask(adviser, enrol)).toEqual(['TrainingEnrolled']);
    const attend = { type: 'RecordTrainingAttendance', training: 'workskills', session } as const;
    expect(
      await ask(actor(sofie, 'sabCoordinator'), { ...attend, on: d('11-14'), attendance: 'present' }),
    ).toEqual(['TrainingAttendanceRecorded']);
  });
});

describe('What is read elsewhere', () => {
  test('whether somebody was registered', async () => {
    expect(
      await ask(actor(ilse, 'infoshop'), { type: 'OpenTrajectory', on: d('11-12') }, unknownStudent),
    ).toEqual({
      code: 'UnknownStudent',
      student: unknownStudent,
    });
  });

  test('the delivery that a register’s facts come from', async () => {
    const importer: Actor = { id: 'ro', role: 'importer' };
    const delivery = deliveryId('a');
    const facts = (name: typeof delivery): TrajectoryCommand => ({
      type: 'RecordRegisterFacts',
      delivery: name,
      enrolments: [{ enrolment: '1', from: d('08-01'), periods: [] }],
      diplomas: [],
    });
    await engine.execute(
      deliverySubject,
      delivery,
      {
        type: 'RecordDelivery',
        brin: '21CY',
        from: d('08-01'),
        to: d('10-31'),
        madeOn: d('11-01'),
        kind: 'RO',
      },
      context(importer),
    );
    expect(await ask(importer, facts(deliveryId('b')), milaAgain)).toMatchObject({ code: 'UnknownDelivery' });
    expect(await ask(importer, facts(delivery), milaAgain)).toEqual(['RegisterEnrolmentRecorded']);
    expect(await ask(importer, facts(delivery), milaAgain)).toEqual([]);
  });

  test('the trajectory that goes on after a merge', async () => {
    const merge = { type: 'MergeInto', on: d('11-20') } as const;
    const quality: Actor = { id: 'quality', role: 'quality' };
    expect(await ask(quality, { ...merge, into: unknownStudent }, milaAgain)).toMatchObject({
      code: 'CannotMerge',
    });
    expect(await ask(quality, { ...merge, into: mila }, milaAgain)).toEqual(['TrajectoryMerged']);
    expect(await ask(quality, { ...merge, into: milaAgain }, mila)).toMatchObject({
      code: 'CannotMerge',
      why: 'mergedItself',
    });
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Training } from '../../../src/domain/institution/ids.ts';
import { priorEducationKinds, type TrajectoryEvent } from '../../../src/domain/trajectory/events.ts';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import {
  code,
  d,
  deliveryId,
  enrolled,
  fact,
  factsOf,
  firstCase,
  inFinalPhase,
  inTraining,
  left,
  nextSession,
  offered,
  opened,
  placedIn,
  referred,
  requested,
  returned,
  session,
  signalled,
  startProgramme,
  switched,
  talkedAbout,
  uptoPlaced,
} from '../../support/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(trajectorySubject, factsOf());
type History = readonly (TrajectoryEvent | readonly TrajectoryEvent[])[];

const enrol = { type: 'EnrolInTraining', on: d('10-13'), training: 'workskills' } as const;
const followedBy = (training: Training, history: History, on = enrol.on): void => {
  given(...history)
    .when({ ...enrol, on, training })
    .then(fact('TrainingEnrolled', { on, training }));
};
const notFor = (
  training: Training,
  history: History,
  code: 'NotAtRisk' | 'NotInFinalPhase' | 'OutOfOrder',
  on = enrol.on,
): void => {
  given(...history)
    .when({ ...enrol, on, training })
    .thenRefused(code);
};

describe('Workskills is for who may drop out', () => {
  test('whoever has an open SAB case', () => {
    notFor('workskills', uptoPlaced, 'NotAtRisk');
    followedBy('workskills', [...uptoPlaced, referred]);
    for (const over of ['SabReferralReturned', 'SabCaseClosed'] as const)
      notFor(
        'workskills',
        [...uptoPlaced, referred, fact(over, { on: d('10-10'), case: firstCase })],
        'NotAtRisk',
      );
    for (const goesOn of ['SabReferralAccepted', 'SabPlanAgreed'] as const)
      followedBy('workskills', [...uptoPlaced, referred, fact(goesOn, { on: d('10-10'), case: firstCase })]);
  });

  test('whoever has a signal since the placement', () => {
    followedBy('workskills', [...uptoPlaced, signalled]);
    const back = [...uptoPlaced, signalled, left, returned];
    notFor('workskills', back, 'NotAtRisk', d('11-24'));
    notFor('workskills', [...back, placedIn(undefined, undefined, d('11-24'))], 'NotAtRisk', d('11-24'));
    notFor('workskills', [opened, signalled], 'NotAtRisk');
  });

  test('nobody before the first contact', () => {
    notFor('workskills', [], 'OutOfOrder');
  });
});

describe('Workskills is for who dropped out', () => {
  const on = d('11-24');
  const gone = [...uptoPlaced, left];
  const priorEducation = (
    kind: (typeof priorEducationKinds)[number],
    diploma: 'yes' | 'no' | 'unknown' = 'yes',
  ) => fact('PriorEducationRecorded', { on: d('08-01'), kind, diploma, source: 'cijferlijst' });
  const registerDiploma = (opleidingscode: string) =>
    fact('RegisterDiplomaRecorded', {
      delivery: deliveryId('a'),
      brin: '21CY',
      result: '1',
      opleidingscode: code(opleidingscode),
      on: d('11-14'),
    });
  const withdrawn = fact('RegisterFactWithdrawn', {
    delivery: deliveryId('b'),
    brin: '21CY',
    fact: 'diploma',
    result: '1',
  });
  const diploma = (opleidingscode: string, niveau?: 1 | 2) =>
    fact('DiplomaAwarded', {
      on: d('11-10'),
      opleidingscode: code(opleidingscode),
      ...(niveau !== undefined && { niveau }),
    });

  test('whoever left, as long as no startkwalificatie is recorded', () => {
    followedBy('workskills', gone, on);
    const qualifying = ['havo', 'vwo', 'mbo-2', 'mbo-3', 'mbo-4'];
    for (const kind of priorEducationKinds) {
      const history = [...gone, priorEducation(kind)];
      if (qualifying.includes(kind)) notFor('workskills', history, 'NotAtRisk', on);
      else followedBy('workskills', history, on);
    }
    for (const without of ['no', 'unknown'] as const)
      followedBy('workskills', [...gone, priorEducation('havo', without)], on);
  });

  test('a diploma of this school of niveau 2 or higher is one', () => {
    notFor('workskills', [...uptoPlaced, diploma('25128'), left], 'NotAtRisk', on);
    notFor('workskills', [...gone, diploma('25128')], 'NotAtRisk', on);
    // What is stated goes before the catalogue; of a dossier no niveau is known.
    followedBy('workskills', [...gone, diploma('25128', 1)], on);
    followedBy('workskills', [...gone, diploma('23057')], on);
    notFor('workskills', [...gone, diploma('23057', 2)], 'NotAtRisk', on);
  });

  test('so is a diploma that a register knows, until it is withdrawn', () => {
    notFor('workskills', [...gone, registerDiploma('25128')], 'NotAtRisk', on);
    followedBy('workskills', [...gone, registerDiploma('23057')], on);
    followedBy('workskills', [...gone, registerDiploma('25128'), withdrawn], on);
  });

  test('a startkwalificatie takes nobody out of it who may drop out of this school', () => {
    followedBy('workskills', [...uptoPlaced, priorEducation('havo'), signalled]);
  });

  test('all of it goes on after leaving', () => {
    const started = fact('TrainingEnrolled', { on, training: 'workskills' });
    const attend = {
      type: 'RecordTrainingAttendance',
      on: d('11-25'),
      training: 'workskills',
      session,
      attendance: 'present',
    } as const;
    const { type: _, ...data } = attend;
    const attended = fact('TrainingAttendanceRecorded', data);
    given(...gone, started)
      .when(attend)
      .then(attended);
    given(...gone, started, attended)
      .when({ type: 'CompleteTraining', on: d('12-01'), training: 'workskills' })
      .then(fact('TrainingCompleted', { on: d('12-01'), training: 'workskills' }));
    given(...gone, started)
      .when({ type: 'LeaveTraining', on: d('12-01'), training: 'workskills', reason: 'Werk.' })
      .then(fact('TrainingLeft', { on: d('12-01'), training: 'workskills', reason: 'Werk.' }));
  });
});

describe('Careerskills and Leerdoor are for who is nearly through', () => {
  test.each(['careerskills', 'leerdoor'] as const)('%s needs the final phase', (training) => {
    followedBy(training, [...uptoPlaced, inFinalPhase]);
    notFor(training, uptoPlaced, 'NotInFinalPhase');
    notFor(training, [...uptoPlaced, referred, signalled], 'NotInFinalPhase');
    notFor('workskills', [...uptoPlaced, inFinalPhase], 'NotAtRisk');
  });

  test('and of this programme', () => {
    const elsewhere = [startProgramme, talkedAbout, requested, offered, switched];
    notFor('careerskills', [...uptoPlaced, inFinalPhase, ...elsewhere], 'NotInFinalPhase', d('11-24'));
    notFor('leerdoor', [...uptoPlaced, enrolled, inFinalPhase, left], 'NotInFinalPhase', d('11-24'));
  });
});

describe('A group of a training', () => {
  const atRisk = [...uptoPlaced, signalled];
  const inGroup = (group: string, on = enrol.on) => given(...atRisk).when({ ...enrol, on, group });

  test('is known, for this training, and not over', () => {
    inGroup('werk-1').then(
      fact('TrainingEnrolled', { on: d('10-13'), training: 'workskills', group: 'werk-1' }),
    );
    inGroup('werk-9').thenRefused('UnknownTrainingGroup', { group: 'werk-9' });
    inGroup('deur-1').thenRefused('GroupIsForAnotherTraining', { training: 'leerdoor' });
    inGroup('werk-0', d('10-20')).thenRefused('GroupIsOver', { group: 'werk-0', on: d('10-17') });
    expect(inGroup('werk-0', d('10-17')).decision.accepted).toBe(true);
  });

  test('is not changed by enrolling twice', () => {
    given(...atRisk, inTraining())
      .when({ ...enrol, group: 'werk-1' })
      .thenRefused('AlreadyInTraining', { on: d('10-13') });
  });
});

describe('In a training', () => {
  const within = [...uptoPlaced, signalled, inTraining()];
  const attend = {
    type: 'RecordTrainingAttendance',
    on: d('10-20'),
    training: 'workskills',
    session,
    attendance: 'present',
  } as const;
  const { type: _, ...data } = attend;
  const attended = fact('TrainingAttendanceRecorded', data);
  const complete = { type: 'CompleteTraining', on: d('11-10'), training: 'workskills' } as const;
  const completed = fact('TrainingCompleted', { on: d('11-10'), training: 'workskills' });
  const leave = { type: 'LeaveTraining', on: d('11-10'), training: 'workskills', reason: 'Werk.' } as const;
  const leftIt = fact('TrainingLeft', { on: d('11-10'), training: 'workskills', reason: 'Werk.' });

  test('somebody is once at a time, whatever other training he follows', () => {
    given(...within)
      .when(enrol)
      .thenNothing();
    given(...within)
      .when({ ...enrol, on: d('10-14') })
      .thenRefused('AlreadyInTraining', { training: 'workskills', on: d('10-13') });
    followedBy('leerdoor', [...within, inFinalPhase]);
  });

  test('attendance is recorded once a session, however it was', () => {
    for (const attendance of ['present', 'excused', 'absent'] as const)
      given(...within)
        .when({ ...attend, attendance })
        .then(fact('TrainingAttendanceRecorded', { ...data, attendance }));
    given(...within, attended)
      .when(attend)
      .thenNothing();
    given(...within, attended)
      .when({ ...attend, attendance: 'absent' })
      .thenRefused('AttendanceAlreadyRecorded', { session });
    given(...within, attended)
      .when({ ...attend, session: nextSession })
      .then(fact('TrainingAttendanceRecorded', { ...data, session: nextSession }));
  });

  test('attendance lies inside an enrolment', () => {
    given(...uptoPlaced, signalled)
      .when(attend)
      .thenRefused('NotInTraining', { training: 'workskills' });
    given(...within)
      .when({ ...attend, training: 'leerdoor' })
      .thenRefused('NotInTraining', { training: 'leerdoor' });
    given(...within)
      .when({ ...attend, on: d('10-12') })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'TrainingEnrolled' });
    for (const over of [completed, leftIt])
      given(...within, over)
        .when({ ...attend, on: d('11-11') })
        .thenRefused('NotInTraining');
  });

  test('a session is held once: whoever enrols again was there or not, and is not there twice', () => {
    const again = [...within, attended, leftIt, inTraining('workskills', d('11-17'))];
    given(...again)
      .when({ ...attend, on: d('11-20'), attendance: 'absent' })
      .thenRefused('AttendanceAlreadyRecorded', { session });
  });

  test('it is completed, or left before its end, and then it is over', () => {
    given(...within)
      .when(complete)
      .then(completed);
    given(...within)
      .when(leave)
      .then(leftIt);
    given(...within, completed)
      .when(complete)
      .thenNothing();
    given(...within, leftIt)
      .when(leave)
      .thenNothing();
    for (const command of [complete, leave]) {
      given(...within)
        .when({ ...command, on: d('10-12') })
        .thenRefused('OutOfOrder', { why: 'before', fact: 'TrainingEnrolled' });
      given(...within, completed)
        .when({ ...command, on: d('11-11') })
        .thenRefused('NotInTraining');
      given(...uptoPlaced)
        .when(command)
        .thenRefused('NotInTraining');
    }
  });

  test('whoever left it may enrol again, on the same day too, and leave it in the same words', () => {
    const sameDay = fact('TrainingLeft', { on: d('10-13'), training: 'workskills', reason: 'Werk.' });
    followedBy('workskills', [...within, sameDay]);
    given(...within, leftIt)
      .when(enrol)
      .thenNothing();
    given(...within, leftIt, inTraining('workskills', d('11-10')))
      .when(leave)
      .then(leftIt);
    given(...within, completed, inTraining('workskills', d('11-10')))
      .when(complete)
      .then(completed);
  });
});

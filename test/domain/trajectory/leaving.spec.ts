import { describe, expect, test } from '@jest/globals';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import {
  allroundTimmerman,
  code,
  d,
  deliveryId,
  enrolled,
  fact,
  factsOf,
  left,
  opened,
  returned,
  timmerman,
  today,
  uptoPlaced,
  uptoRequested,
} from '../../support/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(trajectorySubject, factsOf());
const award = { type: 'AwardDiploma', on: d('11-10'), opleidingscode: code('25128') } as const;
const awarded = fact('DiplomaAwarded', { on: d('11-10'), opleidingscode: code('25128') });
const leave = {
  type: 'Leave',
  on: d('11-14'),
  reason: '4',
  destination: { kind: 'unknown', confirmed: false },
} as const;

describe('A diploma', () => {
  test('ends nothing by itself', () => {
    given(...uptoPlaced)
      .when(award)
      .then(awarded);
    given(...uptoPlaced, awarded)
      .when(award)
      .thenNothing();
    expect(given(...uptoPlaced, awarded).now.placement).toBeDefined();
  });

  test('with a last day at school it is one step with leaving', () => {
    const leaving = { ...award, leavesOn: d('11-14') };
    const leavesToo = fact('Left', {
      on: d('11-14'),
      reason: '8',
      destination: { kind: 'unknown', confirmed: false },
    });
    given(...uptoPlaced)
      .when(leaving)
      .then(awarded, leavesToo);
    given(...uptoPlaced, [awarded, leavesToo])
      .when(leaving)
      .thenNothing();
    given(...uptoPlaced)
      .when({ ...award, leavesOn: d('12-02') })
      .thenRefused('DateInFuture', { today });
    given(...uptoPlaced, left)
      .when({ ...award, leavesOn: d('11-20') })
      .thenRefused('OutOfOrder', { why: 'after', fact: 'Left', on: d('11-14') });
  });

  test('may be recorded after leaving', () => {
    given(...uptoPlaced, left)
      .when(award)
      .then(awarded);
  });

  test('is of a programme that somebody knows, for somebody who was here', () => {
    given(...uptoPlaced)
      .when({ ...award, opleidingscode: code('99999') })
      .thenRefused('UnknownProgramme');
    given(...uptoPlaced)
      .when({ ...award, niveau: 4 })
      .thenRefused('NiveauDoesNotFit');
    given(opened).when(award).thenRefused('NotPlaced');
    given(opened)
      .when({ type: 'IssueMboVerklaring', on: d('11-10') })
      .thenRefused('NotPlaced');
    given(...uptoPlaced)
      .when({ ...award, on: d('08-30') })
      .thenRefused('OutOfOrder');
  });

  test('an mbo-verklaring is issued once a day', () => {
    const issued = fact('MboVerklaringIssued', { on: d('11-10') });
    given(...uptoPlaced)
      .when({ type: 'IssueMboVerklaring', on: d('11-10') })
      .then(issued);
    given(...uptoPlaced, issued)
      .when({ type: 'IssueMboVerklaring', on: d('11-10') })
      .thenNothing();
  });
});

describe('A follow-on programme', () => {
  const followOn = { type: 'StartFollowOn', on: d('02-01'), programme: allroundTimmerman } as const;
  const started = fact('FollowOnStarted', { on: d('02-01'), programme: allroundTimmerman });

  test('comes after a diploma and is no switch: coach and enrolment stay', () => {
    given(...uptoPlaced, enrolled, awarded)
      .when(followOn)
      .then(started);
    const { now } = given(...uptoPlaced, enrolled, awarded, started);
    expect([now.placement?.enrolledOn, now.placement?.programme]).toEqual([d('09-15'), allroundTimmerman]);
    expect(now.coach).toEqual(given(...uptoPlaced).now.coach);
  });

  test('each diploma carries one', () => {
    given(...uptoPlaced)
      .when(followOn)
      .thenRefused('OutOfOrder', { why: 'missing', fact: 'DiplomaAwarded' });
    given(...uptoPlaced, awarded, started)
      .when(followOn)
      .thenNothing();
    given(...uptoPlaced, awarded, started)
      .when({ ...followOn, on: d('03-01'), programme: timmerman })
      .thenRefused('OutOfOrder', { why: 'missing', fact: 'DiplomaAwarded' });
  });

  test('is another programme, and not before the diploma', () => {
    given(...uptoPlaced, awarded)
      .when({ ...followOn, programme: timmerman })
      .thenRefused('AlreadyThere');
    given(...uptoPlaced, awarded)
      .when({ ...followOn, on: d('11-09') })
      .thenRefused('OutOfOrder', { fact: 'DiplomaAwarded' });
    given(...uptoPlaced, left, awarded)
      .when(followOn)
      .thenRefused('OutOfOrder', { why: 'after', fact: 'Left' });
  });
});

describe('Leaving', () => {
  test('ends the responsibility of the coach, and only then', () => {
    given(...uptoPlaced)
      .when(leave)
      .then(...left);
    const { now } = given(...uptoPlaced, left);
    expect([now.coach, now.placement]).toEqual([undefined, undefined]);
  });

  test('happens once, to somebody who is here', () => {
    given(...uptoPlaced, left)
      .when(leave)
      .thenNothing();
    given(...uptoPlaced, left)
      .when({ ...leave, on: d('11-15') })
      .thenRefused('OutOfOrder', { why: 'after', fact: 'Left', on: d('11-14') });
    given(opened).when(leave).thenRefused('NotPlaced');
    given(...uptoPlaced)
      .when({ ...leave, on: d('08-31') })
      .thenRefused('OutOfOrder', { fact: 'PlacedProvisionally' });
    given(...uptoPlaced)
      .when({ ...leave, on: d('12-02') })
      .thenRefused('DateInFuture');
  });

  test('closes the path: nobody talks with, moves or places who has left', () => {
    const talk = {
      type: 'RecordConversation',
      on: d('11-10'),
      kind: 'reflection',
      faceToFace: true,
    } as const;
    given(...uptoRequested, left)
      .when({ ...talk, present: ['student'] })
      .thenRefused('OutOfOrder', { why: 'after', fact: 'Left', on: d('11-14') });
  });

  test('where the student went may be found out later, and again', () => {
    const found = {
      on: d('11-20'),
      destination: { kind: 'work', confirmed: true },
      source: 'gebeld',
    } as const;
    given(...uptoPlaced, left)
      .when({ type: 'RecordDestination', ...found })
      .then(fact('DestinationRecorded', found));
    given(...uptoPlaced, left, fact('DestinationRecorded', found))
      .when({ type: 'RecordDestination', ...found })
      .thenNothing();
    given(...uptoPlaced)
      .when({ type: 'RecordDestination', ...found })
      .thenRefused('OutOfOrder', { why: 'missing', fact: 'Left' });
  });

  test('DUO’s verdict stands beside our own', () => {
    const verdict = {
      countYear: 2025,
      status: 'provisional',
      verdict: 'vsv',
      delivery: deliveryId('a'),
    } as const;
    given(...uptoPlaced, left)
      .when({ type: 'RecordDuoVerdict', ...verdict })
      .then(fact('DuoVerdictRecorded', verdict));
    given(...uptoPlaced, left, fact('DuoVerdictRecorded', verdict))
      .when({ type: 'RecordDuoVerdict', ...verdict })
      .thenNothing();
  });
});

describe('Coming back', () => {
  test('is a day after the last day at school at the earliest', () => {
    given(...uptoPlaced, left)
      .when({ type: 'Return', on: d('11-20') })
      .then(...returned);
    given(...uptoPlaced, left)
      .when({ type: 'Return', on: d('11-14') })
      .thenRefused('OutOfOrder', { fact: 'Left' });
    given(...uptoPlaced, left, returned)
      .when({ type: 'Return', on: d('11-20') })
      .thenNothing();
    given(...uptoPlaced)
      .when({ type: 'Return', on: d('11-20') })
      .thenRefused('OutOfOrder', { why: 'missing' });
  });

  test('brings no coach before the next placement', () => {
    expect(given(...uptoPlaced, left, returned).now.coach).toBeUndefined();
  });
});

import { describe, test } from '@jest/globals';
import type { TrajectoryEvent } from '../../../src/domain/trajectory/events.ts';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import { carla, d, fact, factsOf, opened, startProgramme, tineke, uptoPlaced } from '../../support/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(trajectorySubject, factsOf());
const start = { type: 'StartStartProgramme', on: d('09-01') } as const;

describe('The start programme', () => {
  test('runs for ten school weeks from its first day, by the variant of the landschap', () => {
    given(...uptoPlaced)
      .when(start)
      .then(...startProgramme);
  });

  test('needs a placement, begins no earlier, and once per placement', () => {
    given(opened).when(start).thenRefused('NotPlaced');
    given(...uptoPlaced)
      .when({ ...start, on: d('08-29') })
      .thenRefused('OutOfOrder', { fact: 'PlacedProvisionally' });
    given(...uptoPlaced, startProgramme)
      .when(start)
      .thenNothing();
    given(...uptoPlaced, startProgramme)
      .when({ ...start, on: d('09-08') })
      .thenRefused('AlreadyStarted', { on: d('09-01') });
  });

  test('a variant that nobody defined is refused', () => {
    given(...uptoPlaced)
      .when({ ...start, variant: 'zes' })
      .thenRefused('UnknownVariant', { variant: 'zes' });
  });
});

describe('Leerwerkprestaties', () => {
  const handedIn = fact('LwpHandedIn', { on: d('09-20'), lwp: 'LWP1' });
  const assess = { type: 'AssessLwp', on: d('09-25'), lwp: 'LWP1', verdict: 'sufficient' } as const;

  test('are handed in, and then assessed', () => {
    given(...uptoPlaced, startProgramme)
      .when({ type: 'HandInLwp', on: d('09-20'), lwp: 'LWP1' })
      .then(handedIn);
    given(...uptoPlaced, startProgramme, handedIn)
      .when(assess)
      .then(fact('LwpAssessed', { on: d('09-25'), lwp: 'LWP1', verdict: 'sufficient' }));
    given(...uptoPlaced, startProgramme)
      .when(assess)
      .thenRefused('OutOfOrder', { why: 'missing', fact: 'LwpHandedIn' });
    given(...uptoPlaced, startProgramme, handedIn)
      .when({ ...assess, on: d('09-19') })
      .thenRefused('OutOfOrder', { fact: 'LwpHandedIn' });
  });

  test('belong to a start programme', () => {
    given(...uptoPlaced)
      .when({ type: 'HandInLwp', on: d('09-20'), lwp: 'LWP1' })
      .thenRefused('OutOfOrder', { why: 'missing', fact: 'StartProgrammeStarted' });
  });
});

describe('The end of the start programme', () => {
  const extend = {
    type: 'ExtendStartProgramme',
    on: d('11-10'),
    endsOn: d('11-30'),
    reason: 'Ziek geweest.',
    agreedBy: tineke,
  } as const;
  const extended = fact('StartProgrammeExtended', {
    on: d('11-10'),
    endsOn: d('11-30'),
    reason: 'Ziek geweest.',
    agreedBy: tineke,
  });
  const complete = {
    type: 'CompleteStartProgramme',
    on: d('11-14'),
    choice: 'stay',
    reasons: 'Thuis hier.',
  } as const;
  const completed: TrajectoryEvent = fact('StartProgrammeCompleted', {
    on: d('11-14'),
    choice: 'stay',
    reasons: 'Thuis hier.',
  });

  test('lies later when a team leader agrees', () => {
    given(...uptoPlaced, startProgramme)
      .when(extend)
      .then(extended);
    given(...uptoPlaced, startProgramme, extended)
      .when(extend)
      .thenNothing();
    given(...uptoPlaced, startProgramme)
      .when({ ...extend, agreedBy: carla })
      .thenRefused('LacksRole');
  });

  test('never earlier, and not after the choice', () => {
    given(...uptoPlaced, startProgramme)
      .when({ ...extend, endsOn: d('11-10') })
      .thenRefused('NoExtension', { endsOn: d('11-16') });
    given(...uptoPlaced, startProgramme, completed)
      .when(extend)
      .thenRefused('AlreadyCompleted', { on: d('11-14') });
  });

  test('is a choice, made once: stay enrols nobody by itself', () => {
    given(...uptoPlaced, startProgramme)
      .when(complete)
      .then(completed);
    given(...uptoPlaced, startProgramme, completed)
      .when(complete)
      .thenNothing();
    given(...uptoPlaced, startProgramme, completed)
      .when({ ...complete, choice: 'stop' })
      .thenRefused('AlreadyCompleted');
    given(...uptoPlaced)
      .when(complete)
      .thenRefused('OutOfOrder', { why: 'missing', fact: 'StartProgrammeStarted' });
    given(...uptoPlaced, startProgramme)
      .when({ ...complete, on: d('08-31') })
      .thenRefused('OutOfOrder');
  });
});

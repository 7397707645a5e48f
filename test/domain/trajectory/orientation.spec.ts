import { describe, expect, test } from '@jest/globals';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import {
  bouw,
  carla,
  d,
  fact,
  factsOf,
  justOpened,
  left,
  merged,
  mila,
  milaAgain,
  opened,
  timmerman,
  today,
  uiterlijk,
  uptoPlaced,
} from '../../support/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(trajectorySubject, factsOf());

describe('A trajectory begins at the door', () => {
  test('with the first contact of somebody who is registered', () => {
    given()
      .when({ type: 'OpenTrajectory', on: d('08-20') })
      .then(fact('TrajectoryOpened', { on: d('08-20') }));
  });

  test('not for somebody whom nobody registered', () => {
    scenario(trajectorySubject, factsOf({ registered: false }))
      .given()
      .when({ type: 'OpenTrajectory', on: d('08-20') })
      .thenRefused('UnknownStudent', { student: mila });
  });

  test('once: the same day again adds nothing, another day is refused', () => {
    given(opened)
      .when({ type: 'OpenTrajectory', on: d('08-20') })
      .thenNothing();
    given(opened)
      .when({ type: 'OpenTrajectory', on: d('08-21') })
      .thenRefused('AlreadyOpened', { on: d('08-20') });
  });

  test('nothing of the path comes before it', () => {
    given()
      .when({ type: 'RecordInfoshopVisit', on: d('08-20'), about: 'Bouw', conversation: true })
      .thenRefused('OutOfOrder', { why: 'missing', fact: 'TrajectoryOpened' });
    given(opened)
      .when({ type: 'RecordInfoshopVisit', on: d('08-19'), about: 'Bouw', conversation: true })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'TrajectoryOpened', on: d('08-20') });
  });

  test('what has not happened yet is not told', () => {
    given(opened)
      .when({ type: 'RecordInfoshopVisit', on: d('12-02'), about: 'Bouw', conversation: true })
      .thenRefused('DateInFuture', { on: d('12-02'), today });
  });
});

describe('Orientation', () => {
  const visit = { type: 'RecordInfoshopVisit', on: d('08-21'), about: 'Bouw', conversation: true } as const;
  const visited = fact('InfoshopVisited', { on: d('08-21'), about: 'Bouw', conversation: true });

  test('any number of visits to the infoshop, each told once', () => {
    given(opened).when(visit).then(visited);
    given(opened, visited).when(visit).thenNothing();
    given(opened, visited)
      .when({ ...visit, about: 'Haar' })
      .then(fact('InfoshopVisited', { on: d('08-21'), about: 'Haar', conversation: true }));
  });

  test('a meeloopdag, attended or missed, where the landschap offers one', () => {
    const meeloopdag = { type: 'RecordMeeloopdag', on: d('08-22'), landschap: bouw } as const;
    given(opened)
      .when({ ...meeloopdag, attended: true })
      .then(fact('MeeloopdagAttended', { on: d('08-22'), landschap: bouw }));
    given(opened)
      .when({ ...meeloopdag, attended: false })
      .then(fact('MeeloopdagMissed', { on: d('08-22'), landschap: bouw }));
    given(opened)
      .when({ ...meeloopdag, landschap: uiterlijk, attended: true })
      .thenRefused('NotOfferedHere', { landschap: uiterlijk });
  });

  test('one buddystage at a time', () => {
    const started = fact('BuddystageStarted', { on: d('08-22'), field: 'timmeren' });
    given(opened)
      .when({ type: 'StartBuddystage', on: d('08-22'), field: 'timmeren' })
      .then(started);
    given(opened, started)
      .when({ type: 'StartBuddystage', on: d('08-25'), field: 'haar' })
      .thenRefused('BuddystageRuns', { on: d('08-22') });
    given(opened, started)
      .when({ type: 'EndBuddystage', on: d('08-29') })
      .then(fact('BuddystageEnded', { on: d('08-29') }));
    given(opened)
      .when({ type: 'EndBuddystage', on: d('08-29') })
      .thenRefused('OutOfOrder', { why: 'missing' });
  });
});

describe('What was before', () => {
  test('prior education is older than the trajectory, and is told once', () => {
    const before = { on: d('08-01'), kind: 'vmbo-k', diploma: 'yes', source: 'cijferlijst' } as const;
    given(opened)
      .when({ type: 'RecordPriorEducation', ...before })
      .then(fact('PriorEducationRecorded', before));
    given(opened, fact('PriorEducationRecorded', before))
      .when({ type: 'RecordPriorEducation', ...before })
      .thenNothing();
  });

  test('an exemption ends no earlier than it begins', () => {
    const exemption = { on: d('10-01'), kind: 'leerplicht', from: d('09-01'), confirmed: true } as const;
    given(opened)
      .when({ type: 'RecordExemption', ...exemption })
      .then(fact('ExemptionRecorded', exemption));
    given(opened)
      .when({ type: 'RecordExemption', ...exemption, to: d('08-31') })
      .thenRefused('OutOfOrder', { why: 'before' });
  });

  test('both may be recorded after leaving', () => {
    const exemption = { on: d('11-20'), kind: 'leerplicht', from: d('11-15'), confirmed: true } as const;
    given(...uptoPlaced, left)
      .when({ type: 'RecordExemption', ...exemption })
      .then(fact('ExemptionRecorded', exemption));
  });
});

describe('A duplicate is merged into the trajectory that goes on', () => {
  const merge = { type: 'MergeInto', on: d('09-10'), into: milaAgain } as const;
  const mergedThere = fact('TrajectoryMerged', { on: d('09-10'), into: milaAgain });
  const withOther = scenario(trajectorySubject, factsOf({ other: justOpened }));

  test('its coach ends with it', () => {
    const after = withOther.given(...uptoPlaced, mergedThere);
    withOther
      .given(...uptoPlaced)
      .when(merge)
      .then(mergedThere);
    expect([after.now.coach, after.now.placement]).toEqual([undefined, undefined]);
  });

  test('it takes no further command, but says where the path goes on', () => {
    withOther.given(opened, mergedThere).when(merge).thenNothing();
    withOther
      .given(...uptoPlaced.slice(0, 3), mergedThere)
      .when({ type: 'Place', on: d('09-20'), programme: timmerman, coach: carla })
      .thenRefused('TrajectoryMerged', { into: milaAgain });
  });

  test('not into itself, into one that is not there, or into one that points on', () => {
    given(opened)
      .when({ ...merge, into: mila })
      .thenRefused('CannotMerge', { why: 'itself' });
    given(opened).when(merge).thenRefused('CannotMerge', { why: 'unknown' });
    scenario(trajectorySubject, factsOf({ other: merged }))
      .given(opened)
      .when(merge)
      .thenRefused('CannotMerge', { why: 'mergedItself' });
  });
});

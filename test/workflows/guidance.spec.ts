import { describe, expect, it } from '@jest/globals';
import { aLeermetergesprekIsHeldEveryPeriod } from '../../workflows/guidance/a-leermetergesprek-is-held-every-period.ts';
import { aSignalIsTalkedOver } from '../../workflows/guidance/a-signal-is-talked-over.ts';
import { theFinalPhaseOffersATraining } from '../../workflows/guidance/the-final-phase-offers-a-training.ts';
import { whoeverDependsOnSomebodyGoneIsHandedOver } from '../../workflows/guidance/whoever-depends-on-somebody-gone-is-handed-over.ts';
import { uuid } from '../../src/kernel/message.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import type { SignalId } from '../../src/domain/trajectory/ids.ts';
import {
  applied,
  carla,
  cem,
  d,
  dirk,
  fact,
  offered,
  opened,
  requested,
  sanne,
  staffOfTheSchool,
  switched,
  uptoPlaced,
  uptoRequested,
} from '../support/people.ts';
import { endsOfGuidance, mergedOn, never, otherwise, talked } from './facts.ts';
import { playTrajectory } from './play.ts';
import { changed, schoolWith } from './school.ts';

describe('a leermetergesprek is held every period', () => {
  const placed = (around = {}) =>
    playTrajectory(aLeermetergesprekIsHeldEveryPeriod, around).on('2025-09-01', ...uptoPlaced.flat());

  it('asked after ten school weeks without one, to be held within ten school days', () => {
    const play = placed();
    // Ten weeks and the autumn holiday.
    expect(play.until('2025-11-16').asked()).toEqual([]);
    expect(play.until('2025-11-17').asked()).toEqual([
      'record-conversation of coach carla of bouw by 2025-11-28',
    ]);
  });

  it('counts from the last one, told late or not; a conversation of another kind is none', () => {
    const play = placed()
      .on('2025-10-27', talked('10-27', 'leermeter'))
      .on('2025-11-10', talked('11-10', 'support'));
    play.on('2025-11-17', talked('10-01', 'leermeter'));
    expect(play.until('2026-01-18').asked()).toEqual([]);
    expect(play.until('2026-01-19').asked()).toEqual([
      'record-conversation of coach carla of bouw by 2026-01-30',
    ]);
    expect(play.on('2026-01-21', talked('01-21', 'leermeter')).asked()).toEqual([]);
  });

  it('climbs ten school days after its term and ten later', () => {
    expect(placed().until('2026-02-15').happened()).toEqual([
      '11-17 asked record-conversation of coach carla of bouw by 2025-11-28',
      '12-13 climbed to teamLeader of bouw, coach carla of bouw should have acted',
      '01-10 climbed to programmeManager, teamLeader of bouw should have acted',
    ]);
  });

  it('takes the period of the school', () => {
    const house = schoolWith(changed('leermeterPeriod', '4', '2025-08-01'));
    expect(placed({ house }).until('2025-09-29').asked()).toHaveLength(1);
  });

  it.each(endsOfGuidance('11-18'))('is moot when the placement is over: %s', (_, moot) => {
    expect(placed().on('2025-11-18', moot).asked()).toEqual([]);
  });

  it('comes back when the conversation was about something else', () => {
    const play = placed().on('2025-11-18', talked('11-18', 'leermeter'));
    play.on('2025-11-19', otherwise(play.idOf('ConversationHeld'), { kind: 'career' }));
    expect(play.asked()).toEqual(['record-conversation of coach carla of bouw by 2025-11-28']);
  });
});

describe('a signal is talked over', () => {
  const signal = (on: string, n: number) =>
    fact('SignalRaised', {
      on: d(on),
      signal: uuid(`5a000000-0000-4000-8000-00000000000${n}`) as SignalId,
      rule: 'bsaWarning',
      ruleVersion: 1,
      events: [],
    });
  const signalled = () =>
    playTrajectory(aSignalIsTalkedOver)
      .on('2025-09-01', ...uptoPlaced.flat())
      .on('2025-10-16', signal('10-16', 1));

  it('in a support conversation within five school days, over the autumn holiday', () => {
    expect(signalled().asked()).toEqual(['record-conversation of coach carla of bouw by 2025-10-30']);
    expect(signalled().on('2025-10-17', talked('10-17', 'support')).asked()).toEqual([]);
  });

  it('not in a conversation of another kind, nor in one before it', () => {
    expect(signalled().on('2025-10-17', talked('10-17'), talked('10-15', 'support')).asked()).toHaveLength(1);
  });

  it('each signal for itself; one conversation answers those before it', () => {
    const play = signalled().on('2025-10-27', signal('10-27', 2));
    expect(play.asked()).toHaveLength(2);
    play.on('2025-10-28', talked('10-20', 'support'));
    expect(play.asked()).toEqual(['record-conversation of coach carla of bouw by 2025-11-03']);
    expect(play.on('2025-10-29', talked('10-29', 'support')).asked()).toEqual([]);
  });

  it('climbs three school days after its term, to the team leader of where the student is by then', () => {
    const play = signalled();
    play.happened();
    play.on('2025-10-28', ...requested, ...offered, ...switched);
    expect(play.until('2025-11-30').happened()).toEqual([
      '10-28 moved to coach cem of uiterlijk by 2025-10-30',
      '11-05 climbed to teamLeader of uiterlijk, coach cem of uiterlijk should have acted',
      '11-08 climbed to programmeManager, teamLeader of uiterlijk should have acted',
    ]);
  });

  it.each(endsOfGuidance('10-17'))('is moot when the placement is over: %s', (_, moot) => {
    expect(signalled().on('2025-10-17', moot).asked()).toEqual([]);
  });

  it('comes back when the conversation never was', () => {
    const play = signalled().on('2025-10-17', talked('10-17', 'support'));
    play.on('2025-10-18', never(play.idOf('ConversationHeld')));
    expect(play.asked()).toHaveLength(1);
  });
});

describe('the final phase offers a training', () => {
  const entered = () =>
    playTrajectory(theFinalPhaseOffersATraining)
      .on('2025-09-01', ...uptoPlaced.flat())
      .on('2026-02-02', fact('FinalPhaseEntered', { on: d('02-02') }));
  const enrolled = (on: string, training: 'careerskills' | 'leerdoor' | 'workskills') =>
    fact('TrainingEnrolled', { on: d(on), training });

  it('within twenty school days, over the spring holiday', () => {
    expect(entered().asked()).toEqual(['enrol-in-training of coach carla of bouw by 2026-03-09']);
  });

  it.each(['careerskills', 'leerdoor'] as const)('is over by %s', (training) => {
    expect(entered().on('2026-02-10', enrolled('02-10', training)).asked()).toEqual([]);
  });

  it('not by Workskills', () => {
    expect(entered().on('2026-02-10', enrolled('02-10', 'workskills')).asked()).toHaveLength(1);
  });

  it('climbs ten school days after its term and ten later', () => {
    const play = entered();
    play.happened();
    expect(play.until('2026-04-30').happened()).toEqual([
      '03-24 climbed to teamLeader of bouw, coach carla of bouw should have acted',
      '04-09 climbed to programmeManager, teamLeader of bouw should have acted',
    ]);
  });

  it('is moot in another programme', () => {
    expect(
      entered()
        .on('2026-02-10', ...requested, ...offered, ...switched)
        .asked(),
    ).toEqual([]);
  });

  it.each(endsOfGuidance('02-10'))('is moot when the placement is over: %s', (_, moot) => {
    expect(entered().on('2026-02-10', moot).asked()).toEqual([]);
  });

  it('comes back when the training never was', () => {
    const play = entered().on('2026-02-10', enrolled('02-10', 'leerdoor'));
    play.on('2026-02-11', never(play.idOf('TrainingEnrolled')));
    expect(play.asked()).toHaveLength(1);
  });
});

describe('whoever depends on somebody gone is handed over', () => {
  const without = (who: StaffId, on: string) => {
    const staff = staffOfTheSchool.get(who);
    return new Map(staffOfTheSchool).set(who, {
      registered: true,
      roles: [],
      absences: [],
      ...staff,
      leftOn: d(on),
    });
  };
  const placed = () =>
    playTrajectory(whoeverDependsOnSomebodyGoneIsHandedOver).on('2025-09-01', ...uptoPlaced.flat());

  it('asked of the team leader, within a school day of the last day of the responsible coach', () => {
    const play = placed();
    expect(play.asked()).toEqual([]);
    expect(play.onStaff('2025-10-17', without(carla, '10-17')).asked()).toEqual([
      // The autumn holiday begins that evening.
      'offer-responsibility of teamLeader of bouw by 2025-10-27',
    ]);
  });

  it('climbs a school day after its term to the opleidingsmanager', () => {
    const play = placed().onStaff('2025-10-01', without(carla, '10-01'));
    play.happened();
    expect(play.until('2025-12-31').happened()).toEqual([
      '10-04 climbed to programmeManager, teamLeader of bouw should have acted',
    ]);
  });

  it('is over when another is responsible', () => {
    const play = placed().onStaff('2025-10-01', without(carla, '10-01'));
    play.on('2025-10-02', fact('ResponsibilityOffered', { on: d('10-02'), to: cem }));
    expect(play.asked()).toHaveLength(1);
    play.on(
      '2025-10-02',
      fact('ResponsibilityMoved', { on: d('10-02'), from: carla, to: cem, because: 'handover' }),
    );
    expect(play.asked()).toEqual([]);
  });

  it('asks also when the coach left before he became responsible', () => {
    const play = playTrajectory(whoeverDependsOnSomebodyGoneIsHandedOver, { staff: without(carla, '08-29') });
    expect(play.on('2025-09-01', ...uptoPlaced.flat()).asked()).toEqual([
      'offer-responsibility of teamLeader of bouw by 2025-09-02',
    ]);
  });

  it('asks for the coach who is asked to take over, in a handover or in the receiving landschap', () => {
    const handover = placed().on('2025-10-01', fact('ResponsibilityOffered', { on: d('10-01'), to: dirk }));
    expect(handover.onStaff('2025-10-02', without(dirk, '10-02')).asked()).toEqual([
      'offer-responsibility of teamLeader of bouw by 2025-10-03',
    ]);
    expect(
      handover
        .on('2025-10-03', fact('ResponsibilityDeclined', { on: d('10-03'), by: dirk, reason: 'weg' }))
        .asked(),
    ).toEqual([]);

    const switching = playTrajectory(whoeverDependsOnSomebodyGoneIsHandedOver)
      .on('2025-10-10', ...uptoRequested.flat(), ...offered)
      .onStaff('2025-10-13', without(cem, '10-13'));
    expect(switching.asked()).toEqual(['offer-place of teamLeader of uiterlijk by 2025-10-14']);
  });

  it('asks for the scout of an open application', () => {
    const play = playTrajectory(whoeverDependsOnSomebodyGoneIsHandedOver)
      .on('2025-08-21', ...opened, ...applied)
      .onStaff('2025-08-26', without(sanne, '08-26'));
    expect(play.asked()).toEqual(['redirect-application of teamLeader of bouw by 2025-08-27']);
    expect(play.on('2025-08-27', mergedOn('08-27')).asked()).toEqual([]);
  });

  it.each(endsOfGuidance('10-03'))('is moot when the placement is over: %s', (_, moot) => {
    expect(placed().onStaff('2025-10-01', without(carla, '10-01')).on('2025-10-03', moot).asked()).toEqual(
      [],
    );
  });

  it('comes back when the handover never was', () => {
    const play = placed().onStaff('2025-10-01', without(carla, '10-01'));
    play.on(
      '2025-10-02',
      fact('ResponsibilityOffered', { on: d('10-02'), to: cem }),
      fact('ResponsibilityMoved', { on: d('10-02'), from: carla, to: cem, because: 'handover' }),
    );
    play.on('2025-10-03', never(play.idOf('ResponsibilityMoved')));
    expect(play.asked()).toEqual(['offer-responsibility of teamLeader of bouw by 2025-10-02']);
  });
});

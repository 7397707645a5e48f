import { describe, expect, it } from '@jest/globals';
import { anApplicationGetsAScoutgesprek } from '../../workflows/orientation/an-application-gets-a-scoutgesprek.ts';
import { whoOrientsFurtherHearsFromTheScout } from '../../workflows/orientation/who-orients-further-hears-from-the-scout.ts';
import { applied, bouw, d, fact, mila, opened, placed, samir, uiterlijk } from '../support/people.ts';
import { playTrajectory } from './play.ts';
import { changed, schoolWith } from './school.ts';

const planned = (on: string, plannedFor: string) =>
  fact('ScoutgesprekPlanned', { on: d(on), landschap: bouw, plannedFor: d(plannedFor) });
const missed = (on: string) => fact('ScoutgesprekMissed', { on: d(on), landschap: bouw });
const held = (on: string, outcome: 'place' | 'orientFurther' | 'notYet' = 'place') =>
  fact('ScoutgesprekHeld', { on: d(on), landschap: bouw, outcome, reasons: 'reden' });
const never = (event: ReturnType<ReturnType<typeof playTrajectory>['idOf']>) =>
  fact('Corrected', { event, never: true, why: 'verkeerd ingevoerd' });

describe('an application gets a scoutgesprek', () => {
  const apply = () => playTrajectory(anApplicationGetsAScoutgesprek).on('2025-08-21', ...opened, ...applied);

  it('is planned within 5 school days and held within 15, by its scout; the summer holiday does not count', () => {
    // School begins on Monday 25 August.
    expect(apply().asked()).toEqual([
      'plan-scoutgesprek of scout sanne of bouw by 2025-08-29',
      'record-scoutgesprek of scout sanne of bouw by 2025-09-12',
    ]);
  });

  it('is over, each for itself, when it is planned and when it is held', () => {
    const play = apply();
    play.happened();
    expect(play.on('2025-08-26', planned('08-26', '09-02')).happened()).toEqual(['08-26 ended']);
    expect(play.asked()).toEqual(['record-scoutgesprek of scout sanne of bouw by 2025-09-12']);
    expect(play.on('2025-09-02', held('09-02')).happened()).toEqual(['09-02 ended']);
    expect(play.until('2025-12-01').happened()).toEqual([]);
  });

  it('climbs three school days after its term to the team leader of the landschap, and three later to the opleidingsmanager', () => {
    const play = apply().on('2025-08-26', planned('08-26', '09-02'));
    play.happened();
    expect(play.until('2025-09-17').happened()).toEqual([]);
    expect(play.until('2025-10-31').happened()).toEqual([
      '09-18 climbed to teamLeader of bouw, scout sanne of bouw should have acted',
      '09-23 climbed to programmeManager, teamLeader of bouw should have acted',
    ]);
  });

  it('is asked anew of who did not come, from that day on: a no-show is no failure', () => {
    const play = apply().on('2025-08-26', planned('08-26', '09-02'));
    play.happened();
    expect(play.on('2025-09-02', missed('09-02')).happened()).toEqual([
      '09-02 asked plan-scoutgesprek of scout sanne of bouw by 2025-09-09',
      '09-02 moved to scout sanne of bouw by 2025-09-23',
    ]);
    expect(play.on('2025-09-04', planned('09-04', '09-10')).asked()).toEqual([
      'record-scoutgesprek of scout sanne of bouw by 2025-09-23',
    ]);
  });

  it('goes on in another landschap with another scout and a new term', () => {
    const play = apply();
    play.on(
      '2025-09-01',
      fact('ApplicationRedirected', { on: d('09-01'), from: bouw, to: uiterlijk, scout: samir }),
    );
    expect(play.asked()).toEqual([
      'plan-scoutgesprek of scout samir of uiterlijk by 2025-09-08',
      'record-scoutgesprek of scout samir of uiterlijk by 2025-09-22',
    ]);
  });

  it.each([
    ['withdrawn', fact('ApplicationWithdrawn', { on: d('09-01'), landschap: bouw })],
    ['merged', fact('TrajectoryMerged', { on: d('09-01'), into: mila })],
  ])('is moot when the application is %s', (_, moot) => {
    expect(apply().on('2025-09-01', moot).asked()).toEqual([]);
  });

  it('comes back when the scoutgesprek never was', () => {
    const play = apply().on('2025-08-26', held('08-26'));
    expect(play.asked()).toEqual([]);
    play.on('2025-09-01', never(play.idOf('ScoutgesprekHeld')));
    expect(play.asked()).toEqual([
      'plan-scoutgesprek of scout sanne of bouw by 2025-08-29',
      'record-scoutgesprek of scout sanne of bouw by 2025-09-12',
    ]);
  });

  it('takes the term that was set on the day of the application', () => {
    const house = schoolWith(
      changed('scoutgesprekPlanned', '2', '2025-08-01'),
      changed('scoutgesprekPlanned', '9', '2025-08-22'),
    );
    const play = playTrajectory(anApplicationGetsAScoutgesprek, { house });
    expect(play.on('2025-08-21', ...opened, ...applied).asked()[0]).toContain('by 2025-08-26');
  });

  it('has another scout from the correction on that says so', () => {
    const play = apply();
    const event = play.idOf('ScoutAssigned');
    play.on(
      '2025-08-25',
      fact('Corrected', { event, values: { scout: samir }, why: 'Samir neemt het over' }),
    );
    expect(play.asked()[0]).toBe('plan-scoutgesprek of scout samir of bouw by 2025-08-29');
  });

  it('once withdrawn is not asked again', () => {
    const play = apply().withdraw();
    expect(play.asked()).toEqual(['record-scoutgesprek of scout sanne of bouw by 2025-09-12']);
    expect(play.on('2025-09-02', missed('09-02')).asked()).toHaveLength(1);
  });

  it('heard again, adds nothing; a timer that comes again is ignored aloud', () => {
    const play = apply();
    play.happened();
    expect(play.heard().happened()).toEqual([]);
    play.until('2025-09-04').happened();
    const [step] = play.terms().map((term) => term.step);
    expect(play.fire(step ?? '', '2025-09-03T22:00:00.000Z' as never).happened()).toEqual([
      '09-04 ignored: moved',
    ]);
  });
});

describe('who orients further hears from the scout', () => {
  const start = (outcome: 'orientFurther' | 'notYet' | 'place' = 'orientFurther') =>
    playTrajectory(whoOrientsFurtherHearsFromTheScout)
      .on('2025-08-21', ...opened, ...applied)
      .on('2025-10-01', held('10-01', outcome));

  it.each(['orientFurther', 'notYet'] as const)(
    'within 20 school days after %s, over the autumn holiday',
    (outcome) => {
      expect(start(outcome).asked()).toEqual(['plan-scoutgesprek of scout sanne of bouw by 2025-11-05']);
    },
  );

  it('not after a place', () => {
    expect(start('place').asked()).toEqual([]);
  });

  it.each([
    ['a visit', fact('InfoshopVisited', { on: d('10-09'), about: 'vragen', conversation: true })],
    ['a meeloopdag', fact('MeeloopdagAttended', { on: d('10-09'), landschap: uiterlijk })],
    ['a buddystage', fact('BuddystageStarted', { on: d('10-09'), field: 'zorg' })],
    ['another scoutgesprek planned', planned('10-09', '10-20')],
    ['another scoutgesprek held', held('10-09')],
    ['another application', fact('Applied', { on: d('10-09'), landschap: uiterlijk, wish: 'toch' })],
    ['a placement', placed[0]],
  ] as const)('is over by %s', (name, contact) => {
    const event =
      name === 'a placement' ? { ...contact, data: { ...contact?.data, on: d('10-09') } } : contact;
    expect(
      start()
        .on('2025-10-09', event as never)
        .asked(),
    ).toEqual([]);
  });

  it('is not over by a meeloopdag to which nobody came, nor by what was before it and is told late', () => {
    const play = start()
      .on('2025-10-09', fact('MeeloopdagMissed', { on: d('10-09'), landschap: bouw }))
      .on('2025-10-10', fact('InfoshopVisited', { on: d('09-30'), about: 'vragen', conversation: true }));
    expect(play.asked()).toHaveLength(1);
  });

  it('climbs five school days after its term and five later', () => {
    const play = start();
    play.happened();
    expect(play.until('2025-12-31').happened()).toEqual([
      '11-13 climbed to teamLeader of bouw, scout sanne of bouw should have acted',
      '11-20 climbed to programmeManager, teamLeader of bouw should have acted',
    ]);
  });

  it('is asked anew after the next one that ends so', () => {
    const play = start().on('2025-10-09', held('10-09', 'notYet'));
    expect(play.asked()).toEqual(['plan-scoutgesprek of scout sanne of bouw by 2025-11-13']);
  });

  it.each([
    ['withdrawn', fact('ApplicationWithdrawn', { on: d('10-09'), landschap: bouw })],
    ['merged', fact('TrajectoryMerged', { on: d('10-09'), into: mila })],
  ])('is moot when the application is %s', (_, moot) => {
    expect(start().on('2025-10-09', moot).asked()).toEqual([]);
  });

  it('comes back when the contact never was', () => {
    const play = start().on(
      '2025-10-09',
      fact('InfoshopVisited', { on: d('10-09'), about: 'vragen', conversation: true }),
    );
    play.on('2025-10-10', never(play.idOf('InfoshopVisited')));
    expect(play.asked()).toEqual(['plan-scoutgesprek of scout sanne of bouw by 2025-11-05']);
  });
});

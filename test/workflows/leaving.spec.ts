import { describe, expect, it } from '@jest/globals';
import type { BirthBand } from '../../src/domain/student/events.ts';
import type { Destination } from '../../src/domain/trajectory/events.ts';
import { whatWasKeptLongEnoughIsErased } from '../../workflows/leaving/what-was-kept-long-enough-is-erased.ts';
import { whoLeavesWithoutStartkwalificatieIsFollowed } from '../../workflows/leaving/who-leaves-without-startkwalificatie-is-followed.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { code, d, deliveryId, fact, kapper, uptoPlaced } from '../support/people.ts';
import { mergedOn, never, otherwise } from './facts.ts';
import { playTrajectory } from './play.ts';
import { changed, schoolWith } from './school.ts';

const left = (on: string, kind: Destination['kind'] = 'unknown') =>
  fact('Left', { on: calendarDate(on), reason: '4', destination: { kind, confirmed: false } });
const recorded = (on: string, kind: Destination['kind']) =>
  fact('DestinationRecorded', { on: d(on), destination: { kind, confirmed: false }, source: 'gebeld' });
const workskills = (on: string) => fact('TrainingEnrolled', { on: d(on), training: 'workskills' });

interface Gone {
  readonly on?: string;
  /** Undefined, though named: not known. */
  readonly birthBand?: BirthBand | undefined;
  readonly kind?: Destination['kind'];
}

describe('who leaves without startkwalificatie is followed', () => {
  const young: BirthBand = { year: 2007, part: 'later' };
  const gone = ({ on = '2025-11-14', ...other }: Gone = {}) =>
    playTrajectory(whoLeavesWithoutStartkwalificatieIsFollowed, {
      ...('birthBand' in other ? other.birthBand && { birthBand: other.birthBand } : { birthBand: young }),
    }).on(on, ...uptoPlaced.flat(), left(on, other.kind));
  const both = [
    'record-destination of coach carla of bouw by 2025-11-28',
    'enrol-in-training of coach carla of bouw by 2025-12-05',
  ];

  it('his last coach asks where he is within ten school days, and offers Workskills within fifteen', () => {
    expect(gone().asked()).toEqual(both);
  });

  it('over Christmas', () => {
    expect(gone({ on: '2025-12-15' }).asked()).toEqual([
      'record-destination of coach carla of bouw by 2026-01-12',
      'enrol-in-training of coach carla of bouw by 2026-01-19',
    ]);
  });

  it.each([
    ['not known', undefined, 2],
    ['22 on 1 August of the school year', { year: 2002, part: 'to1Oct' }, 2],
    ['22 on 1 August, later in the year', { year: 2002, part: 'later' }, 2],
    ['23 on 1 August', { year: 2002, part: 'to1Aug' }, 0],
    ['24', { year: 2001, part: 'later' }, 0],
  ] as const)('of an age that is %s', (_, birthBand, asked) => {
    expect(gone({ birthBand }).asked()).toHaveLength(asked);
  });

  it('asks by the age in the school year of leaving, which begins in August', () => {
    const birthBand = { year: 2002, part: 'to1Aug' } as const;
    expect(gone({ on: '2025-07-31', birthBand }).asked()).toHaveLength(2);
    expect(gone({ on: '2025-08-01', birthBand }).asked()).toHaveLength(0);
  });

  it('knows the destination once it is known, or once it was asked for', () => {
    expect(gone({ kind: 'work' }).asked()).toEqual([both[1]]);
    expect(gone().on('2025-11-20', recorded('11-20', 'work')).asked()).toEqual([both[1]]);
    expect(gone().on('2025-11-20', recorded('11-20', 'unknown')).asked()).toEqual([both[1]]);
  });

  it.each(['mbo', 'vavo', 'schoolAbroad', 'otherSchool', 'emigrated', 'deceased'] as const)(
    'offers no Workskills to who goes so: %s',
    (kind) => {
      expect(gone().on('2025-11-20', recorded('11-20', kind)).asked()).toEqual([]);
    },
  );

  it('offers Workskills once, also when it ran already', () => {
    expect(gone().on('2025-11-20', workskills('11-20')).asked()).toEqual([both[0]]);
    const running = playTrajectory(whoLeavesWithoutStartkwalificatieIsFollowed, { birthBand: young }).on(
      '2025-11-14',
      ...uptoPlaced.flat(),
      workskills('10-20'),
      left('2025-11-14'),
    );
    expect(running.asked()).toEqual([both[0]]);
    running.on(
      '2025-11-17',
      fact('TrainingLeft', { on: d('11-17'), training: 'workskills', reason: 'gestopt' }),
    );
    expect(running.asked()).toEqual(both);
  });

  it.each([
    [
      'a diploma of this school',
      fact('DiplomaAwarded', { on: d('11-20'), opleidingscode: kapper.opleidingscode, niveau: 2 }),
    ],
    [
      'a diploma from before',
      fact('PriorEducationRecorded', {
        on: d('11-20'),
        kind: 'havo',
        diploma: 'yes',
        source: 'diploma gezien',
      }),
    ],
    [
      'a diploma in the register',
      fact('RegisterDiplomaRecorded', {
        delivery: deliveryId('a'),
        brin: '21CY',
        result: '1',
        opleidingscode: code('25400'),
        on: d('11-14'),
      }),
    ],
    ['his return', fact('Returned', { on: d('11-20') })],
    ['a merger', mergedOn('11-20')],
  ])('is moot after %s', (_, event) => {
    expect(gone().on('2025-11-20', event).asked()).toEqual([]);
  });

  it('is asked all the same after a diploma of mbo 1, or an mbo-verklaring', () => {
    const play = gone().on(
      '2025-11-20',
      fact('DiplomaAwarded', { on: d('11-20'), opleidingscode: code('25250'), niveau: 1 }),
      fact('MboVerklaringIssued', { on: d('11-20') }),
    );
    expect(play.asked()).toEqual(both);
  });

  it('climbs five school days after each term and five later', () => {
    const play = gone();
    play.happened();
    expect(play.until('2026-01-31').happened()).toEqual([
      '12-06 climbed to teamLeader of bouw, coach carla of bouw should have acted',
      '12-13 climbed to programmeManager, teamLeader of bouw should have acted',
      '12-13 climbed to teamLeader of bouw, coach carla of bouw should have acted',
      '12-20 climbed to programmeManager, teamLeader of bouw should have acted',
    ]);
  });

  it('comes back when the diploma never was; is over when he never left', () => {
    const play = gone().on(
      '2025-11-20',
      fact('DiplomaAwarded', { on: d('11-20'), opleidingscode: kapper.opleidingscode, niveau: 2 }),
    );
    expect(play.on('2025-11-21', never(play.idOf('DiplomaAwarded'))).asked()).toEqual(both);
    expect(play.on('2025-11-22', never(play.idOf('Left'))).asked()).toEqual([]);
  });

  it('has the terms of the day of leaving, also when that was another', () => {
    const play = gone();
    play.on('2025-11-20', otherwise(play.idOf('Left'), { on: d('11-10') }));
    expect(play.asked()[0]).toBe('record-destination of coach carla of bouw by 2025-11-24');
  });
});

describe('what was kept long enough is erased', () => {
  const gone = (on = '2025-11-14', around = {}) =>
    playTrajectory(whatWasKeptLongEnoughIsErased, around).on(on, ...uptoPlaced.flat(), left(on));

  it('two years after leaving, by the operator', () => {
    const play = gone();
    expect(play.until('2027-11-13').asked()).toEqual([]);
    // A Sunday: due on the first school day.
    expect(play.until('2027-11-14').asked()).toEqual(['erase-data of operator by 2027-11-15']);
  });

  it('of 29 February, on 1 March', () => {
    const play = gone('2028-02-29').until('2030-02-28');
    expect(play.asked()).toEqual([]);
    expect(play.until('2030-03-01').asked()).toHaveLength(1);
  });

  it('climbs twenty school days later to the opleidingsmanager', () => {
    expect(gone().until('2028-01-31').happened()).toEqual([
      '11-14 asked erase-data of operator by 2027-11-15',
      '12-14 climbed to programmeManager, operator should have acted',
    ]);
  });

  it('after as many years as the school keeps it', () => {
    const house = schoolWith(changed('retention', '7', '2025-08-01'));
    expect(gone('2025-11-14', { house }).until('2032-11-15').asked()).toHaveLength(1);
  });

  it.each([
    ['returned', fact('Returned', { on: d('11-20') })],
    ['was merged', mergedOn('11-20')],
  ])('is moot when the student %s', (_, event) => {
    expect(gone().on('2025-11-20', event).until('2027-12-01').asked()).toEqual([]);
  });

  it('is asked no more once the operator says that it was done', () => {
    expect(gone().until('2027-11-14').withdraw('gewist').until('2027-12-31').asked()).toEqual([]);
  });

  it('is over when he never left', () => {
    const play = gone().until('2027-11-14');
    expect(play.on('2027-11-15', never(play.idOf('Left'))).asked()).toEqual([]);
  });
});

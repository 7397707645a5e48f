import { describe, expect, it } from '@jest/globals';
import { aNegativeBsaLeadsToAnotherProgramme } from '../../workflows/switch/a-negative-bsa-leads-to-another-programme.ts';
import { aSwitchLands } from '../../workflows/switch/a-switch-lands.ts';
import { anOpenSwitchIsDecidedWhenTheStartProgrammeIsOver } from '../../workflows/switch/an-open-switch-is-decided-when-the-start-programme-is-over.ts';
import { theAskedCoachAnswers } from '../../workflows/switch/the-asked-coach-answers.ts';
import { whoAsksToSwitchGetsAnAnswer } from '../../workflows/switch/who-asks-to-switch-gets-an-answer.ts';
import {
  d,
  dirk,
  fact,
  firstSwitch,
  kapper,
  offered,
  secondSwitch,
  startProgramme,
  switched,
  timmerman,
  tineke,
  uptoPlaced,
  uptoRequested,
} from '../support/people.ts';
import { chose, endsOfGuidance, never, otherwise, talked } from './facts.ts';
import { playTrajectory } from './play.ts';
import { changed, schoolWith } from './school.ts';

const requestedOn = (on: string) =>
  fact('SwitchRequested', {
    on: d(on),
    switch: firstSwitch,
    to: kapper,
    initiative: 'student',
    motiveGiven: false,
  });
const refused = (on: string) => fact('PlaceRefused', { on: d(on), switch: firstSwitch, reason: 'vol' });
const withdrawn = (on: string) =>
  fact('SwitchWithdrawn', { on: d(on), switch: firstSwitch, reason: 'toch niet' });
const declined = (on: string) =>
  fact('StudentDeclined', { on: d(on), switch: firstSwitch, reason: 'geen tijd' });
const offeredTo = (on: string, coach: typeof dirk) =>
  fact('PlaceOffered', { on: d(on), switch: firstSwitch, from: d('10-27'), coach });

describe('who asks to switch gets an answer', () => {
  const asked = () => playTrajectory(whoAsksToSwitchGetsAnAnswer).on('2025-10-08', ...uptoRequested.flat());

  it('within five school days, of the scouts of the receiving landschap', () => {
    expect(asked().asked()).toEqual(['offer-place of scout of uiterlijk by 2025-10-15']);
  });

  it.each([
    ['an offer', offered[0]],
    ['a refusal', refused('10-10')],
    ['a withdrawal', withdrawn('10-10')],
  ])('is over by %s', (_, event) => {
    expect(
      asked()
        .on('2025-10-10', event as never)
        .asked(),
    ).toEqual([]);
  });

  it('is asked anew when the asked coach says no; the autumn holiday does not count', () => {
    const play = asked().on('2025-10-10', ...offered);
    expect(play.on('2025-10-14', declined('10-14')).asked()).toEqual([
      'offer-place of scout of uiterlijk by 2025-10-28',
    ]);
  });

  it('climbs three school days after its term and three later, in the receiving landschap', () => {
    const play = asked();
    play.happened();
    expect(play.until('2025-12-31').happened()).toEqual([
      '10-28 climbed to teamLeader of uiterlijk, scout of uiterlijk should have acted',
      '10-31 climbed to programmeManager, teamLeader of uiterlijk should have acted',
    ]);
  });

  it.each(endsOfGuidance('10-10'))('is moot when the placement is over: %s', (_, moot) => {
    expect(asked().on('2025-10-10', moot).asked()).toEqual([]);
  });

  it('comes back when the offer never was', () => {
    const play = asked().on('2025-10-10', ...offered);
    play.on('2025-10-13', never(play.idOf('PlaceOffered')));
    expect(play.asked()).toEqual(['offer-place of scout of uiterlijk by 2025-10-15']);
  });
});

describe('the asked coach answers', () => {
  const asked = () =>
    playTrajectory(theAskedCoachAnswers)
      .on('2025-10-08', ...uptoRequested.flat())
      .on('2025-10-10', ...offered);

  it('within three school days', () => {
    expect(asked().asked()).toEqual(['accept-student of coach cem of uiterlijk by 2025-10-15']);
  });

  it('is over when he accepts or declines; another one who is asked has his own term', () => {
    expect(
      asked()
        .on('2025-10-13', ...switched)
        .asked(),
    ).toEqual([]);
    const play = asked().on('2025-10-13', declined('10-13'));
    expect(play.asked()).toEqual([]);
    expect(play.on('2025-10-14', offeredTo('10-14', dirk)).asked()).toEqual([
      'accept-student of coach dirk of uiterlijk by 2025-10-17',
    ]);
  });

  it('climbs two school days after its term and two later, the autumn holiday in between', () => {
    const play = asked();
    play.happened();
    expect(play.until('2025-12-31').happened()).toEqual([
      '10-18 climbed to teamLeader of uiterlijk, coach cem of uiterlijk should have acted',
      '10-29 climbed to programmeManager, teamLeader of uiterlijk should have acted',
    ]);
  });

  it('is moot when the switch is withdrawn', () => {
    expect(asked().on('2025-10-13', withdrawn('10-13')).asked()).toEqual([]);
  });

  it.each(endsOfGuidance('10-13'))('is moot when the placement is over: %s', (_, moot) => {
    expect(asked().on('2025-10-13', moot).asked()).toEqual([]);
  });

  it('comes back when the answer never was', () => {
    const play = asked().on('2025-10-13', declined('10-13'));
    play.on('2025-10-14', never(play.idOf('StudentDeclined')));
    expect(play.asked()).toEqual(['accept-student of coach cem of uiterlijk by 2025-10-15']);
  });
});

describe('a switch lands', () => {
  const arrived = (around = {}) =>
    playTrajectory(aSwitchLands, around)
      .on('2025-10-08', ...uptoRequested.flat(), ...offered)
      .on('2025-10-13', ...switched);
  const landing = (on: string, wellReceived = true) =>
    fact('LandingConfirmed', { on: d(on), switch: firstSwitch, wellReceived });

  it('is confirmed by the new coach within 20 school days of the first day there', () => {
    const play = arrived();
    expect(play.until('2025-10-26').asked()).toEqual([]);
    expect(play.until('2025-10-27').asked()).toEqual([
      'confirm-landing of coach cem of uiterlijk by 2025-11-24',
    ]);
  });

  it('takes the term of the school', () => {
    const house = schoolWith(changed('landingTerm', '45', '2025-08-01'));
    expect(arrived({ house }).until('2025-10-27').asked()).toEqual([
      // Christmas lies in between.
      'confirm-landing of coach cem of uiterlijk by 2026-01-12',
    ]);
  });

  it('is over when it is said how he was received, good or not', () => {
    expect(arrived().on('2025-11-03', landing('11-03', false)).asked()).toEqual([]);
  });

  it('climbs five school days after its term and five later', () => {
    expect(arrived().until('2025-12-31').happened()).toEqual([
      '10-27 asked confirm-landing of coach cem of uiterlijk by 2025-11-24',
      '12-02 climbed to teamLeader of uiterlijk, coach cem of uiterlijk should have acted',
      '12-09 climbed to programmeManager, teamLeader of uiterlijk should have acted',
    ]);
  });

  it('is asked no more of a place that he left for another', () => {
    const play = arrived().on(
      '2025-11-10',
      fact('SwitchRequested', {
        on: d('11-03'),
        switch: secondSwitch,
        to: timmerman,
        initiative: 'student',
        motiveGiven: false,
      }),
      fact('PlaceOffered', { on: d('11-04'), switch: secondSwitch, from: d('11-10'), coach: dirk }),
      fact('Switched', {
        on: d('11-10'),
        switch: secondSwitch,
        from: kapper,
        to: timmerman,
        dimensions: ['crebo'],
        acceptedOn: d('11-05'),
      }),
    );
    expect(play.asked()).toEqual(['confirm-landing of coach cem of bouw by 2025-12-08']);
  });

  it.each(endsOfGuidance('11-03'))('is moot when the placement is over: %s', (_, moot) => {
    expect(arrived().on('2025-11-03', moot).asked()).toEqual([]);
  });

  it('comes back when the landing never was', () => {
    const play = arrived().on('2025-11-03', landing('11-03'));
    play.on('2025-11-04', never(play.idOf('LandingConfirmed')));
    expect(play.asked()).toEqual(['confirm-landing of coach cem of uiterlijk by 2025-11-24']);
  });
});

describe('an open switch is decided when the start programme is over', () => {
  const open = () =>
    playTrajectory(anOpenSwitchIsDecidedWhenTheStartProgrammeIsOver).on(
      '2025-10-08',
      ...uptoRequested.flat(),
    );

  it('within five school days, by the coach', () => {
    const play = open();
    expect(play.until('2025-11-16').asked()).toEqual([]);
    expect(play.until('2025-11-17').asked()).toEqual([
      'withdraw-switch of coach carla of bouw by 2025-11-21',
    ]);
  });

  it('is over after a choice to stay at once, and after a choice to switch at the end', () => {
    expect(open().on('2025-10-10', chose('10-10', 'stay')).until('2025-10-11').asked()).toEqual([
      'withdraw-switch of coach carla of bouw by 2025-10-17',
    ]);
    expect(open().on('2025-10-10', chose('10-10', 'switch')).until('2025-11-16').asked()).toEqual([]);
  });

  it('waits for the end of an extension, over Christmas', () => {
    const play = open().on(
      '2025-11-10',
      fact('StartProgrammeExtended', {
        on: d('11-10'),
        endsOn: d('12-17'),
        reason: 'ziek',
        agreedBy: tineke,
      }),
    );
    expect(play.until('2025-12-17').asked()).toEqual([]);
    expect(play.until('2025-12-18').asked()).toEqual([
      'withdraw-switch of coach carla of bouw by 2026-01-07',
    ]);
  });

  it.each([
    ['refused', [refused('11-18')]],
    ['withdrawn', [withdrawn('11-18')]],
    ['made', [...offered, ...switched]],
  ])('is over when it is %s', (_, events) => {
    expect(
      open()
        .on('2025-11-18', ...events)
        .asked(),
    ).toEqual([]);
  });

  it('is not asked of a switch that was agreed to after the start programme', () => {
    const play = playTrajectory(anOpenSwitchIsDecidedWhenTheStartProgrammeIsOver).on(
      '2025-11-20',
      ...uptoPlaced.flat(),
      ...startProgramme,
      requestedOn('11-20'),
    );
    expect(play.asked()).toEqual([]);
  });

  it('climbs three school days after its term and three later', () => {
    expect(open().until('2025-12-31').happened()).toEqual([
      '11-17 asked withdraw-switch of coach carla of bouw by 2025-11-21',
      '11-27 climbed to teamLeader of bouw, coach carla of bouw should have acted, for whom dirk stood in',
      '12-02 climbed to programmeManager, teamLeader of bouw should have acted',
    ]);
  });

  it.each(endsOfGuidance('11-18'))('is moot when the placement is over: %s', (_, moot) => {
    expect(open().on('2025-11-18', moot).asked()).toEqual([]);
  });

  it('comes back when the withdrawal never was', () => {
    const play = open().on('2025-11-18', withdrawn('11-18'));
    play.on('2025-11-19', never(play.idOf('SwitchWithdrawn')));
    expect(play.asked()).toEqual(['withdraw-switch of coach carla of bouw by 2025-11-21']);
  });
});

describe('a negative BSA leads to another programme', () => {
  const bsa = (on: string, advice: 'positive' | 'negative' = 'negative') =>
    fact('BsaRecorded', { on: d(on), advice });
  const advised = () =>
    playTrajectory(aNegativeBsaLeadsToAnotherProgramme)
      .on('2025-09-01', ...uptoPlaced.flat())
      .on('2026-02-16', bsa('02-16'));

  it('discussed within ten school days, over the spring holiday', () => {
    expect(advised().asked()).toEqual(['record-conversation of coach carla of bouw by 2026-03-09']);
  });

  it.each(['switch', 'career'] as const)('in a conversation of kind %s', (kind) => {
    expect(advised().on('2026-02-18', talked('02-18', kind)).asked()).toEqual([]);
  });

  it('not in one of another kind, nor in one before it', () => {
    expect(
      advised().on('2026-02-18', talked('02-18', 'support'), talked('02-13', 'switch')).asked(),
    ).toHaveLength(1);
  });

  it('or by asking for a switch; when that comes to nothing after all, it was discussed', () => {
    const play = advised().on('2026-02-18', requestedOn('02-18'));
    expect(play.asked()).toEqual([]);
    expect(play.on('2026-02-20', withdrawn('02-20')).asked()).toEqual([]);
  });

  it('not while a switch is under way already; it is asked when that is withdrawn', () => {
    const play = playTrajectory(aNegativeBsaLeadsToAnotherProgramme)
      .on('2025-10-08', ...uptoRequested.flat())
      .on('2026-02-16', bsa('02-16'));
    expect(play.asked()).toEqual([]);
    expect(play.on('2026-02-17', withdrawn('02-17')).asked()).toHaveLength(1);
  });

  it('not of who has switched since, nor after a positive advice', () => {
    const play = playTrajectory(aNegativeBsaLeadsToAnotherProgramme)
      .on('2025-10-08', ...uptoRequested.flat(), ...offered, bsa('10-09'))
      .on('2025-10-13', ...switched);
    expect(play.asked()).toEqual([]);
    expect(advised().on('2026-02-17', bsa('02-17', 'positive')).asked()).toEqual([]);
  });

  it('climbs five school days after its term and five later', () => {
    const play = advised();
    play.happened();
    expect(play.until('2026-04-30').happened()).toEqual([
      '03-17 climbed to teamLeader of bouw, coach carla of bouw should have acted',
      '03-24 climbed to programmeManager, teamLeader of bouw should have acted',
    ]);
  });

  it.each(endsOfGuidance('02-18'))('is moot when the placement is over: %s', (_, moot) => {
    expect(advised().on('2026-02-18', moot).asked()).toEqual([]);
  });

  it('comes back when the conversation never was', () => {
    const play = advised().on('2026-02-18', talked('02-18', 'switch'));
    play.on('2026-02-19', never(play.idOf('ConversationHeld')));
    expect(play.asked()).toHaveLength(1);
  });

  it('is over when the advice was positive by correction', () => {
    const play = advised();
    play.on('2026-02-18', otherwise(play.idOf('BsaRecorded'), { advice: 'positive' }));
    expect(play.asked()).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { enrolmentIsDecidedBeforeThePeildatum } from '../../workflows/start/enrolment-is-decided-before-the-peildatum.ts';
import { theStartProgrammeEndsWithAChoice } from '../../workflows/start/the-start-programme-ends-with-a-choice.ts';
import { theStartProgrammeHasItsConversations } from '../../workflows/start/the-start-programme-has-its-conversations.ts';
import { whoIsPlacedGetsAFirstConversation } from '../../workflows/start/who-is-placed-gets-a-first-conversation.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import {
  carla,
  cem,
  d,
  fact,
  offered,
  requested,
  startProgramme,
  switched,
  tineke,
  uptoPlaced,
} from '../support/people.ts';
import { chose, endsOfGuidance, never, otherwise, talked } from './facts.ts';
import { playTrajectory } from './play.ts';
import { changed, schoolWith } from './school.ts';

const toPlaced = uptoPlaced.flat();

describe('who is placed gets a first conversation', () => {
  const placed = () => playTrajectory(whoIsPlacedGetsAFirstConversation).on('2025-09-01', ...toPlaced);

  it('within ten school days, of the coach', () => {
    expect(placed().asked()).toEqual(['record-conversation of coach carla of bouw by 2025-09-15']);
  });

  it('of whatever kind, also when it is told late', () => {
    expect(placed().on('2025-09-20', talked('09-10', 'career')).asked()).toEqual([]);
  });

  it('climbs five school days after its term and five later', () => {
    const play = placed();
    play.happened();
    expect(play.until('2025-12-31').happened()).toEqual([
      '09-23 climbed to teamLeader of bouw, coach carla of bouw should have acted',
      '09-30 climbed to programmeManager, teamLeader of bouw should have acted',
    ]);
  });

  it('is asked when the placement begins, if that lies ahead', () => {
    const play = placed();
    play.happened();
    play.on('2025-09-02', otherwise(play.idOf('PlacedProvisionally'), { on: d('10-13') }));
    const ahead = playTrajectory(whoIsPlacedGetsAFirstConversation).on(
      '2025-09-02',
      ...toPlaced.map((event) =>
        event.type === 'PlacedProvisionally' ? fact(event.type, { ...event.data, on: d('10-13') }) : event,
      ),
    );
    expect(ahead.until('2025-10-12').happened()).toEqual([]);
    // The autumn holiday lies between.
    expect(ahead.until('2025-10-13').happened()).toEqual([
      '10-13 asked record-conversation of coach carla of bouw by 2025-11-03',
    ]);
    expect(play.happened()).toEqual(['09-02 moved to coach carla of bouw by 2025-11-03']);
  });

  it('goes with the student to the next coach, and to the team leader of his landschap', () => {
    const play = placed();
    play.happened();
    play.on('2025-10-08', ...requested, ...offered, ...switched);
    expect(play.happened()).toEqual([
      '09-23 climbed to teamLeader of bouw, coach carla of bouw should have acted',
      '09-30 climbed to programmeManager, teamLeader of bouw should have acted',
      '10-08 moved to coach cem of uiterlijk by 2025-09-15',
    ]);
  });

  it.each(endsOfGuidance('09-08'))('is moot when the placement is over: %s', (_, moot) => {
    expect(placed().on('2025-09-08', moot).asked()).toEqual([]);
  });

  it('comes back when the conversation never was', () => {
    const play = placed().on('2025-09-08', talked('09-08'));
    play.on('2025-09-09', never(play.idOf('ConversationHeld')));
    expect(play.asked()).toEqual(['record-conversation of coach carla of bouw by 2025-09-15']);
  });
});

describe('the start programme has its conversations', () => {
  const started = () =>
    playTrajectory(theStartProgrammeHasItsConversations).on('2025-09-01', ...toPlaced, ...startProgramme);

  it('in weeks 3, 6 and 9, and about the choice in week 8, each asked in its week; holidays are no week', () => {
    const play = started();
    for (const on of ['09-17', '10-08', '10-29', '11-05']) play.on(d(on), talked(on, 'career'));
    expect(play.until('2025-12-31').happened()).toEqual([
      '09-15 asked record-conversation of coach carla of bouw by 2025-09-21',
      '09-17 ended',
      '10-06 asked record-conversation of coach carla of bouw by 2025-10-12',
      '10-08 ended',
      // Week 7 is over on 19 October; the week after it is the autumn holiday.
      '10-27 asked record-conversation of coach carla of bouw by 2025-11-02',
      '10-29 ended',
      '11-03 asked record-conversation of coach carla of bouw by 2025-11-09',
      '11-05 ended',
    ]);
  });

  it('climbs five school days after its week and five later, and ends with the first conversation after all', () => {
    const play = started();
    expect(play.on('2025-10-07', talked('10-07')).happened()).toEqual([
      '09-15 asked record-conversation of coach carla of bouw by 2025-09-21',
      '09-27 climbed to teamLeader of bouw, coach carla of bouw should have acted',
      '10-04 climbed to programmeManager, teamLeader of bouw should have acted',
      '10-06 asked record-conversation of coach carla of bouw by 2025-10-12',
      '10-07 ended',
      '10-07 ended',
    ]);
  });

  it('is not answered by a conversation before its week', () => {
    expect(started().on('2025-09-12', talked('09-12')).until('2025-09-15').asked()).toHaveLength(1);
  });

  it('discusses the choice in a conversation that can be about it', () => {
    const play = started().on('2025-10-28', talked('10-28', 'support'));
    expect(play.asked()).toEqual(['record-conversation of coach carla of bouw by 2025-11-02']);
    expect(play.on('2025-10-29', talked('10-29', 'switch')).asked()).toEqual([]);
  });

  it('counts weeks of the calendar where the programme was begun so', () => {
    const play = playTrajectory(theStartProgrammeHasItsConversations).on(
      '2025-09-01',
      ...toPlaced,
      fact('StartProgrammeStarted', {
        on: d('09-01'),
        endsOn: d('11-09'),
        variant: 'tien',
        variantVersion: 1,
        weeks: 'calendar',
      }),
    );
    play.on('2025-10-07', talked('10-07')).happened();
    expect(play.until('2025-10-27').happened()).toEqual([
      '10-20 asked record-conversation of coach carla of bouw by 2025-10-26',
      '10-27 asked record-conversation of coach carla of bouw by 2025-11-02',
    ]);
  });

  it('has no weeks beyond its end', () => {
    const play = playTrajectory(theStartProgrammeHasItsConversations).on(
      '2025-09-01',
      ...toPlaced,
      fact('StartProgrammeStarted', {
        on: d('09-01'),
        endsOn: d('10-12'),
        variant: 'tien',
        variantVersion: 1,
        weeks: 'school',
      }),
    );
    expect(play.terms().map(({ due }) => due)).toEqual(['2025-09-21', '2025-10-12']);
  });

  it('is over when the choice is made', () => {
    expect(started().until('2025-10-29').on('2025-10-29', chose('10-29', 'stay')).asked()).toEqual([]);
  });

  it.each(endsOfGuidance('09-16'))('is moot when the placement is over: %s', (_, moot) => {
    expect(started().on('2025-09-16', moot).asked()).toEqual([]);
  });

  it('comes back when the conversation was in another week', () => {
    const play = started().on('2025-09-17', talked('09-17'));
    play.on('2025-09-18', otherwise(play.idOf('ConversationHeld'), { on: d('09-10') }));
    expect(play.asked()).toEqual(['record-conversation of coach carla of bouw by 2025-09-21']);
  });
});

describe('the start programme ends with a choice', () => {
  const started = () =>
    playTrajectory(theStartProgrammeEndsWithAChoice).on('2025-09-01', ...toPlaced, ...startProgramme);

  it('recorded within three school days of its end', () => {
    const play = started();
    expect(play.until('2025-11-16').asked()).toEqual([]);
    expect(play.until('2025-11-17').asked()).toEqual([
      'complete-start-programme of coach carla of bouw by 2025-11-19',
    ]);
    expect(play.on('2025-11-18', chose('11-18', 'stay')).asked()).toEqual([]);
  });

  it('climbs three school days after its term and three later', () => {
    expect(started().until('2025-12-31').happened()).toEqual([
      '11-17 asked complete-start-programme of coach carla of bouw by 2025-11-19',
      '11-25 climbed to teamLeader of bouw, coach carla of bouw should have acted, for whom dirk stood in',
      '11-28 climbed to programmeManager, teamLeader of bouw should have acted',
    ]);
  });

  it('waits for the end of an extension; what was due over a holiday is due after it', () => {
    const play = started().on(
      '2025-11-10',
      fact('StartProgrammeExtended', {
        on: d('11-10'),
        endsOn: d('12-18'),
        reason: 'ziek',
        agreedBy: tineke,
      }),
    );
    expect(play.until('2026-01-31').happened().slice(0, 1)).toEqual([
      '12-19 asked complete-start-programme of coach carla of bouw by 2026-01-06',
    ]);
  });

  it.each(endsOfGuidance('11-18'))('is moot when the placement is over: %s', (_, moot) => {
    expect(started().on('2025-11-18', moot).asked()).toEqual([]);
  });

  it('comes back when the choice never was', () => {
    const play = started().on('2025-11-14', chose('11-14', 'stay'));
    play.on('2025-11-18', never(play.idOf('StartProgrammeCompleted')));
    expect(play.asked()).toEqual(['complete-start-programme of coach carla of bouw by 2025-11-19']);
  });
});

describe('enrolment is decided before the peildatum', () => {
  const placedOn = (on: string, around = {}) =>
    playTrajectory(enrolmentIsDecidedBeforeThePeildatum, around).on(
      on,
      ...toPlaced.map((event) =>
        event.type === 'PlacedProvisionally'
          ? fact(event.type, { ...event.data, on: calendarDate(on) })
          : event,
      ),
    );
  const enrolled = fact('EnrolledDefinitively', { on: d('10-20') });

  it('asked of the coach and of quality, from 20 school days before 1 October, by the day before', () => {
    const play = placedOn('2025-08-26');
    expect(play.until('2025-09-02').asked()).toEqual([]);
    expect(play.until('2025-09-03').asked()).toEqual([
      'enrol-definitively of coach carla of bouw by 2025-09-30',
      'enrol-definitively of quality by 2025-09-30',
    ]);
  });

  it('at once for who is placed when it is in sight already; for who is placed on the day itself, next year', () => {
    expect(placedOn('2025-09-25').asked()).toHaveLength(2);
    const next = placedOn('2025-10-01');
    expect(next.asked()).toEqual([]);
    // Summer holidays end on 23 August 2026.
    expect(next.until('2026-09-03').happened()).toEqual([
      '09-03 asked enrol-definitively of coach carla of bouw by 2026-09-30',
      '09-03 asked enrol-definitively of quality by 2026-09-30',
    ]);
  });

  it('is over by enrolment, also for a day to come', () => {
    expect(placedOn('2025-09-15').on('2025-09-20', enrolled).asked()).toEqual([]);
  });

  it('climbs five school days after its term and five later; quality goes straight to the opleidingsmanager', () => {
    const play = placedOn('2025-09-15');
    play.happened();
    expect(play.until('2025-10-31').happened()).toEqual([
      '10-08 climbed to teamLeader of bouw, coach carla of bouw should have acted',
      '10-08 climbed to programmeManager, quality should have acted',
      '10-15 climbed to programmeManager, teamLeader of bouw should have acted',
    ]);
  });

  it('is asked again for the next peildatum, also when the first was withdrawn', () => {
    const play = placedOn('2025-09-15').withdraw().withdraw();
    expect(play.asked()).toEqual([]);
    expect(play.until('2026-09-03').asked()).toEqual([
      'enrol-definitively of coach carla of bouw by 2026-09-30',
      'enrol-definitively of quality by 2026-09-30',
    ]);
  });

  it('looks as far ahead as the setting says', () => {
    const house = schoolWith(changed('enrolmentDecided', '5', '2025-08-01'));
    const play = placedOn('2025-08-26', { house });
    expect(play.until('2025-09-23').asked()).toEqual([]);
    expect(play.until('2025-09-24').asked()).toHaveLength(2);
  });

  it.each(endsOfGuidance('09-16'))('is moot when the placement is over: %s', (_, moot) => {
    expect(placedOn('2025-09-15').on('2025-09-16', moot).asked()).toEqual([]);
  });

  it('comes back when the enrolment never was', () => {
    const play = placedOn('2025-09-15').on('2025-09-16', enrolled);
    play.on('2025-09-17', never(play.idOf('EnrolledDefinitively')));
    expect(play.asked()).toHaveLength(2);
  });
});

it('moves with the coach who takes over', () => {
  const play = playTrajectory(enrolmentIsDecidedBeforeThePeildatum)
    .on('2025-09-15', ...toPlaced)
    .on('2025-09-16', fact('ResponsibilityOffered', { on: d('09-16'), to: cem }))
    .on(
      '2025-09-17',
      fact('ResponsibilityMoved', { on: d('09-17'), from: carla, to: cem, because: 'handover' }),
    );
  expect(play.asked()[0]).toBe('enrol-definitively of coach cem of bouw by 2025-09-30');
});

import { describe, expect, it } from '@jest/globals';
import type { AbsenceKind } from '../../src/domain/trajectory/events.ts';
import type { SwitchId } from '../../src/domain/trajectory/ids.ts';
import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { uuid } from '../../src/kernel/message.ts';
import { aBsaWarningIsASignal } from '../../workflows/signals/a-bsa-warning-is-a-signal.ts';
import { aLandingThatIsNotWellIsASignal } from '../../workflows/signals/a-landing-that-is-not-well-is-a-signal.ts';
import { aLongSilenceIsASignal } from '../../workflows/signals/a-long-silence-is-a-signal.ts';
import { aSecondSwitchRequestIsASignal } from '../../workflows/signals/a-second-switch-request-is-a-signal.ts';
import { muchAbsenceIsASignal } from '../../workflows/signals/much-absence-is-a-signal.ts';
import { overdueLwpsAreASignal } from '../../workflows/signals/overdue-lwps-are-a-signal.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import {
  d,
  fact,
  firstSwitch,
  kapper,
  offered,
  startProgramme,
  switched,
  uptoPlaced,
  uptoRequested,
} from '../support/people.ts';
import { chose, endsOfGuidance, never, talked } from './facts.ts';
import { playTrajectory } from './play.ts';
import { changed, schoolWith } from './school.ts';

const placed = (workflow: TrajectoryWorkflow, around = {}) =>
  playTrajectory(workflow, around).on('2025-09-01', ...uptoPlaced.flat());

describe('much absence is a signal', () => {
  const report = (from: string, hours: number | undefined, kind: AbsenceKind = 'O', on = from) =>
    fact('AbsenceReportRecorded', { on: d(on), kind, from: d(from), ...(hours !== undefined && { hours }) });

  it.each(['V3', 'V4'] as const)('by a report of kind %s, each of them once', (kind) => {
    const play = placed(muchAbsenceIsASignal).on('2025-09-15', report('09-15', undefined, kind));
    const first = play.idOf('AbsenceReportRecorded');
    expect(play.happened()).toEqual(['09-15 found absence16Hours v1']);
    expect(play.heard().until('2025-10-06').happened()).toEqual([]);
    play.on('2025-10-06', report('10-06', 20, kind));
    expect(play.found().map(({ events }) => events)).toEqual([[first], [play.idOf('AbsenceReportRecorded')]]);
  });

  it('by sixteen hours in four weeks, and not by fifteen, nor in more than four weeks', () => {
    const fifteen = placed(muchAbsenceIsASignal)
      .on('2025-09-15', report('09-15', 8))
      .on('2025-09-22', report('09-22', 7));
    expect(fifteen.happened()).toEqual([]);
    fifteen.on('2025-10-12', report('10-12', 1));
    expect(fifteen.happened()).toEqual(['10-12 found absence16Hours v1']);
    expect(fifteen.found()[0]?.events).toHaveLength(3);

    const apart = placed(muchAbsenceIsASignal)
      .on('2025-09-15', report('09-15', 8))
      .on('2025-10-13', report('10-13', 8));
    expect(apart.happened()).toEqual([]);
  });

  it('again when as many hours come again, and not by the same hours twice', () => {
    const play = placed(muchAbsenceIsASignal)
      .on('2025-09-15', report('09-15', 10))
      .on('2025-09-16', report('09-16', 10))
      .on('2025-09-17', report('09-17', 10));
    expect(play.found()).toHaveLength(1);
    play.on('2025-09-18', report('09-18', 6));
    expect(play.found()).toHaveLength(2);
    expect(play.found()[1]?.events).toHaveLength(2);
  });

  it('by a report that is told late', () => {
    const play = placed(muchAbsenceIsASignal)
      .on('2025-09-29', report('09-29', 9))
      .on('2025-10-01', report('09-05', 7, 'L', '10-01'));
    expect(play.happened()).toEqual(['10-01 found absence16Hours v1']);
  });

  it('by as many hours as the school says', () => {
    const house = schoolWith(changed('signalAbsenceHours', '5', '2025-08-01'));
    expect(placed(muchAbsenceIsASignal, { house }).on('2025-09-15', report('09-15', 5)).found()).toHaveLength(
      1,
    );
  });

  it('not of a report that never was', () => {
    const play = placed(muchAbsenceIsASignal).on('2025-09-15', report('09-15', 9));
    play.on('2025-09-16', never(play.idOf('AbsenceReportRecorded')));
    expect(play.on('2025-09-17', report('09-17', 9)).found()).toEqual([]);
  });
});

describe('a long silence is a signal', () => {
  const started = () => placed(aLongSilenceIsASignal).on('2025-09-01', ...startProgramme);

  it('after four school weeks inside the start programme, and not before', () => {
    const play = started();
    expect(play.until('2025-09-28').happened()).toEqual([]);
    expect(play.until('2025-09-29').happened()).toEqual([
      '09-29 found noConversation v1',
      '09-29 ignored: nothingMore',
    ]);
    expect(play.found()[0]?.events).toEqual([play.idOf('PlacedProvisionally')]);
    expect(play.heard().until('2026-03-01').happened()).toEqual([]);
  });

  it('counted from the last conversation; holidays are no week; again after the next silence', () => {
    const play = started().on('2025-09-29', talked('09-29'));
    play.happened();
    expect(play.until('2025-11-02').happened()).toEqual([]);
    expect(play.until('2025-11-03').happened()).toEqual([
      '11-03 found noConversation v1',
      '11-03 ignored: nothingMore',
    ]);
    play.on('2025-11-04', talked('11-04'));
    play.happened();
    expect(play.until('2026-03-31').found()).toHaveLength(3);
  });

  it('after ten weeks outside it', () => {
    const play = placed(aLongSilenceIsASignal);
    expect(play.until('2025-11-16').happened()).toEqual([]);
    expect(play.until('2025-11-17').happened()).toEqual([
      '11-17 found noConversation v1',
      '11-17 ignored: nothingMore',
    ]);
  });

  it('after ten weeks when the choice was made before the four were full, or the four are not full at its end', () => {
    expect(started().on('2025-09-26', chose('09-26', 'stay')).until('2025-11-16').found()).toEqual([]);
    const late = started();
    for (const on of ['09-25', '10-16']) late.on(d(on), talked(on));
    // Four weeks from 30 October end after the start programme.
    late.on('2025-10-30', talked('10-30'));
    expect(late.until('2026-01-21').found()).toEqual([]);
    expect(late.until('2026-01-22').found()).toHaveLength(1);
  });

  it('not when the conversation is told before it looks', () => {
    expect(started().on('2025-09-28', talked('09-28')).until('2025-10-12').found()).toEqual([]);
  });
});

describe('overdue LWPs are a signal', () => {
  const [begun] = startProgramme;
  const withFour =
    begun && fact('StartProgrammeStarted', { ...(begun.data as object), variantVersion: 2 } as never);
  const started = () => {
    if (!withFour) throw new Error('not begun');
    return placed(overdueLwpsAreASignal).on('2025-09-01', withFour);
  };
  const handedIn = (on: string, lwp: string) => fact('LwpHandedIn', { on: d(on), lwp });

  // Four in ten weeks: due at the end of weeks 3, 5, 8 and 10.
  it('two at once: the day after the second was due, once', () => {
    const play = started();
    expect(play.until('2025-10-05').found()).toEqual([]);
    expect(play.until('2025-10-06').found()).toEqual([
      expect.objectContaining({
        rule: 'lwpsOverdue',
        ruleVersion: 1,
        events: [play.idOf('StartProgrammeStarted')],
      }),
    ]);
    expect(play.heard().until('2025-11-16').found()).toHaveLength(1);
  });

  it('the next two again', () => {
    expect(started().until('2025-11-17').found()).toHaveLength(2);
  });

  it('not when one of them was handed in, on its last day too', () => {
    const play = started().on('2025-10-05', handedIn('10-05', 'twee'));
    expect(play.until('2025-11-02').found()).toEqual([]);
    expect(play.until('2025-11-03').found()).toHaveLength(1);
  });

  it('not after the choice', () => {
    expect(started().on('2025-10-01', chose('10-01', 'stay')).until('2025-12-01').found()).toEqual([]);
  });

  it('not where the variant has none', () => {
    expect(
      placed(overdueLwpsAreASignal)
        .on('2025-09-01', ...startProgramme)
        .until('2025-12-01')
        .found(),
    ).toEqual([]);
  });
});

describe('a BSA warning is a signal', () => {
  const warned = (on: string) => fact('BsaWarningRecorded', { on: d(on) });

  it('each of them, once', () => {
    const play = placed(aBsaWarningIsASignal).on('2025-12-01', warned('12-01'));
    expect(play.found().map(({ events }) => events)).toEqual([[play.idOf('BsaWarningRecorded')]]);
    expect(play.heard().until('2026-03-02').found()).toHaveLength(1);
    expect(play.on('2026-03-02', warned('03-02')).found()).toHaveLength(2);
  });
});

describe('a second switch request is a signal', () => {
  const asked = (on: string, n: number) =>
    fact('SwitchRequested', {
      on: calendarDate(on),
      switch: uuid(`b0000000-0000-4000-8000-00000000000${n}`) as SwitchId,
      to: kapper,
      initiative: 'student',
      motiveGiven: false,
    });
  const off = (on: string, n: number) =>
    fact('SwitchWithdrawn', {
      on: calendarDate(on),
      switch: uuid(`b0000000-0000-4000-8000-00000000000${n}`) as SwitchId,
      reason: 'toch niet',
    });
  const twice = (second: string) =>
    placed(aSecondSwitchRequestIsASignal)
      .on('2025-10-08', asked('2025-10-08', 1), off('2025-10-09', 1))
      .on(second, asked(second, 2));

  it('within a year, with both requests', () => {
    expect(twice('2026-10-07').found()).toEqual([
      expect.objectContaining({
        rule: 'secondSwitchRequest',
        events: [expect.any(String), twice('2026-10-07').idOf('SwitchRequested')],
      }),
    ]);
    expect(twice('2026-10-08').found()).toEqual([]);
  });

  it('a third one again', () => {
    const play = twice('2026-03-02')
      .on('2026-03-03', off('2026-03-03', 2))
      .on('2026-06-01', asked('2026-06-01', 3));
    expect(play.found()).toHaveLength(2);
  });

  it('not when the first one never was', () => {
    const play = placed(aSecondSwitchRequestIsASignal).on('2025-10-08', asked('2025-10-08', 1));
    play.on('2025-10-09', never(play.idOf('SwitchRequested')));
    expect(play.on('2025-11-03', asked('2025-11-03', 2)).found()).toEqual([]);
  });
});

describe('a landing that is not well is a signal', () => {
  const arrived = () =>
    playTrajectory(aLandingThatIsNotWellIsASignal)
      .on('2025-10-08', ...uptoRequested.flat(), ...offered)
      .on('2025-10-13', ...switched);
  const landing = (on: string, wellReceived: boolean) =>
    fact('LandingConfirmed', { on: d(on), switch: firstSwitch, wellReceived });

  it('not confirmed in its term: the day after it', () => {
    const play = arrived();
    expect(play.until('2025-11-24').found()).toEqual([]);
    expect(play.until('2025-11-25').found()).toEqual([
      expect.objectContaining({ rule: 'landingNotWell', events: [play.idOf('Switched')] }),
    ]);
    expect(play.heard().until('2026-02-01').found()).toHaveLength(1);
  });

  it('not well received: at once; and again when that is said after the term', () => {
    const play = arrived().on('2025-11-03', landing('11-03', false));
    expect(play.found().map(({ events }) => events)).toEqual([
      [play.idOf('Switched'), play.idOf('LandingConfirmed')],
    ]);
    expect(play.until('2025-12-31').found()).toHaveLength(1);
    expect(arrived().on('2025-12-01', landing('12-01', false)).found()).toHaveLength(2);
  });

  it('not when he is well received in time', () => {
    expect(arrived().on('2025-11-24', landing('11-24', true)).until('2025-12-31').found()).toEqual([]);
  });
});

describe('a signal', () => {
  const all: readonly TrajectoryWorkflow[] = [
    muchAbsenceIsASignal,
    aLongSilenceIsASignal,
    overdueLwpsAreASignal,
    aBsaWarningIsASignal,
    aSecondSwitchRequestIsASignal,
    aLandingThatIsNotWellIsASignal,
  ];
  const signs = [
    fact('BsaWarningRecorded', { on: d('11-17') }),
    fact('AbsenceReportRecorded', { on: d('11-17'), kind: 'V4', from: d('11-10') }),
  ];

  it.each(endsOfGuidance('11-14'))('is found of nobody who is not placed: %s', (_, moot) => {
    for (const workflow of all) {
      const play = playTrajectory(workflow).on('2025-11-14', ...uptoPlaced.flat(), ...startProgramme, moot);
      play.on('2025-11-17', ...(workflow === aSecondSwitchRequestIsASignal ? [] : signs));
      expect(play.until('2026-03-01').found()).toEqual([]);
    }
  });
});

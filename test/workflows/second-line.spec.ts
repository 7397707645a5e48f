import { describe, expect, it } from '@jest/globals';
import type { SabCaseEvent, StepOwner } from '../../src/domain/sab-case/events.ts';
import type { TrajectoryEvent } from '../../src/domain/trajectory/events.ts';
import { aReferralIsAnswered } from '../../workflows/second-line/a-referral-is-answered.ts';
import { aStepIsDoneOnItsDate } from '../../workflows/second-line/a-step-is-done-on-its-date.ts';
import { anAcceptedCaseGetsAPlan } from '../../workflows/second-line/an-accepted-case-gets-a-plan.ts';
import { anOpenCaseIsReviewed } from '../../workflows/second-line/an-open-case-is-reviewed.ts';
import type { CaseWorkflow } from '../../src/domain/workflow/known.ts';
import { bouw, carla, cem, d, fact, left, mila, milaAgain, uptoPlaced } from '../support/people.ts';
import { playCase } from './play.ts';
import { caseFact, changed, sacha, schoolWith, sem } from './school.ts';

const opened = (on: string, urgent = false) =>
  caseFact('CaseOpened', {
    on: d(on),
    student: mila,
    coach: carla,
    landschap: bouw,
    urgent,
    question: 'vraag',
    tried: 'gesprekken',
  });
const accepted = (on: string) => caseFact('ReferralAccepted', { on: d(on), adviser: sacha });
const returned = (on: string) => caseFact('ReferralReturned', { on: d(on), why: 'eerst zelf' });
const voided = (on: string) => caseFact('CaseVoided', { on: d(on), why: 'CaseAlreadyOpen' });
const closed = (on: string) => caseFact('CaseClosed', { on: d(on), outcome: 'goesOn', feedback: 'goed' });
const assigned = (on: string) => caseFact('CaseAssigned', { on: d(on), adviser: sem });
const paused = (on: string) => caseFact('ClockPaused', { on: d(on), waitingFor: 'thirdParty' });
const resumed = (on: string) => caseFact('ClockResumed', { on: d(on) });
const steps = (...all: readonly (readonly [StepOwner, string])[]) => ({
  steps: all.map(([who, by], index) => ({ step: index + 1, who, by: d(by) })),
  whats: all.map(() => 'bellen'),
});
const drafted = (on: string, version = 1) =>
  caseFact('StepPlanDrafted', { on: d(on), version, ...steps(['student', '10-10']) });
const consulted = (on: string, whom: 'student' | 'coach', agreed = true) =>
  caseFact('ConsultationHeld', { on: d(on), with: whom, agreed, under16: false });

/** The trajectory of one who left or was merged from a day on. */
const student = (on: string, event: TrajectoryEvent) =>
  [
    ['2025-09-01', ...uptoPlaced.flat()],
    [d(on), event],
  ] as const;

const [gone] = left;

/** Nothing is asked for in the case of one who left; found at the next word or timer. */
const mootOfWhoIsGone = (workflow: CaseWorkflow, ...events: readonly SabCaseEvent[]): void => {
  it('is moot when the student left', () => {
    if (!gone) throw new Error('nothing happened');
    const play = playCase(workflow, { student: student('09-18', gone) }).on('2025-09-15', ...events);
    expect(play.asked()).not.toEqual([]);
    expect(play.until('2025-09-19').heard().asked()).toEqual([]);
  });
};

describe('a referral is answered', () => {
  const referred = (urgent = false) =>
    playCase(aReferralIsAnswered).on('2025-09-15', opened('09-15', urgent));

  it('within five school days, by whichever adviser; an urgent one within one', () => {
    expect(referred().asked()).toEqual(['accept-referral of adviser by 2025-09-22']);
    expect(referred(true).asked()).toEqual(['accept-referral of adviser by 2025-09-16']);
  });

  it('over the autumn holiday', () => {
    const play = playCase(aReferralIsAnswered).on('2025-10-15', opened('10-15'));
    expect(play.asked()).toEqual(['accept-referral of adviser by 2025-10-29']);
  });

  it.each([
    ['accepted', accepted('09-17')],
    ['returned', returned('09-17')],
    ['void', voided('09-17')],
  ])('is over when it is %s', (_, event) => {
    expect(referred().on('2025-09-17', event).asked()).toEqual([]);
  });

  it('climbs two school days after its term to the coordinator, and two later to the opleidingsmanager', () => {
    const play = referred();
    play.happened();
    expect(play.until('2025-10-31').happened()).toEqual([
      '09-25 climbed to sabCoordinator, adviser should have acted',
      '09-27 climbed to programmeManager, sabCoordinator should have acted',
    ]);
  });

  it('stands still while the clock is paused, and is due so many school days later', () => {
    const play = referred().on('2025-09-17', paused('09-17'));
    expect(play.until('2025-10-17').happened()).toEqual([
      '09-15 asked accept-referral of adviser by 2025-09-22',
      '09-17 moved to adviser by 2025-09-22, standing still',
      '09-25 ignored: standsStill',
    ]);
    // From Wednesday 17 September up to Friday 17 October are 22 school days; the holiday comes on top.
    play.on('2025-10-17', resumed('10-17'));
    expect(play.until('2025-11-07').happened()).toEqual([
      '10-17 moved to adviser by 2025-10-29',
      '11-01 climbed to sabCoordinator, adviser should have acted',
      '11-05 climbed to programmeManager, sabCoordinator should have acted',
    ]);
  });

  it('pauses and runs on the same day as if nothing had been', () => {
    const play = referred().on('2025-09-17', paused('09-17'), resumed('09-17'));
    play.happened();
    expect(play.until('2025-09-25').happened()).toEqual([
      '09-25 climbed to sabCoordinator, adviser should have acted',
    ]);
  });

  it('climbs all the same when the clock was stopped and let run afterwards for a day gone by', () => {
    const play = referred().on('2025-09-24', paused('09-24'));
    expect(play.until('2025-09-26').happened().at(-1)).toBe('09-25 ignored: standsStill');
    play.on('2025-09-26', resumed('09-24'));
    expect(play.until('2025-09-27').happened()).toEqual([
      '09-26 moved to adviser by 2025-09-22',
      '09-26 climbed to sabCoordinator, adviser should have acted',
      '09-27 climbed to programmeManager, sabCoordinator should have acted',
    ]);
  });

  it('that was overdue before the pause is not made less so by it', () => {
    const play = referred().on('2025-09-23', paused('09-23')).on('2025-09-25', resumed('09-25'));
    expect(play.asked()).toEqual(['accept-referral of adviser by 2025-09-22']);
  });

  it('takes the term of the school', () => {
    const house = schoolWith(changed('urgentReferralAnswered', '2', '2025-08-01'));
    expect(playCase(aReferralIsAnswered, { house }).on('2025-09-15', opened('09-15', true)).asked()).toEqual([
      'accept-referral of adviser by 2025-09-17',
    ]);
  });

  mootOfWhoIsGone(aReferralIsAnswered, opened('09-15'));
});

describe('an accepted case gets a plan', () => {
  const taken = () => playCase(anAcceptedCaseGetsAPlan).on('2025-09-15', opened('09-12'), accepted('09-15'));

  it('drafted within ten school days and consulted within fifteen, by its adviser', () => {
    expect(taken().asked()).toEqual([
      'draft-step-plan of adviser sacha by 2025-09-29',
      'record-consultation of adviser sacha by 2025-10-06',
    ]);
  });

  it('is over when it is drafted, and when student and coach were both consulted', () => {
    const play = taken().on('2025-09-20', drafted('09-20'));
    expect(play.asked()).toEqual(['record-consultation of adviser sacha by 2025-10-06']);
    expect(play.on('2025-09-22', consulted('09-22', 'student')).asked()).toHaveLength(1);
    expect(play.on('2025-09-23', consulted('09-23', 'coach')).asked()).toEqual([]);
  });

  it('is talked over anew when another draft is made, with its own term', () => {
    const play = taken().on('2025-09-20', drafted('09-20'));
    play.on('2025-09-22', consulted('09-22', 'student', false), consulted('09-22', 'coach'));
    expect(play.on('2025-09-24', drafted('09-24', 2)).asked()).toEqual([
      'record-consultation of adviser sacha by 2025-10-15',
    ]);
  });

  it('moves to the adviser to whom it is assigned', () => {
    expect(taken().on('2025-09-16', assigned('09-16')).asked()[0]).toBe(
      'draft-step-plan of adviser sem by 2025-09-29',
    );
  });

  it('climbs five school days after its term and five later', () => {
    const play = taken();
    play.happened();
    expect(play.until('2025-11-30').happened()).toEqual([
      '10-07 climbed to sabCoordinator, adviser sacha should have acted',
      '10-14 climbed to programmeManager, sabCoordinator should have acted',
      '10-14 climbed to sabCoordinator, adviser sacha should have acted',
      '10-28 climbed to programmeManager, sabCoordinator should have acted',
    ]);
  });

  it('stands still for as many school days as the clock does, also when that ran over a holiday', () => {
    const play = taken().on('2025-09-29', paused('09-29')).on('2025-10-27', resumed('10-27'));
    // 15 school days from 29 September to 17 October; the day on which it was due is still to come.
    expect(play.asked()).toEqual([
      'draft-step-plan of adviser sacha by 2025-10-27',
      'record-consultation of adviser sacha by 2025-11-03',
    ]);
  });

  it('counts no day twice of pauses that are told late and overlap', () => {
    const play = taken()
      .on('2025-09-22', paused('09-18'), resumed('09-22'))
      .on('2025-09-23', paused('09-19'), resumed('09-23'));
    expect(play.asked()[0]).toBe('draft-step-plan of adviser sacha by 2025-10-02');
  });

  it.each([
    ['closed', closed('09-20')],
    ['void', voided('09-20')],
  ])('is moot when the case is %s', (_, event) => {
    expect(taken().on('2025-09-20', event).asked()).toEqual([]);
  });

  it('is over when the plan runs', () => {
    const play = taken().on(
      '2025-09-20',
      drafted('09-20'),
      consulted('09-20', 'student'),
      consulted('09-20', 'coach'),
      caseFact('StepPlanStarted', { on: d('09-20'), version: 1 }),
    );
    expect(play.asked()).toEqual([]);
  });

  mootOfWhoIsGone(anAcceptedCaseGetsAPlan, opened('09-12'), accepted('09-15'));
});

describe('a step is done on its date', () => {
  const plan = (...all: readonly (readonly [StepOwner, string])[]) => [
    opened('09-12'),
    accepted('09-15'),
    caseFact('StepPlanDrafted', { on: d('09-15'), version: 1, ...steps(...all) }),
    caseFact('StepPlanStarted', { on: d('09-17'), version: 1 }),
  ];
  const running = (...all: readonly (readonly [StepOwner, string])[]) =>
    playCase(aStepIsDoneOnItsDate).on('2025-09-17', ...plan(...all));

  it('by its owner; what is for parents and others is for the adviser', () => {
    expect(
      running(
        ['student', '10-10'],
        ['coach', '10-11'],
        ['adviser', '10-12'],
        ['parents', '10-13'],
        ['other', '10-14'],
      ).asked(),
    ).toEqual([
      'complete-step of student mila by 2025-10-10',
      'complete-step of coach carla of bouw by 2025-10-11',
      'complete-step of adviser sacha by 2025-10-12',
      'complete-step of adviser sacha by 2025-10-13',
      'complete-step of adviser sacha by 2025-10-14',
    ]);
  });

  it('of a student who was merged, by the one who goes on', () => {
    const play = playCase(aStepIsDoneOnItsDate, { goesOnAs: milaAgain });
    expect(play.on('2025-09-17', ...plan(['student', '10-10'])).asked()).toEqual([
      'complete-step of student milaAgain by 2025-10-10',
    ]);
  });

  it('is not asked before the plan runs', () => {
    expect(
      playCase(aStepIsDoneOnItsDate)
        .on('2025-09-17', ...plan(['student', '10-10']).slice(0, 3))
        .asked(),
    ).toEqual([]);
  });

  it('is over when it is done, and when another plan takes its place', () => {
    const done = caseFact('StepCompleted', { on: d('09-20'), step: 1 });
    expect(running(['student', '10-10']).on('2025-09-20', done).asked()).toEqual([]);
    const revised = caseFact('StepPlanRevised', {
      on: d('09-20'),
      version: 2,
      steps: [{ step: 2, who: 'coach', by: d('10-20') }],
      whats: ['bellen'],
      why: 'anders',
    });
    expect(running(['student', '10-10']).on('2025-09-20', revised).asked()).toEqual([
      'complete-step of coach carla of bouw by 2025-10-20',
    ]);
  });

  it('climbs three school days after its date up the second line, over the autumn holiday', () => {
    const play = running(['student', '10-16']);
    play.happened();
    expect(play.until('2025-11-30').happened()).toEqual([
      '10-29 climbed to sabCoordinator, student mila should have acted',
      '11-01 climbed to programmeManager, sabCoordinator should have acted',
    ]);
  });

  it('is put off by as many school days as the clock stood still', () => {
    const play = running(['student', '10-10'])
      .on('2025-09-22', paused('09-22'))
      .on('2025-09-25', resumed('09-25'));
    expect(play.asked()).toEqual(['complete-step of student mila by 2025-10-15']);
  });

  it('goes to the coach who is responsible now', () => {
    const play = playCase(aStepIsDoneOnItsDate, {
      student: [
        ['2025-09-01', ...uptoPlaced.flat()],
        [
          '2025-09-24',
          fact('ResponsibilityMoved', { on: d('09-24'), from: carla, to: cem, because: 'handover' }),
        ],
      ],
    }).on('2025-09-17', ...plan(['coach', '10-10']));
    expect(play.until('2025-09-24').heard().asked()).toEqual([
      'complete-step of coach cem of bouw by 2025-10-10',
    ]);
  });

  it('goes to the adviser to whom the case is assigned', () => {
    expect(running(['parents', '10-10']).on('2025-09-20', assigned('09-20')).asked()).toEqual([
      'complete-step of adviser sem by 2025-10-10',
    ]);
  });

  it('is moot when the case is closed', () => {
    expect(running(['student', '10-10']).on('2025-09-20', closed('09-20')).asked()).toEqual([]);
  });

  mootOfWhoIsGone(
    aStepIsDoneOnItsDate,
    opened('09-12'),
    accepted('09-12'),
    caseFact('StepPlanDrafted', { on: d('09-12'), version: 1, ...steps(['student', '10-10']) }),
    caseFact('StepPlanStarted', { on: d('09-15'), version: 1 }),
  );
});

describe('an open case is reviewed', () => {
  const open = (around = {}) => playCase(anOpenCaseIsReviewed, around).on('2025-09-15', opened('09-15'));
  const conversation = (on: string) =>
    caseFact('SabConversationHeld', { on: d(on), faceToFace: true, present: ['student'] });

  it('after sixty days of the calendar, by the coordinator', () => {
    const play = open();
    expect(play.until('2025-11-13').asked()).toEqual([]);
    expect(play.until('2025-11-14').asked()).toEqual([
      'record-sab-conversation of sabCoordinator by 2025-11-14',
    ]);
  });

  it('on the first school day, when it falls on none', () => {
    const play = playCase(anOpenCaseIsReviewed).on('2025-10-23', opened('10-23'));
    expect(play.until('2025-12-22').asked()).toEqual([
      'record-sab-conversation of sabCoordinator by 2026-01-05',
    ]);
  });

  it.each([
    ['a conversation', conversation('11-20')],
    [
      'a revision',
      caseFact('StepPlanRevised', {
        on: d('11-20'),
        version: 2,
        ...steps(['coach', '12-20']),
        why: 'anders',
      }),
    ],
    ['an escalation', caseFact('CaseEscalated', { on: d('11-20'), to: 'sabCoordinator', why: 'vast' })],
    ['a pause', paused('11-20')],
    ['an assignment', assigned('11-20')],
    ['closing it', closed('11-20')],
  ])('is over by %s', (_, event) => {
    expect(open().on('2025-11-20', event).asked()).toEqual([]);
  });

  it('not by what was before that day; again each sixty days, whether the one before was done or not', () => {
    const play = open().on('2025-11-13', conversation('11-13'));
    expect(play.until('2026-01-12').happened()).toEqual([
      '11-14 asked record-sab-conversation of sabCoordinator by 2025-11-14',
      '11-29 climbed to programmeManager, sabCoordinator should have acted',
    ]);
    expect(play.until('2026-01-13').asked()).toHaveLength(2);
    expect(play.on('2026-01-14', conversation('01-14')).asked()).toEqual([]);
    expect(play.until('2026-03-14').asked()).toEqual([
      'record-sab-conversation of sabCoordinator by 2026-03-16',
    ]);
  });

  it('also of a case whose clock is paused, or whose student has left: nobody closes it by itself', () => {
    expect(open().on('2025-09-20', paused('09-20')).until('2025-11-14').asked()).toHaveLength(1);
    if (!gone) throw new Error('nobody left');
    expect(
      open({ student: student('09-18', gone) })
        .until('2025-11-14')
        .asked(),
    ).toHaveLength(1);
  });

  it('takes the days of the school', () => {
    const house = schoolWith(changed('caseReview', '30', '2025-08-01'));
    expect(open({ house }).until('2025-10-15').asked()).toHaveLength(1);
  });

  it.each([
    ['returned', returned('09-17')],
    ['void', voided('09-17')],
  ])('is moot when the case is %s', (_, event) => {
    expect(open().on('2025-09-17', event).until('2025-12-31').asked()).toEqual([]);
  });
});

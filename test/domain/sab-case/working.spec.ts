import { describe, expect, test } from '@jest/globals';
import { sabCaseEvents } from '../../../src/domain/sab-case/events.ts';
import { sabCaseSubject } from '../../../src/domain/sab-case/subject.ts';
import { cem, d } from '../../support/people.ts';
import {
  anna,
  bram,
  caseFacts,
  caseOpened,
  fact,
  fatma,
  returned,
  ruud,
  uptoAccepted,
  uptoStarted,
} from '../../support/sab/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(sabCaseSubject, caseFacts());
const before = (type: 'CaseOpened' | 'ReferralAccepted' | 'ClockPaused' | 'ClockResumed' | 'CaseAssigned') =>
  ['OutOfOrder', { why: 'before', fact: type }] as const;

describe('Another adviser works on the case', () => {
  const assign = { type: 'AssignCase', on: d('10-20'), adviser: bram } as const;
  const toBram = fact('CaseAssigned', { on: d('10-20'), adviser: bram });
  const toAnna = fact('CaseAssigned', { on: d('10-22'), adviser: anna });

  test('from that day on; whoever has it already is not assigned again', () => {
    given(...uptoAccepted)
      .when(assign)
      .then(toBram);
    expect(given(...uptoAccepted, toBram).now.adviser).toBe(bram);
    given(...uptoAccepted)
      .when({ ...assign, adviser: anna })
      .thenNothing();
    given(...uptoAccepted, toBram)
      .when(assign)
      .thenNothing();
  });

  test('only somebody of the second line', () => {
    given(...uptoAccepted)
      .when({ ...assign, adviser: fatma })
      .then(fact('CaseAssigned', { on: d('10-20'), adviser: fatma }));
    given(...uptoAccepted)
      .when({ ...assign, adviser: cem })
      .thenRefused('LacksRole', { staff: cem, role: 'adviser' });
    given(...uptoAccepted)
      .when({ ...assign, adviser: ruud })
      .thenRefused('StaffHasLeft');
  });

  test('asked late, the one before does not get it back', () => {
    given(...uptoAccepted, toBram, toAnna)
      .when(assign)
      .thenNothing();
    given(...uptoAccepted, toBram, toAnna)
      .when({ ...assign, on: d('10-21') })
      .thenRefused(...before('CaseAssigned'));
    given(...uptoAccepted, toBram, toAnna)
      .when({ ...assign, on: d('10-23') })
      .then(fact('CaseAssigned', { on: d('10-23'), adviser: bram }));
  });

  test('and back again on one day is another wish', () => {
    const backAtOnce = fact('CaseAssigned', { on: d('10-20'), adviser: anna });
    given(...uptoAccepted, toBram, backAtOnce)
      .when(assign)
      .then(toBram);
  });

  test('a case that nobody has taken on is accepted first', () => {
    given(caseOpened).when(assign).thenRefused('ReferralNotAccepted');
    given(...uptoAccepted)
      .when({ ...assign, on: d('10-07') })
      .thenRefused(...before('ReferralAccepted'));
  });
});

describe('A conversation of the second line', () => {
  const held = {
    on: d('10-09'),
    faceToFace: true,
    present: ['student', 'adviser'],
    forCoach: 'Bel haar iedere maandag.',
    confidential: 'Thuis is het onveilig.',
  };

  test('says what the coach needs and what stays with the second line, each apart or neither', () => {
    const { forCoach, confidential, ...neither } = held;
    for (const layers of [held, { ...neither, forCoach }, { ...neither, confidential }, neither])
      given(...uptoAccepted)
        .when({ type: 'RecordSabConversation', ...layers })
        .then(fact('SabConversationHeld', layers));
  });

  test('both layers are special data: nothing rests on them', () => {
    const { forCoach, confidential } = sabCaseEvents.SabConversationHeld.fields;
    expect([forCoach.classification, confidential.classification]).toEqual(['special', 'special']);
  });

  test('written down twice it is one; two of one day are two', () => {
    const told = fact('SabConversationHeld', held);
    given(...uptoAccepted, told)
      .when({ type: 'RecordSabConversation', ...held })
      .thenNothing();
    given(...uptoAccepted, told)
      .when({ type: 'RecordSabConversation', ...held, faceToFace: false })
      .then(fact('SabConversationHeld', { ...held, faceToFace: false }));
  });

  test('on a case that was taken on, and not before that', () => {
    given(caseOpened)
      .when({ type: 'RecordSabConversation', ...held })
      .thenRefused('ReferralNotAccepted');
    given(...uptoAccepted)
      .when({ type: 'RecordSabConversation', ...held, on: d('10-07') })
      .thenRefused(...before('ReferralAccepted'));
  });
});

describe('The clock of a case', () => {
  const pause = { type: 'PauseClock', on: d('10-20'), waitingFor: 'parents', why: 'Op reis.' } as const;
  const paused = fact('ClockPaused', { on: d('10-20'), waitingFor: 'parents', why: 'Op reis.' });
  const resume = { type: 'ResumeClock', on: d('10-27') } as const;
  const resumed = fact('ClockResumed', { on: d('10-27') });

  test('stands still while somebody is waited for, with or without why', () => {
    given(...uptoAccepted)
      .when(pause)
      .then(paused);
    given(...uptoAccepted)
      .when({ type: 'PauseClock', on: d('10-20'), waitingFor: 'thirdParty' })
      .then(fact('ClockPaused', { on: d('10-20'), waitingFor: 'thirdParty' }));
    expect(given(...uptoAccepted, paused).now.paused).toEqual({ on: d('10-20'), waitingFor: 'parents' });
  });

  test('also of a referral that waits for an answer', () => {
    given(caseOpened).when(pause).then(paused);
  });

  test('one pause at a time', () => {
    given(...uptoAccepted, paused)
      .when(pause)
      .thenNothing();
    given(...uptoAccepted, paused)
      .when({ ...pause, on: d('10-21') })
      .thenRefused('ClockAlreadyPaused', { on: d('10-20') });
  });

  test('runs again, once, and not before it stood still', () => {
    given(...uptoAccepted, paused)
      .when(resume)
      .then(resumed);
    given(...uptoAccepted, paused, resumed)
      .when(resume)
      .thenNothing();
    given(...uptoAccepted)
      .when(resume)
      .thenRefused('ClockNotPaused');
    given(...uptoAccepted, paused, resumed)
      .when({ ...resume, on: d('10-28') })
      .thenRefused('ClockNotPaused');
    given(...uptoAccepted, paused)
      .when({ ...resume, on: d('10-19') })
      .thenRefused(...before('ClockPaused'));
  });

  test('a pause that is asked again when it is over does not begin anew', () => {
    given(...uptoAccepted, paused, resumed)
      .when(pause)
      .thenNothing();
  });

  test('pauses do not overlap, so that each day is waited for once', () => {
    given(...uptoAccepted, paused, resumed)
      .when({ ...pause, on: d('10-26') })
      .thenRefused(...before('ClockResumed'));
    given(...uptoAccepted, paused, resumed)
      .when({ ...pause, on: d('10-27') })
      .then(fact('ClockPaused', { on: d('10-27'), waitingFor: 'parents', why: 'Op reis.' }));
  });

  test('on one day it may stand still, run and stand still again', () => {
    const atOnce = fact('ClockResumed', { on: d('10-20') });
    given(...uptoAccepted, paused, atOnce)
      .when(pause)
      .then(paused);
    given(...uptoAccepted, paused, atOnce, paused)
      .when({ ...resume, on: d('10-20') })
      .then(atOnce);
  });

  test('not before the referral; when the case is over nothing is paused', () => {
    given(caseOpened)
      .when({ ...pause, on: d('10-05') })
      .thenRefused(...before('CaseOpened'));
    expect(given(caseOpened, paused, returned).now.paused).toBeUndefined();
  });
});

describe('The loopbaanbox, with one student', () => {
  const use = { type: 'UseLoopbaanbox', on: d('10-20'), remarks: 'Ze wil iets met dieren.' } as const;
  const used = fact('LoopbaanboxUsed', { on: d('10-20'), remarks: 'Ze wil iets met dieren.' });

  test('is recorded with or without remarks, once', () => {
    given(...uptoAccepted)
      .when(use)
      .then(used);
    given(...uptoAccepted)
      .when({ type: 'UseLoopbaanbox', on: d('10-20') })
      .then(fact('LoopbaanboxUsed', { on: d('10-20') }));
    given(...uptoStarted, used)
      .when(use)
      .thenNothing();
  });

  test('on a case that was taken on, and not before that', () => {
    given(caseOpened).when(use).thenRefused('ReferralNotAccepted');
    given(...uptoAccepted)
      .when({ ...use, on: d('10-07') })
      .thenRefused(...before('ReferralAccepted'));
  });
});

describe('Help from higher up', () => {
  const asked = { on: d('10-20'), to: 'programmeManager', why: 'Niemand belt terug.' } as const;
  const escalate = { type: 'EscalateCase', ...asked } as const;
  const escalated = fact('CaseEscalated', asked);

  test('is asked with why, at any time while the case is open, and once in the same words', () => {
    given(caseOpened).when(escalate).then(escalated);
    given(...uptoStarted)
      .when(escalate)
      .then(escalated);
    given(...uptoStarted, escalated)
      .when(escalate)
      .thenNothing();
    given(...uptoStarted, escalated)
      .when({ ...escalate, on: d('10-21') })
      .then(fact('CaseEscalated', { ...asked, on: d('10-21') }));
  });

  test('not before the referral and not when it is over', () => {
    given(caseOpened)
      .when({ ...escalate, on: d('10-05') })
      .thenRefused(...before('CaseOpened'));
    given(caseOpened, returned).when(escalate).thenRefused('CaseNotOpen');
  });
});

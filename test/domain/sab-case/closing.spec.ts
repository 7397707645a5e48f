import { describe, expect, test } from '@jest/globals';
import { caseOutcomes, sabCaseEvents } from '../../../src/domain/sab-case/events.ts';
import { isOpen } from '../../../src/domain/sab-case/state.ts';
import { sabCaseSubject } from '../../../src/domain/sab-case/subject.ts';
import { wrongFields } from '../../../src/kernel/schema.ts';
import { d } from '../../support/people.ts';
import {
  caseFacts,
  caseOpened,
  closed,
  fact,
  returned,
  uptoAccepted,
  uptoDrafted,
  uptoStarted,
} from '../../support/sab/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(sabCaseSubject, caseFacts());
const voided = fact('CaseVoided', { on: d('10-06'), why: 'NotPlaced' });

describe('A case is closed', () => {
  const close = {
    type: 'CloseCase',
    on: d('11-20'),
    outcome: 'goesOn',
    feedback: 'Ze is er weer.',
  } as const;

  test('with an outcome and feedback to the coach, whatever the plan has come to', () => {
    for (const happened of [uptoAccepted, uptoDrafted, uptoStarted])
      given(...happened)
        .when(close)
        .then(closed);
    for (const outcome of caseOutcomes)
      given(...uptoAccepted)
        .when({ ...close, outcome })
        .then(fact('CaseClosed', { on: d('11-20'), outcome, feedback: 'Ze is er weer.' }));
    expect(isOpen(given(...uptoStarted, closed).now)).toBe(false);
  });

  test('without feedback it is no closing at all', () => {
    const { fields } = sabCaseEvents.CaseClosed;
    const withoutFeedback = { on: d('11-20'), outcome: 'goesOn' };
    expect(wrongFields(fields, closed.data, 'CaseClosed')).toBeUndefined();
    expect(wrongFields(fields, withoutFeedback, 'CaseClosed')).toBe('CaseClosed.feedback: is missing');
    expect(wrongFields(fields, { ...withoutFeedback, feedback: '' }, 'CaseClosed')).toMatch(
      /^CaseClosed\.feedback: is not text/,
    );
  });

  test('when it was taken on; what was not taken on is given back', () => {
    given(caseOpened).when(close).thenRefused('ReferralNotAccepted');
    given(...uptoAccepted)
      .when({ ...close, on: d('10-07') })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'ReferralAccepted' });
  });

  test('once, and then nothing is done on it any more', () => {
    const after = given(...uptoStarted, closed);
    after.when(close).thenNothing();
    after.when({ ...close, feedback: 'Iets anders.' }).thenRefused('CaseNotOpen', { stage: 'closed' });
    after
      .when({ type: 'CompleteStep', on: d('11-24'), step: 1 })
      .thenRefused('CaseNotOpen', { stage: 'closed' });
  });
});

describe('The two lines thank each other', () => {
  const thank = {
    type: 'ThankForReferral',
    on: d('11-24'),
    from: 'adviser',
    words: 'Op tijd aan de bel getrokken.',
  } as const;
  const thanked = fact('ThankedForReferral', {
    on: d('11-24'),
    from: 'adviser',
    words: 'Op tijd aan de bel getrokken.',
  });

  test('for a referral that is open, closed or given back, in both directions', () => {
    for (const happened of [[caseOpened], uptoStarted, [...uptoStarted, closed], [caseOpened, returned]])
      given(...happened)
        .when(thank)
        .then(thanked);
    given(...uptoStarted, closed, thanked)
      .when({ ...thank, from: 'coach' })
      .then(
        fact('ThankedForReferral', {
          on: d('11-24'),
          from: 'coach',
          words: 'Op tijd aan de bel getrokken.',
        }),
      );
  });

  test('once in the same words; not for what never was, and not before it was asked', () => {
    given(...uptoStarted, thanked)
      .when(thank)
      .thenNothing();
    given(caseOpened, voided).when(thank).thenRefused('CaseNotOpen', { stage: 'voided' });
    given().when(thank).thenRefused('OutOfOrder', { why: 'missing', fact: 'CaseOpened' });
    given(caseOpened)
      .when({ ...thank, on: d('10-05') })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'CaseOpened' });
  });
});

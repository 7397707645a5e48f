import { describe, expect, test } from '@jest/globals';
import { sabCaseSubject } from '../../../src/domain/sab-case/subject.ts';
import { d } from '../../support/people.ts';
import {
  agreed,
  caseFacts,
  caseOpened,
  consultation,
  drafted,
  fact,
  started,
  uptoAccepted,
  uptoDrafted,
  uptoStarted,
} from '../../support/sab/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(sabCaseSubject, caseFacts());

const draft = {
  type: 'DraftStepPlan',
  on: d('10-10'),
  steps: [
    { what: 'Elke ochtend komen.', who: 'student', by: d('10-24') },
    { what: 'Iedere week bellen.', who: 'coach', by: d('10-31') },
    { what: 'Met de huisarts overleggen.', who: 'adviser', by: d('11-14') },
  ],
} as const;
const oneStep = [{ what: 'Om tien uur beginnen.', who: 'student', by: d('10-24') }] as const;
const redrafted = fact('StepPlanDrafted', {
  on: d('10-13'),
  version: 2,
  steps: [{ step: 4, who: 'student', by: d('10-24') }],
  whats: ['Om tien uur beginnen.'],
});
const start = { type: 'StartStepPlan', on: d('10-14') } as const;

describe('A stappenplan is drafted', () => {
  test('with numbered steps, and apart from them what is to be done', () => {
    given(...uptoAccepted)
      .when(draft)
      .then(drafted);
    expect(given(...uptoDrafted).now.stage).toBe('accepted');
  });

  test('with at least one step, none of them due before the plan', () => {
    given(...uptoAccepted)
      .when({ ...draft, steps: [] })
      .thenRefused('NoSteps');
    given(...uptoAccepted)
      .when({ ...draft, steps: [...draft.steps, { ...oneStep[0], by: d('10-09') }] })
      .thenRefused('StepDueBeforePlan', { by: d('10-09'), on: d('10-10') });
    given(...uptoAccepted)
      .when({ ...draft, on: d('10-24'), steps: oneStep })
      .then(
        fact('StepPlanDrafted', {
          on: d('10-24'),
          version: 1,
          steps: [{ step: 1, who: 'student', by: d('10-24') }],
          whats: ['Om tien uur beginnen.'],
        }),
      );
  });

  test('asked twice it is one; the numbers of another go on where the last one stopped', () => {
    given(...uptoDrafted)
      .when(draft)
      .thenNothing();
    given(...uptoDrafted)
      .when({ ...draft, on: d('10-13'), steps: oneStep })
      .then(redrafted);
  });

  test('the first asked late, when there is another, does not come back; on one day it may', () => {
    given(...uptoDrafted, redrafted)
      .when(draft)
      .thenNothing();
    given(...uptoDrafted, redrafted)
      .when({ ...draft, on: d('10-12') })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'StepPlanDrafted', on: d('10-13') });
    const sameDay = fact('StepPlanDrafted', {
      on: d('10-10'),
      version: 2,
      steps: [{ step: 4, who: 'student', by: d('10-24') }],
      whats: ['Om tien uur beginnen.'],
    });
    expect(given(...uptoDrafted, sameDay).when(draft).decision).toMatchObject({
      events: [
        { type: 'StepPlanDrafted', data: { version: 3, steps: [{ step: 5 }, { step: 6 }, { step: 7 }] } },
      ],
    });
  });

  test('on a case that was taken on, and not before that', () => {
    given(caseOpened).when(draft).thenRefused('ReferralNotAccepted');
    given(...uptoAccepted)
      .when({ ...draft, on: d('10-07') })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'ReferralAccepted' });
  });

  test('not when one runs: that one is revised', () => {
    given(...uptoStarted)
      .when({ ...draft, on: d('10-20'), steps: oneStep })
      .thenRefused('StepPlanAlreadyStarted', { on: d('10-14') });
    given(...uptoStarted)
      .when(draft)
      .thenNothing();
  });
});

describe('It is talked over with those whom it concerns', () => {
  const consult = {
    type: 'RecordConsultation',
    on: d('10-13'),
    with: 'student',
    agreed: true,
    under16: false,
  } as const;

  test('each of student, coach and parents, agreeing or not', () => {
    for (const whom of ['student', 'coach', 'parents'] as const)
      for (const agrees of [true, false])
        given(...uptoDrafted)
          .when({ ...consult, with: whom, agreed: agrees, remarks: 'Om tien uur liever.' })
          .then(consultation(whom, { agreed: agrees, remarks: 'Om tien uur liever.' }));
  });

  test('once there is a draft, and not before it', () => {
    given(...uptoAccepted)
      .when(consult)
      .thenRefused('StepPlanMissing');
    given(...uptoDrafted)
      .when({ ...consult, on: d('10-09') })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'StepPlanDrafted', on: d('10-10') });
  });

  test('told twice it is one; what was taken back may be said again', () => {
    given(...uptoDrafted, ...agreed)
      .when(consult)
      .thenNothing();
    given(...uptoDrafted, ...agreed, consultation('student', { agreed: false }))
      .when(consult)
      .then(consultation('student'));
  });

  test('a yes that is asked again after a later no does not take its place', () => {
    given(...uptoDrafted, ...agreed, consultation('student', { on: d('10-14'), agreed: false }))
      .when(consult)
      .thenNothing();
  });

  test('another draft of that day is to be talked over anew, in the same words', () => {
    given(...uptoDrafted, ...agreed, redrafted)
      .when(consult)
      .then(consultation('student'));
  });
});

describe('It starts when everybody whom it takes has agreed', () => {
  const starting = (...held: readonly ReturnType<typeof consultation>[]) =>
    given(...uptoDrafted, ...held).when(start);

  test('student and coach, in whatever order', () => {
    starting(...agreed).then(started);
    starting(...agreed.toReversed()).then(started);
    expect(given(...uptoStarted).now).toMatchObject({ stage: 'planned', plan: { startedOn: d('10-14') } });
  });

  test('until then it says with whom it was not talked over, or who did not agree', () => {
    starting().thenRefused('ConsultationMissing', { with: ['student', 'coach'] });
    starting(consultation('student')).thenRefused('ConsultationMissing', { with: ['coach'] });
    starting(consultation('coach')).thenRefused('ConsultationMissing', { with: ['student'] });
    starting(consultation('student', { agreed: false }), consultation('coach')).thenRefused(
      'ConsultationMissing',
      { with: ['student'] },
    );
    starting(consultation('parents')).thenRefused('ConsultationMissing', { with: ['student', 'coach'] });
  });

  test('under 16 the parents too', () => {
    const young = { under16: true };
    starting(consultation('student', young), consultation('coach', young)).thenRefused('ParentsNotConsulted');
    starting(
      consultation('student', young),
      consultation('coach', young),
      consultation('parents', { ...young, agreed: false }),
    ).thenRefused('ParentsNotConsulted');
    starting(
      consultation('student', young),
      consultation('coach', young),
      consultation('parents', young),
    ).then(started);
  });

  test('from 16 the student decides about the parents: not asked, or against it, holds nothing up', () => {
    starting(...agreed, consultation('parents', { agreed: false })).then(started);
  });

  test('the last consultation says whether the student is under 16', () => {
    starting(
      consultation('student', { on: d('10-11'), under16: true }),
      consultation('coach', { on: d('10-14') }),
    ).then(started);
    starting(
      consultation('student', { on: d('10-11') }),
      consultation('coach', { on: d('10-14'), under16: true }),
    ).thenRefused('ParentsNotConsulted');
  });

  test('the last by its day, not by when it was written down', () => {
    starting(
      consultation('coach', { on: d('10-14') }),
      consultation('student', { on: d('10-11'), under16: true }),
    ).then(started);
    starting(...agreed, consultation('student', { on: d('10-11'), agreed: false })).then(started);
    starting(...agreed, consultation('student', { agreed: false })).thenRefused('ConsultationMissing', {
      with: ['student'],
    });
  });

  test('on a day on which they had agreed, and nobody has come back on it since', () => {
    given(...uptoDrafted, ...agreed)
      .when({ ...start, on: d('10-12') })
      .thenRefused('ConsultationMissing', { with: ['student', 'coach'] });
    starting(...agreed, consultation('coach', { on: d('10-20'), agreed: false })).thenRefused(
      'ConsultationMissing',
      { with: ['coach'] },
    );
  });

  test('what was agreed of an earlier draft counts for nothing', () => {
    starting(...agreed, redrafted).thenRefused('ConsultationMissing', { with: ['student', 'coach'] });
    starting(...agreed, redrafted, ...agreed).then(fact('StepPlanStarted', { on: d('10-14'), version: 2 }));
  });

  test('once, and not without a plan or before it', () => {
    given(...uptoStarted)
      .when(start)
      .thenNothing();
    given(...uptoStarted)
      .when({ ...start, on: d('10-15') })
      .thenRefused('StepPlanAlreadyStarted', { on: d('10-14') });
    given(...uptoAccepted)
      .when(start)
      .thenRefused('StepPlanMissing');
  });
});

import { describe, expect, test } from '@jest/globals';
import type { SabCaseCommand } from '../../../src/domain/sab-case/commands.ts';
import { sabCaseSubject } from '../../../src/domain/sab-case/subject.ts';
import { d } from '../../support/people.ts';
import {
  agreed,
  caseFacts,
  drafted,
  fact,
  started,
  uptoDrafted,
  uptoStarted,
} from '../../support/sab/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(sabCaseSubject, caseFacts());

const redrafted = fact('StepPlanDrafted', {
  on: d('10-13'),
  version: 2,
  steps: [{ step: 4, who: 'student', by: d('10-24') }],
  whats: ['Om tien uur beginnen.'],
});

describe('Its steps are done', () => {
  const done = { type: 'CompleteStep', on: d('10-20'), step: 2, result: 'Gebeld.' } as const;
  const stepDone = fact('StepCompleted', { on: d('10-20'), step: 2, result: 'Gebeld.' });

  test('each once, with or without what came of it', () => {
    given(...uptoStarted)
      .when(done)
      .then(stepDone);
    given(...uptoStarted)
      .when({ type: 'CompleteStep', on: d('10-20'), step: 1 })
      .then(fact('StepCompleted', { on: d('10-20'), step: 1 }));
    given(...uptoStarted, stepDone)
      .when(done)
      .thenNothing();
    given(...uptoStarted, stepDone)
      .when({ ...done, on: d('10-21') })
      .thenRefused('StepAlreadyDone', { step: 2, on: d('10-20') });
  });

  test('when the plan runs, of steps that it has', () => {
    given(...uptoDrafted)
      .when(done)
      .thenRefused('StepPlanNotStarted');
    given(...uptoStarted)
      .when({ ...done, on: d('10-13') })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'StepPlanStarted' });
    given(...uptoStarted)
      .when({ ...done, step: 4 })
      .thenRefused('UnknownStep', { step: 4 });
  });

  test('a step of a draft that was put aside is none of the plan', () => {
    given(...uptoDrafted, redrafted, ...agreed, started)
      .when(done)
      .thenRefused('UnknownStep', { step: 2 });
  });
});

describe('It goes on with other steps', () => {
  const stepDone = fact('StepCompleted', { on: d('10-20'), step: 1 });
  const revise = {
    type: 'ReviseStepPlan',
    on: d('10-27'),
    steps: [{ what: 'Een andere huisarts zoeken.', who: 'parents', by: d('11-14') }],
    why: 'De huisarts is met pensioen.',
  } as const;
  const revised = fact('StepPlanRevised', {
    on: d('10-27'),
    version: 2,
    steps: [{ step: 4, who: 'parents', by: d('11-14') }],
    whats: ['Een andere huisarts zoeken.'],
    why: 'De huisarts is met pensioen.',
  });
  const after = given(...uptoStarted, stepDone, revised);

  test('with why, under numbers of their own, and without being talked over again', () => {
    given(...uptoStarted, stepDone)
      .when(revise)
      .then(revised);
    expect(after.now).toMatchObject({ stage: 'planned', plan: { version: 2, startedOn: d('10-14') } });
  });

  test('what was done stays done, what was not is put aside, and the old plan can still be read', () => {
    expect([...(after.now.plan?.steps.values() ?? [])]).toEqual([
      { step: 1, who: 'student', by: d('10-24'), doneOn: d('10-20'), replaced: false },
      { step: 2, who: 'coach', by: d('10-31'), doneOn: undefined, replaced: true },
      { step: 3, who: 'adviser', by: d('11-14'), doneOn: undefined, replaced: true },
      { step: 4, who: 'parents', by: d('11-14'), doneOn: undefined, replaced: false },
    ]);
    expect(after.told.filter(({ type }) => type === 'StepPlanDrafted')).toMatchObject([drafted]);
  });

  test('then only the steps that are left are to be done', () => {
    const done = (step: number): SabCaseCommand => ({ type: 'CompleteStep', on: d('11-03'), step });
    after.when(done(4)).then(fact('StepCompleted', { on: d('11-03'), step: 4 }));
    after.when(done(2)).thenRefused('UnknownStep');
    after.when(done(1)).thenRefused('StepAlreadyDone');
    after.when({ ...done(1), on: d('10-20') }).thenNothing();
  });

  test('asked twice it is one, also late; on one day another may be followed by the first', () => {
    after.when(revise).thenNothing();
    const another = { ...revise, steps: [{ ...revise.steps[0], who: 'adviser' }] } as const;
    const twice = (on: typeof revise.on) =>
      given(
        ...uptoStarted,
        revised,
        fact('StepPlanRevised', {
          on,
          version: 3,
          steps: [{ step: 5, who: 'adviser', by: d('11-14') }],
          whats: ['Een andere huisarts zoeken.'],
          why: 'De huisarts is met pensioen.',
        }),
      );
    twice(d('10-28')).when(revise).thenNothing();
    twice(d('10-28'))
      .when({ ...another, on: d('10-26') })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'StepPlanRevised', on: d('10-28') });
    expect(twice(d('10-27')).when(revise).decision).toMatchObject({
      events: [{ data: { version: 4, steps: [{ step: 6, who: 'parents' }] } }],
    });
  });

  test('when it runs, with steps that can be done in time', () => {
    given(...uptoDrafted)
      .when(revise)
      .thenRefused('StepPlanNotStarted');
    given(...uptoStarted)
      .when({ ...revise, steps: [] })
      .thenRefused('NoSteps');
    given(...uptoStarted)
      .when({ ...revise, on: d('11-17') })
      .thenRefused('StepDueBeforePlan', { by: d('11-14') });
    given(...uptoStarted)
      .when({ ...revise, on: d('10-13') })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'StepPlanStarted' });
  });
});

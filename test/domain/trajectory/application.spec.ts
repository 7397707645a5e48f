import { describe, test } from '@jest/globals';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import {
  applied,
  bouw,
  cem,
  d,
  fact,
  factsOf,
  gea,
  nobody,
  nowhere,
  opened,
  samir,
  sanne,
  uiterlijk,
  uptoPlaced,
  welcomed,
} from '../../support/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(trajectorySubject, factsOf());
const apply = {
  type: 'Apply',
  on: d('08-21'),
  landschap: bouw,
  wish: 'Ik wil timmeren.',
  scout: sanne,
} as const;

describe('An application', () => {
  test('goes to a scout of the landschap', () => {
    given(opened)
      .when(apply)
      .then(...applied);
    given(opened)
      .when({ ...apply, scout: samir })
      .thenRefused('LacksRole', { staff: samir, landschap: bouw });
    given(opened)
      .when({ ...apply, scout: cem })
      .thenRefused('LacksRole', { staff: cem, role: 'scout' });
    given(opened)
      .when({ ...apply, scout: nobody })
      .thenRefused('UnknownStaff', { staff: nobody });
    given(opened)
      .when({ ...apply, on: d('10-01'), scout: gea })
      .thenRefused('StaffHasLeft', { on: d('09-30') });
  });

  test('needs a landschap that exists', () => {
    given(opened)
      .when({ ...apply, landschap: nowhere })
      .thenRefused('UnknownLandschap', { landschap: nowhere });
  });

  test('one open application per landschap; several landschappen at once', () => {
    given(opened, applied).when(apply).thenNothing();
    given(opened, applied)
      .when({ ...apply, on: d('08-22') })
      .thenRefused('AlreadyApplied', { landschap: bouw, on: d('08-21') });
    given(opened, applied)
      .when({ ...apply, landschap: uiterlijk, scout: samir })
      .then(
        fact('Applied', { on: d('08-21'), landschap: uiterlijk, wish: 'Ik wil timmeren.' }),
        fact('ScoutAssigned', { on: d('08-21'), landschap: uiterlijk, scout: samir }),
      );
  });

  test('withdrawn, it may be made again, even on the same day', () => {
    const withdrawn = fact('ApplicationWithdrawn', { on: d('08-21'), landschap: bouw });
    const withdraw = { type: 'WithdrawApplication', on: d('08-21'), landschap: bouw } as const;
    given(opened, applied).when(withdraw).then(withdrawn);
    given(opened, applied, withdrawn).when(withdraw).thenNothing();
    given(opened, applied, withdrawn)
      .when(apply)
      .then(...applied);
  });

  test('goes on in another landschap, with a scout of it', () => {
    const redirect = {
      type: 'RedirectApplication',
      on: d('08-25'),
      from: bouw,
      to: uiterlijk,
      scout: samir,
    } as const;
    const redirected = fact('ApplicationRedirected', {
      on: d('08-25'),
      from: bouw,
      to: uiterlijk,
      scout: samir,
    });
    given(opened, applied).when(redirect).then(redirected);
    given(opened, applied, redirected).when(redirect).thenNothing();
    given(opened, applied)
      .when({ ...redirect, scout: sanne })
      .thenRefused('LacksRole', { landschap: uiterlijk });
    given(opened, applied)
      .when({ ...redirect, to: bouw, scout: sanne })
      .thenRefused('AlreadyApplied');
  });
});

describe('The scoutgesprek', () => {
  const held = {
    type: 'RecordScoutgesprek',
    on: d('08-25'),
    landschap: bouw,
    outcome: 'place',
    reasons: 'Weet het zeker.',
  } as const;

  test('is planned for a day to come, missed or held', () => {
    given(opened, applied)
      .when({ type: 'PlanScoutgesprek', on: d('08-22'), landschap: bouw, plannedFor: d('12-20') })
      .then(fact('ScoutgesprekPlanned', { on: d('08-22'), landschap: bouw, plannedFor: d('12-20') }));
    given(opened, applied)
      .when({ type: 'RecordScoutgesprekNoShow', on: d('08-25'), landschap: bouw })
      .then(fact('ScoutgesprekMissed', { on: d('08-25'), landschap: bouw }));
    given(opened, applied)
      .when(held)
      .then(...welcomed);
    given(opened, applied, welcomed).when(held).thenNothing();
  });

  test('a no-show is not a failure: the talk may still be held', () => {
    given(opened, applied, fact('ScoutgesprekMissed', { on: d('08-24'), landschap: bouw }))
      .when(held)
      .then(...welcomed);
  });

  test('needs an open application of that landschap, and comes after it', () => {
    given(opened).when(held).thenRefused('OutOfOrder', { why: 'missing', fact: 'Applied' });
    given(...uptoPlaced)
      .when({ ...held, outcome: 'notYet' })
      .thenRefused('OutOfOrder', { why: 'missing', fact: 'Applied' });
    given(opened, applied)
      .when({ ...held, on: d('08-20') })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'Applied' });
  });

  test('is not planned for a day before the one on which it is planned', () => {
    given(opened, applied)
      .when({ type: 'PlanScoutgesprek', on: d('08-22'), landschap: bouw, plannedFor: d('08-21') })
      .thenRefused('OutOfOrder', { why: 'before' });
  });
});

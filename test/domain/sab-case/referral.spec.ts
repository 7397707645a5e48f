import { describe, expect, test } from '@jest/globals';
import { sabCaseSubject } from '../../../src/domain/sab-case/subject.ts';
import { isOpen } from '../../../src/domain/sab-case/state.ts';
import {
  actor,
  bouw,
  carla,
  cem,
  d,
  dirk,
  fact,
  left,
  mila,
  milaAgain,
  nobody,
  uptoPlaced,
} from '../../support/people.ts';
import {
  accepted,
  anna,
  caseFacts,
  caseOpened,
  closed,
  fact as ofCase,
  fatma,
  opening,
  type Path,
  returned,
  rosa,
  ruud,
  secondCase,
  supported,
  talkedWith,
  trajectoryAfter,
  uptoAccepted,
} from '../../support/sab/people.ts';
import { scenario } from '../../support/scenario.ts';

const refer = {
  type: 'ReferToSab',
  on: d('10-06'),
  student: mila,
  question: 'Ze komt niet meer.',
  tried: 'Gebeld en thuis geweest.',
  urgent: false,
} as const;
const { given } = scenario(sabCaseSubject, caseFacts());
const where = (...happened: Path) =>
  scenario(sabCaseSubject, caseFacts({ trajectory: trajectoryAfter(...happened) })).given();

describe('A coach who cannot solve it alone asks the second line', () => {
  test('with the question and what was tried; the landschap and the coach are those of that day', () => {
    given().when(refer, actor(carla, 'coach')).then(caseOpened);
    expect(opening).toMatchObject({ coach: carla, landschap: bouw });
  });

  test('it is for the responsible coach or the deputy to ask, for no other coach', () => {
    given().when(refer, actor(cem, 'coach')).thenRefused('NotYours');
    given().when(refer, actor(dirk, 'coach')).thenRefused('NotYours');
    given()
      .when({ ...refer, on: d('11-10') }, actor(dirk, 'coach'))
      .then(ofCase('CaseOpened', { ...opening, on: d('11-10') }));
  });

  test('after a conversation about support, on that day or before it', () => {
    where(...uptoPlaced)
      .when(refer)
      .thenRefused('SupportConversationMissing');
    given()
      .when({ ...refer, on: d('09-30') })
      .thenRefused('SupportConversationMissing');
    where(...uptoPlaced, talkedWith('reflection'))
      .when(refer)
      .thenRefused('SupportConversationMissing');
  });

  test('a conversation that an earlier referral rested on does not count again', () => {
    where(
      ...uptoPlaced,
      supported,
      fact('ReferredToSab', { on: d('10-02'), case: secondCase, urgent: false }),
      fact('SabReferralReturned', { on: d('10-03'), case: secondCase }),
    )
      .when(refer)
      .thenRefused('SupportConversationMissing');
  });

  test('what is urgent does not wait for a conversation', () => {
    where(...uptoPlaced)
      .when({ ...refer, urgent: true })
      .then(ofCase('CaseOpened', { ...opening, urgent: true }));
  });

  test('one case at a time, however urgent', () => {
    const referred = fact('ReferredToSab', { on: d('10-02'), case: secondCase, urgent: false });
    for (const urgent of [true, false])
      where(...uptoPlaced, supported, referred, supported)
        .when({ ...refer, urgent })
        .thenRefused('CaseAlreadyOpen', { case: secondCase });
    where(...uptoPlaced, referred, fact('SabCaseClosed', { on: d('10-04'), case: secondCase }), supported)
      .when(refer)
      .then(caseOpened);
  });

  test('for a student who is placed; after leaving nobody is responsible who could ask', () => {
    where().when(refer).thenRefused('NotPlaced');
    where(...uptoPlaced, supported, left)
      .when({ ...refer, on: d('11-20') })
      .thenRefused('NotPlaced');
  });

  test('not on a day before the school knew the student, and not in the future', () => {
    where(...uptoPlaced)
      .when({ ...refer, on: d('08-19'), urgent: true })
      .thenRefused('OutOfOrder', { why: 'before', fact: 'TrajectoryOpened', on: d('08-20') });
    given()
      .when({ ...refer, on: d('12-02') })
      .thenRefused('DateInFuture', { today: d('12-01') });
  });

  test('asked twice adds nothing; another question under the same id is another case', () => {
    given(caseOpened).when(refer).thenNothing();
    given(caseOpened, accepted).when(refer).thenNothing();
    given(caseOpened, returned).when(refer).thenNothing();
    for (const other of [
      { question: 'Iets anders.' },
      { urgent: true },
      { on: d('10-07') },
      { student: milaAgain },
    ])
      given(caseOpened)
        .when({ ...refer, ...other })
        .thenRefused('CaseIdInUse');
  });
});

describe('The second line takes it on or gives it back', () => {
  const accept = { type: 'AcceptReferral', on: d('10-08'), adviser: anna } as const;
  const giveBack = { type: 'ReturnReferral', on: d('10-08'), why: 'Dit kan de coach zelf.' } as const;

  test('an adviser takes it on, or the coordinator', () => {
    expect(given(caseOpened).when(accept).decision).toEqual({ accepted: true, events: [accepted] });
    given(caseOpened)
      .when({ ...accept, adviser: fatma })
      .then(ofCase('ReferralAccepted', { on: d('10-08'), adviser: fatma }));
  });

  test('somebody who works here on that day and has the role on it', () => {
    given(caseOpened)
      .when({ ...accept, adviser: ruud })
      .thenRefused('StaffHasLeft', { staff: ruud, on: d('09-30') });
    given(caseOpened)
      .when({ ...accept, adviser: rosa })
      .thenRefused('LacksRole', { staff: rosa, role: 'adviser' });
    given(caseOpened)
      .when({ ...accept, adviser: cem })
      .thenRefused('LacksRole', { staff: cem });
    given(caseOpened)
      .when({ ...accept, adviser: nobody })
      .thenRefused('UnknownStaff');
  });

  test('once; who has it is told to the second', () => {
    given(...uptoAccepted)
      .when(accept)
      .thenNothing();
    given(...uptoAccepted)
      .when({ ...accept, on: d('10-09') })
      .thenRefused('ReferralAlreadyAccepted', { on: d('10-08'), adviser: anna });
    given(...uptoAccepted)
      .when(giveBack)
      .thenRefused('ReferralAlreadyAccepted', { adviser: anna });
  });

  test('given back with why, the case is over and the coach goes on', () => {
    given(caseOpened).when(giveBack).then(returned);
    const after = given(caseOpened, returned);
    expect(isOpen(after.now)).toBe(false);
    after.when(giveBack).thenNothing();
    after.when(accept).thenRefused('CaseNotOpen', { stage: 'returned' });
  });

  test('not before the referral', () => {
    for (const command of [accept, giveBack])
      given(caseOpened)
        .when({ ...command, on: d('10-05') })
        .thenRefused('OutOfOrder', { why: 'before', fact: 'CaseOpened', on: d('10-06') });
  });
});

describe('A referral that the trajectory says no to', () => {
  const voided = ofCase('CaseVoided', { on: d('10-06'), why: 'CaseAlreadyOpen' });
  const makeVoid = { type: 'VoidCase', on: d('10-06'), why: 'CaseAlreadyOpen' } as const;

  test('is void, even when it was accepted meanwhile: it never was', () => {
    given(caseOpened).when(makeVoid).then(voided);
    given(...uptoAccepted)
      .when(makeVoid)
      .then(voided);
    given(caseOpened, voided).when(makeVoid).thenNothing();
    expect(isOpen(given(caseOpened, voided).now)).toBe(false);
  });

  test('what is over already stays as it is', () => {
    given(caseOpened, returned).when(makeVoid).thenRefused('CaseNotOpen', { stage: 'returned' });
    given(...uptoAccepted, closed)
      .when(makeVoid)
      .thenRefused('CaseNotOpen', { stage: 'closed' });
  });
});

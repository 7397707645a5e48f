import { describe, test } from '@jest/globals';
import type { RecordRegisterFacts, RegisterEnrolment } from '../../../src/domain/trajectory/commands.ts';
import type { Delivered } from '../../../src/domain/trajectory/facts.ts';
import { trajectorySubject } from '../../../src/domain/trajectory/subject.ts';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { code, d, deliveryId, fact, factsOf, mila, milaAgain, opened } from '../../support/people.ts';
import { scenario } from '../../support/scenario.ts';

const [first, newer, older, elsewhere] = ['a', 'b', 'c', 'd'].map(deliveryId) as [
  ReturnType<typeof deliveryId>,
  ReturnType<typeof deliveryId>,
  ReturnType<typeof deliveryId>,
  ReturnType<typeof deliveryId>,
];
const year = (from: string, to: string, madeOn: string, brin = '21CY'): Delivered => ({
  brin,
  from: calendarDate(from),
  to: calendarDate(to),
  madeOn: calendarDate(madeOn),
});
const facts = factsOf({
  deliveries: new Map([
    [first, year('2025-08-01', '2025-10-01', '2025-10-02')],
    [newer, year('2025-08-01', '2025-11-30', '2025-12-01')],
    [older, year('2024-08-01', '2025-07-31', '2025-08-01')],
    [elsewhere, year('2025-08-01', '2025-11-30', '2025-12-01', '01AA')],
  ]),
});
const { given } = scenario(trajectorySubject, facts);

const enrolment: RegisterEnrolment = {
  enrolment: '1',
  from: d('08-01'),
  periods: [{ from: d('08-01'), opleidingscode: code('25128'), leertraject: 'BOL', niveau: 2 }],
};
const said = (delivery: typeof first, ...enrolments: RegisterEnrolment[]): RecordRegisterFacts => ({
  type: 'RecordRegisterFacts',
  delivery,
  enrolments,
  diplomas: [],
});
const at = (delivery: typeof first, brin = '21CY') => ({ delivery, brin, enrolment: '1' });
const enrolledThere = (delivery: typeof first, brin?: string) =>
  fact('RegisterEnrolmentRecorded', { ...at(delivery, brin), from: d('08-01') });
const periodThere = (delivery: typeof first, brin?: string) =>
  fact('RegisterPeriodRecorded', {
    ...at(delivery, brin),
    from: d('08-01'),
    opleidingscode: code('25128'),
    leertraject: 'BOL',
    niveau: 2,
  });
const known = [enrolledThere(first), periodThere(first)];

describe('What a register says is a second account', () => {
  test('it may be the first that is known of somebody, and places nobody', () => {
    given()
      .when(said(first, enrolment))
      .then(...known);
  });

  test('needs a person and a delivery that are recorded', () => {
    scenario(trajectorySubject, { ...facts, registered: false })
      .given()
      .when(said(first, enrolment))
      .thenRefused('UnknownStudent', { student: mila });
    given()
      .when(said(deliveryId('f'), enrolment))
      .thenRefused('UnknownDelivery', { delivery: deliveryId('f') });
  });

  test('follows a duplicate to the trajectory that goes on', () => {
    given(opened, fact('TrajectoryMerged', { on: d('09-10'), into: milaAgain }))
      .when(said(first, enrolment))
      .thenRefused('TrajectoryMerged', { into: milaAgain });
  });
});

describe('What was said of a duplicate was said of this person', () => {
  const duplicate = given(known, fact('TrajectoryMerged', { on: d('10-10'), into: mila })).now;
  const { given: givenMerged } = scenario(trajectorySubject, { ...facts, merged: [duplicate] });
  const gone = [
    fact('RegisterFactWithdrawn', { ...at(newer), fact: 'enrolment' }),
    fact('RegisterFactWithdrawn', { ...at(newer), fact: 'period', from: d('08-01') }),
  ];

  test('it is not recorded a second time', () => {
    givenMerged(opened).when(said(newer, enrolment)).thenNothing();
  });

  test('it is withdrawn here when a later delivery no longer has it, once', () => {
    givenMerged(opened)
      .when(said(newer))
      .then(...gone);
    givenMerged(opened, gone).when(said(newer)).thenNothing();
  });
});

describe('Only differences are recorded', () => {
  test('the same delivery again, or a newer one that says the same, changes nothing', () => {
    given(known).when(said(first, enrolment)).thenNothing();
    given(known).when(said(newer, enrolment)).thenNothing();
  });

  test('the same fact with other values is recorded again; an end is added', () => {
    const [period] = enrolment.periods;
    const changed = { ...enrolment, until: d('11-14'), reason: '4' };
    given(known)
      .when(said(newer, changed))
      .then(fact('RegisterEnrolmentEnded', { ...at(newer), until: d('11-14'), reason: '4' }));
    given(known)
      .when(
        said(newer, {
          ...enrolment,
          periods: period ? [{ ...period, opleidingscode: code('25118'), niveau: 3 }] : [],
        }),
      )
      .then(
        fact('RegisterPeriodRecorded', {
          ...at(newer),
          from: d('08-01'),
          opleidingscode: code('25118'),
          leertraject: 'BOL',
          niveau: 3,
        }),
      );
  });

  test('another school’s register says nothing about this one’s', () => {
    given(known)
      .when(said(elsewhere, enrolment))
      .then(enrolledThere(elsewhere, '01AA'), periodThere(elsewhere, '01AA'));
    given(known).when(said(elsewhere)).thenNothing();
  });
});

describe('A later delivery that no longer has a fact withdraws it', () => {
  const goneEnrolment = fact('RegisterFactWithdrawn', { ...at(newer), fact: 'enrolment' });
  const gonePeriod = fact('RegisterFactWithdrawn', { ...at(newer), fact: 'period', from: d('08-01') });

  test('when its period touches the fact, and the parts go with the enrolment', () => {
    given(known).when(said(newer)).then(goneEnrolment, gonePeriod);
    given(known, [goneEnrolment, gonePeriod]).when(said(newer)).thenNothing();
  });

  test('a fact that comes back is recorded again', () => {
    given(known, [
      fact('RegisterFactWithdrawn', { ...at(older), fact: 'enrolment' }),
      fact('RegisterFactWithdrawn', { ...at(older), fact: 'period', from: d('08-01') }),
    ])
      .when(said(newer, enrolment))
      .then(enrolledThere(newer), periodThere(newer));
  });

  test('not a fact that lies outside its period', () => {
    const diploma = fact('RegisterDiplomaRecorded', {
      delivery: older,
      brin: '21CY',
      result: '9',
      opleidingscode: code('25128'),
      on: calendarDate('2025-07-01'),
    });
    given(known, [diploma]).when(said(newer, enrolment)).thenNothing();
  });

  test('not a diploma of a day on which it could not have been said', () => {
    const diploma = { result: '9', opleidingscode: code('25128'), on: d('10-15') };
    given(known)
      .when({ ...said(newer, enrolment), diplomas: [diploma] })
      .then(fact('RegisterDiplomaRecorded', { delivery: newer, brin: '21CY', ...diploma }));
    given(known, [fact('RegisterDiplomaRecorded', { delivery: newer, brin: '21CY', ...diploma })])
      .when(said(first, enrolment))
      .thenNothing();
  });
});

describe('An older delivery never has the last word', () => {
  test('it neither overrides nor withdraws', () => {
    const [period] = enrolment.periods;
    given([enrolledThere(newer), periodThere(newer)])
      .when(
        said(first, {
          ...enrolment,
          plannedUntil: calendarDate('2027-07-31'),
          periods: period ? [{ ...period, niveau: 3 }] : [],
        }),
      )
      .thenNothing();
    given([enrolledThere(newer), periodThere(newer)])
      .when(said(first))
      .thenNothing();
  });

  test('it does not add what the later one would have said', () => {
    given([enrolledThere(newer), periodThere(newer)])
      .when(said(first, enrolment, { ...enrolment, enrolment: '2' }))
      .thenNothing();
  });

  test('it does add what the later one could not say', () => {
    const before = {
      enrolment: '0',
      from: calendarDate('2024-08-01'),
      until: calendarDate('2025-07-31'),
      periods: [
        { from: calendarDate('2024-08-01'), opleidingscode: code('25250'), leertraject: 'BOL' as const },
      ],
    };
    given([enrolledThere(newer), periodThere(newer)])
      .when(said(older, before))
      .then(
        fact('RegisterEnrolmentRecorded', { ...at(older), enrolment: '0', from: before.from }),
        fact('RegisterPeriodRecorded', {
          ...at(older),
          enrolment: '0',
          from: before.from,
          opleidingscode: code('25250'),
          leertraject: 'BOL',
        }),
        fact('RegisterEnrolmentEnded', { ...at(older), enrolment: '0', until: before.until }),
      );
  });
});

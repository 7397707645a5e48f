import { describe, expect, it } from '@jest/globals';
import { runFollowUp, followUpsOf } from '../../src/app/follow-ups.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import { trajectorySubject } from '../../src/domain/trajectory/subject.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { uuid } from '../../src/kernel/message.ts';
import { emptySchool, official, type School, today } from './school.ts';

/** Imran and Vera turn out to be one person: the same birth date, and enrolments with numbers of their own. */
const oneOfTwo = official
  .replace('PER|111222333||2006-00-00|M', 'PER|111222333||2007-05-14|V')
  .replaceAll(/^(IS[GP]\|111222333\|\|)1/gm, '$13')
  .replaceAll(/^(IS[GP]\|111222333\|\|)2/gm, '$14');

const studentsOf = async (school: School): Promise<readonly StudentId[]> =>
  (await school.events())
    .filter(({ type }) => type === 'StudentRegistered')
    .map(({ stream }) => stream.slice('student-'.length) as StudentId);

const merge = async (school: School, from: StudentId, into: StudentId, withFollowUps = true) => {
  const answer = await school.engine.execute(
    trajectorySubject,
    from,
    { type: 'MergeInto', on: calendarDate(today), into },
    {
      commandId: uuid('0192f0a0-0000-7000-8000-000000000001'),
      actor: { id: '0192f0a0-0000-7000-8000-000000000002', role: 'quality' },
      source: 'api',
    },
  );
  expect(answer.outcome).toBe('done');
  if (!withFollowUps) return;
  for (const event of (await school.events()).flatMap(followUpsOf)) await runFollowUp(school.engine, event);
};

describe('A person whose trajectories were merged', () => {
  it.each([
    ['has them counted as one, and nothing new to record', true],
    ['also when the numbers have not been moved yet', false],
  ])('%s', async (_what, withFollowUps) => {
    const school = emptySchool();
    const first = await school.import(oneOfTwo);
    expect(first).toMatchObject({ persons: 3, rejected: [] });
    const [vera, imran] = await studentsOf(school);
    if (!vera || !imran) throw new Error('both were registered');
    await merge(school, imran, vera, withFollowUps);
    const size = (await school.events()).length;

    const again = await school.import(oneOfTwo);
    expect((await school.events()).slice(size)).toEqual([]);
    expect(again).toMatchObject({ persons: 2, enrolments: 4, periods: 5, events: 0, rejected: [] });
  });

  it('has what a newer file no longer says of either withdrawn on the one that goes on', async () => {
    const school = emptySchool();
    await school.import(oneOfTwo);
    const [vera, imran] = await studentsOf(school);
    if (!vera || !imran) throw new Error('both were registered');
    await merge(school, imran, vera);
    const size = (await school.events()).length;
    const newer = oneOfTwo
      .replace('2026-08-03', '2026-09-01')
      .replaceAll(/^IS[GP]\|111222333\|\|4.*\n/gm, '');
    expect(await school.import(newer)).toMatchObject({ persons: 2, rejected: [] });
    const after = (await school.events()).slice(size);
    expect(
      after.map(({ type, stream }) => [type, stream.startsWith('delivery-') ? 'delivery' : stream]),
    ).toEqual([
      ['DeliveryRecorded', 'delivery'],
      ['RegisterFactWithdrawn', `trajectory-${vera}`],
      ['RegisterFactWithdrawn', `trajectory-${vera}`],
      ['DeliveryNamed', 'delivery'],
    ]);
    const last = await school.import(newer);
    expect(last.events).toBe(0);
  });
});

describe('A person with two numbers', () => {
  const both = official.replaceAll('123456782||', '123456782|100000016|');

  it('is found by either', async () => {
    const school = emptySchool();
    await school.import(official);
    const size = (await school.events()).length;
    const report = await school.import(both.replace('2026-08-03', '2026-08-10'));
    expect(report).toMatchObject({ persons: 3, rejected: [] });
    expect((await school.events()).slice(size).map(({ type }) => type)).toEqual([
      'DeliveryRecorded',
      'NumberClaimed',
      'StudentCorrected',
      'DeliveryNamed',
    ]);
    const byTheOther = official.replaceAll('123456782|', '|100000016').replace('2026-08-03', '2026-08-11');
    await school.import(byTheOther);
    expect(await studentsOf(school)).toHaveLength(3);
  });

  it('who are two students here goes in for neither until they are merged', async () => {
    const school = emptySchool();
    await school.import(official);
    const [vera, imran] = await studentsOf(school);
    if (!vera || !imran) throw new Error('both were registered');
    const claimed = oneOfTwo
      .replaceAll('111222333|', '123456782|111222333')
      .replace('PER|123456782|111222333|2007-05-14|V\n', '')
      .replace('2026-08-03', '2026-08-10');
    const report = await school.import(claimed);
    expect(report).toMatchObject({
      persons: 1,
      rejected: [{ line: 2, record: 'PER', code: 'NumbersOfTwoStudents' }],
    });
    await merge(school, imran, vera);
    expect(await school.import(claimed)).toMatchObject({ persons: 2, enrolments: 4, rejected: [] });
  });

  it('is one person when the BSN stands where the onderwijsnummer belongs', async () => {
    const school = emptySchool();
    await school.import(official);
    await school.import(official.replaceAll('123456782||', '|123456782|').replace('08-03', '08-10'));
    expect(await studentsOf(school)).toHaveLength(3);
  });
});

describe('Who is known already', () => {
  it('keeps the birth date that is known; the report says that the register has another', async () => {
    const school = emptySchool();
    await school.import(official);
    const report = await school.import(
      official.replace('2007-05-14', '2007-05-15').replace('2026-08-03', '2026-08-10'),
    );
    expect(report.warnings.map(({ code }) => code)).toEqual(['IdentityDiffers']);
    expect((await school.events()).map(({ type }) => type)).not.toContain('StudentCorrected');
  });
});

import { describe, expect, it } from '@jest/globals';
import { openSqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import type { Person } from '../../src/app/register-student.ts';
import { type NumberKind, numberStream } from '../../src/domain/number/ids.ts';
import type { SabCaseCommand } from '../../src/domain/sab-case/commands.ts';
import { caseId } from '../../src/domain/sab-case/ids.ts';
import { staffStream } from '../../src/domain/staff/ids.ts';
import { studentId } from '../../src/domain/student/ids.ts';
import { trajectoryStream } from '../../src/domain/trajectory/ids.ts';
import { numberKey } from '../../src/engine/number-key.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import type { Happening } from '../../src/kernel/message.ts';
import { freshFolder } from '../adapters/fresh-folder.ts';
import { idOf } from '../contracts/event-store.contract.ts';
import { appendFacts } from '../support/appended.ts';
import { applied, d, dirk, mila, opened as opening, placed, welcomed } from '../support/people.ts';
import { LifeOfChild } from './life.ts';
import type { Request } from './load.ts';
import { officeOver, type Reply, restartedOver } from './office.ts';

const student = (number: number) => studentId(idOf(number));
const register = (command: number, of: number, person: Person): Request => ({
  kind: 'register',
  commandId: idOf(command),
  student: student(of),
  person: { birthDate: '2008-03-09', ...person },
});
const streamOf = (kind: NumberKind, number: string) =>
  numberStream(numberKey(developmentHashing, kind, number));

/** A folder in which processes come one after the other; what they answer, and what the log holds afterwards. */
const freshOffice = () => {
  const file = `${freshFolder()}/log.sqlite`;
  return {
    /** The process after it: here, so that only those start that are to be killed. */
    ask: async (...requests: readonly Request[]): Promise<readonly Reply[]> => {
      const log = await openSqliteEventStore({ file });
      const execute = officeOver(log);
      const replies: Reply[] = [];
      for (const request of requests) replies.push(await execute(request));
      await log.close();
      return replies;
    },
    /** It is killed when so many appends are done, and before it goes on. */
    killedAfter: async (appends: number, request: Request) => {
      const life = new LifeOfChild({ file, build: 'honest', standStillAfter: appends });
      await life.ready();
      const reply = life.ask(request);
      await life.standsStill();
      await life.kill();
      expect(await reply).toBeUndefined();
    },
    /** A service that starts on what is left, and that nobody asks anything. */
    restarted: async (): Promise<void> => {
      const log = await openSqliteEventStore({ file });
      await restartedOver(log);
      await log.close();
    },
    /** Facts of before. */
    append: async (stream: string, facts: readonly Happening[]): Promise<void> => {
      const log = await openSqliteEventStore({ file });
      await appendFacts(log, stream, facts);
      await log.close();
    },
    holds: async () => {
      const log = await openSqliteEventStore({ file, readOnly: true });
      const events = await log.readAll(undefined, 100);
      await log.close();
      return events.map(({ stream, revision, id, type, data }) => ({ stream, revision, id, type, data }));
    },
  };
};

const newcomer = register(1, 101, {
  bsn: '111222333',
  onderwijsnummer: '123456782',
  studentNumber: '4711',
});

describe('registering a student: three numbers are claimed, then the student’s own stream decides', () => {
  it.each([1, 2, 3, 4])(
    'killed after append %i, is finished by asking again: once, and as if nothing was',
    async (appends) => {
      const [interrupted, undisturbed] = [freshOffice(), freshOffice()];
      await interrupted.killedAfter(appends, newcomer);
      expect(await interrupted.holds()).toHaveLength(appends);
      const [reply, repeat] = await interrupted.ask(newcomer, newcomer);
      expect(reply).toMatchObject({ outcome: 'done', repeated: appends === 4 });
      expect(repeat).toEqual({ ...reply, repeated: true });
      await undisturbed.ask(newcomer);
      expect(await interrupted.holds()).toEqual(await undisturbed.holds());
    },
  );

  it('killed before it registered, leaves claims that bind nobody', async () => {
    const { killedAfter, ask, holds } = freshOffice();
    await killedAfter(3, newcomer);
    const other = register(2, 102, { bsn: '111222333' });
    expect(await ask(other)).toEqual([expect.objectContaining({ outcome: 'done' })]);
    expect(await ask(newcomer)).toEqual([{ outcome: 'refused', why: 'NumberInUse' }]);
    const claims = (await holds()).filter(({ stream }) => stream === streamOf('bsn', '111222333'));
    expect(claims.at(-1)?.data).toEqual({ student: student(102) });
  });
});

describe('registering that is refused after the numbers were claimed', () => {
  const known = register(1, 101, { name: 'Noor', studentNumber: '1' });
  const other = register(2, 101, { name: 'Somebody else', studentNumber: '2' });

  it.each([1, 2])('killed after append %i, gives the number free when it is asked again', async (appends) => {
    const { killedAfter, ask, holds } = freshOffice();
    await ask(known);
    await killedAfter(appends, other);
    expect(await ask(other)).toEqual([{ outcome: 'refused', why: 'AlreadyRegistered' }]);
    const claims = (await holds()).filter(({ stream }) => stream === streamOf('studentNumber', '2'));
    expect(claims.at(-1)?.type).toBe('NumberReleased');
    expect(await ask(register(3, 103, { studentNumber: '2' }))).toEqual([
      expect.objectContaining({ outcome: 'done' }),
    ]);
  });
});

describe('merging a duplicate: the trajectory decides, then each of its numbers is moved', () => {
  const opened = (command: number, of: number): Request => ({
    kind: 'trajectory',
    commandId: idOf(command),
    student: student(of),
    command: { type: 'OpenTrajectory', on: calendarDate('2026-09-01') },
  });
  const before = [newcomer, register(2, 102, {}), opened(3, 101), opened(4, 102)];
  const merge: Request = {
    kind: 'trajectory',
    commandId: idOf(5),
    student: student(101),
    command: { type: 'MergeInto', on: calendarDate('2026-09-02'), into: student(102) },
  };

  it.each([1, 2, 3, 4])(
    'killed after append %i, is finished by asking again: once, and as if nothing was',
    async (appends) => {
      const [interrupted, undisturbed] = [freshOffice(), freshOffice()];
      await interrupted.ask(...before);
      const already = (await interrupted.holds()).length;
      await interrupted.killedAfter(appends, merge);
      expect(await interrupted.holds()).toHaveLength(already + appends);
      expect(await interrupted.ask(merge, merge)).toMatchObject([
        { outcome: 'done', repeated: true },
        { outcome: 'done', repeated: true },
      ]);
      await undisturbed.ask(...before, merge);
      expect(await interrupted.holds()).toEqual(await undisturbed.holds());
    },
  );
});

describe('a registration that is asked again after its number was moved', () => {
  it('is answered as the first time', async () => {
    const { ask } = freshOffice();
    const open = (command: number, of: number): Request => ({
      kind: 'trajectory',
      commandId: idOf(command),
      student: student(of),
      command: { type: 'OpenTrajectory', on: calendarDate('2026-09-01') },
    });
    const merge: Request = {
      kind: 'trajectory',
      commandId: idOf(5),
      student: student(101),
      command: { type: 'MergeInto', on: calendarDate('2026-09-02'), into: student(102) },
    };
    const replies = await ask(newcomer, register(2, 102, {}), open(3, 101), open(4, 102), merge, newcomer);
    expect(replies.at(-1)).toEqual({ ...replies[0], repeated: true });
  });
});

describe('a SAB case: it decides itself, then its trajectory is told', () => {
  const [theCase, otherCase] = [caseId(idOf(201)), caseId(idOf(202))];
  const onCase = (command: number, id: typeof theCase, asked: SabCaseCommand): Request => ({
    kind: 'sabCase',
    commandId: idOf(command),
    case: id,
    command: asked,
  });
  const referral = { on: d('10-06'), student: mila, question: 'q', tried: 't', urgent: true };
  const refer = onCase(1, theCase, { type: 'ReferToSab', ...referral });
  const referAgain = onCase(2, otherCase, { type: 'ReferToSab', ...referral });
  const accept = onCase(3, theCase, { type: 'AcceptReferral', on: d('10-07'), adviser: dirk });

  /** An office with a student who is placed, and an adviser. */
  const withStudent = async () => {
    const office = freshOffice();
    await office.append(trajectoryStream(mila), [...opening, ...applied, ...welcomed, ...placed]);
    await office.append(staffStream(dirk), [
      { type: 'StaffRegistered', data: { on: d('08-01'), name: 'Dirk' } },
      { type: 'RoleAssigned', data: { role: 'adviser', from: d('08-01') } },
    ]);
    const before = (await office.holds()).length;
    const since = async () => (await office.holds()).slice(before);
    return { ...office, since, types: async () => (await since()).map(({ type }) => type) };
  };

  it.each([1, 2])('killed after append %i of a referral, is whole after a restart', async (appends) => {
    const [interrupted, undisturbed] = [await withStudent(), await withStudent()];
    await interrupted.killedAfter(appends, refer);
    expect(await interrupted.since()).toHaveLength(appends);
    await interrupted.restarted();
    await interrupted.restarted();
    await undisturbed.ask(refer);
    expect(await interrupted.since()).toEqual(await undisturbed.since());
    expect(await interrupted.ask(refer)).toMatchObject([{ outcome: 'done', repeated: true }]);
    expect(await interrupted.types()).toEqual(['CaseOpened', 'ReferredToSab']);
  });

  it.each([1, 2])('killed after append %i of an acceptance, is whole after a restart', async (appends) => {
    const [interrupted, undisturbed] = [await withStudent(), await withStudent()];
    await interrupted.ask(refer);
    await interrupted.killedAfter(appends, accept);
    await interrupted.restarted();
    await undisturbed.ask(refer, accept);
    expect(await interrupted.since()).toEqual(await undisturbed.since());
    expect(await interrupted.types()).toEqual([
      'CaseOpened',
      'ReferredToSab',
      'ReferralAccepted',
      'SabReferralAccepted',
    ]);
  });

  it.each([0, 1])(
    'of two referrals that crossed, killed after append %i of the second, the second is void after a restart',
    async (appends) => {
      const { killedAfter, ask, restarted, since } = await withStudent();
      // The first was not told yet when the second was decided.
      await killedAfter(1, referAgain);
      await ask(refer);
      await killedAfter(appends, referAgain);
      await restarted();
      expect(await ask(referAgain, referAgain)).toEqual([
        { outcome: 'refused', why: 'CaseAlreadyOpen' },
        { outcome: 'refused', why: 'CaseAlreadyOpen' },
      ]);
      expect((await since()).map(({ stream, type }) => [stream, type])).toEqual([
        [`sabCase-${otherCase}`, 'CaseOpened'],
        [`sabCase-${theCase}`, 'CaseOpened'],
        [trajectoryStream(mila), 'ReferredToSab'],
        [`sabCase-${otherCase}`, 'CaseVoided'],
      ]);
    },
  );
});

import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { LogReader } from '../../src/app/figures/log-reader.ts';
import { type FollowUp, followUpsOf, runFollowUp } from '../../src/app/follow-ups.ts';
import { executeOnSabCase } from '../../src/app/on-sab-case.ts';
import type { SabCaseCommand } from '../../src/domain/sab-case/commands.ts';
import { type CaseId, caseId, sabCaseStream } from '../../src/domain/sab-case/ids.ts';
import { sabCaseSubject } from '../../src/domain/sab-case/subject.ts';
import { type StaffId, staffStream } from '../../src/domain/staff/ids.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import { trajectoryStream } from '../../src/domain/trajectory/ids.ts';
import { trajectorySubject } from '../../src/domain/trajectory/subject.ts';
import { Engine } from '../../src/engine/execute.ts';
import { derivedId } from '../../src/engine/ids.ts';
import { instant } from '../../src/kernel/instant.ts';
import { type Actor, uuid, type Uuid } from '../../src/kernel/message.ts';
import { appendFacts } from '../support/appended.ts';
import {
  applied,
  carla,
  cem,
  d,
  dirk,
  fact,
  mila,
  milaAgain,
  opened,
  placed,
  welcomed,
} from '../support/people.ts';

const system: Actor = { id: 'system', role: 'system' };
const school: Actor = { id: 'school', role: 'simulator' };
const [theCase, otherCase] = [caseId(randomUUID()), caseId(randomUUID())];
const referral = { type: 'ReferToSab', on: d('10-06'), student: mila, question: 'q', tried: 't' } as const;
const refer: SabCaseCommand = { ...referral, urgent: true };
const accept: SabCaseCommand = { type: 'AcceptReferral', on: d('10-07'), adviser: dirk };

let store = memoryEventStore();
let engine: Engine;
const context = (commandId: Uuid = uuid(randomUUID())) => ({ commandId, actor: school, source: 'test' });

const ask = (id: CaseId, command: SabCaseCommand, key?: Uuid) =>
  executeOnSabCase({ engine, store }, id, command, context(key));
/** As if the process was broken off right after the case had decided. */
const broken = (id: CaseId, command: SabCaseCommand, key?: Uuid) =>
  engine.execute(sabCaseSubject, id, command, context(key));
const merge = (from: StudentId, into: StudentId) =>
  engine.execute(trajectorySubject, from, { type: 'MergeInto', on: d('10-08'), into }, context());

/** What the trajectory holds of cases, and what the cases hold. */
const noted = async (student = mila): Promise<readonly string[]> =>
  (await store.readStream(trajectoryStream(student)))
    .map(({ type }) => type)
    .filter((type) => /Sab/.test(type));
const held = async (id: CaseId): Promise<readonly string[]> =>
  (await store.readStream(sabCaseStream(id))).map(({ type }) => type);

/** The reader of the log after a start: what it hands out. */
const missing = async (): Promise<readonly FollowUp[]> => {
  const handed: FollowUp[] = [];
  await new LogReader(store, (followUps) => handed.push(...followUps)).catchUp();
  return handed;
};
const restart = async (): Promise<void> => {
  for (const followUp of await missing()) await runFollowUp(engine, followUp);
};

beforeEach(async () => {
  store = memoryEventStore();
  engine = new Engine({
    store,
    clock: { now: () => instant('2025-12-01T10:00:00.000Z') },
    hashing: developmentHashing,
  });
  await appendFacts(store, trajectoryStream(mila), [...opened, ...applied, ...welcomed, ...placed]);
  await appendFacts(store, trajectoryStream(milaAgain), [...opened, ...applied, ...welcomed, ...placed]);
  await appendFacts(store, staffStream(dirk), [
    { type: 'StaffRegistered', data: { on: d('08-01'), name: 'Dirk' } },
    { type: 'RoleAssigned', data: { role: 'adviser', from: d('08-01') } },
  ]);
});

describe('what the trajectory holds of a case', () => {
  test('is there when the command is answered, caused by the event of the case and by the system', async () => {
    await ask(theCase, refer);
    await ask(theCase, accept);
    expect(await noted()).toEqual(['ReferredToSab', 'SabReferralAccepted']);
    const [opening] = await store.readStream(sabCaseStream(theCase));
    const note = (await store.readStream(trajectoryStream(mila))).find(
      ({ type }) => type === 'ReferredToSab',
    );
    expect(note?.meta).toMatchObject({
      actor: { role: 'system' },
      source: 'follow-up',
      causationId: opening?.id,
      correlationId: opening?.meta.correlationId,
    });
  });

  test('is there once, however often it is asked and followed up', async () => {
    const key = uuid(randomUUID());
    await ask(theCase, refer, key);
    await ask(theCase, refer, key);
    await ask(theCase, refer);
    const all = (await store.readStream(sabCaseStream(theCase))).flatMap(followUpsOf);
    await Promise.all([...all, ...all].map((each) => runFollowUp(engine, each)));
    expect(await noted()).toEqual(['ReferredToSab']);
  });

  test('comes in the order of the case, also when the note before it was missing', async () => {
    await broken(theCase, refer);
    await ask(theCase, accept);
    expect(await noted()).toEqual(['ReferredToSab', 'SabReferralAccepted']);
  });

  test('goes to whoever goes on when the student turns out to be a duplicate', async () => {
    await ask(theCase, refer);
    await broken(theCase, accept);
    await merge(mila, milaAgain);
    await restart();
    expect(await noted()).toEqual(['ReferredToSab']);
    expect(await noted(milaAgain)).toEqual(['ReferredToSab', 'SabReferralAccepted']);
  });
});

describe('a case of a student who turns out to be a duplicate', () => {
  const thanks: SabCaseCommand = { type: 'ThankForReferral', on: d('10-08'), from: 'coach', words: 'fijn' };
  const asCoach = (id: StaffId) =>
    executeOnSabCase({ engine, store }, theCase, thanks, { ...context(), actor: { id, role: 'coach' } });

  test('is of the coach of the student who goes on', async () => {
    await ask(theCase, refer);
    await appendFacts(store, trajectoryStream(milaAgain), [
      fact('ResponsibilityOffered', { on: d('10-01'), to: cem }),
      fact('ResponsibilityMoved', { on: d('10-02'), from: carla, to: cem, because: 'handover' }),
    ]);
    await merge(mila, milaAgain);
    expect(await asCoach(carla)).toMatchObject({ outcome: 'refused', refusal: { code: 'NotYours' } });
    expect(await asCoach(cem)).toMatchObject({ outcome: 'done', events: [{ type: 'ThankedForReferral' }] });
  });
});

describe('of two referrals that crossed the second is void', () => {
  const key = uuid(randomUUID());
  const crossing = async () => {
    await broken(theCase, refer);
    // Decided while the trajectory did not hold the first yet.
    await broken(otherCase, refer, key);
    await ask(theCase, refer);
  };

  test('and answered with the refusal of the trajectory, however often it is asked', async () => {
    await crossing();
    const refused = { outcome: 'refused', refusal: { code: 'CaseAlreadyOpen' } };
    expect(await ask(otherCase, refer, key)).toEqual(refused);
    expect(await ask(otherCase, refer, key)).toEqual(refused);
    expect(await ask(otherCase, refer)).toEqual(refused);
    expect(await held(otherCase)).toEqual(['CaseOpened', 'CaseVoided']);
    expect(await held(theCase)).toEqual(['CaseOpened']);
    expect(await noted()).toEqual(['ReferredToSab']);
  });

  test('before anybody works on it', async () => {
    await crossing();
    expect(await ask(otherCase, accept)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'CaseNotOpen', stage: 'voided' },
    });
    expect(await noted()).toEqual(['ReferredToSab']);
  });

  test('and stays so when the first is over', async () => {
    await crossing();
    await restart();
    await ask(theCase, { type: 'ReturnReferral', on: d('10-07'), why: 'w' });
    await restart();
    for (const followUp of (await store.readStream(sabCaseStream(otherCase))).flatMap(followUpsOf))
      await runFollowUp(engine, followUp);
    expect(await noted()).toEqual(['ReferredToSab', 'SabReferralReturned']);
  });

  test('and noted nowhere, when what stood in its way ends just before it is voided', async () => {
    await crossing();
    const [again] = (await store.readStream(sabCaseStream(otherCase))).flatMap(followUpsOf);
    if (!again) throw new Error('a referral is followed up');
    const append = store.append.bind(store);
    let other: Promise<void> | undefined;
    store.append = async (stream, ...rest) => {
      if (stream === sabCaseStream(otherCase) && !other) {
        await ask(theCase, { type: 'ReturnReferral', on: d('10-07'), why: 'w' });
        // The reader of the log comes upon the same note.
        other = runFollowUp(engine, again);
        await Promise.race([other, new Promise((resolve) => setTimeout(resolve, 50))]);
      }
      return append(stream, ...rest);
    };
    await runFollowUp(engine, again);
    await other;
    expect(await held(otherCase)).toEqual(['CaseOpened', 'CaseVoided']);
    expect(await noted()).toEqual(['ReferredToSab', 'SabReferralReturned']);
  });

  /** What another instance does between a decision here and its append, once: there no turn is taken for it. */
  const meanwhile = (stream: string, work: () => Promise<unknown>): void => {
    const append = store.append.bind(store);
    let done = false;
    store.append = async (to, ...rest) => {
      if (to === stream && !done) {
        done = true;
        await work();
      }
      return append(to, ...rest);
    };
  };
  const noteElsewhere = async (followUp: FollowUp) => {
    if (followUp.kind !== 'noteSab') throw new Error('a referral is noted');
    const stream = trajectoryStream(mila);
    const commandId = derivedId(followUp.causedBy, stream);
    return engine.execute(trajectorySubject, mila, followUp.note, { ...context(commandId), actor: system });
  };
  const voidElsewhere = async ({ causedBy }: FollowUp) => {
    const commandId = derivedId(causedBy, sabCaseStream(otherCase));
    const asVoid = { type: 'VoidCase', on: d('10-06'), why: 'CaseAlreadyOpen' } as const;
    return engine.execute(sabCaseSubject, otherCase, asVoid, { ...context(commandId), actor: system });
  };
  const again = async (): Promise<FollowUp> => {
    const [followUp] = (await store.readStream(sabCaseStream(otherCase))).flatMap(followUpsOf);
    if (!followUp) throw new Error('a referral is followed up');
    return followUp;
  };
  const firstIsOver = () => ask(theCase, { type: 'ReturnReferral', on: d('10-07'), why: 'w' });

  test('and taken back from the trajectory that another instance noted it on just before it was void', async () => {
    await crossing();
    const followUp = await again();
    meanwhile(sabCaseStream(otherCase), async () => {
      await firstIsOver();
      expect(await noteElsewhere(followUp)).toMatchObject({ events: [{ type: 'ReferredToSab' }] });
    });
    await runFollowUp(engine, followUp);
    expect(await held(otherCase)).toEqual(['CaseOpened', 'CaseVoided']);
    expect((await noted()).slice(2)).toEqual(['ReferredToSab', 'SabReferralReturned']);
  });

  test('and taken back by the instance that noted it just after another one had made it void', async () => {
    await crossing();
    const followUp = await again();
    await firstIsOver();
    meanwhile(trajectoryStream(mila), () => voidElsewhere(followUp));
    await runFollowUp(engine, followUp);
    expect(await held(otherCase)).toEqual(['CaseOpened', 'CaseVoided']);
    expect((await noted()).slice(2)).toEqual(['ReferredToSab', 'SabReferralReturned']);
  });

  test('and is void, too, when the student left meanwhile', async () => {
    await broken(theCase, refer);
    const destination = { kind: 'unknown', confirmed: false } as const;
    const left = { type: 'Leave', on: d('10-07'), reason: '01', destination } as const;
    await engine.execute(trajectorySubject, mila, left, context());
    await restart();
    expect(await held(theCase)).toEqual(['CaseOpened', 'CaseVoided']);
    expect(await ask(theCase, refer)).toMatchObject({ refusal: { code: 'NotPlaced' } });
  });
});

describe('the reader of the log hands out what is missing, and no more', () => {
  test('nothing when every note is there', async () => {
    await ask(theCase, refer);
    await ask(theCase, accept);
    expect(await missing()).toEqual([]);
  });

  test('the note that was not made, and nothing once it is', async () => {
    await ask(theCase, refer);
    await broken(theCase, accept);
    expect(await missing()).toMatchObject([{ kind: 'noteSab', note: { step: 'accepted' } }]);
    await restart();
    expect(await missing()).toEqual([]);
    expect(await noted()).toEqual(['ReferredToSab', 'SabReferralAccepted']);
  });

  test('the referral that is to be void, and once it is, at each start, that no trajectory may hold it', async () => {
    await broken(theCase, refer);
    await broken(otherCase, refer);
    expect(await missing()).toHaveLength(2);
    await restart();
    const returned = [{ kind: 'noteSab', note: { case: otherCase, step: 'returned' } }];
    expect(await missing()).toMatchObject(returned);
    await restart();
    expect(await missing()).toMatchObject(returned);
    expect(await noted()).toEqual(['ReferredToSab']);
    expect(await held(theCase)).toEqual(['CaseOpened']);
    expect(await held(otherCase)).toEqual(['CaseOpened', 'CaseVoided']);
  });

  test('each once while it reads on', async () => {
    const handed: FollowUp[] = [];
    const reader = new LogReader(store, (followUps) => handed.push(...followUps));
    await broken(theCase, refer);
    await reader.catchUp();
    await reader.catchUp();
    expect(handed).toHaveLength(1);
  });

  test('a merge at each start, for one number that was moved does not tell of the others', async () => {
    await merge(milaAgain, mila);
    await restart();
    expect(await missing()).toMatchObject([{ kind: 'moveNumbers', from: milaAgain, to: mila }]);
  });
});

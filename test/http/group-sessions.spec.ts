import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { systemSecrets } from '../../src/adapters/system/secrets.ts';
import { commandHandlers } from '../../src/app/commands/handlers.ts';
import { OFFICE, type Office } from '../../src/app/commands/office.ts';
import { developmentHashing, systemClock, systemRandom } from '../../src/app/wiring.ts';
import { staffStream } from '../../src/domain/staff/ids.ts';
import { type StudentId, studentId } from '../../src/domain/student/ids.ts';
import { trajectoryStream } from '../../src/domain/trajectory/ids.ts';
import { Engine } from '../../src/engine/execute.ts';
import { commandControllers } from '../../src/http/command-routes.ts';
import { createServer } from '../../src/http/server.ts';
import { appendFacts } from '../support/appended.ts';
import { applied, bouw, carla, d, dirk, fact, opened, placed, welcomed } from '../support/people.ts';

@Module({})
class Door {}

interface Answered {
  readonly position: string | null;
  readonly students: readonly {
    readonly student: string;
    readonly done?: { readonly events: readonly { readonly type: string }[]; readonly repeated: boolean };
    readonly problem?: Readonly<Record<string, unknown>>;
  }[];
}

const store = memoryEventStore();
const engine = new Engine({ store, clock: systemClock, hashing: developmentHashing });
const office: Office = {
  store,
  engine,
  clock: systemClock,
  hashing: developmentHashing,
  random: systemRandom,
  dependantsOf: async () => [],
  secrets: systemSecrets,
  calendars: true,
  scoutFor: async () => undefined,
  whereTasksStand: async () => [],
};
const coach = { 'x-actor': carla, 'x-role': 'coach' };
const adviser = { 'x-actor': dirk, 'x-role': 'adviser' };

describe('what a group did together: a decision for each student, under one key', () => {
  let app: NestFastifyApplication;
  /** Two who are placed with the coach, and one who only came to the door. */
  let mila: StudentId, noor: StudentId, atTheDoor: StudentId;
  const path = (command: string, session: string = randomUUID()) =>
    `/api/group-sessions/${session}/${command}`;

  beforeAll(async () => {
    app = await createServer({
      module: {
        module: Door,
        imports: [CqrsModule.forRoot()],
        providers: [{ provide: OFFICE, useValue: office }, ...commandHandlers],
      },
      controllers: commandControllers,
      logger: false,
      unforeseen: (error) => {
        throw error;
      },
      version: '0',
    });
    for (const [who, role] of [
      [carla, 'coach'],
      [dirk, 'adviser'],
    ] as const)
      await appendFacts(store, staffStream(who), [
        { type: 'StaffRegistered', data: { on: d('08-01'), name: 'somebody' } },
        {
          type: 'RoleAssigned',
          data: { role, from: d('08-01'), ...(role === 'coach' && { landschap: bouw }) },
        },
      ]);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    [mila, noor, atTheDoor] = [studentId(randomUUID()), studentId(randomUUID()), studentId(randomUUID())];
    for (const each of [mila, noor])
      await appendFacts(store, trajectoryStream(each), [...opened, ...applied, ...welcomed, ...placed]);
    await appendFacts(store, trajectoryStream(atTheDoor), opened);
  });

  const post = async (
    url: string,
    payload: unknown,
    {
      who = coach,
      key = randomUUID(),
    }: { readonly who?: Record<string, string>; readonly key?: string } = {},
  ) => {
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...who },
      payload: JSON.stringify(payload),
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.json<Answered>() };
  };
  const conversation = {
    on: '2025-10-06',
    kind: 'career',
    faceToFace: true,
    present: ['students', 'coach'],
    agreements: 'allen: portfolio bij',
  };
  const written = async (student: StudentId) =>
    (await store.readStream(trajectoryStream(student))).filter(({ meta }) => meta.source === 'api');

  test('who can is recorded, who cannot is listed with the reason', async () => {
    const session = randomUUID();
    const students = [
      { student: mila, goals: 'een stage vinden' },
      { student: atTheDoor },
      { student: noor, agreements: 'Noor: eerst praten' },
    ];
    const answer = await post(path('record-group-conversation', session), { ...conversation, students });
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBeUndefined();
    expect(answer.body.students).toEqual([
      {
        student: mila,
        done: {
          events: [{ id: expect.any(String), type: 'ConversationHeld' }],
          revision: expect.any(Number),
          position: expect.any(String),
          repeated: false,
        },
      },
      {
        student: atTheDoor,
        problem: {
          type: 'urn:wissel:problem:NotPlaced',
          title: 'NotPlaced',
          status: 409,
          code: 'NotPlaced',
          detail: 'De student is niet geplaatst.',
          detailEn: 'The student is not placed.',
        },
      },
      { student: noor, done: expect.objectContaining({ repeated: false }) },
    ]);
    const [ofMila] = await written(mila);
    const [ofNoor] = await written(noor);
    expect(ofMila?.data).toEqual({ ...conversation, goals: 'een stage vinden', session });
    expect(ofNoor?.data).toEqual({ ...conversation, agreements: 'Noor: eerst praten', session });
    expect(ofNoor?.meta.commandId).toBe(ofMila?.meta.commandId);
    expect(await written(atTheDoor)).toEqual([]);
    expect(answer.body.position).toBe(String(ofNoor?.position));
  });

  test('asked again under the same key it is answered as before, and who could not is tried again', async () => {
    const [url, key] = [path('record-group-conversation'), randomUUID()];
    const body = { ...conversation, students: [{ student: mila }, { student: atTheDoor }] };
    const first = await post(url, body, { key });
    const again = await post(url, body, { key });
    expect(again.body.students[0]?.done).toEqual({ ...first.body.students[0]?.done, repeated: true });
    expect(again.body.students[1]).toEqual(first.body.students[1]);
    await appendFacts(store, trajectoryStream(atTheDoor), [...applied, ...welcomed, ...placed]);
    const later = await post(url, body, { key });
    expect(later.body.students.map(({ done }) => done?.repeated)).toEqual([true, false]);
    const more = await post(url, { ...body, students: [{ student: mila }, { student: noor }] }, { key });
    expect(more.body.students.map(({ done }) => done?.repeated)).toEqual([true, false]);
    expect(await written(mila)).toHaveLength(1);
    const otherwise = await post(url, { ...body, agreements: 'iets anders' }, { key });
    expect(otherwise.body.students[0]?.problem).toMatchObject({ code: 'IdempotencyKeyReused', status: 422 });
  });

  test('of a training who was there and who was not, as far as they follow it', async () => {
    const following = studentId(randomUUID());
    await appendFacts(store, trajectoryStream(following), [
      ...opened,
      ...applied,
      ...welcomed,
      ...placed,
      fact('TrainingEnrolled', { on: d('10-02'), training: 'workskills' }),
    ]);
    const answer = await post(
      path('record-training-session'),
      {
        on: '2025-10-06',
        training: 'workskills',
        attendance: [
          { student: following, attendance: 'excused' },
          { student: mila, attendance: 'present' },
        ],
      },
      { who: adviser },
    );
    expect(answer.body.students).toMatchObject([
      { done: { events: [{ type: 'TrainingAttendanceRecorded' }] } },
      { problem: { code: 'NotInTraining', about: { training: 'workskills' } } },
    ]);
  });

  test('with the loopbaanbox, a hundred at most, and more at once than there is room for', async () => {
    const students = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const student = studentId(randomUUID());
        await appendFacts(store, trajectoryStream(student), [...opened, ...applied, ...welcomed, ...placed]);
        return student;
      }),
    );
    const url = path('run-loopbaanbox-session');
    const answer = await post(url, { on: '2025-10-06', students }, { who: adviser });
    expect(answer.body.students.map(({ student }) => student)).toEqual(students);
    expect(answer.body.students.every(({ done }) => done?.events.length === 1)).toBe(true);
    expect(
      await post(url, { on: '2025-10-06', students: [...students, mila] }, { who: adviser }),
    ).toMatchObject({ status: 400, body: { code: 'InvalidBody' } });
  });

  test.each([
    ['nobody', [], 'students: names nobody'],
    ['somebody twice', ['a', 'b', 'a'], 'students[2]: names a student who is in the list already'],
    ['an unknown member', [{ student: randomUUID(), kind: 'career' }], 'students[0].kind'],
    ['text that says nothing', [{ student: randomUUID(), goals: ' ' }], 'students[0].goals'],
    ['no list', 'iedereen', 'students: is not a list'],
  ])('a group of %s is refused as a whole, and said why', async (_what, group, where) => {
    const named: Record<string, string> = { a: mila, b: noor };
    const students =
      Array.isArray(group) && typeof group[0] === 'string'
        ? group.map((each) => ({ student: named[each as string] }))
        : group;
    const answer = await post(path('record-group-conversation'), { ...conversation, students });
    expect(answer).toMatchObject({ status: 400, body: { code: 'InvalidBody' } });
    expect(JSON.stringify(answer.body)).toContain(where);
    expect(await written(mila)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { groupSessionBodies } from '../../src/http/bodies/group-session.ts';
import { sabCaseBodies } from '../../src/http/bodies/sab-case.ts';
import { taskBatchBodies, taskBodies } from '../../src/http/bodies/task.ts';
import { trajectoryBodies } from '../../src/http/bodies/trajectory.ts';
import { kebab } from '../../src/http/commands.ts';
import { commandControllers } from '../../src/http/command-routes.ts';
import { jsonTrouble } from '../../src/http/json-check.ts';
import {
  type Done,
  type DoneTogether,
  OnGroupSession,
  OnInstitution,
  OnSabCase,
  OnStaff,
  OnStudent,
  OnTask,
  OnTaskBatch,
  OnTrajectory,
  RateByInvitation,
  type TasksDone,
} from '../../src/http/messages.ts';
import { createServer } from '../../src/http/server.ts';

/** Takes whatever comes through the door, and remembers it. */
const cameThrough: unknown[] = [];
@CommandHandler(OnTrajectory)
class Trajectories implements ICommandHandler<OnTrajectory> {
  async execute({ command }: OnTrajectory): Promise<Done> {
    cameThrough.push(command);
    return done;
  }
}

const done: Done = { events: [], revision: 3, position: 7n, repeated: false };
@CommandHandler(OnSabCase)
class SabCases implements ICommandHandler<OnSabCase> {
  async execute({ command }: OnSabCase): Promise<Done> {
    cameThrough.push(command);
    return done;
  }
}
@CommandHandler(OnGroupSession)
class GroupSessions implements ICommandHandler<OnGroupSession> {
  async execute({ command }: OnGroupSession): Promise<DoneTogether> {
    cameThrough.push(command);
    return { students: [], position: undefined };
  }
}
@CommandHandler(OnTask)
class Tasks implements ICommandHandler<OnTask> {
  async execute({ command }: OnTask): Promise<Done> {
    cameThrough.push(command);
    return done;
  }
}
@CommandHandler(OnTaskBatch)
class TaskBatches implements ICommandHandler<OnTaskBatch> {
  async execute({ command }: OnTaskBatch): Promise<TasksDone> {
    cameThrough.push(command);
    return { tasks: [], position: undefined };
  }
}
@CommandHandler(RateByInvitation)
class Ratings implements ICommandHandler<RateByInvitation> {
  async execute({ given }: RateByInvitation): Promise<Done> {
    cameThrough.push(given);
    return done;
  }
}

@Module({})
class Door {}

const id = '0b0f4c3e-4a53-4d0c-9a43-6f1f3c0f9a11';
const headers = {
  'content-type': 'application/json',
  'x-actor': '7c5a1a1e-7c1e-4a8e-8f60-3c1f0e6a2b01',
  'x-role': 'coach',
  'idempotency-key': '3f0f4c3e-4a53-4d0c-9a43-6f1f3c0f9a11',
};
const programme = { opleidingscode: '25655', leerweg: 'BOL', landschap: 'zorg' };

describe('what comes in over HTTP', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createServer({
      module: {
        module: Door,
        imports: [CqrsModule.forRoot()],
        providers: [Trajectories, SabCases, GroupSessions, Tasks, TaskBatches, Ratings],
      },
      controllers: commandControllers,
      logger: false,
      unforeseen: (error) => {
        throw error;
      },
      version: '0',
    });
  });
  afterAll(async () => {
    await app.close();
  });

  const post = async (
    path: string,
    payload: unknown,
    given: Record<string, string> = {},
    left: readonly string[] = [],
  ) => {
    cameThrough.length = 0;
    const all = Object.fromEntries(
      Object.entries({ ...headers, ...given }).filter(([name]) => !left.includes(name)),
    );
    const answer = await app.inject({
      method: 'POST',
      url: path,
      headers: all,
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
    return {
      status: answer.statusCode,
      type: answer.headers['content-type'],
      etag: answer.headers.etag,
      body: answer.json<{ readonly about?: unknown }>(),
    };
  };
  const place = (body: unknown) => post(`/api/trajectories/${id}/place`, body);

  test('a good command goes through as it was asked, and the answer carries revision and position', async () => {
    const body = { on: '2026-09-01', programme, coach: id };
    const answer = await place(body);
    expect(answer).toMatchObject({
      status: 200,
      etag: '"3"',
      body: { events: [], revision: 3, position: '7', repeated: false },
    });
    expect(cameThrough).toEqual([{ type: 'Place', ...body }]);
    expect(Object.keys(cameThrough[0] as object)).not.toContain('undefined');
  });

  test.each<[string, string, unknown, string | undefined]>([
    ['a claim, which says nothing', 'tasks', {}, undefined],
    ['a claim that says something', 'tasks', { by: id }, 'by'],
    ['a follow-up on a day that is none', 'tasks/snooze-task', { until: '2026-02-30' }, 'until'],
    ['no reason', 'tasks/withdraw-task', {}, 'why'],
    ['a reason that says nothing', 'tasks/withdraw-task', { why: ' ' }, 'why'],
    ['nobody', 'tasks/reassign-task', { to: { person: id } }, 'to.role'],
    ['a student', 'tasks/reassign-task', { to: { role: 'student', person: id } }, 'to.role'],
    ['a part of the system', 'tasks/reassign-task', { to: { role: 'system' } }, 'to.role'],
    ['somebody in a role', 'tasks/reassign-task', { to: { role: 'coach', person: id } }, undefined],
    ['a batch of none', 'task-batches/withdraw-tasks', { tasks: [], why: 'x' }, 'tasks: names none'],
    [
      'a batch that names a task twice',
      'task-batches/withdraw-tasks',
      { tasks: [id, id], why: 'x' },
      'tasks[1]: names a task that is in the list already',
    ],
    [
      'a batch of more than two hundred',
      'task-batches/reassign-tasks',
      {
        tasks: Array.from(
          { length: 201 },
          (_, n) => `0b0f4c3e-4a53-4d0c-9a43-${String(n).padStart(12, '0')}`,
        ),
        to: { role: 'coach' },
      },
      'tasks: has more than 200 entries',
    ],
    [
      'a batch of two hundred',
      'task-batches/reassign-tasks',
      {
        tasks: Array.from(
          { length: 200 },
          (_, n) => `0b0f4c3e-4a53-4d0c-9a43-${String(n).padStart(12, '0')}`,
        ),
        to: { role: 'coach' },
      },
      undefined,
    ],
  ])('of a task: %s', async (_what, where, body, wrong) => {
    const [subject = '', command = 'claim-task'] = where.split('/');
    const answer = await post(`/api/${subject}/${id}/${command}`, body);
    expect(answer.status).toBe(wrong === undefined ? 200 : 400);
    if (wrong !== undefined) expect(JSON.stringify(answer.body)).toContain(wrong);
    expect(cameThrough).toHaveLength(wrong === undefined ? 1 : 0);
  });

  test.each<[string, unknown, string]>([
    ['a day that does not exist', { on: '2026-02-30', programme, coach: id }, 'on'],
    ['a moment for a day', { on: '2026-02-20T00:00:00Z', programme, coach: id }, 'on'],
    ['a number for text', { on: 20260901, programme, coach: id }, 'on'],
    ['a member that is missing', { on: '2026-09-01', programme }, 'coach'],
    ['a member that is null', { on: '2026-09-01', programme, coach: null }, 'coach'],
    ['a member that nobody knows', { on: '2026-09-01', programme, coach: id, admin: true }, 'admin'],
    [
      'a member that every object has',
      { on: '2026-09-01', programme, coach: id, constructor: 'x' },
      'constructor',
    ],
    [
      'an unknown member deep inside',
      { on: '2026-09-01', programme: { ...programme, x: 1 }, coach: id },
      'programme.x',
    ],
    [
      'null deep inside',
      { on: '2026-09-01', programme: { ...programme, niveau: null }, coach: id },
      'programme.niveau',
    ],
    [
      'a niveau as text',
      { on: '2026-09-01', programme: { ...programme, niveau: '4' }, coach: id },
      'programme.niveau',
    ],
    ['an id that is no UUID', { on: '2026-09-01', programme, coach: 'jan' }, 'coach'],
    ['an object for text', { on: { $gt: '' }, programme, coach: id }, 'on'],
  ])('%s is refused, and said where', async (_what, body, where) => {
    const answer = await place(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'InvalidBody' } });
    expect(answer.type).toContain('application/problem+json');
    expect(JSON.stringify(answer.body.about)).toContain(`${where}: `);
    expect(cameThrough).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['no JSON', '{"on":'],
    ['nothing', ''],
    ['a list', []],
    ['null', 'null'],
    ['a number', '5'],
    ['a prototype', '{"on":"2026-09-01","__proto__":{"admin":true}}'],
    ['a prototype deep inside', '{"on":"2026-09-01","programme":{"__proto__":{"a":1}}}'],
  ])('a body that is %s is refused', async (_what, body) => {
    expect(await place(body)).toMatchObject({ status: 400, body: { code: 'MalformedJson' } });
    expect(cameThrough).toEqual([]);
  });

  test('free text keeps what people type, and refuses what is no text', async () => {
    const visit = (about: string) =>
      post(`/api/trajectories/${id}/record-infoshop-visit`, { on: '2026-09-01', about, conversation: true });
    expect(await visit('Zoë wil “iets met zorg” 🙂\nen daarna verder')).toMatchObject({ status: 200 });
    expect(await visit('a\0b')).toMatchObject({ status: 400 });
    expect(await visit('   ')).toMatchObject({ status: 400 });
    expect(await visit('')).toMatchObject({ status: 400 });
    expect(await visit('x'.repeat(4_001))).toMatchObject({ status: 400 });
    expect(
      await post(
        `/api/trajectories/${id}/record-infoshop-visit`,
        '{"on":"2026-09-01","about":"\\ud800","conversation":true}',
      ),
    ).toMatchObject({ status: 400 });
  });

  test('a body as deep as it is long is refused like any other', async () => {
    const deep = (open: string, close: string) => `{"on":${open.repeat(20_000)}1${close.repeat(20_000)}}`;
    expect(await post(`/api/trajectories/${id}/return`, deep('[', ']'))).toMatchObject({ status: 400 });
    const [open, close] = ['{"a":', '}'];
    const nested = `{"event":"${id}","why":"x","change":{"values":${open.repeat(9_000)}1${close.repeat(9_000)}}}`;
    expect(await post(`/api/trajectories/${id}/correct`, nested)).toMatchObject({ status: 400 });
  });

  test('a member that is given twice is refused: nobody knows which was meant', async () => {
    expect(
      await post(`/api/trajectories/${id}/return`, '{"on":"2026-09-01","on":"2026-09-02"}'),
    ).toMatchObject({ status: 400 });
    for (const text of [
      '{"a":1,"b":{"a":2},"c":[{"a":"x,\\"a\\":"},{"a":1}]}',
      '["a","a"]',
      '{"a":"b","b":"a"}',
    ])
      expect(jsonTrouble(text)).toBeUndefined();
    for (const text of ['{"a":{"b":1,"b":2}}', '[{"a":[],"a":{}}]', '{ "a" : 1 , "a" : 2 }'])
      expect(jsonTrouble(text)).toBe('memberTwice');
  });

  test('a correction gives either values or never', async () => {
    const correct = (change: unknown) =>
      post(`/api/trajectories/${id}/correct`, { event: id, change, why: 'typo' });
    expect(await correct({ values: { on: '2026-09-02' } })).toMatchObject({ status: 200 });
    expect(await correct({ never: true })).toMatchObject({ status: 200 });
    for (const wrong of [
      {},
      { never: false },
      { never: true, values: {} },
      { values: null },
      'never',
      { other: 1 },
    ])
      expect(await correct(wrong)).toMatchObject({ status: 400 });
  });

  test('a body that is too large, or no JSON by its own account, is refused', async () => {
    expect(await place({ on: 'x'.repeat(200_000) })).toMatchObject({
      status: 413,
      body: { code: 'BodyTooLarge' },
    });
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
    ])
      expect(
        await post(`/api/trajectories/${id}/return`, 'on=2026-09-01', { 'content-type': type }),
      ).toMatchObject({
        status: 415,
        body: { code: 'UnsupportedMediaType' },
      });
  });

  test('headers say who asks, in which role, and which command it is', async () => {
    const ask = (given: Record<string, string>, left: string[] = []) =>
      post(`/api/trajectories/${id}/return`, { on: '2026-09-01' }, given, left);
    expect(await ask({}, ['x-actor'])).toMatchObject({ status: 401, body: { code: 'ActorMissing' } });
    expect(await ask({ 'x-actor': 'jan' })).toMatchObject({ status: 401, body: { code: 'ActorMissing' } });
    expect(await ask({}, ['x-role'])).toMatchObject({ status: 401, body: { code: 'RoleMissing' } });
    for (const role of ['system', 'importer', 'simulator', 'boss'])
      expect(await ask({ 'x-role': role })).toMatchObject({ status: 401, body: { code: 'RoleMissing' } });
    expect(await ask({}, ['idempotency-key'])).toMatchObject({
      status: 400,
      body: { code: 'IdempotencyKeyMissing' },
    });
    expect(await ask({ 'idempotency-key': '1' })).toMatchObject({
      status: 400,
      body: { code: 'IdempotencyKeyInvalid' },
    });
    expect(await ask({ 'if-match': 'three' })).toMatchObject({
      status: 400,
      body: { code: 'IfMatchInvalid' },
    });
    expect(await ask({ 'if-match': '"3"' })).toMatchObject({ status: 200 });
  });

  describe('of guidance and the second line', () => {
    const on = '2026-09-01';
    const step = { what: 'bellen', who: 'coach', by: '2026-10-01' };
    const talk = { on, kind: 'support', faceToFace: true, present: ['student'] };
    const scores = [{ competence: 'werk', score: 3 }];

    test.each<[string, object]>([
      [`trajectories/${id}/record-conversation`, talk],
      [`trajectories/${id}/rate-leermeter`, { on, rater: 'student', scores }],
      [`sab-cases/${id}/refer-to-sab`, { on, student: id, urgent: false, question: 'q', tried: 't' }],
      [`sab-cases/${id}/accept-referral`, { on }],
      [`sab-cases/${id}/draft-step-plan`, { on, steps: [step] }],
      [`sab-cases/${id}/record-consultation`, { on, with: 'student', agreed: true }],
      [`group-sessions/${id}/run-loopbaanbox-session`, { on, students: [id] }],
      ['leermeter-invitations/token/rate', { scores }],
    ])('%s goes through as it was asked', async (path, body) => {
      expect(await post(`/api/${path}`, body)).toMatchObject({ status: 200 });
      expect(cameThrough).toMatchObject([body]);
    });

    test.each<[string, object, string]>([
      [`trajectories/${id}/record-conversation`, { ...talk, session: id }, 'session'],
      [`trajectories/${id}/rate-leermeter`, { on, rater: 'other', scores, invitation: id }, 'invitation'],
      [`trajectories/${id}/rate-leermeter`, { on, rater: 'rater', scores }, 'rater'],
      [
        `trajectories/${id}/rate-leermeter`,
        { on, rater: 'other', scores: [{ competence: 'werk' }] },
        'scores[0].score',
      ],
      [
        `sab-cases/${id}/refer-to-sab`,
        { on, student: id, urgent: 'no', question: 'q', tried: 't' },
        'urgent',
      ],
      [`sab-cases/${id}/accept-referral`, { on, adviser: null }, 'adviser'],
      [`sab-cases/${id}/draft-step-plan`, { on, steps: [{ ...step, what: '' }] }, 'steps[0].what'],
      [`sab-cases/${id}/draft-step-plan`, { on, steps: [{ ...step, step: 1 }] }, 'steps[0].step'],
      [
        `sab-cases/${id}/record-consultation`,
        { on, with: 'student', agreed: true, under16: false },
        'under16',
      ],
      [`sab-cases/${id}/close-case`, { on, outcome: 'goesOn' }, 'feedback'],
      [`group-sessions/${id}/run-loopbaanbox-session`, { on, students: [id, id] }, 'students[1]'],
      ['leermeter-invitations/token/rate', { scores, rater: 'coach' }, 'rater'],
    ])('%s is refused, and said where', async (path, body, where) => {
      const answer = await post(`/api/${path}`, body);
      expect(answer).toMatchObject({ status: 400, body: { code: 'InvalidBody' } });
      expect(JSON.stringify(answer.body.about)).toContain(`${where}: `);
      expect(cameThrough).toEqual([]);
    });

    test('nobody comes in as a rater by the door of the office, and an invitation needs no more than its token', async () => {
      const rater = { 'x-role': 'rater' };
      expect(
        await post(`/api/trajectories/${id}/rate-leermeter`, { on, rater: 'other', scores }, rater),
      ).toMatchObject({ status: 401, body: { code: 'RoleMissing' } });
      const left = ['x-actor', 'x-role'];
      expect(await post('/api/leermeter-invitations/token/rate', { scores }, {}, left)).toMatchObject({
        status: 200,
      });
      expect(
        await post('/api/leermeter-invitations/token/rate', { scores }, {}, [...left, 'idempotency-key']),
      ).toMatchObject({ status: 400, body: { code: 'IdempotencyKeyMissing' } });
    });
  });

  test('whatever is sent, to whatever command, is refused with 400 and reaches nobody', async () => {
    const paths = [
      ...Object.keys(trajectoryBodies).map((name) => `trajectories/${id}/${kebab(name)}`),
      ...Object.keys(sabCaseBodies).map((name) => `sab-cases/${id}/${kebab(name)}`),
      ...Object.keys(groupSessionBodies).map((name) => `group-sessions/${id}/${kebab(name)}`),
      'leermeter-invitations/token/rate',
      ...Object.keys(taskBodies)
        // Whoever claims says no more than that.
        .filter((name) => name !== 'ClaimTask')
        .map((name) => `tasks/${id}/${kebab(name)}`),
      ...Object.keys(taskBatchBodies).map((name) => `task-batches/${id}/${kebab(name)}`),
    ];
    const member = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.constantFrom('2026-02-30', id, '', 'zorg', -1, 1e300),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.oneof(
          fc.jsonValue(),
          fc.dictionary(
            fc.constantFrom(
              'on',
              'landschap',
              'programme',
              'switch',
              'steps',
              'students',
              'tasks',
              'to',
              'x',
            ),
            member,
          ),
        ),
        async (path, body) => {
          const answer = await post(`/api/${path}`, body);
          expect(answer.status).toBe(400);
          expect(cameThrough).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('paths that lead nowhere are said to', async () => {
    expect(await post('/api/trajectories/jan/return', { on: '2026-09-01' })).toMatchObject({
      status: 400,
      body: { code: 'InvalidId' },
    });
    for (const path of [
      '/api/trajectories',
      `/api/trajectories/${id}/fly`,
      '/x',
      `/api/trajectories/${id}/record-register-facts`,
      `/api/trajectories/${id}/raise-signal`,
      `/api/trajectories/${id}/note-sab`,
      `/api/trajectories/${id}/record-loopbaanbox-session`,
      `/api/sab-cases/${id}/void-case`,
      '/api/institution/adopt-table',
    ])
      expect(await post(path, {})).toMatchObject({ status: 404, body: { code: 'NotFound' } });
    expect(await post('/api/trajectories/%', {})).toMatchObject({ status: 400 });
  });

  test('messages of every subject have their bodies', () => {
    expect([OnStudent, OnStaff, OnInstitution].every((each) => typeof each === 'function')).toBe(true);
  });
});

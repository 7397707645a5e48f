import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StudentId } from '../../src/domain/student/ids.ts';
import { staffId } from '../../src/domain/staff/ids.ts';
import { calendarDate as day } from '../../src/kernel/calendar-date.ts';
import { done, found, ict, people } from './school.ts';
import { newCase, onCase, placedStudent, secondLine, staffSecondLine } from './second-line.ts';
import { type Answer, RunningService, type Who } from './service.ts';

interface Row {
  readonly task: string;
  readonly workflow: string;
  readonly does: string;
  readonly asks: string;
  readonly about: { readonly kind: string; readonly id: string };
  readonly student?: { readonly id: string; readonly name?: string };
  readonly due: string;
  readonly state: string;
  readonly climbed?: boolean;
  readonly claimedBy?: string;
  readonly link?: { readonly method: string; readonly path: string };
  readonly escalations: readonly object[];
  readonly [more: string]: unknown;
}

/** What nobody outside the case reads, and no task ever says. */
const canary = 'kanarie in de zaak';

describe('a worklist by hand', () => {
  const service = new RunningService();
  const { infoshop, scoutOfCare, scoutOfIct, coach, newCoach, teamLeader, quality, operator } = people;
  const { adviser, coordinator, programmeManager } = secondLine;
  const leaderOfIct: Who = { id: randomUUID(), role: 'teamLeader' };
  const otherScout: Who = { id: randomUUID(), role: 'scout' };
  const aCase = newCase();
  const applicant = randomUUID();
  let mila: StudentId, noor: StudentId;
  const answers: string[] = [];
  const get = async (path: string, who: Who): Promise<Answer> => {
    const answer = await service.get(path, who);
    answers.push(JSON.stringify(answer.body));
    return answer;
  };
  const rows = async (who: Who, query = ''): Promise<readonly Row[]> => {
    const answer = await get(`/api/tasks${query}`, who);
    expect(answer).toMatchObject({ status: 200, body: { behind: false } });
    return answer.body['tasks'] as unknown as readonly Row[];
  };
  const does = async (who: Who, query = '') => (await rows(who, query)).map((row) => row.does);
  const one = async (who: Who, command: string, query = ''): Promise<Row> => {
    const row = (await rows(who, query)).find((each) => each.does === command);
    if (!row) throw new Error(`${command} does not lie with this ${who.role}`);
    return row;
  };
  const it = async (date: string, time = '09:00'): Promise<void> => {
    service.itIs(date, time);
    await service.service.workflows.settle();
  };
  const hire = async (who: Who, role: object) => {
    await done(service, `/api/staff/${who.id}/register-staff`, operator, { on: '2024-01-01', name: 'x' });
    await done(service, `/api/staff/${who.id}/assign-role`, operator, { from: '2024-01-01', ...role });
  };
  const on = (student: string, command: string, who: Who, body: object) =>
    done(service, `/api/trajectories/${student}/${command}`, who, body);
  const task = (row: Row, command: string, who: Who, body: object) =>
    service.post(`/api/tasks/${row.task}/${command}`, who, body);

  beforeAll(async () => {
    await service.start();
    await found(service);
    await staffSecondLine(service);
    await hire(leaderOfIct, { role: 'teamLeader', landschap: 'ict' });
    await hire(otherScout, { role: 'scout', landschap: 'ict' });
    await done(service, `/api/students/${applicant}/register-student`, infoshop, { name: 'Sam Bakker' });
    await on(applicant, 'open-trajectory', infoshop, { on: '2024-06-03' });
    await on(applicant, 'apply', infoshop, { on: '2024-06-03', landschap: 'zorg', wish: 'zorgen' });
    mila = await placedStudent(service, 'Mila Jansen');
    noor = await placedStudent(service, 'Noor de Vries');
    await on(mila, 'record-conversation', coach, {
      on: '2024-06-03',
      kind: 'switch',
      faceToFace: true,
      present: ['student', 'coach'],
    });
    await on(mila, 'request-switch', coach, {
      on: '2024-06-03',
      switch: randomUUID(),
      to: ict,
      initiative: 'student',
      motive: 'liever met computers',
    });
    await onCase(
      service,
      aCase,
      {
        type: 'ReferToSab',
        on: day('2024-06-03'),
        student: noor,
        question: canary,
        tried: canary,
        urgent: true,
      },
      coach,
    );
  });
  afterAll(async () => {
    expect(await service.stop()).toBe(0);
  });

  test('says to the scout what is due when, of whom, and where it can be done', async () => {
    expect(await rows(scoutOfCare)).toMatchObject([
      {
        workflow: 'an-application-gets-a-scoutgesprek',
        does: 'plan-scoutgesprek',
        asks: 'Plan het scoutgesprek met deze aanmelder.',
        about: { kind: 'trajectory', id: applicant },
        student: { id: applicant, name: 'Sam Bakker' },
        of: { role: 'scout', person: scoutOfCare.id, landschap: 'zorg' },
        askedOn: '2024-06-03',
        due: '2024-06-10',
        left: 5,
        escalations: [],
        state: 'open',
        link: { method: 'POST', path: `/api/trajectories/${applicant}/plan-scoutgesprek` },
      },
      { does: 'record-scoutgesprek', due: '2024-06-24', left: 15 },
    ]);
    expect((await rows(scoutOfCare))[0]?.['causes']).toHaveLength(1);
  });

  test('to the coach, to a role, and to the second line what is theirs', async () => {
    // Of the one a conversation was held, and she waits for a place; of the other the first one is still to come.
    expect((await rows(coach)).map((row) => [row.does, row.student?.name])).toEqual([
      ['record-conversation', 'Noor de Vries'],
    ]);
    expect(await does(scoutOfIct)).toEqual(['offer-place']);
    expect(await does(otherScout)).toEqual(['offer-place']);
    expect(await rows(adviser)).toMatchObject([
      {
        does: 'accept-referral',
        asks: 'Neem de verwijzing aan, of geef haar terug met een reden.',
        about: { kind: 'sabCase', id: aCase },
        student: { id: noor, name: 'Noor de Vries' },
        due: '2024-06-04',
        link: { path: `/api/sab-cases/${aCase}/accept-referral` },
      },
    ]);
    for (const who of [newCoach, teamLeader, quality, operator, infoshop, programmeManager])
      expect(await rows(who)).toEqual([]);
  });

  test('filters, and turns pages by place', async () => {
    expect(await does(scoutOfCare, '?does=record-scoutgesprek')).toEqual(['record-scoutgesprek']);
    expect(await does(scoutOfCare, '?due-by=2024-06-10')).toEqual(['plan-scoutgesprek']);
    expect(await does(scoutOfCare, `?about=${mila}`)).toEqual([]);
    expect(await does(scoutOfCare, '?workflow=a-switch-lands')).toEqual([]);
    expect(await does(scoutOfCare, '?role=coach')).toEqual([]);
    expect(await does(scoutOfCare, '?role=scout&landschap=zorg&overdue=false&escalated=false')).toHaveLength(
      2,
    );
    const first = await get('/api/tasks?limit=1', scoutOfCare);
    expect(first.body).toMatchObject({ size: 2, tasks: [{ does: 'plan-scoutgesprek' }] });
    const next = String(first.body['next']);
    expect((await get(`/api/tasks?limit=1&from=${next}`, scoutOfCare)).body).toMatchObject({
      size: 2,
      tasks: [{ does: 'record-scoutgesprek' }],
    });
  });

  test('loses what was done as soon as it was done', async () => {
    const plan = await one(scoutOfCare, 'plan-scoutgesprek');
    const did = await service.post(plan.link?.path ?? '', scoutOfCare, {
      on: '2024-06-03',
      landschap: 'zorg',
      plannedFor: '2024-06-05',
    });
    expect(did.status).toBe(200);
    expect(await does(scoutOfCare, `?after=${String(did.body['position'])}`)).toEqual([
      'record-scoutgesprek',
    ]);
    const ended = await get(`/api/tasks/${plan.task}`, scoutOfCare);
    expect(ended.body).toMatchObject({
      state: 'ended',
      endedOn: '2024-06-03',
      endedBy: (did.body['events'] as unknown as readonly { id: string }[])[0]?.id,
      lines: [
        { type: 'TaskAsked', sentence: 'Gevraagd, te doen uiterlijk op 2024-06-10.', role: 'system' },
        { type: 'TaskEnded', sentence: 'Gedaan, of niet meer nodig.' },
      ],
    });
    expect(await does(scoutOfCare, '?state=ended')).toContain('plan-scoutgesprek');
  });

  test('is claimed by one of those who are asked, once', async () => {
    const offer = await one(scoutOfIct, 'offer-place');
    expect(await task(offer, 'claim-task', infoshop, {})).toMatchObject({
      status: 403,
      body: { code: 'NotYours' },
    });
    expect(await task(offer, 'claim-task', scoutOfIct, {})).toMatchObject({
      status: 200,
      body: { events: [{ type: 'TaskClaimed' }] },
    });
    expect(await task(offer, 'claim-task', otherScout, {})).toMatchObject({
      status: 409,
      body: { code: 'AlreadyClaimed', about: { by: scoutOfIct.id } },
    });
    expect(await does(scoutOfIct, '?claimed=mine')).toEqual(['offer-place']);
    expect(await does(otherScout, '?claimed=mine')).toEqual([]);
    expect(await does(otherScout, '?claimed=none')).toEqual([]);
    expect(await rows(otherScout)).toMatchObject([{ claimedBy: scoutOfIct.id }]);
  });

  test('is put off to a day that comes, and is back on that day', async () => {
    const held = await one(scoutOfCare, 'record-scoutgesprek');
    for (const until of ['2024-06-03', '2024-12-01'])
      expect(await task(held, 'snooze-task', scoutOfCare, { until })).toMatchObject({
        status: 422,
        body: { code: 'InvalidFollowUp', about: { from: '2024-06-04' } },
      });
    expect((await task(held, 'snooze-task', scoutOfCare, { until: '2024-06-05' })).status).toBe(200);
    expect(await does(scoutOfCare)).toEqual([]);
    expect(await rows(scoutOfCare, '?snoozed=only')).toMatchObject([
      { followUpOn: '2024-06-05', due: '2024-06-24' },
    ]);
    await it('2024-06-05');
    expect(await does(scoutOfCare)).toEqual(['record-scoutgesprek']);
    expect(await does(scoutOfCare, '?snoozed=any')).toEqual(['record-scoutgesprek']);
  });

  test('lies with whoever stands in for somebody absent', async () => {
    await done(service, `/api/staff/${coach.id}/record-staff-absence`, teamLeader, {
      from: '2024-06-05',
      to: '2024-06-06',
      deputy: newCoach.id,
    });
    expect((await rows(newCoach)).map((row) => [row.does, row.student?.name])).toEqual([
      ['record-conversation', 'Noor de Vries'],
    ]);
    const talk = await one(newCoach, 'record-conversation');
    expect(await task(talk, 'claim-task', newCoach, {})).toMatchObject({ status: 200 });
    expect(await rows(coach)).toMatchObject([{ task: talk.task, claimedBy: newCoach.id }]);
    await it('2024-06-07');
    expect(await rows(newCoach)).toEqual([]);
    expect(await task(talk, 'claim-task', newCoach, {})).toMatchObject({ status: 403 });
  });

  test('is handed to somebody who can do it, by those who are asked or will be', async () => {
    const talk = await one(coach, 'record-conversation');
    const to = { role: 'coach', person: newCoach.id };
    expect(await task(talk, 'reassign-task', teamLeader, { to: { ...to, landschap: 'zorg' } })).toMatchObject(
      {
        status: 422,
        body: { code: 'LacksRole' },
      },
    );
    expect(
      await task(talk, 'reassign-task', teamLeader, { to: { ...to, person: randomUUID() } }),
    ).toMatchObject({
      status: 422,
      body: { code: 'UnknownStaff' },
    });
    expect(await task(talk, 'reassign-task', leaderOfIct, { to })).toMatchObject({ status: 403 });
    expect((await task(talk, 'reassign-task', teamLeader, { to })).status).toBe(200);
    expect(await rows(newCoach)).toMatchObject([{ task: talk.task, reassignedTo: to }]);
    expect(await rows(coach)).toEqual([]);
    expect(
      (await task(talk, 'reassign-task', newCoach, { to: { role: 'coach', person: coach.id } })).status,
    ).toBe(200);
    expect(await does(coach)).toEqual(['record-conversation']);
  });

  test('of a task that is not there nothing can be asked', async () => {
    const nothing = { status: 404, body: { code: 'UnknownTask' } };
    expect(await service.get(`/api/tasks/${randomUUID()}`, coach)).toMatchObject(nothing);
    expect(await service.post(`/api/tasks/${randomUUID()}/claim-task`, coach, {})).toMatchObject(nothing);
  });

  test('a switch that waits for its coach climbs on its day, past who should have acted', async () => {
    const [{ switch: id }] = (
      (await service.get(`/api/trajectories/${mila}`, coach)).body['dossier'] as unknown as {
        readonly switches: readonly [{ readonly id: string }];
      }
    ).switches.map((each) => ({ switch: each.id })) as [{ readonly switch: string }];
    await on(mila, 'offer-place', scoutOfIct, {
      on: '2024-06-07',
      switch: id,
      coach: newCoach.id,
      from: '2024-06-17',
    });
    expect(await does(scoutOfIct)).toEqual([]);
    const answer = await one(newCoach, 'accept-student');
    expect(answer).toMatchObject({
      due: '2024-06-12',
      asks: 'Zeg of u de student die wil wisselen ontvangt.',
    });
    await it('2024-06-13');
    expect(await one(newCoach, 'accept-student', '?overdue=true')).toMatchObject({
      late: 1,
      escalations: [],
    });
    await it('2024-06-14', '21:30');
    expect(await does(leaderOfIct)).toEqual([]);
    await it('2024-06-14', '22:30');
    expect(await rows(leaderOfIct, '?escalated=true')).toMatchObject([
      {
        task: answer.task,
        climbed: true,
        student: { name: 'Mila Jansen' },
        escalations: [
          {
            on: '2024-06-15',
            rung: 1,
            to: { role: 'teamLeader', landschap: 'ict' },
            shouldHaveActed: { role: 'coach', person: newCoach.id },
          },
        ],
      },
    ]);
    expect(await does(teamLeader)).toEqual([]);
    await it('2024-06-17');
    await on(mila, 'accept-student', newCoach, { on: '2024-06-17', switch: id });
    expect(await does(leaderOfIct)).toEqual([]);
  });

  test('a referral that nobody answers climbs to the coordinator, and the first line hears nothing of it', async () => {
    expect(await rows(coordinator)).toMatchObject([
      { does: 'accept-referral', climbed: true, about: { id: aCase }, student: { name: 'Noor de Vries' } },
    ]);
    // The opleidingsmanager is told that a task climbed to him, and not whose case it is.
    const [climbed] = await rows(programmeManager);
    expect(climbed).toMatchObject({ does: 'accept-referral', escalations: [{ rung: 1 }, { rung: 2 }] });
    expect(climbed?.student).toBeUndefined();
    const id = climbed?.task ?? '';
    for (const who of [coach, teamLeader, quality, { id: noor, role: 'student' }])
      expect(await get(`/api/tasks/${id}`, who)).toMatchObject({ status: 403 });
    const ofNoor = async (who: Who) =>
      ((await get(`/api/trajectories/${noor}/tasks`, who)).body['tasks'] as unknown as readonly Row[]).map(
        (row) => row.does,
      );
    expect(await ofNoor(coach)).toEqual(['record-conversation']);
    expect(await ofNoor(quality)).toEqual(['record-conversation']);
    expect(await ofNoor(adviser)).toEqual(['accept-referral', 'record-conversation']);
    expect(await ofNoor({ id: noor, role: 'student' })).toEqual([]);
    expect(await get(`/api/trajectories/${noor}/tasks`, newCoach)).toMatchObject({ status: 403 });
  });

  test('asks a student for the steps that were agreed with him, and shows him nothing else', async () => {
    const today = day('2024-06-17');
    const steps = [{ what: canary, who: 'student' as const, by: day('2024-06-20') }];
    const student: Who = { id: noor, role: 'student' };
    const ask = (command: Parameters<typeof onCase>[2]) => onCase(service, aCase, command, adviser);
    await ask({ type: 'AcceptReferral', on: today, adviser: staffId(adviser.id) });
    expect(await does(adviser)).toEqual(['draft-step-plan', 'record-consultation']);
    await ask({ type: 'DraftStepPlan', on: today, steps });
    for (const whom of ['student', 'coach'] as const)
      await ask({
        type: 'RecordConsultation',
        on: today,
        with: whom,
        agreed: true,
        under16: false,
        remarks: canary,
      });
    await ask({ type: 'StartStepPlan', on: today });
    expect(await rows(student)).toMatchObject([
      {
        does: 'complete-step',
        of: { role: 'student', person: noor },
        due: '2024-06-20',
        about: { id: aCase },
      },
    ]);
    const step = await one(student, 'complete-step');
    expect(await get(`/api/tasks/${step.task}`, student)).toMatchObject({ status: 200 });
    expect(await rows({ id: mila, role: 'student' })).toEqual([]);
    expect(await rows({ id: noor, role: 'coach' })).toEqual([]);
    expect(
      (
        (await get(`/api/trajectories/${noor}/tasks`, student)).body['tasks'] as unknown as readonly Row[]
      ).map((row) => row.task),
    ).toEqual([step.task]);
  });

  test('lets who leads look into what he leads, and counts it for who watches', async () => {
    expect(await does(teamLeader, `?of=${coach.id}`)).toEqual(['record-conversation']);
    expect(await does(teamLeader, '?of=led&role=coach')).toEqual(['record-conversation']);
    expect(await does(programmeManager, '?of=led&landschap=zorg')).toContain('record-scoutgesprek');
    expect(await does(programmeManager, '?of=led')).not.toContain('complete-step');
    expect(await does(coordinator, `?of=${adviser.id}`)).toEqual([]);
    for (const [who, query] of [
      [teamLeader, '?of=led&landschap=ict'],
      [leaderOfIct, `?of=${coach.id}`],
      [quality, '?of=led'],
      [coach, `?of=${newCoach.id}`],
      [coordinator, `?of=${coach.id}`],
    ] as const)
      expect(await get(`/api/tasks${query}`, who)).toMatchObject({ status: 403 });
    const load = async (who: Who, query = '') => (await get(`/api/tasks/load${query}`, who)).body['load'];
    expect(await load(teamLeader)).toEqual([
      expect.objectContaining({ role: 'coach', landschap: 'zorg', open: 1 }),
      { role: 'scout', landschap: 'zorg', open: 1, overdue: 0, escalated: 0, oldest: '2024-06-24' },
    ]);
    expect(await load(quality, '?role=student')).toEqual([
      { role: 'student', open: 1, overdue: 0, escalated: 0, oldest: '2024-06-20' },
    ]);
    expect(await get('/api/tasks/load', coach)).toMatchObject({ status: 403 });
  });

  test('is withdrawn with a reason, for good, and who reads what people write reads why', async () => {
    const held = await one(scoutOfCare, 'record-scoutgesprek');
    expect(await task(held, 'withdraw-task', coach, { why: 'hoeft niet' })).toMatchObject({ status: 403 });
    expect((await task(held, 'withdraw-task', scoutOfCare, { why: 'belde af' })).status).toBe(200);
    expect(await task(held, 'withdraw-task', scoutOfCare, { why: 'nog eens' })).toMatchObject({
      status: 409,
      body: { code: 'TaskNotOpen' },
    });
    expect(await does(scoutOfCare)).toEqual([]);
    const lines = async (who: Who) =>
      JSON.stringify((await get(`/api/tasks/${held.task}`, who)).body['lines']);
    expect(await lines(scoutOfCare)).toContain('"why":"belde af"');
    expect(await lines(quality)).not.toContain('belde af');
  });

  test('for many at once: each decides, and a bad one keeps nobody else out', async () => {
    const unknown = randomUUID();
    const rowsOfCoach = await rows(coach);
    const landing = await one(newCoach, 'confirm-landing');
    const tasks = [...rowsOfCoach.map((row) => row.task), unknown, landing.task];
    const path = `/api/task-batches/${randomUUID()}/withdraw-tasks`;
    const key = { 'idempotency-key': randomUUID() };
    const answer = await service.post(path, coach, { tasks, why: 'hersteld' }, key);
    expect(answer.status).toBe(200);
    expect(answer.body['tasks']).toMatchObject([
      ...rowsOfCoach.map((row) => ({
        task: row.task,
        done: { events: [{ type: 'TaskWithdrawn' }], repeated: false },
      })),
      { task: unknown, problem: { code: 'UnknownTask' } },
      { task: landing.task, problem: { code: 'NotYours' } },
    ]);
    const again = await service.post(path, coach, { tasks, why: 'hersteld' }, key);
    expect((again.body['tasks'] as unknown as readonly object[])[0]).toMatchObject({
      done: { repeated: true },
    });
    expect(await rows(coach, `?after=${String(answer.body['position'])}`)).toEqual([]);
    const to = { role: 'coach', person: coach.id };
    const handed = await service.post(`/api/task-batches/${randomUUID()}/reassign-tasks`, newCoach, {
      tasks: [landing.task],
      to,
    });
    expect(handed.body['tasks']).toMatchObject([{ done: { events: [{ type: 'TaskReassigned' }] } }]);
    expect(await does(coach)).toEqual(['confirm-landing']);
  });

  test('never says what is in a case', () => {
    expect(answers.length).toBeGreaterThan(50);
    for (const answer of answers) expect(answer).not.toContain(canary);
  });

  test('is told of by health, with what stands still', async () => {
    expect((await service.get('/health/ready')).body).toMatchObject({
      status: 'ok',
      workflows: { lag: 0, parked: 0, clockBelieved: true },
    });
  });
});

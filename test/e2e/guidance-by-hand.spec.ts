import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import type { Recorded } from '../../src/kernel/message.ts';
import { care, done, found, people } from './school.ts';
import { RunningService, type Who } from './service.ts';

const logged: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });

describe('guidance by hand, from two missed LWPs to Workskills', () => {
  const service = new RunningService(log);
  const { infoshop, scoutOfCare, coach, newCoach, adviser } = people;
  const [student, young, left] = [randomUUID(), randomUUID(), randomUUID()];
  const theCase = `/api/sab-cases/${randomUUID()}`;
  const ofStudent = (id: string): Who => ({ id, role: 'student' });
  const of = (id: string, command: string, who: Who, body: object) =>
    done(service, `/api/trajectories/${id}/${command}`, who, body);
  const onCase = (command: string, who: Who, body: object, path = theCase) =>
    done(service, `${path}/${command}`, who, body);
  const events = async (stream: string): Promise<readonly Recorded[]> =>
    service.service.writing.store.readStream(stream);
  const sabNotes = async (id: string): Promise<readonly string[]> =>
    (await events(`trajectory-${id}`)).map(({ type }) => type).filter((type) => type.includes('Sab'));

  /** From the door to the start programme. */
  const placed = async (id: string, birthDate?: string) => {
    await done(service, `/api/students/${id}/register-student`, infoshop, {
      name: 'Noor de Vries',
      ...(birthDate === undefined ? {} : { birthDate }),
    });
    await of(id, 'open-trajectory', infoshop, { on: '2024-06-03' });
    await of(id, 'apply', infoshop, { on: '2024-06-03', landschap: 'zorg', wish: 'iets met mensen' });
    await of(id, 'record-scoutgesprek', scoutOfCare, {
      on: '2024-06-03',
      landschap: 'zorg',
      outcome: 'place',
      reasons: 'past goed',
    });
    await of(id, 'place', scoutOfCare, { on: '2024-08-26', programme: care, coach: coach.id });
    await of(id, 'start-start-programme', coach, { on: '2024-08-26' });
  };

  beforeAll(async () => {
    await service.start();
    await found(service);
    await done(service, '/api/institution/define-start-programme-variant', people.operator, {
      variant: 'start-zorg',
      name: 'Start',
      weeks: 10,
      lwps: [
        { code: 'lwp-1', name: 'Kennismaken' },
        { code: 'lwp-2', name: 'Meelopen' },
      ],
      emphasis: 'kiezen',
    });
    await placed(student, '2007-05-12');
    await placed(young, '2009-05-00');
    await placed(left);
    service.itIs('2024-10-14');
  });
  afterAll(async () => {
    expect(await service.stop()).toBe(0);
  });

  const referral = (id: string) => ({
    on: '2024-10-14',
    student: id,
    urgent: false,
    question: 'Twee LWP’s niet ingeleverd; wat houdt Noor tegen?',
    tried: 'Gebeld, thuis gesproken, andere planning gemaakt.',
  });

  test('of whom nothing is signalled and no case is open, nobody is enrolled in Workskills', async () => {
    expect(
      await service.post(`/api/trajectories/${left}/enrol-in-training`, adviser, {
        on: '2024-10-14',
        training: 'workskills',
      }),
    ).toMatchObject({ status: 409, body: { code: 'NotAtRisk' } });
  });

  test('the coach refers only after a support conversation, and only of her own student', async () => {
    // Of the two LWPs none was handed in: there is no event of what did not happen.
    const early = await service.post(`${theCase}/refer-to-sab`, coach, referral(student));
    expect(early).toMatchObject({ status: 409, body: { code: 'SupportConversationMissing' } });
    expect(String(early.body['detail'])).toContain('steungesprek');
    for (const id of [student, young])
      await of(id, 'record-conversation', coach, {
        on: '2024-10-14',
        kind: 'support',
        faceToFace: true,
        agreements: 'we vragen SAB mee te denken',
        present: ['student', 'coach'],
      });
    expect(await service.post(`${theCase}/refer-to-sab`, newCoach, referral(student))).toMatchObject({
      status: 403,
      body: { code: 'NotYours' },
    });
    const key = { 'idempotency-key': randomUUID() };
    const referred = await service.post(`${theCase}/refer-to-sab`, coach, referral(student), key);
    expect(referred).toMatchObject({ status: 200, body: { events: [{ type: 'CaseOpened' }] } });
    expect((await service.post(`${theCase}/refer-to-sab`, coach, referral(student), key)).body).toEqual({
      ...referred.body,
      repeated: true,
    });
    expect(await sabNotes(student)).toEqual(['ReferredToSab']);
    expect(
      await service.post(`/api/sab-cases/${randomUUID()}/refer-to-sab`, coach, {
        ...referral(student),
        urgent: true,
      }),
    ).toMatchObject({ status: 409, body: { code: 'CaseAlreadyOpen' } });
  });

  test('the adviser accepts for himself, talks and drafts a plan', async () => {
    service.itIs('2024-10-16');
    expect(
      await service.post(`${theCase}/draft-step-plan`, adviser, { on: '2024-10-16', steps: [] }),
    ).toMatchObject({ status: 403 });
    const key = { 'idempotency-key': randomUUID() };
    const accept = { on: '2024-10-16' };
    const accepted = await service.post(`${theCase}/accept-referral`, adviser, accept, key);
    expect(accepted).toMatchObject({ status: 200, body: { events: [{ type: 'ReferralAccepted' }] } });
    expect(await service.post(`${theCase}/accept-referral`, adviser, accept, key)).toMatchObject({
      body: { repeated: true },
    });
    await onCase('record-sab-conversation', adviser, {
      on: '2024-10-16',
      faceToFace: true,
      present: ['student', 'adviser'],
      forCoach: 'kleine stappen, elke week kort contact',
      confidential: 'GEHEIM-van-de-casus',
    });
    await onCase('pause-clock', adviser, { on: '2024-10-16', waitingFor: 'student' });
    await onCase('resume-clock', adviser, { on: '2024-10-16' });
    expect(
      await service.post(`${theCase}/draft-step-plan`, adviser, { on: '2024-10-16', steps: [] }),
    ).toMatchObject({ status: 422, body: { code: 'NoSteps' } });
    await onCase('draft-step-plan', adviser, {
      on: '2024-10-16',
      steps: [
        { what: 'LWP 1 samen plannen', who: 'coach', by: '2024-10-25' },
        { what: 'LWP 1 inleveren', who: 'student', by: '2024-11-01' },
      ],
    });
  });

  test('the plan runs once student and coach agreed', async () => {
    const consult = (whom: string, agreed = true) =>
      onCase('record-consultation', adviser, { on: '2024-10-16', with: whom, agreed });
    const start = () => service.post(`${theCase}/start-step-plan`, adviser, { on: '2024-10-16' });
    expect(await start()).toMatchObject({
      status: 409,
      body: { code: 'ConsultationMissing', about: { with: ['student', 'coach'] } },
    });
    await consult('student');
    await consult('coach', false);
    expect(await start()).toMatchObject({
      body: { code: 'ConsultationMissing', about: { with: ['coach'] } },
    });
    await consult('coach');
    expect(await start()).toMatchObject({ status: 200, body: { events: [{ type: 'StepPlanStarted' }] } });
    expect(await sabNotes(student)).toEqual(['ReferredToSab', 'SabReferralAccepted', 'SabPlanAgreed']);
  });

  test('of who may be under 16 the parents must agree too; how old somebody is, is worked out here', async () => {
    const ofYoung = `/api/sab-cases/${randomUUID()}`;
    await onCase('refer-to-sab', coach, { ...referral(young), on: '2024-10-16' }, ofYoung);
    await onCase('accept-referral', adviser, { on: '2024-10-16' }, ofYoung);
    const steps = [{ what: 'gesprek thuis', who: 'adviser', by: '2024-11-01' }];
    await onCase('draft-step-plan', adviser, { on: '2024-10-16', steps }, ofYoung);
    const key = { 'idempotency-key': randomUUID() };
    const consulted = { on: '2024-10-16', with: 'student', agreed: true };
    await service.post(`${ofYoung}/record-consultation`, adviser, consulted, key);
    expect(
      await service.post(`${ofYoung}/record-consultation`, adviser, { ...consulted, under16: false }),
    ).toMatchObject({ status: 400, body: { code: 'InvalidBody' } });
    await onCase('record-consultation', adviser, { ...consulted, with: 'coach' }, ofYoung);
    const start = () => service.post(`${ofYoung}/start-step-plan`, adviser, { on: '2024-10-16' });
    expect(await start()).toMatchObject({ status: 409, body: { code: 'ParentsNotConsulted' } });
    // Known better by now, and the same request still.
    await done(service, `/api/students/${young}/correct-student`, infoshop, { birthDate: '2007-01-01' });
    expect(await service.post(`${ofYoung}/record-consultation`, adviser, consulted, key)).toMatchObject({
      status: 200,
      body: { repeated: true },
    });
    await onCase('record-consultation', adviser, { ...consulted, with: 'parents' }, ofYoung);
    expect((await start()).status).toBe(200);
    const stream = await events(ofYoung.replace('/api/sab-cases/', 'sabCase-'));
    const under16 = stream
      .filter(({ type }) => type === 'ConsultationHeld')
      .map(({ data }) => (data as { readonly under16: boolean }).under16);
    expect(under16).toEqual([true, true, false]);
  });

  test('whose step it is, completes it', async () => {
    service.itIs('2024-11-01');
    expect(
      await service.post(`${theCase}/complete-step`, ofStudent(student), { on: '2024-11-01', step: 1 }),
    ).toMatchObject({ status: 403 });
    await onCase('complete-step', coach, { on: '2024-11-01', step: 1 });
    await onCase('complete-step', ofStudent(student), { on: '2024-11-01', step: 2, result: 'ingeleverd' });
    await onCase('revise-step-plan', adviser, {
      on: '2024-11-01',
      steps: [{ what: 'LWP 2 inleveren', who: 'student', by: '2024-11-15' }],
      why: 'de eerste is binnen',
    });
    expect(
      await service.post(`${theCase}/complete-step`, adviser, { on: '2024-11-01', step: 9 }),
    ).toMatchObject({ status: 422, body: { code: 'UnknownStep' } });
    await onCase('complete-step', adviser, { on: '2024-11-01', step: 3 });
  });

  test('the student follows Workskills: enrolled in an open case, present by a session of the group', async () => {
    await of(student, 'enrol-in-training', adviser, { on: '2024-11-01', training: 'workskills' });
    const session = await service.post(
      `/api/group-sessions/${randomUUID()}/record-training-session`,
      adviser,
      {
        on: '2024-11-01',
        training: 'workskills',
        attendance: [
          { student, attendance: 'present' },
          { student: left, attendance: 'absent' },
        ],
      },
    );
    expect(session).toMatchObject({
      status: 200,
      body: {
        students: [
          { student, done: { events: [{ type: 'TrainingAttendanceRecorded' }], repeated: false } },
          { student: left, problem: { code: 'NotInTraining', status: 409 } },
        ],
      },
    });
    await of(student, 'complete-training', adviser, { on: '2024-11-01', training: 'workskills' });
  });

  test('the case is closed with feedback, and both lines thank each other', async () => {
    expect(
      await service.post(`${theCase}/close-case`, adviser, { on: '2024-11-01', outcome: 'goesOn' }),
    ).toMatchObject({ status: 400, body: { code: 'InvalidBody' } });
    await onCase('close-case', adviser, {
      on: '2024-11-01',
      outcome: 'goesOn',
      feedback: 'houd de korte gesprekken vol',
    });
    await onCase('thank-for-referral', adviser, { on: '2024-11-01', from: 'adviser', words: 'goed op tijd' });
    await onCase('thank-for-referral', coach, { on: '2024-11-01', from: 'coach', words: 'fijn meegedacht' });
    expect(await sabNotes(student)).toEqual([
      'ReferredToSab',
      'SabReferralAccepted',
      'SabPlanAgreed',
      'SabCaseClosed',
    ]);
    const trajectory = JSON.stringify(await events(`trajectory-${student}`), (_, value: unknown) =>
      typeof value === 'bigint' ? 0 : value,
    );
    for (const said of ['GEHEIM', 'LWP 1', 'wat houdt Noor tegen', 'korte gesprekken'])
      expect(trajectory).not.toContain(said);
  });

  test('the dossier tells it in order, and what was said in the case stays out of it', async () => {
    const path = `/api/trajectories/${student}`;
    const timeline = await service.get(`${path}/timeline`, coach);
    const all = timeline.body['lines'] as unknown as readonly {
      readonly type: string;
      readonly sentence: string;
    }[];
    // Signals come from workflows, beside what people do, and have their own tests.
    const lines = all.filter(({ type }) => type !== 'SignalRaised');
    const told = lines.map(({ type }) => type);
    expect(told.slice(told.indexOf('StartProgrammeStarted'))).toEqual([
      'StartProgrammeStarted',
      'ConversationHeld',
      'ReferredToSab',
      'SabReferralAccepted',
      'SabPlanAgreed',
      'TrainingEnrolled',
      'TrainingAttendanceRecorded',
      'TrainingCompleted',
      'SabCaseClosed',
    ]);
    expect(lines.slice(-9).map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('Startprogramma van 26 aug. 2024'),
      'Steungesprek gevoerd.',
      'Verwezen naar het SAB.',
      'Het SAB neemt de verwijzing aan.',
      'Stappenplan van het SAB afgesproken.',
      'Begonnen aan de training Workskills.',
      'Bijeenkomst van Workskills: aanwezig.',
      'Training Workskills afgerond.',
      'Het SAB heeft afgerond, met terugkoppeling aan de coach.',
    ]);
    const dossier = await service.get(path, coach);
    expect(dossier).toMatchObject({ status: 200, body: { behind: false } });
    for (const { body } of [timeline, dossier])
      for (const said of ['GEHEIM', 'LWP 1', 'wat houdt Noor tegen', 'korte gesprekken', 'kleine stappen'])
        expect(JSON.stringify(body)).not.toContain(said);
    // What the two lines agreed on is read where it was said, each in his own layer.
    const asCoach = JSON.stringify((await service.get(theCase, coach)).body);
    expect(asCoach).toContain('houd de korte gesprekken vol');
    expect(asCoach).not.toContain('GEHEIM');
    expect(JSON.stringify((await service.get(theCase, adviser)).body)).toContain('GEHEIM');
  });

  test('one group conversation: who was there is recorded, who has left is listed with why', async () => {
    await of(left, 'leave', coach, {
      on: '2024-11-01',
      reason: '01',
      destination: { kind: 'unknown', confirmed: false },
    });
    const answer = await service.post(
      `/api/group-sessions/${randomUUID()}/record-group-conversation`,
      coach,
      {
        on: '2024-11-01',
        kind: 'career',
        faceToFace: true,
        present: ['students', 'coach'],
        students: [{ student, goals: 'meelopen op de IC' }, { student: young }, { student: left }],
      },
    );
    expect(answer).toMatchObject({
      status: 200,
      body: {
        students: [
          { done: { events: [{ type: 'ConversationHeld' }] } },
          { done: {} },
          { student: left, problem: { code: 'OutOfOrder', about: { fact: 'Left' } } },
        ],
      },
    });
    expect(answer.body['position']).toMatch(/^\d+$/);
  });

  describe('the Leermeter', () => {
    const scores = (score: number) => [
      { competence: 'werk', score },
      { competence: 'motieven', score: 3 },
    ];
    const invitation = randomUUID();
    const on = '2024-11-01';
    const open = '/api/leermeter-invitations';
    let token = '';

    test('is filled in by the student and by the coach, each for themselves', async () => {
      await of(student, 'rate-leermeter', ofStudent(student), { on, rater: 'student', scores: scores(2) });
      await of(student, 'rate-leermeter', coach, { on, rater: 'coach', scores: scores(4) });
      const posing = { on, rater: 'coach', scores: scores(5) };
      expect(
        await service.post(`/api/trajectories/${student}/rate-leermeter`, ofStudent(student), posing),
      ).toMatchObject({ status: 403 });
      expect(
        await service.post(`/api/trajectories/${student}/rate-leermeter`, coach, {
          on,
          rater: 'coach',
          scores: [{ competence: 'werk', score: 6 }],
        }),
      ).toMatchObject({ status: 422, body: { code: 'ScoreOffScale', about: { least: 1, most: 5 } } });
    });

    test('an invitation is answered with a token, the same one whenever it is asked again', async () => {
      const key = { 'idempotency-key': randomUUID() };
      const body = { on, invitation, rater: 'praktijkopleider', whom: 'J. Bakker', expiresOn: '2024-12-01' };
      const url = `/api/trajectories/${student}/invite-rater`;
      const invited = await service.post(url, coach, body, key);
      expect(invited).toMatchObject({ status: 200, body: { events: [{ type: 'RaterInvited' }] } });
      token = String(invited.body['token']);
      expect((await service.post(url, coach, body, key)).body).toEqual({ ...invited.body, repeated: true });
      expect((await service.post(url, coach, body)).body['token']).toBe(token);
    });

    test('who holds the token sees what is asked of him, and rates once', async () => {
      expect(await service.get(`${open}/${token}`)).toMatchObject({
        status: 200,
        body: {
          rater: 'praktijkopleider',
          expiresOn: '2024-12-01',
          student: 'Noor de Vries',
          leermeter: { least: 1, most: 5, competences: expect.arrayContaining([expect.anything()]) },
        },
      });
      const key = { 'idempotency-key': randomUUID() };
      const body = { scores: scores(5), remarks: 'leert snel' };
      const rated = await service.post(`${open}/${token}/rate`, undefined, body, key);
      expect(rated).toMatchObject({ status: 200, body: { events: [{ type: 'LeermeterRated' }] } });
      service.itIs('2024-11-02');
      const again = await service.post(`${open}/${token}/rate`, undefined, body, key);
      expect(again.body).toEqual({ ...rated.body, repeated: true });
      const stored = (await events(`trajectory-${student}`)).findLast(
        ({ type }) => type === 'LeermeterRated',
      );
      expect(stored?.data).toMatchObject({ on, rater: 'praktijkopleider', invitation });
      expect(stored?.meta.actor).toEqual({ id: invitation, role: 'rater' });
    });

    test('a second use is refused, and so is one that comes too late', async () => {
      const used = { status: 409, body: { code: 'InvitationUsed' } };
      expect(await service.post(`${open}/${token}/rate`, undefined, { scores: scores(1) })).toMatchObject(
        used,
      );
      expect(await service.get(`${open}/${token}`)).toMatchObject(used);
      const late = await of(student, 'invite-rater', coach, {
        on,
        invitation: randomUUID(),
        rater: 'other',
        expiresOn: '2024-11-02',
      });
      service.itIs('2024-11-03');
      const tooLate = `${open}/${String(late.body['token'])}`;
      const expired = { status: 409, body: { code: 'InvitationExpired', about: { on: '2024-11-02' } } };
      expect(await service.get(tooLate)).toMatchObject(expired);
      expect(await service.post(`${tooLate}/rate`, undefined, { scores: scores(1) })).toMatchObject(expired);
    });

    test('a forged token is nobody’s: nothing is read for it, and nothing written', async () => {
      const head = await service.service.writing.store.head();
      const forged = `${token.slice(0, -3)}${token.endsWith('AAA') ? 'BBB' : 'AAA'}`;
      for (const wrong of [forged, 'no-token', randomUUID()]) {
        const unknown = { status: 404, body: { code: 'UnknownInvitation' } };
        expect(await service.get(`${open}/${wrong}`)).toMatchObject(unknown);
        const answer = await service.post(`${open}/${wrong}/rate`, undefined, { scores: scores(1) });
        expect(answer).toMatchObject(unknown);
        expect(JSON.stringify(answer.body)).not.toContain(wrong);
      }
      expect(await service.service.writing.store.head()).toBe(head);
      expect(
        await service.post(
          `/api/trajectories/${student}/rate-leermeter`,
          { id: invitation, role: 'rater' },
          {
            on,
            rater: 'praktijkopleider',
            scores: scores(1),
          },
        ),
      ).toMatchObject({ status: 401, body: { code: 'RoleMissing' } });
    });

    test('and the log of the service never holds one', () => {
      expect(token).toHaveLength(86);
      expect(logged.length).toBeGreaterThan(0);
      expect(logged.join('')).not.toContain(token.slice(0, 40));
    });
  });
});

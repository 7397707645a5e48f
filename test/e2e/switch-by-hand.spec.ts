import { withheldText } from '../../src/app/papers/paper.ts';
import { mediaTypes } from '../../src/app/papers/writing/written.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AsDocumented } from './as-documented.ts';
import { care, done, found, ict, people } from './school.ts';
import { RunningService } from './service.ts';

describe('a switch by hand, from registration to confirmed landing', () => {
  const service = new RunningService();
  const student = randomUUID();
  const theSwitch = randomUUID();
  const path = `/api/trajectories/${student}`;
  const { infoshop, scoutOfCare, scoutOfIct, coach, newCoach, quality, teamLeader } = people;
  const ask = (command: string, who: (typeof people)['coach'], body: object) =>
    done(service, `${path}/${command}`, who, body);

  beforeAll(async () => {
    await service.start();
    await found(service);
  });
  afterAll(async () => {
    expect(await service.stop()).toBe(0);
  });

  test('the student registers, with numbers that are claimed and not kept', async () => {
    await done(service, `/api/students/${student}/register-student`, infoshop, {
      name: 'Noor de Vries',
      birthDate: '2007-05-12',
      gender: 'V',
      studentNumber: '700001',
      bsn: '999990019',
      contact: 'noor@example.org',
    });
    const again = await service.post(`/api/students/${randomUUID()}/register-student`, infoshop, {
      name: 'Iemand Anders',
      bsn: '999990019',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'NumberInUse', about: { kind: 'bsn' } } });
    const wrong = await service.post(`/api/students/${randomUUID()}/register-student`, infoshop, {
      name: 'Iemand Anders',
      bsn: '123456789',
    });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'InvalidNumber', about: { kind: 'bsn' } } });
  });

  test('the path to a definitive enrolment', async () => {
    await ask('open-trajectory', infoshop, { on: '2024-06-03' });
    const applied = await ask('apply', infoshop, {
      on: '2024-06-03',
      landschap: 'zorg',
      wish: 'iets met mensen',
    });
    expect(applied.body).toMatchObject({
      events: [{ type: 'Applied' }, { type: 'ScoutAssigned' }],
      repeated: false,
    });
    await ask('plan-scoutgesprek', scoutOfCare, {
      on: '2024-06-03',
      landschap: 'zorg',
      plannedFor: '2024-06-10',
    });
    service.itIs('2024-06-10');
    await ask('record-scoutgesprek', scoutOfCare, {
      on: '2024-06-10',
      landschap: 'zorg',
      outcome: 'place',
      reasons: 'past goed',
    });
    await ask('place', scoutOfCare, { on: '2024-08-19', programme: care, coach: coach.id });
    await ask('enrol-definitively', coach, { on: '2024-08-19' });
    service.itIs('2024-08-26');
    await ask('start-start-programme', coach, { on: '2024-08-26' });
  });

  test('a switch without a conversation is refused, in Dutch and English', async () => {
    service.itIs('2024-10-07');
    const answer = await service.post(`${path}/request-switch`, coach, {
      on: '2024-10-07',
      switch: theSwitch,
      to: ict,
      initiative: 'student',
      motive: 'wil met computers werken',
    });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'ConversationMissing', title: 'ConversationMissing' },
    });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(String(answer.body['detail'])).toContain('gesprek');
    expect(String(answer.body['detailEn'])).toContain('conversation');
  });

  test('three parties, four steps', async () => {
    await ask('record-conversation', coach, {
      on: '2024-10-07',
      kind: 'switch',
      faceToFace: true,
      agreements: 'we vragen ICT',
      present: ['student', 'coach'],
    });
    await ask('request-switch', coach, {
      on: '2024-10-07',
      switch: theSwitch,
      to: ict,
      initiative: 'student',
      motive: 'wil met computers werken',
    });
    service.itIs('2024-10-10');
    expect(
      await service.post(`${path}/offer-place`, scoutOfCare, {
        on: '2024-10-10',
        switch: theSwitch,
        from: '2024-10-14',
        coach: newCoach.id,
      }),
    ).toMatchObject({ status: 403, body: { code: 'NotYours' } });
    await ask('offer-place', scoutOfIct, {
      on: '2024-10-10',
      switch: theSwitch,
      from: '2024-10-14',
      coach: newCoach.id,
    });
    expect(
      await service.post(`${path}/accept-student`, coach, { on: '2024-10-10', switch: theSwitch }),
    ).toMatchObject({
      status: 403,
      body: { code: 'OnlyTheAskedCoachAnswers', about: { asked: newCoach.id } },
    });
    const accepted = await ask('accept-student', newCoach, { on: '2024-10-10', switch: theSwitch });
    expect(accepted.body).toMatchObject({ events: [{ type: 'Switched' }, { type: 'ResponsibilityMoved' }] });
    service.itIs('2024-11-04');
    await ask('confirm-landing', newCoach, { on: '2024-11-04', switch: theSwitch, wellReceived: true });
  });

  test('every answer here is as documented; one that is not would be found', async () => {
    const document = await fetch(`${service.service.url}/api/openapi.json`);
    const documented = new AsDocumented(
      (await document.json()) as ConstructorParameters<typeof AsDocumented>[0],
    );
    const wrong = (status: number, body: object) =>
      documented.wrong(
        'GET',
        path,
        status,
        status === 200 ? 'application/json' : 'application/problem+json',
        body,
      );
    expect(wrong(200, { ordinal: 1, behind: false })).toContain('dossier');
    expect(wrong(418, {})).toContain('418 is not documented');
    expect(wrong(403, { code: 'NotYours' })).toContain('detail');
  });

  test('the dossier shows it, to those who may read it', async () => {
    const dossier = await service.get(path, newCoach);
    expect(dossier).toMatchObject({
      status: 200,
      body: {
        behind: false,
        student: { name: 'Noor de Vries', birthBand: { year: 2007, part: 'to1Aug' } },
        dossier: {
          stage: 'enrolled',
          landschap: 'ict',
          coach: { id: newCoach.id },
          switches: [{ id: theSwitch, stage: 'switched', switchedOn: '2024-10-14', landedOn: '2024-11-04' }],
        },
      },
    });
    expect(JSON.stringify(dossier.body)).not.toContain('999990019');
    const watched = await service.get(path, quality);
    expect(watched.status).toBe(200);
    expect(JSON.stringify(watched.body)).not.toContain('Noor');
    for (const nobody of [
      { id: randomUUID(), role: 'coach' },
      { id: randomUUID(), role: 'operator' },
      { id: randomUUID(), role: 'student' },
    ])
      expect(await service.get(path, nobody)).toMatchObject({ status: 403, body: { code: 'NotYours' } });
    expect((await service.get(path, { id: student, role: 'student' })).status).toBe(200);

    const timeline = await service.get(`${path}/timeline`, newCoach);
    expect(timeline.status).toBe(200);
    expect(JSON.stringify(timeline.body)).toContain('wil met computers werken');
    expect(JSON.stringify((await service.get(`${path}/timeline`, quality)).body)).not.toContain('computers');
    expect(await service.get('/api/trajectories', newCoach)).toMatchObject({ body: { size: 1 } });
    expect(await service.get('/api/trajectories', coach)).toMatchObject({ body: { size: 0 } });
    expect(await service.get('/api/trajectories?landschap=ict', teamLeader)).toMatchObject({ status: 403 });
  });

  test('a command sent again answers as the first time, and another one under its key is refused', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const visit = { on: '2024-11-04', kind: 'reflection', faceToFace: true, present: [] };
    const first = await service.post(`${path}/record-conversation`, newCoach, visit, key);
    const again = await service.post(`${path}/record-conversation`, newCoach, visit, key);
    expect(first).toMatchObject({ status: 200, body: { repeated: false } });
    expect(again.body).toEqual({ ...first.body, repeated: true });
    expect(
      await service.post(`${path}/record-conversation`, newCoach, { ...visit, faceToFace: false }, key),
    ).toMatchObject({
      status: 422,
      body: { code: 'IdempotencyKeyReused' },
    });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"\d+"$/);
    expect(
      await service.post(
        `${path}/record-conversation`,
        newCoach,
        { ...visit, on: '2024-11-03' },
        { 'if-match': '"0"' },
      ),
    ).toMatchObject({ status: 412, body: { code: 'RevisionIsOld' } });
    expect(
      await service.post(
        `${path}/record-conversation`,
        newCoach,
        { ...visit, on: '2024-11-03' },
        { 'if-match': etag },
      ),
    ).toMatchObject({ status: 200 });
  });

  test('the twin reading: the register sees another programme, the events show a guided switch', async () => {
    expect(await service.get('/api/reports/twin?year=2024', quality)).toMatchObject({
      status: 422,
      body: { code: 'PeildatumNotReached' },
    });
    service.itIs('2025-10-02');
    const report = await service.get('/api/reports/twin?year=2024&by=niveau', quality);
    expect(report).toMatchObject({
      status: 200,
      body: {
        report: 'twin',
        schoolYear: 2024,
        peildata: ['2024-10-01', '2025-10-01'],
        knownOn: '2025-10-02',
        population: { size: 1 },
        twin: { flows: [{ register: 'otherDomain', evidence: 'guidedSwitch', count: 1 }] },
      },
    });
    const members = await service.get('/api/reports/twin/members?year=2024&evidence=guidedSwitch', quality);
    expect(members).toMatchObject({ status: 200, body: { members: [{ trajectory: student }] } });
    const rows = await service.get('/api/reports/twin?year=2024&rows=true', quality);
    expect(rows.headers.get('content-type')).toContain('application/x-ndjson');
    expect(String(rows.body['text'])).toContain('"evidence":"guidedSwitch"');
    const csv = await service.get('/api/reports/twin?year=2024&format=csv', quality);
    expect(String(csv.body['text'])).toContain(`otherDomain;guidedSwitch;${withheldText};`);
    const forTeam = await service.get('/api/reports/twin?year=2024&format=csv&for=team', quality);
    expect(String(forTeam.body['text'])).toContain('otherDomain;guidedSwitch;1;');
    for (const [path, type] of [
      ['twin?year=2024&format=pdf', 'application/pdf'],
      ['outcomes?year=2024&format=xlsx', mediaTypes.xlsx],
      ['twin?year=2024&rows=true&format=csv&for=team', 'text/csv'],
    ] as const) {
      const file = await service.get(`/api/reports/${path}`, quality);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-type')).toContain(type);
      expect(file.headers.get('content-disposition')).toMatch(
        /^attachment; filename="(twin|outcomes)-2024-2025\./,
      );
    }
    for (const [path, name] of [
      [`why/${student}?year=2024`, 'why-2024-2025'],
      ['near?', 'near-2025-10-02'],
      ['bridge?year=2024&from=2025-10-01', 'bridge-2024-2025'],
      ['reconciliation?year=2024', 'reconciliation-2024-2025'],
      ['evidence?year=2024', 'evidence-2024-2025'],
      ['compare?year=2024&with=2024', 'compare-2024-2024'],
    ] as const) {
      const file = await service.get(`/api/reports/${path}&format=csv&for=team`, quality);
      expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${name}.csv"`);
      const outside = await service.get(`/api/reports/${path}&format=csv`, quality);
      expect(outside).toMatchObject({ status: 400, body: { about: { wrong: [{ path: 'for' }] } } });
    }
    for (const path of ['twin?year=2024&rows=true&format=csv', 'switches?year=2024&format=csv'])
      expect(await service.get(`/api/reports/${path}`, quality)).toMatchObject({
        status: 400,
        body: { about: { wrong: [{ path: 'for' }] } },
      });
    expect(await service.get('/api/reports/switches?year=2024&definition=D7', quality)).toMatchObject({
      status: 200,
      body: { population: { size: 1 } },
    });
    expect(await service.get('/api/reports/vsv?year=2024', quality)).toMatchObject({ status: 200 });
    const why = await service.get(`/api/reports/why/${student}?year=2024`, quality);
    expect(why).toMatchObject({ status: 200, body: { trajectory: student } });
    expect(why.body['figures']).toContainEqual(
      expect.objectContaining({
        figure: 'vsv',
        standing: 'notCounted',
        decidedBy: expect.objectContaining({ step: 'V4' }),
      }),
    );
    expect(await service.get('/api/reports/near', quality)).toMatchObject({
      status: 200,
      body: { peildata: ['2025-10-01', '2026-10-01'], knownOn: '2025-10-02' },
    });
    expect(await service.get('/api/reports/bridge?year=2024&from=2025-10-01', quality)).toMatchObject({
      status: 200,
      body: { steps: [], to: '2025-10-02' },
    });
    const outcomes = await service.get('/api/reports/outcomes?year=2024&by=landschap', quality);
    expect(outcomes).toMatchObject({ status: 200, body: { report: 'outcomes', schoolYear: 2024 } });
    expect(
      await service.get('/api/reports/outcomes/members?year=2024&indicator=instellingsverlater', quality),
    ).toMatchObject({ status: 200, body: { members: [{ trajectory: student, counted: false }] } });
    expect(
      await service.get('/api/reports/compare?year=2024&by=landschap&value=zorg&with=2024', quality),
    ).toMatchObject({ status: 200, body: { sides: [{ value: 'zorg' }, { value: 'zorg' }] } });
    for (const [path, status] of [
      ['compare?year=2024', 400],
      ['compare?year=2024&by=landschap&value=maan&with=2024', 400],
      ['outcomes/members?year=2024', 400],
      ['outcomes/members?year=2024&indicator=opstroom&of-year=2019', 400],
      ['outcomes?year=2025', 422],
      ['why/0b0b0b0b-0000-4000-8000-000000000000?year=2024', 404],
      [`why/${student}`, 400],
      ['bridge?year=2024', 400],
      ['bridge?year=2024&from=2025-10-02&to=2025-10-01', 400],
      ['bridge?year=2024&from=2025-09-01', 422],
      ['near?known-on=2030-01-01', 400],
    ] as const)
      expect(await service.get(`/api/reports/${path}`, quality)).toMatchObject({ status });
    for (const wrong of [
      'year=abc',
      'year=2024&by=colour',
      'year=2024&known-on=2026-01-01',
      'year=2024&known-on=2024-02-30',
      'year=2024&x=1',
      '',
      'year=2024&year=2023',
      'year=2024&at=99999999',
    ])
      expect(await service.get(`/api/reports/twin?${wrong}`, quality)).toMatchObject({
        status: 400,
        body: { code: 'InvalidQuery' },
      });
    expect(
      await service.get('/api/reports/twin?year=2024', { id: randomUUID(), role: 'inspector' }),
    ).toMatchObject({ status: 403 });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { studentId } from '../../src/domain/student/ids.ts';
import type { TrajectoryCommand } from '../../src/domain/trajectory/commands.ts';
import { trajectorySubject } from '../../src/domain/trajectory/subject.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { type Role, uuid } from '../../src/kernel/message.ts';
import { care, done, found, ict, people } from './school.ts';
import { RunningService, type Who } from './service.ts';

describe('what can be asked of guidance', () => {
  const service = new RunningService();
  const [noor, bas] = [randomUUID(), randomUUID()];
  const { infoshop, operator, scoutOfCare, scoutOfIct, coach, newCoach, quality, teamLeader } = people;
  const manager: Who = { id: randomUUID(), role: 'programmeManager' };
  const stranger: Who = { id: randomUUID(), role: 'coach' };
  const on = (day: string) => calendarDate(day);

  /** Straight to the decider, as the door would. */
  const tell = async (student: string, who: Who, command: TrajectoryCommand): Promise<void> => {
    const answer = await service.service.writing.engine.execute(
      trajectorySubject,
      studentId(student),
      command,
      {
        commandId: uuid(randomUUID()),
        actor: { id: who.id, role: who.role as Role },
        source: 'api',
      },
    );
    if (answer.outcome !== 'done') throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  };
  const get = (path: string, who: Who) => service.get(path, who);
  const read = async (path: string, who: Who) => {
    const answer = await get(path, who);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  const place = async (student: string, programme: typeof care, scout: Who, by: Who): Promise<void> => {
    const { landschap } = programme;
    const ask = (command: string, who: Who, body: object) =>
      done(service, `/api/trajectories/${student}/${command}`, who, body);
    service.itIs('2024-06-03');
    await done(service, `/api/students/${student}/register-student`, infoshop, { name: 'Noor de Vries' });
    await ask('open-trajectory', infoshop, { on: '2024-06-03' });
    await ask('apply', infoshop, { on: '2024-06-03', landschap, wish: 'iets met mensen' });
    service.itIs('2024-06-10');
    await ask('record-scoutgesprek', scout, { on: '2024-06-10', landschap, outcome: 'place', reasons: 'ja' });
    await ask('place', scout, { on: '2024-08-19', programme, coach: by.id });
    await ask('enrol-definitively', by, { on: '2024-08-19' });
  };

  beforeAll(async () => {
    await service.start();
    await found(service);
    await place(noor, care, scoutOfCare, coach);
    await place(bas, ict, scoutOfIct, newCoach);
    service.itIs('2024-09-30');
    await tell(
      noor,
      { id: noor, role: 'student' },
      {
        type: 'RateLeermeter',
        on: on('2024-09-16'),
        rater: 'student',
        scores: [{ competence: 'motieven', score: 2 }],
        remarks: 'ik weet het nog niet',
      },
    );
    await tell(noor, coach, {
      type: 'RateLeermeter',
      on: on('2024-09-30'),
      rater: 'coach',
      scores: [{ competence: 'motieven', score: 4 }],
    });
    await tell(noor, { id: noor, role: 'student' }, {
      type: 'AddToPortfolio',
      on: on('2024-09-20'),
      item: randomUUID(),
      area: 'loopbaan',
      kind: 'reflection',
      title: 'mijn keuze',
      words: 'daarom dus',
    } as unknown as TrajectoryCommand);
    await tell(noor, coach, {
      type: 'RecordConversation',
      on: on('2024-09-23'),
      kind: 'leermeter',
      faceToFace: true,
      present: ['student', 'coach'],
    });
  });
  afterAll(async () => {
    expect(await service.stop()).toBe(0);
  });

  test('growth by the Leermeter, with the remarks to those who guide and to nobody else', async () => {
    const path = `/api/trajectories/${noor}/leermeter`;
    expect(await read(path, coach)).toMatchObject({
      behind: false,
      leermeters: [{ version: 0, least: 1, most: 5 }],
      competences: [
        {
          competence: 'motieven',
          name: 'Motievenreflectie: wat wil ik',
          scores: [
            { on: '2024-09-16', rater: 'student', score: 2 },
            { on: '2024-09-30', rater: 'coach', score: 4 },
          ],
        },
      ],
      ratings: [{ said: { remarks: 'ik weet het nog niet' } }, { rater: 'coach' }],
    });
    const watched = await read(path, quality);
    expect(watched).toMatchObject({ ratings: [{ rater: 'student' }, { rater: 'coach' }] });
    expect(JSON.stringify(watched)).not.toContain('ik weet het');
    for (const nobody of [stranger, operator, { id: bas, role: 'student' }])
      expect(await get(path, nobody)).toMatchObject({ status: 403, body: { code: 'NotYours' } });
    expect((await get(path, { id: noor, role: 'student' })).status).toBe(200);
    expect(await read(`/api/trajectories/${bas}/leermeter`, newCoach)).toMatchObject({
      competences: [],
      ratings: [],
    });
  });

  test('the portfolio, with its words as last corrected to those who guide', async () => {
    const path = `/api/trajectories/${noor}/portfolio`;
    const before = await read(path, coach);
    expect(before).toMatchObject({
      items: [{ area: 'loopbaan', kind: 'reflection', said: { title: 'mijn keuze', words: 'daarom dus' } }],
    });
    const [{ event } = { event: '' }] = before['items'] as unknown as readonly { readonly event: string }[];
    await done(service, `/api/trajectories/${noor}/correct`, coach, {
      event,
      change: { values: { title: 'onze keuze' } },
      why: 'typefout',
    });
    expect(await read(path, coach)).toMatchObject({
      items: [{ said: { title: 'onze keuze', words: 'daarom dus' } }],
    });
    expect(JSON.stringify(await read(path, quality))).not.toMatch(/keuze|daarom/);
    expect(await get(path, stranger)).toMatchObject({ status: 403 });
    expect(await get(`/api/trajectories/${randomUUID()}/portfolio`, quality)).toMatchObject({ status: 404 });
  });

  test('the dossier shows what guidance has come to', async () => {
    expect(await read(`/api/trajectories/${noor}`, coach)).toMatchObject({
      dossier: {
        lastConversation: { on: '2024-09-23', kind: 'leermeter' },
        portfolio: [{ area: 'loopbaan', products: 0, reflections: 1 }],
        sab: { earlier: 0 },
      },
    });
  });

  test('the caseload: a coach sees himself, a leader his landschap, the manager all', async () => {
    expect(await read('/api/reports/caseload', manager)).toMatchObject({
      on: '2024-09-30',
      students: 2,
      silentAfter: { startProgramme: 4, later: 10 },
      nobody: { withoutCoach: [], coachLeft: [], coachAbsentWithoutDeputy: [] },
    });
    const own = await read('/api/reports/caseload', coach);
    expect(own).toMatchObject({ students: 1, coaches: [{ coach: coach.id, students: 1, silent: [] }] });
    expect(JSON.stringify(own)).not.toContain(newCoach.id);
    expect(await read('/api/reports/caseload', teamLeader)).toMatchObject({ landschap: 'zorg', students: 1 });
    expect(await get('/api/reports/caseload?landschap=ict', teamLeader)).toMatchObject({ status: 403 });
    expect(await read('/api/reports/caseload?on=2024-08-18', quality)).toMatchObject({ students: 0 });
    expect(await read('/api/reports/caseload?on=2024-11-25', quality)).toMatchObject({
      coaches: expect.arrayContaining([
        expect.objectContaining({ coach: newCoach.id, silent: [bas] }),
        expect.objectContaining({ coach: coach.id, silent: [] }),
      ]),
    });
    expect(await get('/api/reports/caseload?on=2024-02-30', quality)).toMatchObject({ status: 400 });
    for (const nobody of [infoshop, operator, scoutOfCare])
      expect(await get('/api/reports/caseload', nobody)).toMatchObject({ status: 403 });
  });

  test('a coach who is away is named with who stands in for him, and who has nobody then', async () => {
    await done(service, `/api/staff/${coach.id}/record-staff-absence`, operator, {
      from: '2024-09-30',
      to: '2024-10-11',
      deputy: newCoach.id,
    });
    const absent = { until: '2024-10-11', deputy: newCoach.id };
    expect(await read('/api/reports/caseload?landschap=zorg', manager)).toMatchObject({
      coaches: [{ coach: coach.id, absent: { ...absent, deputyIsHere: true } }],
      nobody: { coachAbsentWithoutDeputy: [] },
    });
    await done(service, `/api/staff/${newCoach.id}/record-staff-absence`, operator, {
      from: '2024-10-07',
      to: '2024-10-08',
      deputy: coach.id,
    });
    expect(await read('/api/reports/caseload?landschap=zorg&on=2024-10-07', manager)).toMatchObject({
      coaches: [{ coach: coach.id, absent: { ...absent, deputyIsHere: false } }],
      nobody: { coachAbsentWithoutDeputy: [{ coach: coach.id, trajectories: [noor] }] },
    });
    expect(await read('/api/reports/caseload?landschap=zorg&on=2024-10-14', manager)).toMatchObject({
      nobody: { coachAbsentWithoutDeputy: [] },
    });
  });

  test('continuity, after a switch that the new coach accepted in three days', async () => {
    const theSwitch = randomUUID();
    const ask = (command: string, who: Who, body: object) =>
      done(service, `/api/trajectories/${noor}/${command}`, who, body);
    service.itIs('2024-10-14');
    await ask('record-conversation', coach, {
      on: '2024-10-14',
      kind: 'switch',
      faceToFace: true,
      present: ['student', 'coach'],
    });
    await ask('start-start-programme', coach, { on: '2024-10-14' });
    await ask('request-switch', coach, {
      on: '2024-10-14',
      switch: theSwitch,
      to: ict,
      initiative: 'student',
      motive: 'wil met computers werken',
    });
    await ask('offer-place', scoutOfIct, {
      on: '2024-10-14',
      switch: theSwitch,
      from: '2024-11-04',
      coach: newCoach.id,
    });
    expect(await read('/api/reports/caseload?landschap=ict', manager)).toMatchObject({
      coaches: [{ coach: newCoach.id, students: 1, switchesAsked: 1 }],
    });
    service.itIs('2024-10-17');
    await ask('accept-student', newCoach, { on: '2024-10-17', switch: theSwitch });
    service.itIs('2024-11-05');
    expect(await read('/api/reports/continuity?year=2024', manager)).toMatchObject({
      schoolYear: 2024,
      students: 2,
      coaches: [
        { coaches: 1, students: 1 },
        { coaches: 2, students: 1 },
      ],
      shareSameCoach: 0.5,
      moved: [
        { because: 'handover', count: 0 },
        { because: 'switch', count: 1, students: 1, days: { known: 1, median: 3, longest: 3 } },
      ],
    });
    expect(await read('/api/reports/continuity?year=2024', teamLeader)).toMatchObject({
      landschap: 'zorg',
      students: 0,
    });
    expect(await get('/api/reports/continuity?year=2024', coach)).toMatchObject({ status: 403 });
    for (const wrong of ['', 'year=abc', 'year=2024&landschap=NERGENS', 'year=2024&x=1'])
      expect(await get(`/api/reports/continuity?${wrong}`, manager)).toMatchObject({
        status: 400,
        body: { code: 'InvalidQuery' },
      });
  });

  test('LOB in practice, counted where it happened', async () => {
    const all = await read('/api/reports/lob?year=2024', quality);
    expect(all).toMatchObject({
      by: 'landschap',
      groups: [
        { of: 'ict', students: 2, withoutConversation: 2 },
        { of: 'zorg', students: 1, withoutConversation: 0, leermeterPerStudent: 1 },
      ],
      whole: { students: 2, withoutConversation: 1 },
    });
    expect(await read('/api/reports/lob?year=2024&by=coach', coach)).toMatchObject({
      groups: [{ of: coach.id, students: 1 }],
    });
    expect(await read('/api/reports/lob?year=2024&by=coach', teamLeader)).toMatchObject({
      landschap: 'zorg',
      groups: [{ of: coach.id }],
    });
    expect(await get('/api/reports/lob?year=2024&landschap=ict', teamLeader)).toMatchObject({ status: 403 });
    expect(await get('/api/reports/lob?year=2024&by=colour', quality)).toMatchObject({ status: 400 });
  });

  test('the evidence of the switch, as known on a day', async () => {
    expect(await read('/api/reports/evidence?year=2024', quality)).toMatchObject({
      schoolYear: 2024,
      parameters: { landingTerm: 20 },
      whole: { switches: 1, complete: 1 },
      landschappen: [{ landschap: 'ict', switches: 1, complete: 1 }],
      switches: [
        {
          trajectory: noor,
          on: '2024-11-04',
          complete: true,
          pieces: { conversation: { there: true, on: '2024-10-14' }, landing: { there: true } },
        },
      ],
    });
    service.itIs('2025-03-03');
    expect(await read('/api/reports/evidence?year=2024', quality)).toMatchObject({
      whole: { switches: 1, complete: 0 },
      switches: [{ missing: ['landing'], complete: false }],
    });
    expect(await read('/api/reports/evidence?year=2024&known-on=2024-11-05', quality)).toMatchObject({
      whole: { complete: 1 },
    });
    expect(await read('/api/reports/evidence?year=2024', teamLeader)).toMatchObject({
      whole: { switches: 0 },
    });
    expect(await get('/api/reports/evidence?year=2024&landschap=ict', teamLeader)).toMatchObject({
      status: 403,
    });
    expect(await get('/api/reports/evidence?year=2024&known-on=2030-01-01', quality)).toMatchObject({
      status: 400,
    });
    expect(await get('/api/reports/evidence?year=2024', coach)).toMatchObject({ status: 403 });
  });
});

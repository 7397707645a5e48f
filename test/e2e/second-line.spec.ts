import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { staffId } from '../../src/domain/staff/ids.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import { calendarDate as day } from '../../src/kernel/calendar-date.ts';
import { found, people } from './school.ts';
import { newCase, onCase, onTrajectory, placedStudent, secondLine, staffSecondLine } from './second-line.ts';
import { RunningService, type Who } from './service.ts';

describe('the second line at work', () => {
  const service = new RunningService();
  const { coach, quality, teamLeader, operator } = people;
  const { adviser, otherAdviser, coordinator, programmeManager } = secondLine;
  const [noorsCase, semsCase, yarasCase] = [newCase(), newCase(), newCase()];
  let [noor, sem, yara]: StudentId[] = [];

  const board = async (query: string, who: Who = adviser) => {
    const { status, body } = await service.get(`/api/sab-cases${query}`, who);
    return {
      status,
      ...(body as unknown as { size: number; next?: string; cases: readonly { case: string }[] }),
    };
  };
  const ids = async (query: string, who?: Who) => (await board(query, who)).cases.map((each) => each.case);

  beforeAll(async () => {
    await service.start();
    await found(service);
    await staffSecondLine(service);
    [noor, sem, yara] = [
      await placedStudent(service, 'Noor de Vries'),
      await placedStudent(service, 'Sem Bakker'),
      await placedStudent(service, 'Yara Haddad'),
    ];
    const words = { question: 'hoe verder', tried: 'drie gesprekken' };
    const refer = async (
      id: typeof noorsCase,
      student: StudentId | undefined,
      on: string,
      urgent: boolean,
    ) => {
      if (student === undefined) throw new Error('nobody to refer');
      service.itIs(on);
      if (!urgent)
        await onTrajectory(
          service,
          student,
          {
            type: 'RecordConversation',
            on: day(on),
            kind: 'support',
            faceToFace: true,
            present: ['student', 'coach'],
          },
          coach,
        );
      await onCase(service, id, { type: 'ReferToSab', on: day(on), student, ...words, urgent }, coach);
    };
    await refer(noorsCase, noor, '2024-06-03', false);
    await refer(semsCase, sem, '2024-06-04', false);
    await refer(yarasCase, yara, '2024-06-05', true);
    const on = day('2024-06-06');
    service.itIs('2024-06-06');
    await onCase(service, semsCase, { type: 'AcceptReferral', on, adviser: staffId(adviser.id) }, adviser);
  });
  afterAll(() => service.stop());

  test('the board has first what is due first, with names and terms in school days', async () => {
    service.itIs('2024-06-07');
    const { body } = await service.get('/api/sab-cases', adviser);
    expect(body).toMatchObject({
      today: '2024-06-07',
      size: 3,
      cases: [
        {
          case: yarasCase,
          student: { id: yara, name: 'Yara Haddad' },
          clock: { waited: 2, due: { what: 'answer', on: '2024-06-06' }, overdue: true },
        },
        {
          case: noorsCase,
          landschap: 'zorg',
          coach: coach.id,
          clock: { since: '2024-06-03', waited: 4, due: { on: '2024-06-10' }, overdue: false },
        },
        { case: semsCase, adviser: adviser.id, clock: { due: { what: 'draft', on: '2024-06-20' } } },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('drie gesprekken');
  });

  test('it shows what is asked for, a page at a time', async () => {
    expect(await ids('?stage=accepted')).toEqual([semsCase]);
    expect(await ids('?waiting=true')).toEqual([yarasCase, noorsCase]);
    expect(await ids('?mine=true')).toEqual([semsCase]);
    expect(await ids('?mine=true', otherAdviser)).toEqual([]);
    expect(await ids(`?adviser=${adviser.id}&mine=true`, otherAdviser)).toEqual([]);
    expect(await ids(`?adviser=${adviser.id}`, coordinator)).toEqual([semsCase]);
    expect(await ids('?landschap=ict')).toEqual([]);
    expect(await ids('?urgent=true&overdue=true')).toEqual([yarasCase]);
    expect(await ids('?paused=false')).toHaveLength(3);
    const first = await board('?limit=2');
    expect([first.size, first.cases.length]).toEqual([3, 2]);
    expect(await ids(`?limit=2&from=${first.next}`)).toEqual([semsCase]);
    expect((await board('?limit=2&from=yesterday')).status).toBe(400);
  });

  test('it is for those who work there by what their own stream says', async () => {
    expect((await board('', coordinator)).status).toBe(200);
    for (const who of [
      coach,
      quality,
      teamLeader,
      operator,
      programmeManager,
      { id: randomUUID(), role: 'adviser' },
      { id: coach.id, role: 'sabCoordinator' },
    ])
      expect([who.role, (await board('', who)).status]).toEqual([who.role, 403]);
  });

  test('an adviser cannot leave while somebody depends on him', async () => {
    const leave = () =>
      service.post(`/api/staff/${adviser.id}/record-staff-left`, operator, { on: '2024-06-07' });
    expect(await leave()).toMatchObject({
      status: 409,
      body: { code: 'StillResponsible', about: { dependants: [{ student: sem, as: 'adviser' }] } },
    });
    await onCase(
      service,
      semsCase,
      { type: 'AssignCase', on: day('2024-06-07'), adviser: staffId(otherAdviser.id) },
      coordinator,
    );
    const { body } = await service.get(`/api/sab-cases/${semsCase}`, coordinator);
    expect(body['advisers']).toEqual([
      { on: '2024-06-06', adviser: adviser.id },
      { on: '2024-06-07', adviser: otherAdviser.id },
    ]);
    expect((await leave()).status).toBe(200);
    // It was his last day; from the next one on he looks at no case.
    expect((await board('')).status).toBe(200);
    service.itIs('2024-06-08');
    expect((await board('')).status).toBe(403);
  });

  test('the report counts, and names nobody whom a case is about', async () => {
    for (const who of [coordinator, programmeManager, quality]) {
      const { status, body } = await service.get('/api/reports/sab?year=2023', who);
      expect([status, body]).toMatchObject([
        200,
        {
          report: 'sab',
          schoolYear: 2023,
          sab: {
            referrals: { cases: 3, urgent: 1 },
            accepted: 1,
            unanswered: 2,
            untilAcceptance: { cases: 1, median: 2, withinTerm: 1 },
            openAtEnd: 3,
          },
        },
      ]);
      for (const hidden of [noor, sem, yara, noorsCase, semsCase, yarasCase, 'Noor', 'Sem', 'Yara'])
        expect(JSON.stringify(body)).not.toContain(hidden);
    }
    expect((await service.get('/api/reports/sab?year=2024', quality)).body).toMatchObject({
      sab: { referrals: { cases: 0 } },
    });
  });

  test('it can be split, and asked of one landschap', async () => {
    const split = async (query: string) =>
      (await service.get(`/api/reports/sab?year=2023&${query}`, quality)).body['splits'] as unknown;
    expect(await split('by=landschap')).toMatchObject([
      { by: 'landschap', value: 'zorg', name: 'zorg', sab: { referrals: { cases: 3 } } },
    ]);
    const byAdviser = (await split('by=adviser')) as readonly { readonly value: string }[];
    expect(byAdviser.toSorted(({ value }) => (value === 'none' ? -1 : 1))).toMatchObject([
      { value: 'none', sab: { unanswered: 2 } },
      { value: otherAdviser.id, name: 'otherAdviser', sab: { accepted: 1 } },
    ]);
    expect((await service.get('/api/reports/sab?year=2023&landschap=ict', quality)).body).toMatchObject({
      landschap: 'ict',
      sab: { referrals: { cases: 0 } },
    });
  });

  test('it is asked of a school year, by those who may see figures of the second line', async () => {
    expect((await service.get('/api/reports/sab', quality)).status).toBe(400);
    expect((await service.get('/api/reports/sab?year=nu', quality)).status).toBe(400);
    for (const who of [otherAdviser, coach, teamLeader, { id: randomUUID(), role: 'quality' }])
      expect([who.role, (await service.get('/api/reports/sab?year=2023', who)).status]).toEqual([
        who.role,
        403,
      ]);
  });
});

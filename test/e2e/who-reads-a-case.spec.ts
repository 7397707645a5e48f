import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sqliteViewStore } from '../../src/adapters/sqlite/view-store.ts';
import type { SabCaseCommand } from '../../src/domain/sab-case/commands.ts';
import { staffId } from '../../src/domain/staff/ids.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import type { PortfolioItemId } from '../../src/domain/trajectory/ids.ts';
import { calendarDate as day } from '../../src/kernel/calendar-date.ts';
import { projections } from '../../projections/index.ts';
import { done, found, people } from './school.ts';
import { newCase, onCase, onTrajectory, placedStudent, secondLine, staffSecondLine } from './second-line.ts';
import { RunningService, type Who } from './service.ts';

/** Each thing that people write in a case has a canary of its own, and these who hear it sing. */
const canaries = {
  question: ['secondLine', 'coach', 'student'],
  tried: ['secondLine', 'coach'],
  forCoach: ['secondLine', 'coach', 'student'],
  confidential: ['secondLine'],
  present: ['secondLine'],
  draftOnly: ['secondLine'],
  inForce: ['secondLine', 'coach', 'student'],
  remarks: ['secondLine'],
  result: ['secondLine'],
  revised: ['secondLine', 'coach', 'student'],
  whyRevised: ['secondLine'],
  whyPaused: ['secondLine'],
  loopbaanbox: ['secondLine'],
  whyEscalated: ['secondLine'],
  feedback: ['secondLine', 'coach', 'student'],
  thanks: ['secondLine', 'coach'],
} as const;
type Canary = keyof typeof canaries;
const sings = (what: Canary): string => `kanarie-${what}.`;
const heardIn = (body: unknown): readonly string[] =>
  Object.keys(canaries).filter((each) => JSON.stringify(body).includes(sings(each as Canary)));
const heardFrom = (layer: string): readonly string[] =>
  Object.entries(canaries).flatMap(([each, who]) =>
    (who as readonly string[]).includes(layer) ? [each] : [],
  );

describe('who reads what of a case of the second line', () => {
  const service = new RunningService();
  const { coach, newCoach, teamLeader, quality, infoshop, scoutOfCare, operator } = people;
  const { adviser, otherAdviser, coordinator, programmeManager } = secondLine;
  const id = newCase();
  const path = `/api/sab-cases/${id}`;
  let student: StudentId;
  let asStudent: Who;
  const ask = (command: SabCaseCommand, who: Who = adviser) => onCase(service, id, command, who);

  beforeAll(async () => {
    await service.start();
    await found(service);
    await staffSecondLine(service);
    student = await placedStudent(service, 'Noor de Vries');
    asStudent = { id: student, role: 'student' };
    const scores = [{ competence: 'motieven', score: 3 }];
    await onTrajectory(
      service,
      student,
      { type: 'RateLeermeter', on: day('2024-06-03'), rater: 'student', scores },
      asStudent,
    );
    const item = randomUUID() as string as PortfolioItemId;
    const reflection = { area: 'loopbaan', kind: 'reflection', title: 'Mijn keuze' } as const;
    await onTrajectory(
      service,
      student,
      { type: 'AddToPortfolio', on: day('2024-06-03'), item, ...reflection },
      asStudent,
    );
    const on = day('2024-06-03');
    const steps = (what: Canary) => [{ what: sings(what), who: 'student' as const, by: day('2024-06-10') }];
    const [question, tried] = [sings('question'), sings('tried')];
    await ask({ type: 'ReferToSab', on, student, question, tried, urgent: true }, coach);
    await ask({ type: 'AcceptReferral', on, adviser: staffId(adviser.id) });
    await ask({
      type: 'RecordSabConversation',
      on,
      faceToFace: true,
      present: ['student', sings('present')],
      forCoach: sings('forCoach'),
      confidential: sings('confidential'),
    });
    await ask({ type: 'DraftStepPlan', on, steps: steps('draftOnly') });
    const remarks = sings('remarks');
    await ask({ type: 'RecordConsultation', on, with: 'student', agreed: false, under16: false, remarks });
    await ask({ type: 'DraftStepPlan', on, steps: steps('inForce') });
    for (const whom of ['student', 'coach'] as const)
      await ask({ type: 'RecordConsultation', on, with: whom, agreed: true, under16: false, remarks });
    await ask({ type: 'StartStepPlan', on });
    await ask({ type: 'CompleteStep', on, step: 2, result: sings('result') });
    await ask({ type: 'ReviseStepPlan', on, steps: steps('revised'), why: sings('whyRevised') });
    await ask({ type: 'PauseClock', on, waitingFor: 'parents', why: sings('whyPaused') });
    await ask({ type: 'UseLoopbaanbox', on, remarks: sings('loopbaanbox') });
    await ask({ type: 'EscalateCase', on, to: 'programmeManager', why: sings('whyEscalated') });
    await ask({ type: 'CloseCase', on, outcome: 'goesOn', feedback: sings('feedback') });
    await ask({ type: 'ThankForReferral', on, from: 'adviser', words: sings('thanks') });
  });
  afterAll(() => service.stop());

  test.each([
    ['the adviser of the case', adviser],
    ['another adviser', otherAdviser],
    ['the coordinator', coordinator],
  ])('%s reads all of it', async (_, who) => {
    const answer = await service.get(path, who);
    expect(answer).toMatchObject({
      status: 200,
      body: { layer: 'secondLine', case: { student: { name: 'Noor de Vries' } } },
    });
    expect(heardIn(answer.body)).toEqual(heardFrom('secondLine'));
  });

  test('the responsible coach reads what was asked, what was agreed and what is for him', async () => {
    const answer = await service.get(path, coach);
    expect(answer).toMatchObject({ status: 200, body: { layer: 'coach', case: { stage: 'closed' } } });
    expect(heardIn(answer.body)).toEqual(heardFrom('coach'));
  });

  test('the student reads what is said about himself there', async () => {
    const answer = await service.get(path, asStudent);
    expect(answer).toMatchObject({ status: 200, body: { layer: 'student' } });
    expect(heardIn(answer.body)).toEqual(heardFrom('student'));
  });

  test('every canary is there to be heard: each of them is in the log', () => {
    const log = readFileSync(join(service.folder, 'data', 'log.sqlite'), 'latin1');
    const wal = readFileSync(join(service.folder, 'data', 'log.sqlite-wal'), 'latin1');
    expect(Object.keys(canaries).filter((each) => !`${log}${wal}`.includes(sings(each as Canary)))).toEqual(
      [],
    );
  });

  test('nobody else reads it, nor whether there is such a case', async () => {
    const unknown = `/api/sab-cases/${randomUUID()}`;
    const others: readonly Who[] = [
      teamLeader,
      quality,
      infoshop,
      scoutOfCare,
      operator,
      programmeManager,
      newCoach,
      { id: randomUUID(), role: 'student' },
      { id: randomUUID(), role: 'inspector' },
      // A role that is claimed and not held.
      { id: randomUUID(), role: 'adviser' },
      { id: coach.id, role: 'sabCoordinator' },
    ];
    for (const who of others) {
      const answer = await service.get(path, who);
      expect([who.role, answer.status, heardIn(answer.body)]).toEqual([who.role, 403, []]);
      expect((await service.get(unknown, who)).body).toEqual(answer.body);
    }
    expect((await service.get(unknown, coach)).status).toBe(403);
    expect((await service.get(unknown, adviser)).status).toBe(404);
  });

  test('nothing of it is in any other answer', async () => {
    const asked: readonly (readonly [string, Who])[] = [
      [`/api/trajectories/${student}`, coach],
      [`/api/trajectories/${student}/timeline`, coach],
      [`/api/trajectories/${student}/timeline`, teamLeader],
      [`/api/trajectories/${student}/timeline`, quality],
      [`/api/trajectories/${student}/timeline`, asStudent],
      ['/api/trajectories', quality],
      ['/api/sab-cases?stage=closed', adviser],
      ['/api/reports/sab?year=2023&by=adviser', quality],
    ];
    for (const [url, who] of asked) {
      const { status, body } = await service.get(url, who);
      expect([url, status, heardIn(body)]).toEqual([url, 200, []]);
    }
  });

  test('no read model holds any of it, in no row and in no byte of its files', async () => {
    const { writing, views: live } = service.service;
    const head = await writing.store.head();
    expect(head !== undefined && (await live.waitFor(head, 5_000))).toBe(true);
    const folder = join(service.folder, 'data', 'views');
    const views = sqliteViewStore(folder);
    for (const projection of projections) {
      const file = views.live(projection.name);
      const rows = file ? [...views.dump(projection, file)] : [];
      expect([projection.name, rows.length > 0 || projection.name === 'switches']).toEqual([
        projection.name,
        true,
      ]);
      expect(heardIn(rows)).toEqual([]);
    }
    views.close();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name), 'latin1')).not.toContain('kanarie-');
  });

  test('every version of the plan can be read, with what became of its steps; a draft is no agreement', async () => {
    const plans = async (who: Who) => (await service.get(path, who)).body['plans'];
    const step = { who: 'student', by: '2024-06-10' };
    const inForce = {
      version: 2,
      on: '2024-06-03',
      made: 'drafted',
      inForceOn: '2024-06-03',
      steps: [{ ...step, step: 2, what: sings('inForce'), became: 'done', doneOn: '2024-06-03' }],
    };
    const revised = {
      version: 3,
      on: '2024-06-03',
      made: 'revised',
      inForceOn: '2024-06-03',
      steps: [{ ...step, step: 3, what: sings('revised'), became: 'open' }],
    };
    expect(await plans(coach)).toEqual([inForce, revised]);
    expect(await plans(asStudent)).toEqual([inForce, revised]);
    expect(await plans(adviser)).toEqual([
      {
        version: 1,
        on: '2024-06-03',
        made: 'drafted',
        steps: [{ ...step, step: 1, what: sings('draftOnly'), became: 'replaced' }],
      },
      { ...inForce, steps: [{ ...inForce.steps[0], result: sings('result') }] },
      { ...revised, why: sings('whyRevised') },
    ]);
  });

  test('the answer names the revision that was read, and tells the case in sentences', async () => {
    const answer = await service.get(path, coach);
    expect(answer.headers.get('etag')).toBe('"15"');
    const lines = answer.body['lines'] as unknown as readonly { readonly sentence: string }[];
    expect(lines.map(({ sentence }) => sentence)).toEqual([
      'De coach vraagt het SAB om hulp, met spoed.',
      'Het SAB neemt de vraag aan.',
      'Gesprek met het SAB gevoerd.',
      'Stappenplan 1 opgesteld: 1 stap.',
      'Stappenplan besproken met de student: niet akkoord.',
      'Stappenplan 2 opgesteld: 1 stap.',
      'Stappenplan besproken met de student: akkoord.',
      'Stappenplan besproken met de coach: akkoord.',
      'Stappenplan 2 is begonnen.',
      'Stap 2 is gedaan.',
      'Het plan is aangepast: stappenplan 3 met 1 stap.',
      'De termijnen staan stil: wachten op de ouders.',
      'Gewerkt met de loopbaanbox.',
      'Hulp gevraagd aan de opleidingsmanager.',
      'De zaak is afgesloten: de student gaat verder.',
      'Het SAB bedankt de coach.',
    ]);
  });

  test('who stands in for the coach reads what he reads, on the days on which he does', async () => {
    expect((await service.get(path, newCoach)).status).toBe(403);
    await done(service, `/api/staff/${coach.id}/record-staff-absence`, coach, {
      from: '2024-06-04',
      to: '2024-06-05',
      deputy: newCoach.id,
    });
    service.itIs('2024-06-05');
    const answer = await service.get(path, newCoach);
    expect(heardIn(answer.body)).toEqual(heardFrom('coach'));
    service.itIs('2024-06-06');
    expect((await service.get(path, newCoach)).status).toBe(403);
  });

  test('a coach who is responsible no more reads it no more; the one who is now does', async () => {
    const on = day('2024-06-06');
    await onTrajectory(
      service,
      student,
      { type: 'OfferResponsibility', on, to: staffId(newCoach.id) },
      coach,
    );
    await onTrajectory(service, student, { type: 'AcceptResponsibility', on }, newCoach);
    expect((await service.get(path, coach)).status).toBe(403);
    expect((await service.get(path, newCoach)).status).toBe(200);
  });

  test('a case goes along with a student who turns out to be another', async () => {
    const same = await placedStudent(service, 'Noor de Vries (dubbel)', coach);
    await onTrajectory(
      service,
      student,
      { type: 'MergeInto', on: day('2024-06-06'), into: same },
      {
        id: randomUUID(),
        role: 'simulator',
      },
    );
    expect((await service.get(path, newCoach)).status).toBe(403);
    for (const who of [coach, { id: same, role: 'student' }])
      expect((await service.get(path, who)).body).toMatchObject({
        case: { student: { id: student, goesOnAs: same, name: 'Noor de Vries (dubbel)' } },
      });
  });
});

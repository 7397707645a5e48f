import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OwnRedis, skipsWithoutOwnRedis } from '../support/redis.ts';
import { type StandIn, startStandIn } from '../support/stand-in/start.ts';
import { Instances } from './instances.ts';
import { care, done, found, ict, people } from './school.ts';
import type { Answer, Who } from './service.ts';

const lease = 2;
const days = { applied: '2024-06-03', talked: '2024-06-10', placed: '2024-08-19', asked: '2024-10-07' };

interface TaskPage {
  readonly tasks: readonly { readonly about: { readonly id: string } }[];
  readonly next?: string;
}

const ofRedis = 'leases and hints of three instances in Redis; they are in the log';
const withRedis = !skipsWithoutOwnRedis(ofRedis);

describe(`three instances on one log, the stand-in of EventStoreDB${withRedis ? ', and Redis' : ''}`, () => {
  const instances = new Instances(3);
  const { infoshop, scoutOfCare, scoutOfIct, coach, newCoach, quality } = people;
  let standIn: StandIn;
  let redis: OwnRedis | undefined;
  const settings = (): Record<string, string> => ({
    EVENTSTORE_URL: standIn.connectionString,
    WISSEL_LEASE_SECONDS: String(lease),
    ...(redis && { REDIS_URL: redis.url }),
  });

  const until = async (what: string, holds: () => Promise<boolean>, seconds = 30): Promise<void> => {
    for (const end = Date.now() + seconds * 1_000; Date.now() < end; await pause(100))
      if (await holds().catch(() => false)) return;
    throw new Error(`${what}: not within ${seconds} s`);
  };
  const parts = async (index: number): Promise<number> => {
    const { body } = await instances.get(index, '/health/ready');
    return (body['workflows'] as unknown as { readonly parts: number }).parts;
  };
  const sharedAmong = (...indexes: readonly number[]) =>
    until(`sixteen parts are heard by ${indexes.length}`, async () => {
      const held = await Promise.all(indexes.map(parts));
      return held.reduce((sum, each) => sum + each, 0) === 16 && Math.min(...held) > 0;
    });
  const applies = async (student = randomUUID()): Promise<{ student: string; answer: Answer }> => {
    await done(instances, `/api/students/${student}/register-student`, infoshop, { name: 'Noor' });
    await done(instances, `/api/trajectories/${student}/open-trajectory`, infoshop, { on: days.applied });
    const answer = await done(instances, `/api/trajectories/${student}/apply`, infoshop, {
      on: days.applied,
      landschap: 'zorg',
      wish: 'iets met mensen',
    });
    return { student, answer };
  };
  /** For whom the scout has something to do, as one instance says. */
  const studentsOnList = async (index: number, query = ''): Promise<ReadonlySet<string>> => {
    const on = new Set<string>();
    for (let from = ''; ;) {
      const path = `/api/tasks?limit=500${query}${from}`;
      const { status, body } = await instances.get(index, path, scoutOfCare);
      if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
      const { tasks, next } = body as unknown as TaskPage;
      for (const { about } of tasks) on.add(about.id);
      if (next === undefined) return on;
      from = `&from=${next}`;
    }
  };
  /** Everybody who applied is asked about, once, wherever the list is asked for. */
  const nobodyForgotten = async (students: readonly string[], ...indexes: readonly number[]) => {
    for (const index of indexes)
      await until('everybody is on the list of the scout', async () => {
        const on = await studentsOnList(index);
        return students.every((student) => on.has(student));
      });
    const asked = standIn.log.committed.filter(
      ({ type, stream }) =>
        type === 'TaskAsked' && stream.startsWith('workflow-an-application-gets-a-scoutgesprek'),
    );
    const streams = asked.map(({ stream, data }) => `${stream} ${Buffer.from(data).toString()}`);
    expect(new Set(streams).size).toBe(streams.length);
  };

  beforeAll(async () => {
    standIn = await startStandIn();
    if (withRedis) redis = await OwnRedis.start();
    await instances.start(settings());
    await found(instances);
  }, 60_000);
  afterAll(async () => {
    instances.remove();
    await redis?.end();
    await standIn.close();
  });

  test('each hears for a part of the students', async () => {
    await sharedAmong(0, 1, 2);
  }, 40_000);

  test('what one answered another reads at its position, with what the workflows make of it', async () => {
    const { student, answer } = await applies();
    for (const index of [0, 1, 2]) {
      const after = `after=${String(answer.body['position'])}`;
      const seen = await instances.get(index, `/api/trajectories/${student}?${after}`, infoshop);
      expect(seen).toMatchObject({ status: 200, body: { behind: false } });
      expect(await studentsOnList(index, `&${after}`)).toContain(student);
    }
  }, 40_000);

  test('one is killed in the middle of a switch, and nobody notices', async () => {
    const { student } = await applies();
    const path = `/api/trajectories/${student}`;
    const ask = (command: string, who: Who, body: object) => done(instances, `${path}/${command}`, who, body);
    const theSwitch = randomUUID();
    await ask('record-scoutgesprek', scoutOfCare, {
      on: days.talked,
      landschap: 'zorg',
      outcome: 'place',
      reasons: 'past goed',
    });
    await ask('place', scoutOfCare, { on: days.placed, programme: care, coach: coach.id });
    await ask('enrol-definitively', coach, { on: days.placed });
    await ask('record-conversation', coach, {
      on: days.asked,
      kind: 'switch',
      faceToFace: true,
      agreements: 'we vragen ICT',
      present: ['student', 'coach'],
    });
    await ask('request-switch', coach, {
      on: days.asked,
      switch: theSwitch,
      to: ict,
      initiative: 'student',
      motive: 'wil met computers werken',
    });
    const others = Promise.all(Array.from({ length: 12 }, () => applies()));
    const offered = ask('offer-place', scoutOfIct, {
      on: '2024-10-10',
      switch: theSwitch,
      from: '2024-10-14',
      coach: newCoach.id,
    });
    instances.at(1).signal('SIGKILL');
    await offered;
    const accepted = await ask('accept-student', newCoach, { on: '2024-10-10', switch: theSwitch });
    expect(accepted.body).toMatchObject({ events: [{ type: 'Switched' }, { type: 'ResponsibilityMoved' }] });
    const students = (await others).map((each) => each.student);
    expect(instances.askedAgain).toBeGreaterThan(0);
    await sharedAmong(0, 2);
    await nobodyForgotten(students, 0, 2);
    await instances.at(1).serve(settings());
    await sharedAmong(0, 1, 2);
    await nobodyForgotten(students, 1);
  }, 120_000);

  test('each is restarted in turn under load: it leaves with 0 within ten seconds, and every request is answered', async () => {
    let stopped = false;
    const students: string[] = [];
    const load = Promise.all(
      Array.from({ length: 2 }, async () => {
        for (; !stopped; await pause(50)) students.push((await applies()).student);
      }),
    );
    try {
      for (const each of instances.all) {
        await pause(300);
        const began = Date.now();
        expect(await each.stop()).toBe(0);
        expect(Date.now() - began).toBeLessThan(10_000);
        await each.serve(settings());
      }
    } finally {
      stopped = true;
      await load;
    }
    expect(students.length).toBeGreaterThan(3);
    await nobodyForgotten(students, 0, 1, 2);
  }, 120_000);

  (withRedis ? test : test.skip)(
    'Redis is emptied, and everybody is asked what there is to do all the same',
    async () => {
      const before = [await applies(), await applies()];
      await redis?.flush();
      const after = [await applies(), await applies()];
      await sharedAmong(0, 1, 2);
      await nobodyForgotten(
        [...before, ...after].map((each) => each.student),
        0,
        1,
        2,
      );
    },
    60_000,
  );

  test('all of them answer a report at the same place in the log with the same bytes', async () => {
    const { body } = await instances.get(0, '/api/reports/twin?year=2024', quality);
    const at = String(body['ordinal']);
    const reports = await Promise.all(
      [0, 1, 2].map((index) => instances.get(index, `/api/reports/twin?year=2024&at=${at}`, quality)),
    );
    const [first, ...others] = reports.map((report) => JSON.stringify(report.body));
    expect(JSON.parse(first ?? '')).toMatchObject({ report: 'twin', ordinal: Number(at) });
    expect(others).toEqual([first, first]);
  }, 40_000);
});

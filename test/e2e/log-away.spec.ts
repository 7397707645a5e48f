import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type StandIn, startStandIn } from '../support/stand-in/start.ts';
import { Instances } from './instances.ts';
import { done, people } from './school.ts';

describe('a service whose log is away, a stand-in of EventStoreDB that is stopped', () => {
  const instances = new Instances(1);
  const { infoshop } = people;
  let standIn: StandIn;
  const at = (path: string) => instances.get(0, path, infoshop);
  const register = (student: string, key: string) =>
    instances.ask(
      instances.at(0),
      'POST',
      `/api/students/${student}/register-student`,
      infoshop,
      { name: 'Noor' },
      key,
    );

  beforeAll(async () => {
    standIn = await startStandIn();
    await instances.start({ EVENTSTORE_URL: standIn.connectionString });
  }, 60_000);
  afterAll(async () => {
    instances.remove();
    await standIn.close();
  });

  test('lives, says at once that it is not ready and why, and goes on by itself when the log is back', async () => {
    const [student, key] = [randomUUID(), randomUUID()];
    await standIn.stop();
    const order: string[] = [];
    const said = async (what: string, asked: Promise<{ readonly status: number; readonly body: object }>) => {
      const { status, body } = await asked;
      order.push(what);
      return { status, ...('code' in body && { code: body.code }) };
    };
    const [command, ready, live] = await Promise.all([
      said('command', register(student, key)),
      said('ready', at('/health/ready')),
      said('live', at('/health/live')),
    ]);
    expect({ command, ready, live }).toEqual({
      command: { status: 503, code: 'LogAway' },
      ready: { status: 503, code: 'LogAway' },
      live: { status: 200 },
    });
    // Whoever asks for health does not wait as long as whoever asks for something to be done.
    expect(order).toEqual(['live', 'ready', 'command']);

    await standIn.restart();
    await done(instances, `/api/students/${student}/register-student`, infoshop, { name: 'Noor' });
    const opened = await done(instances, `/api/trajectories/${student}/open-trajectory`, infoshop, {
      on: '2024-06-03',
    });
    const path = `/api/trajectories/${student}?after=${String(opened.body['position'])}`;
    let seen = await at(path);
    for (; seen.status === 503; seen = await at(path)) await pause(50);
    expect(seen).toMatchObject({ status: 200, body: { behind: false } });
    expect(instances.at(0).log).not.toMatch(/broke off|"level":60/);
  }, 60_000);

  test('stops when it is told to while the log is away, with exit code 0 within ten seconds', async () => {
    await standIn.stop();
    const answer = register(randomUUID(), randomUUID()).catch(() => undefined);
    await pause(200);
    const began = Date.now();
    expect(await instances.at(0).stop()).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    await answer;
  }, 40_000);
});

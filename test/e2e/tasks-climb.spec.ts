import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tasksAbout } from '../../projections/tasks.ts';
import type { Uuid } from '../../src/kernel/message.ts';
import { done, found, people } from './school.ts';
import { RunningService } from './service.ts';

describe('an application that nobody answers', () => {
  const service = new RunningService();
  const student = randomUUID() as string as Uuid;
  const { infoshop, scoutOfCare } = people;
  const ask = (command: string, who: (typeof people)['coach'], body: object) =>
    done(service, `/api/trajectories/${student}/${command}`, who, body);
  const tasks = async () => {
    await service.service.workflows.settle();
    const head = (await service.service.writing.store.head()) ?? 0n;
    expect(await service.service.views.waitFor(head, 5_000)).toBe(true);
    return service.service.views.read('tasks', (rows) => tasksAbout(rows, student))?.value ?? [];
  };

  beforeAll(async () => {
    await service.start();
    await found(service);
  });
  afterAll(async () => {
    expect(await service.stop()).toBe(0);
  });

  test('asks the scout for a scoutgesprek, by its days', async () => {
    await done(service, `/api/students/${student}/register-student`, infoshop, { name: 'Noor de Vries' });
    await ask('open-trajectory', infoshop, { on: '2024-06-03' });
    await ask('apply', infoshop, { on: '2024-06-03', landschap: 'zorg', wish: 'iets met mensen' });
    expect(await tasks()).toMatchObject([
      {
        does: 'plan-scoutgesprek',
        state: 'open',
        askedOn: '2024-06-03',
        due: '2024-06-10',
        of: { role: 'scout', person: scoutOfCare.id },
      },
      { does: 'record-scoutgesprek', due: '2024-06-24' },
    ]);
  });

  test('climbs to the team leader on its day, and not before', async () => {
    service.itIs('2024-06-13', '21:00');
    expect((await tasks())[0]).toMatchObject({ escalations: [] });
    service.itIs('2024-06-14', '01:00');
    expect((await tasks())[0]).toMatchObject({
      escalations: [
        {
          on: '2024-06-14',
          rung: 1,
          to: { role: 'teamLeader', landschap: 'zorg' },
          shouldHaveActed: { role: 'scout', person: scoutOfCare.id },
        },
      ],
    });
  });

  test('is over when it is done', async () => {
    await ask('plan-scoutgesprek', scoutOfCare, {
      on: '2024-06-14',
      landschap: 'zorg',
      plannedFor: '2024-06-17',
    });
    expect((await tasks()).map(({ does, state, endedOn }) => [does, state, endedOn])).toEqual([
      ['plan-scoutgesprek', 'ended', '2024-06-14'],
      ['record-scoutgesprek', 'open', undefined],
    ]);
  });
});

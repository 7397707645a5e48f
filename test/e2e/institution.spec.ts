import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RunningService } from './service.ts';

const operator = { id: randomUUID(), role: 'operator' };
const quality = { id: randomUUID(), role: 'quality' };
const coach = { id: randomUUID(), role: 'coach' };

describe('the institution over HTTP', () => {
  const service = new RunningService();
  beforeAll(() => service.start());
  afterAll(async () => {
    await service.stop();
  });

  const leermeter = { name: 'Onze Leermeter', least: 1, most: 4, competences: [{ code: 'a', name: 'A' }] };
  const group = { group: 'ws-1', training: 'workskills', name: 'Najaar', from: '2024-09-02' };

  test('shows the Leermeter that ships while there is no other, and has no history yet', async () => {
    expect(await service.get('/api/institution', quality)).toMatchObject({
      status: 200,
      body: { revision: -1, leermeter: { version: 0 }, earlierLeermeters: [], trainingGroups: [] },
    });
    expect(await service.get('/api/institution/history', quality)).toMatchObject({
      status: 200,
      body: { revision: -1, events: [] },
    });
  });

  test('defines its own Leermeter and training groups, and shows them with what went before', async () => {
    const define = '/api/institution/define-leermeter';
    expect(await service.post(define, operator, leermeter)).toMatchObject({ status: 200 });
    expect(await service.post(define, operator, { ...leermeter, most: 6 })).toMatchObject({ status: 200 });
    expect(await service.post('/api/institution/define-training-group', operator, group)).toMatchObject({
      status: 200,
    });
    expect(await service.get('/api/institution', coach)).toMatchObject({
      status: 200,
      body: {
        leermeter: { version: 2, most: 6 },
        earlierLeermeters: [{ version: 0 }, { version: 1, most: 4 }],
        trainingGroups: [group],
      },
    });
  });

  test.each<[string, string, object, number]>([
    ['NoCompetences', 'define-leermeter', { ...leermeter, competences: [] }, 422],
    [
      'CompetenceTwice',
      'define-leermeter',
      {
        ...leermeter,
        competences: [
          { code: 'a', name: 'A' },
          { code: 'a', name: 'B' },
        ],
      },
      422,
    ],
    ['InvalidScale', 'define-leermeter', { ...leermeter, most: 1 }, 422],
    ['GroupIsForAnotherTraining', 'define-training-group', { ...group, training: 'leerdoor' }, 409],
    ['InvalidPeriod', 'define-training-group', { ...group, until: '2024-09-01' }, 422],
  ])('%s: says no with a sentence', async (code, command, body, status) => {
    const answer = await service.post(`/api/institution/${command}`, operator, body);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(String(answer.body['detail'])).toMatch(/\w.*\.$/);
  });

  test('a coach defines neither', async () => {
    for (const [command, body] of [
      ['define-leermeter', leermeter],
      ['define-training-group', group],
    ] as const)
      expect(await service.post(`/api/institution/${command}`, coach, body)).toMatchObject({
        status: 403,
        body: { code: 'NotYours' },
      });
  });

  test('tells how it became so: every event, when, and in which role, and who somebody is not', async () => {
    const answer = await service.get('/api/institution/history', coach);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        revision: 5,
        events: [
          ...['catalogue', 'calendar', 'norms'].map(() => ({ type: 'TableAdopted', role: 'system' })),
          { type: 'LeermeterDefined', role: 'operator', revision: 3, data: { version: 1, most: 4 } },
          { type: 'LeermeterDefined', data: { version: 2, most: 6 } },
          { type: 'TrainingGroupDefined', data: group, recordedAt: '2024-06-03T09:00:00.000Z' },
        ],
      },
    });
    expect(answer.headers.get('etag')).toBe(
      (await service.get('/api/institution', coach)).headers.get('etag'),
    );
    expect(JSON.stringify(answer.body)).not.toContain(operator.id);
    const inspector = { id: randomUUID(), role: 'inspector' };
    expect(await service.get('/api/institution/history', inspector)).toMatchObject({ status: 403 });
  });
});

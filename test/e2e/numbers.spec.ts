import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Recorded } from '../../src/kernel/message.ts';
import { done, found, people } from './school.ts';
import { RunningService } from './service.ts';

describe('numbers are claimed before they are used', () => {
  const service = new RunningService();
  const { infoshop, quality, coach, scoutOfCare } = people;
  const register = (id: string, body: object, key: string = randomUUID()) =>
    service.post(`/api/students/${id}/register-student`, infoshop, body, { 'idempotency-key': key });
  const events = async (): Promise<readonly Recorded[]> =>
    service.service.writing.store.readAll(undefined, 10_000);
  const numberEvents = async (): Promise<readonly string[]> =>
    (await events()).filter(({ stream }) => stream.startsWith('number-')).map(({ type }) => type);

  beforeAll(async () => {
    await service.start();
    await found(service);
  });
  afterAll(() => service.stop());

  test('a number is one student’s; sent again the registration answers as the first time', async () => {
    const [noor, key] = [randomUUID(), randomUUID()];
    const body = { name: 'Noor', studentNumber: '1', bsn: '999990019' };
    const first = await register(noor, body, key);
    const again = await register(noor, body, key);
    expect(first).toMatchObject({ status: 200, body: { repeated: false } });
    expect(again.body).toEqual({ ...first.body, repeated: true });
    expect(await numberEvents()).toEqual(['NumberClaimed', 'NumberClaimed']);
    expect(await register(noor, { ...body, name: 'Noortje' }, key)).toMatchObject({
      status: 422,
      body: { code: 'IdempotencyKeyReused' },
    });
    expect(
      JSON.stringify(await events(), (_, value: unknown) => (typeof value === 'bigint' ? 0 : value)),
    ).not.toContain('999990019');
  });

  test('whose it is, is told to those who may see that student', async () => {
    const holder =
      (await events()).find(({ type }) => type === 'StudentRegistered')?.stream.slice('student-'.length) ??
      '';
    await done(service, `/api/trajectories/${holder}/open-trajectory`, infoshop, { on: '2024-06-03' });
    const told = await register(randomUUID(), { name: 'Sem', bsn: '999990019' });
    expect(told).toMatchObject({ status: 409, body: { code: 'NumberInUse', about: { holder } } });
    const untold = await service.post(`/api/students/${randomUUID()}/register-student`, coach, {
      name: 'Sem',
      bsn: '999990019',
    });
    expect(untold).toMatchObject({ status: 409, body: { code: 'NumberInUse' } });
    expect(JSON.stringify(untold.body)).not.toContain(holder);
  });

  test('refused afterwards, the claim is released; the same key may then be tried again', async () => {
    const [sem, key] = [randomUUID(), randomUUID()];
    const before = (await numberEvents()).length;
    expect(
      await register(sem, { name: 'Sem', studentNumber: '2', birthDate: '2031-01-01' }, key),
    ).toMatchObject({
      status: 422,
      body: { code: 'InvalidBirthDate' },
    });
    expect((await numberEvents()).slice(before)).toEqual(['NumberClaimed', 'NumberReleased']);
    expect(
      (await register(sem, { name: 'Sem', studentNumber: '2', birthDate: '2007-01-01' }, key)).status,
    ).toBe(200);
    expect((await numberEvents()).slice(before)).toEqual([
      'NumberClaimed',
      'NumberReleased',
      'NumberClaimed',
    ]);
    expect(await register(randomUUID(), { name: 'Ander', studentNumber: '2' })).toMatchObject({
      status: 409,
    });
  });

  test('a duplicate’s numbers go with the merge', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    for (const [id, studentNumber] of [
      [one, '31'],
      [other, '32'],
    ] as const) {
      await register(id, { name: 'Dubbel', studentNumber });
      await done(service, `/api/trajectories/${id}/open-trajectory`, infoshop, { on: '2024-06-03' });
    }
    await done(service, `/api/trajectories/${other}/merge-into`, infoshop, { on: '2024-06-03', into: one });
    const moved = (await events()).filter(({ meta }) => meta.source === 'follow-up');
    expect(moved).toMatchObject([
      { type: 'NumberClaimed', data: { student: one }, meta: { actor: { role: 'system' } } },
    ]);
  });

  test('an application without a scout goes to the one who asks, or to the scout with the least to do', async () => {
    const student = randomUUID();
    await register(student, { name: 'Lot' });
    await done(service, `/api/trajectories/${student}/open-trajectory`, infoshop, { on: '2024-06-03' });
    const key = { 'idempotency-key': randomUUID() };
    const body = { on: '2024-06-03', landschap: 'zorg', wish: 'zorgen' };
    const applied = await service.post(`/api/trajectories/${student}/apply`, infoshop, body, key);
    expect(applied.status).toBe(200);
    const assigned = (await events()).find(({ type }) => type === 'ScoutAssigned');
    expect(assigned?.data).toMatchObject({ scout: scoutOfCare.id });
    expect(
      (await service.post(`/api/trajectories/${student}/apply`, infoshop, body, key)).body,
    ).toMatchObject({ repeated: true });
    expect(
      await service.post(`/api/trajectories/${student}/apply`, infoshop, { ...body, landschap: 'ergens' }),
    ).toMatchObject({
      status: 422,
      body: { code: 'NoScout' },
    });
  });

  test('a query waits for the position that a command answered, and says so when there is no such position', async () => {
    const student = randomUUID();
    await register(student, { name: 'Mo' });
    const { body } = await done(service, `/api/trajectories/${student}/open-trajectory`, infoshop, {
      on: '2024-06-03',
    });
    const path = `/api/trajectories/${student}`;
    expect(await service.get(`${path}?after=${String(body['position'])}`, infoshop)).toMatchObject({
      status: 200,
      body: { behind: false, dossier: { stage: 'orientation' } },
    });
    expect(await service.get(`${path}?after=99999999`, infoshop)).toMatchObject({
      status: 400,
      body: { code: 'InvalidQuery' },
    });
    expect(await service.get(`${path}?after=soon`, infoshop)).toMatchObject({
      status: 400,
      body: { code: 'InvalidQuery' },
    });
    expect(await service.get(`/api/trajectories/${randomUUID()}`, infoshop)).toMatchObject({ status: 404 });
    expect(await service.get('/api/staff?role=coach&landschap=zorg', quality)).toMatchObject({
      status: 200,
      body: { staff: [{ id: coach.id, registered: true }] },
    });
    expect(await service.get(`/api/staff/${coach.id}`, quality)).toMatchObject({ status: 200 });
    expect(await service.get('/api/institution', quality)).toMatchObject({
      status: 200,
      body: { landschappen: [{ landschap: 'zorg' }, { landschap: 'ict' }], tables: [{}, {}, {}] },
    });
  });

  test('a name that points here from elsewhere is not answered to', async () => {
    const { hostname, port } = new URL(service.service.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      get({ hostname, port, path: '/health/live', headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on('error', reject);
    });
    expect(status).toBe(421);
  });
});

import { describe, expect, it } from '@jest/globals';
import { memoryEventStore } from '../../../src/adapters/memory/event-store.ts';
import { developmentHashing } from '../../../src/adapters/system/hashing.ts';
import { seededRandom } from '../../../src/adapters/system/seeded-random.ts';
import { instant } from '../../../src/kernel/instant.ts';
import type { Actor } from '../../../src/kernel/message.ts';
import type { NumberKey } from '../../../src/domain/number/ids.ts';
import { numberSubject } from '../../../src/domain/number/subject.ts';
import { studentId } from '../../../src/domain/student/ids.ts';
import { studentSubject } from '../../../src/domain/student/subject.ts';
import { Engine } from '../../../src/engine/execute.ts';

const sam = studentId('a0000000-0000-4000-8000-000000000001');
const noor = studentId('b0000000-0000-4000-8000-000000000002');
const number = 'e'.repeat(64) as NumberKey;
const claims = [{ kind: 'bsn', number }] as const;
const coach: Actor = { id: 'coach', role: 'coach' };

const office = () => {
  const engine = new Engine({
    store: memoryEventStore(),
    clock: { now: () => instant('2026-10-01T08:00:00.000Z') },
    hashing: developmentHashing,
  });
  const random = seededRandom('one number, one student');
  const context = () => ({ commandId: random.uuid(), actor: coach, source: 'test' });
  return {
    claim: (student: typeof sam) =>
      engine.execute(numberSubject, number, { type: 'ClaimNumber', student }, context()),
    release: (student: typeof sam) =>
      engine.execute(numberSubject, number, { type: 'ReleaseNumber', student }, context()),
    register: (student: typeof sam) =>
      engine.execute(studentSubject, student, { type: 'RegisterStudent', claims }, context()),
  };
};

describe('one number, one student', () => {
  it('is kept through the log: who registered with it keeps it', async () => {
    const { claim, register, release } = office();
    expect(await claim(sam)).toMatchObject({ outcome: 'done' });
    expect(await register(sam)).toMatchObject({ outcome: 'done' });
    expect(await claim(noor)).toEqual({ outcome: 'refused', refusal: { code: 'NumberInUse', holder: sam } });
    expect(await release(sam)).toEqual({ outcome: 'refused', refusal: { code: 'StillTheirs' } });
  });

  it('lets the second of two who claimed before either was registered have it, and not both', async () => {
    const { claim, register } = office();
    await claim(sam);
    await claim(noor);
    expect(await register(sam)).toEqual({
      outcome: 'refused',
      refusal: { code: 'NumberInUse', kind: 'bsn', holder: noor },
    });
    expect(await register(noor)).toMatchObject({ outcome: 'done' });
  });

  it('is nobody’s again after a release', async () => {
    const { claim, register, release } = office();
    await claim(sam);
    expect(await release(sam)).toMatchObject({ outcome: 'done' });
    expect(await register(sam)).toMatchObject({ outcome: 'refused', refusal: { code: 'NumberInUse' } });
    expect(await claim(noor)).toMatchObject({ outcome: 'done' });
  });
});

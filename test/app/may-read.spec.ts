import { describe, expect, test } from '@jest/globals';
import { mayRead, type Reading } from '../../src/app/answering/may-read.ts';
import { caseId } from '../../src/domain/sab-case/ids.ts';
import { type Staff, staffReadable } from '../../src/domain/staff/state.ts';
import type { TrajectoryEvent } from '../../src/domain/trajectory/events.ts';
import { trajectoryReadable } from '../../src/domain/trajectory/state.ts';
import { type Role, roles } from '../../src/kernel/message.ts';
import { given } from '../domain/scenario.ts';
import {
  applied,
  carla,
  cem,
  d,
  dirk,
  fact,
  mila,
  milaAgain,
  nobody,
  opened,
  placed,
  sanne,
  staffOfTheSchool,
  teun,
  tineke,
  today,
  welcomed,
} from '../support/people.ts';

const atSchool = [...opened, ...applied, ...welcomed, ...placed];
const theCase = { on: d('10-06'), case: caseId('0b0f4c3e-4a53-4d0c-9a43-6f1f3c0f9a11') };
const referred = [...atSchool, fact('ReferredToSab', { ...theCase, urgent: false })];
const destination = { kind: 'unknown', confirmed: false } as const;
const left = [...atSchool, fact('Left', { on: d('11-01'), reason: '01', destination })];

const holding = (role: Role): Staff =>
  given(staffReadable, [
    { type: 'StaffRegistered', data: { on: d('08-01'), name: 'somebody' } },
    { type: 'RoleAssigned', data: { role, from: d('08-01') } },
  ]);
const newcomer = staffReadable.initial;

/** What somebody may read of a trajectory that has come so far. */
const reads = (
  role: Role,
  path: readonly TrajectoryEvent[],
  { id = nobody, asker = newcomer }: { readonly id?: string; readonly asker?: Staff } = {},
): Reading =>
  mayRead(
    { id, role },
    { student: mila, now: given(trajectoryReadable, path), today, asker, coaches: staffOfTheSchool },
  );

describe('who may read a dossier', () => {
  test.each(['adviser', 'sabCoordinator'] as const)(
    'an %s does while the student has an open case, and after leaving',
    (role) => {
      const asker = holding(role);
      expect(reads(role, atSchool, { asker })).toBe('nothing');
      expect(reads(role, referred, { asker })).toBe('guides');
      expect(reads(role, left, { asker })).toBe('guides');
    },
  );

  test.each([
    ['closed', fact('SabCaseClosed', { ...theCase, on: d('11-01') })],
    ['returned', fact('SabReferralReturned', { ...theCase, on: d('11-01') })],
  ])('and no more once the case is %s', (_how, over) => {
    expect(reads('adviser', [...referred, over], { asker: holding('adviser') })).toBe('nothing');
  });

  test('who only says that he is an adviser reads nothing', () => {
    expect(reads('adviser', referred)).toBe('nothing');
    expect(reads('adviser', referred, { asker: holding('coach') })).toBe('nothing');
  });

  test('the student himself does, and no other', () => {
    expect(reads('student', atSchool, { id: mila })).toBe('guides');
    expect(reads('student', atSchool, { id: milaAgain })).toBe('nothing');
  });

  test('the responsible coach does, or who stands in for him', () => {
    expect(reads('coach', atSchool, { id: carla })).toBe('guides');
    expect(reads('coach', atSchool, { id: cem })).toBe('nothing');
    const inNovember = { student: mila, now: given(trajectoryReadable, atSchool), today: d('11-10') };
    expect(
      mayRead({ id: dirk, role: 'coach' }, { ...inNovember, asker: newcomer, coaches: staffOfTheSchool }),
    ).toBe('guides');
  });

  test('scout and team leader do in their own landschap; before placement every scout, and the infoshop', () => {
    const of = (id: typeof sanne) => ({ id, asker: staffOfTheSchool.get(id) ?? newcomer });
    expect(reads('teamLeader', atSchool, of(tineke))).toBe('guides');
    expect(reads('teamLeader', atSchool, of(teun))).toBe('nothing');
    expect(reads('scout', atSchool, of(sanne))).toBe('guides');
    expect(reads('scout', atSchool)).toBe('nothing');
    expect(reads('scout', opened)).toBe('guides');
    expect(reads('infoshop', opened)).toBe('guides');
    expect(reads('infoshop', atSchool)).toBe('nothing');
  });

  test('quality watches; whoever has no part in it reads nothing', () => {
    expect(reads('quality', referred)).toBe('watches');
    const without = roles.filter((role) => !['quality', 'programmeManager'].includes(role));
    for (const role of without) expect(reads(role, referred)).toBe('nothing');
  });
});

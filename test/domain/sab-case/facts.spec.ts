import { expect, test } from '@jest/globals';
import type { SabCaseCommand } from '../../../src/domain/sab-case/commands.ts';
import { sabCaseSubject } from '../../../src/domain/sab-case/subject.ts';
import { staffReadable } from '../../../src/domain/staff/state.ts';
import { staffStream } from '../../../src/domain/staff/ids.ts';
import { trajectoryStream } from '../../../src/domain/trajectory/ids.ts';
import { trajectoryReadable } from '../../../src/domain/trajectory/state.ts';
import type { Actor } from '../../../src/kernel/message.ts';
import type { Fold } from '../../../src/kernel/subject.ts';
import { actor, carla, cem, d, dirk, left, mila, nobody, today, uptoPlaced } from '../../support/people.ts';
import {
  anna,
  asAdviser,
  bram,
  caseFacts,
  firstCase,
  type Path,
  staffWithSecondLine,
  trajectoryAfter,
  uptoAccepted,
} from '../../support/sab/people.ts';
import { scenario } from '../../support/scenario.ts';

const { given } = scenario(sabCaseSubject, caseFacts());
const opened = given().now;
const takenOn = given(...uptoAccepted).now;
const refer: SabCaseCommand = {
  type: 'ReferToSab',
  on: d('10-06'),
  student: mila,
  question: 'Wat nu?',
  tried: 'Gebeld.',
  urgent: true,
};

/** The streams of the small school, and which of them were read. */
const gatherFrom = async (path: Path, command: SabCaseCommand, now: typeof opened, by: Actor) => {
  const streams = new Map<string, unknown>([
    [trajectoryStream(mila), trajectoryAfter(...path)],
    ...[...staffWithSecondLine].map(([id, staff]) => [staffStream(id), staff] as const),
  ]);
  const fold = ((readable: { readonly initial: unknown }, stream: string) =>
    Promise.resolve(streams.get(stream) ?? readable.initial)) as Fold;
  return sabCaseSubject.gather(command, now, firstCase, { actor: by, today, fold });
};

test('a referral looks at the trajectory of the student it names, at the coach, and at who asks', async () => {
  const facts = await gatherFrom(uptoPlaced, refer, opened, actor(dirk, 'coach'));
  expect(facts).toMatchObject({ today, case: firstCase, student: mila });
  expect(facts.trajectory.coach?.id).toBe(carla);
  expect([...facts.staff]).toEqual([carla, dirk].map((each) => [each, staffWithSecondLine.get(each)]));
});

test('everything after it looks at the student of the case, and at the adviser who has it or is to have it', async () => {
  const assign: SabCaseCommand = { type: 'AssignCase', on: d('10-20'), adviser: bram };
  const facts = await gatherFrom(uptoPlaced, assign, takenOn, asAdviser(cem));
  expect(facts.student).toBe(mila);
  expect(new Set(facts.staff.keys())).toEqual(new Set([bram, anna, carla, cem]));
});

test('after leaving, at the coach who was so last', async () => {
  const thank: SabCaseCommand = { type: 'ThankForReferral', on: d('11-24'), from: 'coach', words: 'Dank.' };
  const facts = await gatherFrom([...uptoPlaced, left], thank, takenOn, actor(mila, 'student'));
  expect(new Set(facts.staff.keys())).toEqual(new Set([anna, carla]));
});

test('of what is not there it knows nothing', async () => {
  const resume: SabCaseCommand = { type: 'ResumeClock', on: d('10-20') };
  const facts = await gatherFrom([], resume, opened, { id: 'school', role: 'system' });
  expect(facts).toMatchObject({ student: undefined, trajectory: trajectoryReadable.initial });
  expect(facts.staff.size).toBe(0);
  const byNobody = await gatherFrom([], resume, opened, asAdviser(nobody));
  expect([...byNobody.staff.values()]).toEqual([staffReadable.initial]);
});

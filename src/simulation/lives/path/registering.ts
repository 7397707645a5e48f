import { derivedId } from '../../../engine/ids.ts';
import { numberKey } from '../../../engine/number-key.ts';
import { numberStream } from '../../../domain/number/ids.ts';
import { numberSubject } from '../../../domain/number/subject.ts';
import type { Claim, Identity } from '../../../domain/student/commands.ts';
import { trajectoryStream } from '../../../domain/trajectory/ids.ts';
import { studentSubject } from '../../../domain/student/subject.ts';
import type { Uuid } from '../../../kernel/message.ts';
import type { Hashing } from '../../../ports/hashing.ts';
import { step } from '../../diary.ts';
import type { Life } from '../life.ts';
import type { Person } from '../../school/people.ts';
import { as } from '../../school/school.ts';

const claimsOf = (hashing: Hashing, person: Person): readonly Claim[] => [
  person.bsn === undefined
    ? { kind: 'onderwijsnummer', number: numberKey(hashing, 'onderwijsnummer', person.onderwijsnummer ?? '') }
    : { kind: 'bsn', number: numberKey(hashing, 'bsn', person.bsn) },
  { kind: 'studentNumber', number: numberKey(hashing, 'studentNumber', person.studentNumber) },
];

/**
 * The number is claimed first, then the student is registered. One in twenty walks in without papers, and is
 * corrected when they are there.
 */
export const register = (life: Life, on: number): void => {
  const { person, chance, world } = life;
  if (!person) throw new Error(`student ${life.index} is nobody`);
  const { name, birthDate, gender, studentNumber } = person;
  const identity: Identity = { name, birthDate, gender, studentNumber };
  const claims = claimsOf(world.hashing, person);
  if (!chance.happens(0.05)) {
    state(life, on, 'RegisterStudent', identity, claims);
    return;
  }
  state(life, on, 'RegisterStudent', { name }, []);
  const papers = world.days.after(on, chance.between(1, 6));
  state(life, papers, 'CorrectStudent', identity, claims);
};

const state = (
  life: Life,
  on: number,
  type: 'RegisterStudent' | 'CorrectStudent',
  identity: Identity,
  claims: readonly Claim[],
): void => {
  const { diary, school } = life.world;
  const actor = as('infoshop', life.chance.pick(school.infoshop));
  const lane = trajectoryStream(life.id);
  const commandId: Uuid = life.chance.uuid();
  for (const { number } of claims)
    diary.note(
      on,
      step(numberSubject, number, { type: 'ClaimNumber', student: life.id }, actor, {
        lane,
        commandId: derivedId(commandId, numberStream(number)),
      }),
    );
  diary.note(on, step(studentSubject, life.id, { type, ...identity, claims }, actor, { lane, commandId }));
};

/** Somebody of whom no more than a name was asked. */
export const registerByName = (life: Life, on: number, name: string): void =>
  state(life, on, 'RegisterStudent', { name }, []);

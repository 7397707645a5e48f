import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { accept, type Decision, decideBy, nothing, refuse } from '../../kernel/decider.ts';
import type { Role } from '../../kernel/message.ts';
import type { Subject } from '../../kernel/subject.ts';
import { type NumberKind, numberStream } from '../number/ids.ts';
import { numberReadable } from '../number/state.ts';
import { birthBandOf, lastPossibleBirth } from './birth-band.ts';
import type { Claim, StudentCommand } from './commands.ts';
import type { StudentEvent } from './events.ts';
import { type StudentId, studentStream } from './ids.ts';
import type { StudentRefusal } from './refusals.ts';
import { type StoredIdentity, type Student, studentReadable } from './state.ts';

export { birthBandOf } from './birth-band.ts';

export interface StudentFacts {
  readonly today: CalendarDate;
  /** Of the claims that came with the command, those that are not this student's, with whose they are. */
  readonly notHis: readonly { readonly claim: Claim; readonly holder?: StudentId }[];
}

/** Whoever guides students may know who they are; management and operator see no dossier. */
const registrars: readonly Role[] = [
  'infoshop',
  'scout',
  'coach',
  'adviser',
  'sabCoordinator',
  'teamLeader',
  'programmeManager',
  'system',
  'importer',
  'simulator',
];

const mostNumbers = 20;

type Outcome = Decision<never, StudentRefusal> | { readonly identity: StoredIdentity };

/** The identity that the command states, with the numbers claimed before and now. */
const identityOf = (command: StudentCommand, now: Student, { today, notHis }: StudentFacts): Outcome => {
  const { type: _, claims, birthBand: bandAlone, ...stated } = command;
  const [other] = notHis;
  if (other) {
    const { claim, holder } = other;
    return refuse({ code: 'NumberInUse', kind: claim.kind, ...(holder === undefined ? {} : { holder }) });
  }
  const { birthDate } = stated;
  const birthBand = birthDate === undefined ? bandAlone : birthBandOf(birthDate);
  if (birthDate !== undefined && !isBirthDate(birthDate, today)) return refuse({ code: 'InvalidBirthDate' });
  const numbers = numbersWith(now.numbers, claims);
  if (numbers.length > mostNumbers) return refuse({ code: 'TooManyNumbers', most: mostNumbers });
  return { identity: { ...stated, ...(birthBand === undefined ? {} : { birthBand }), numbers } };
};

/** Of these one person has one at a time; of keys in deliveries he may have one at every school. */
const onePerPerson: readonly NumberKind[] = ['bsn', 'onderwijsnummer', 'studentNumber'];

/**
 * The numbers of a student once these are claimed too: a new BSN takes the place of the one before, which can
 * then be released for whoever it really belongs to.
 */
const numbersWith = (before: readonly Claim[], claims: readonly Claim[]): readonly Claim[] =>
  claims.reduce<readonly Claim[]>((numbers, { kind, number }) => {
    if (numbers.some((each) => each.number === number)) return numbers;
    const kept = onePerPerson.includes(kind) ? numbers.filter((each) => each.kind !== kind) : numbers;
    return [...kept, { kind, number }];
  }, before);

/** Somebody is born on a day that exists and has come, and not before 1900. A day that is half unknown may be ahead. */
const isBirthDate = (birthDate: string, today: CalendarDate): boolean =>
  lastPossibleBirth(birthDate) !== undefined &&
  birthDate >= '1900' &&
  birthDate.replaceAll('-00', '-01') <= today;

const same = (one: StoredIdentity, other: StoredIdentity): boolean =>
  one.name === other.name &&
  one.birthDate === other.birthDate &&
  one.birthBand?.year === other.birthBand?.year &&
  one.birthBand?.part === other.birthBand?.part &&
  one.gender === other.gender &&
  one.studentNumber === other.studentNumber &&
  one.contact === other.contact &&
  one.numbers.length === other.numbers.length &&
  one.numbers.every(({ number }, index) => number === other.numbers[index]?.number);

export const studentSubject: Subject<
  StudentId,
  StudentCommand,
  StudentEvent,
  Student,
  StudentFacts,
  StudentRefusal
> = {
  ...studentReadable,
  name: 'student',
  stream: studentStream,
  gather: async ({ claims }, _now, id, { today, fold }) => {
    const holders = await Promise.all(
      claims.map(async (claim) => ({
        claim,
        ...(await fold(numberReadable, numberStream(claim.number))),
      })),
    );
    return { today, notHis: holders.filter(({ holder }) => holder !== id) };
  },
  mayAsk: ({ role }) => (registrars.includes(role) ? undefined : { code: 'NotYours' }),
  decide: decideBy<StudentCommand, Student, StudentFacts, StudentEvent, StudentRefusal>({
    RegisterStudent: (command, now, facts) => {
      const found = identityOf(command, now, facts);
      if (!('identity' in found)) return found;
      if (now.identity)
        return same(now.identity, found.identity) ? nothing : refuse({ code: 'AlreadyRegistered' });
      return accept({ type: 'StudentRegistered', data: found.identity });
    },

    CorrectStudent: (command, now, facts) => {
      if (!now.identity) return refuse({ code: 'UnknownStudent' });
      const found = identityOf(command, now, facts);
      if (!('identity' in found)) return found;
      if (same(now.identity, found.identity)) return nothing;
      return accept({ type: 'StudentCorrected', data: found.identity });
    },
  }),
};

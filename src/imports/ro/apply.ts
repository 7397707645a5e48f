import { numberStream } from '../../domain/number/ids.ts';
import { numberSubject } from '../../domain/number/subject.ts';
import type { Claim } from '../../domain/student/commands.ts';
import { type StudentId, studentStream } from '../../domain/student/ids.ts';
import { type Student, studentReadable } from '../../domain/student/state.ts';
import { studentSubject } from '../../domain/student/subject.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { trajectorySubject } from '../../domain/trajectory/subject.ts';
import { derivedId } from '../../engine/ids.ts';
import type { Random } from '../../ports/random.ts';
import type { Asked, Asking } from '../asking.ts';
import type { Problem } from '../problem.ts';
import type { PersonFacts } from './facts.ts';
import type { Holders } from './holders.ts';

/** How many persons are under way at once: their appends share commits. */
export const batchSize = 128;

export type Applied =
  | {
      readonly ok: true;
      readonly student: StudentId;
      readonly events: number;
      readonly birthDateDiffers: boolean;
    }
  | { readonly ok: false; readonly problem: Problem };

const numbersOfTwo: Problem = {
  code: 'NumbersOfTwoStudents',
  text: 'The numbers of this person are known as those of two different students; merge the two trajectories, or correct the number, and import the file again.',
};

type Identity = NonNullable<Student['identity']>;
type Told = Pick<Identity, 'birthDate' | 'gender'>;

const toldBy = ({ birthDate, gender }: PersonFacts): Told => ({
  ...(birthDate === undefined ? {} : { birthDate }),
  ...(gender === undefined ? {} : { gender }),
});

/** A register fills in what nobody has told yet; what is known it does not override. */
const adds = ({ identity }: Student, { birthDate, gender }: Told): boolean =>
  identity !== undefined &&
  ((birthDate !== undefined && identity.birthDate === undefined && identity.birthBand === undefined) ||
    (gender !== undefined && identity.gender === undefined));

const completed = ({ numbers: _, ...identity }: Identity, told: Told): Omit<Identity, 'numbers'> => ({
  ...(identity.birthBand === undefined ? told : told.gender === undefined ? {} : { gender: told.gender }),
  ...identity,
});

/** Turns the persons of a delivery into commands. */
export class Applying {
  readonly #asking: Asking;
  readonly #holders: Holders;
  readonly #random: Random;

  constructor(asking: Asking, holders: Holders, random: Random) {
    this.#asking = asking;
    this.#holders = holders;
    this.#random = random;
  }

  /** Of each person in the same order what became of them. New ids are drawn in that order too. */
  async apply(batch: readonly PersonFacts[]): Promise<readonly Applied[]> {
    const students = batch.map(({ person }): StudentId | undefined => {
      const [holder, ...others] = person.holders;
      return others.length > 0 ? undefined : (holder ?? (this.#random.uuid() as StudentId));
    });
    return Promise.all(
      batch.map(async (facts, index): Promise<Applied> => {
        const student = students[index];
        return student === undefined ? { ok: false, problem: numbersOfTwo } : this.#applyOne(student, facts);
      }),
    );
  }

  async #applyOne(student: StudentId, facts: PersonFacts): Promise<Applied> {
    const isNew = facts.person.holders.size === 0;
    const known = isNew
      ? studentReadable.initial
      : await this.#asking.fold(studentReadable, studentStream(student));
    const identified = await this.#identify(student, known, facts);
    if (!identified.ok) return identified;
    const { enrolments, diplomas, birthDate } = facts;
    const merged = [...facts.person.merged].toSorted();
    const asked = await this.#asking.ask(
      trajectorySubject,
      student,
      {
        type: 'RecordRegisterFacts',
        delivery: this.#asking.delivery,
        ...(merged.length === 0 ? {} : { merged }),
        enrolments,
        diplomas,
      },
      this.#asking.idOn(trajectoryStream(student)),
    );
    if (!asked.ok) return asked;
    const before = known.identity?.birthDate;
    return {
      ok: true,
      student,
      events: identified.events + asked.events,
      birthDateDiffers: before !== undefined && birthDate !== undefined && before !== birthDate,
    };
  }

  /** Makes sure that the student is there and holds his numbers; a number is claimed before it is used. */
  async #identify(student: StudentId, known: Student, facts: PersonFacts): Promise<Asked> {
    const { person } = facts;
    const claims: Claim[] = [];
    const fresh: Claim[] = [];
    for (const claim of this.#holders.claimsOf(person)) {
      const { holder } = person.holders.size === 0 ? {} : await this.#holders.claimed(claim.number);
      // What a merged trajectory still holds is on its way to this one.
      if (holder !== undefined && person.merged.has(holder)) continue;
      claims.push(claim);
      if (holder !== student) fresh.push(claim);
    }
    const told = toldBy(facts);
    if (known.registered && fresh.length === 0 && !adds(known, told)) return { ok: true, events: 0 };

    const commandId = this.#asking.idOn(studentStream(student));
    const made: Claim[] = [];
    let problem: Problem | undefined;
    for (const claim of fresh) {
      const asked = await this.#asking.ask(
        numberSubject,
        claim.number,
        { type: 'ClaimNumber', student },
        derivedId(commandId, numberStream(claim.number)),
      );
      if (asked.ok) made.push(claim);
      else problem ??= asked.problem;
    }
    const asked: Asked = problem
      ? { ok: false, problem }
      : await this.#asking.ask(
          studentSubject,
          student,
          known.identity
            ? { type: 'CorrectStudent', ...completed(known.identity, told), claims }
            : { type: 'RegisterStudent', ...told, claims },
          commandId,
        );
    if (asked.ok) return { ok: true, events: made.length + asked.events };
    // Refused, it gives back what it claimed: a number that is nobody's must not stay taken.
    for (const { number } of made)
      await this.#asking.ask(
        numberSubject,
        number,
        { type: 'ReleaseNumber', student },
        derivedId(commandId, `release/${numberStream(number)}`),
      );
    return asked;
  }
}

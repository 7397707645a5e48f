import type { Answer, CommandContext, Engine } from '../../engine/execute.ts';
import { derivedId } from '../../engine/ids.ts';
import { numberKey } from '../../engine/number-key.ts';
import { deliveryReadable } from '../../domain/delivery/state.ts';
import { deliverySubject } from '../../domain/delivery/subject.ts';
import { mostNamed } from '../../domain/delivery/events.ts';
import { type DeliveryId, deliveryStream } from '../../domain/delivery/ids.ts';
import { isElfproef } from '../../domain/number/elfproef.ts';
import { type NumberKey, type NumberKind, numberStream } from '../../domain/number/ids.ts';
import { numberReadable } from '../../domain/number/state.ts';
import { numberSubject } from '../../domain/number/subject.ts';
import type { Claim } from '../../domain/student/commands.ts';
import { type StudentId, studentStream } from '../../domain/student/ids.ts';
import { type Student, studentReadable } from '../../domain/student/state.ts';
import { studentSubject } from '../../domain/student/subject.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { trajectoryReadable } from '../../domain/trajectory/state.ts';
import { trajectorySubject } from '../../domain/trajectory/subject.ts';
import { type Uuid, uuid } from '../../kernel/message.ts';
import type { Hashing } from '../../ports/hashing.ts';
import type { Random } from '../../ports/random.ts';
import type { Problem } from './cells.ts';
import type { PersonFacts } from './facts.ts';
import type { RoHeader } from './header.ts';
import type { PersonNumber } from './records.ts';
import type { Person, Persons } from './survey.ts';

/** The namespace of URLs of RFC 9562; any fixed one would do. */
const urls = uuid('6ba7b811-9dad-11d1-80b4-00c04fd430c8');

/** How many persons are under way at once: their appends share commits. */
export const batchSize = 64;

export type Applied =
  | {
      readonly ok: true;
      readonly student: StudentId;
      readonly events: number;
      readonly birthDateDiffers: boolean;
    }
  | { readonly ok: false; readonly problem: Problem };

const busy: Problem = {
  code: 'Busy',
  text: 'Somebody else was writing about this person at the same time; import the file again.',
};

type Done = Extract<Answer, { outcome: 'done' }>;

const problemOf = (answer: Exclude<Answer, Done>): Problem => {
  if (answer.outcome === 'conflict') return busy;
  if (answer.outcome === 'otherBody')
    return {
      code: 'SaidOtherwiseBefore',
      text: 'The same file was imported before and read otherwise for this person; ask for a newer delivery.',
    };
  return {
    code: answer.refusal.code,
    text: `The facts of this person were refused (${answer.refusal.code}); see the person's trajectory for why.`,
  };
};

/** A command that was asked before wrote nothing now. */
const written = ({ repeated, events }: Done): number => (repeated ? 0 : events.length);

const numbersOfTwo: Problem = {
  code: 'NumbersOfTwoStudents',
  text: 'The numbers of this person are known as those of two different students; merge the two trajectories, or correct the number, and import the file again.',
};

type Identity = NonNullable<Student['identity']>;
type Told = Pick<Identity, 'birthDate' | 'gender'>;

const otherwiseKnown = ({ identity }: Student, birthDate: string): boolean =>
  identity?.birthDate !== undefined && identity.birthDate !== birthDate;

/** A register fills in what nobody has told yet; what is known it does not override. */
const adds = ({ identity }: Student, { birthDate, gender }: Told): boolean =>
  identity !== undefined &&
  ((birthDate !== undefined && identity.birthDate === undefined && identity.birthBand === undefined) ||
    (gender !== undefined && identity.gender === undefined));

const completed = ({ numbers: _, ...identity }: Identity, told: Told): Omit<Identity, 'numbers'> => ({
  ...(identity.birthBand === undefined ? told : told.gender === undefined ? {} : { gender: told.gender }),
  ...identity,
});

export interface ApplyingParts {
  readonly engine: Engine;
  readonly hashing: Hashing;
  readonly random: Random;
  readonly delivery: DeliveryId;
  readonly brin: string;
}

/** Turns the persons of one delivery into commands, each with an id that the same file gives again. */
export class Applying {
  readonly #engine: Engine;
  readonly #hashing: Hashing;
  readonly #random: Random;
  readonly #brin: string;
  readonly #delivery: DeliveryId;
  /** The id of the command that records the delivery, from which all others derive. */
  readonly #root: Uuid;

  constructor({ engine, hashing, random, delivery, brin }: ApplyingParts) {
    this.#engine = engine;
    this.#hashing = hashing;
    this.#random = random;
    this.#brin = brin;
    this.#delivery = delivery;
    this.#root = derivedId(urls, `wissel:${deliveryStream(delivery)}`);
  }

  /** Finds who is known already, and unites the persons of the file who are one student. */
  async resolve(persons: Persons): Promise<void> {
    const everybody = [...persons.all()];
    const byHolder = new Map<StudentId, Person>();
    for (let index = 0; index < everybody.length; index += batchSize) {
      const some = everybody.slice(index, index + batchSize);
      const held = await Promise.all(some.map((person) => this.#holders(person)));
      for (const [at, person] of some.entries())
        for (const holder of held[at] ?? []) {
          person.holders.add(holder);
          const known = byHolder.get(holder);
          byHolder.set(holder, known ? persons.unite(known, person) : person);
        }
    }
  }

  /** Of each person in the same order what became of them. New ids are drawn in that order too. */
  async apply(batch: readonly PersonFacts[]): Promise<readonly Applied[]> {
    const students = batch.map(({ person }): StudentId | undefined => {
      const [holder, ...others] = person.holders;
      if (others.length > 0) return undefined;
      return holder ?? (this.#random.uuid() as StudentId);
    });
    return Promise.all(
      batch.map(async (facts, index): Promise<Applied> => {
        const student = students[index];
        return student === undefined ? { ok: false, problem: numbersOfTwo } : this.#applyOne(student, facts);
      }),
    );
  }

  async recordDelivery(
    header: RoHeader,
  ): Promise<{ readonly events: number } | { readonly problem: Problem }> {
    const answer = await this.#engine.execute(
      deliverySubject,
      this.#delivery,
      { type: 'RecordDelivery', ...header, kind: 'RO' },
      this.#as(this.#root),
    );
    if (answer.outcome === 'done') return { events: written(answer) };
    if (
      answer.outcome === 'otherBody' ||
      (answer.outcome === 'refused' && answer.refusal.code === 'AlreadyRecorded')
    )
      return {
        problem: {
          code: 'AlreadyRecorded',
          text: 'The same file was imported before with another BRIN, period or made-on; give the same again.',
        },
      };
    return { problem: problemOf(answer) };
  }

  /** Says who is named in the delivery, whoever was not named by an earlier run of the same file. */
  async name(
    students: readonly StudentId[],
  ): Promise<{ readonly events: number; readonly problem?: Problem }> {
    const { state } = await this.#engine.fold(deliveryReadable, deliveryStream(this.#delivery));
    const named = new Set<StudentId>([...state.pages.values()].flat());
    const others = students.filter((student) => !named.has(student));
    let events = 0;
    for (let index = 0; index < others.length; index += mostNamed) {
      const page = state.pages.size + index / mostNamed;
      const answer = await this.#engine.execute(
        deliverySubject,
        this.#delivery,
        { type: 'NameInDelivery', page, trajectories: others.slice(index, index + mostNamed) },
        this.#as(derivedId(this.#root, `page/${page}`)),
      );
      if (answer.outcome !== 'done') return { events, problem: problemOf(answer) };
      events += written(answer);
    }
    return { events };
  }

  #as(commandId: Uuid): CommandContext {
    return {
      commandId,
      actor: { id: 'importer', role: 'importer' },
      source: 'import:ro',
      causationId: this.#root,
    };
  }

  #claimOf({ kind, number }: PersonNumber): Claim {
    const name: NumberKind = kind === 'own' ? `brin:${this.#brin}` : kind;
    return { kind: name, number: numberKey(this.#hashing, name, number) };
  }

  /** `6` as BSN and `6` as onderwijsnummer are one number of the school. */
  #claimsOf({ numbers }: Person): readonly Claim[] {
    return [
      ...new Map(numbers.map((each) => this.#claimOf(each)).map((claim) => [claim.number, claim])).values(),
    ];
  }

  /** Where a holder is looked for: a BSN may have been claimed as an onderwijsnummer, and the other way round. */
  #placesOf(person: Person): ReadonlySet<NumberKey> {
    const others = person.numbers
      .filter(({ kind, number }) => kind !== 'own' && isElfproef(number))
      .flatMap(({ number }) =>
        (['bsn', 'onderwijsnummer'] as const).map((kind) => this.#claimOf({ kind, number })),
      );
    return new Set([...this.#claimsOf(person), ...others].map(({ number }) => number));
  }

  async #applyOne(student: StudentId, facts: PersonFacts): Promise<Applied> {
    const identified = await this.#identify(student, facts);
    if ('problem' in identified) return { ok: false, problem: identified.problem };
    const answer = await this.#engine.execute(
      trajectorySubject,
      student,
      {
        type: 'RecordRegisterFacts',
        delivery: this.#delivery,
        enrolments: facts.enrolments,
        diplomas: facts.diplomas,
      },
      this.#as(derivedId(this.#root, trajectoryStream(student))),
    );
    if (answer.outcome !== 'done') return { ok: false, problem: problemOf(answer) };
    return {
      ok: true,
      student,
      events: identified.events + written(answer),
      birthDateDiffers: identified.birthDateDiffers,
    };
  }

  /** Numbers are claimed before they are used; refused later, the claim is given back. */
  async #identify(
    student: StudentId,
    { person, birthDate, gender }: PersonFacts,
  ): Promise<
    { readonly events: number; readonly birthDateDiffers: boolean } | { readonly problem: Problem }
  > {
    const { state: known } = await this.#engine.fold(studentReadable, studentStream(student));
    const claims = this.#claimsOf(person);
    const differs = birthDate !== undefined && otherwiseKnown(known, birthDate);
    const fresh = claims.filter(({ number }) => !known.numbers.some((each) => each.number === number));
    const told = {
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(gender === undefined ? {} : { gender }),
    };
    if (known.registered && fresh.length === 0 && !adds(known, told))
      return { events: 0, birthDateDiffers: differs };

    const asked = derivedId(this.#root, studentStream(student));
    const made: Claim[] = [];
    let problem: Problem | undefined;
    for (const claim of fresh) {
      const answer = await this.#claim(claim, student, asked);
      if (answer.outcome !== 'done') {
        problem = problemOf(answer);
        break;
      }
      if (written(answer) > 0) made.push(claim);
    }
    if (problem === undefined) {
      const answer = await this.#engine.execute(
        studentSubject,
        student,
        known.identity
          ? { type: 'CorrectStudent', ...completed(known.identity, told), claims }
          : { type: 'RegisterStudent', ...told, claims },
        this.#as(asked),
      );
      if (answer.outcome === 'done')
        return { events: made.length + written(answer), birthDateDiffers: differs };
      problem = problemOf(answer);
    }
    for (const { number } of made)
      await this.#engine.execute(
        numberSubject,
        number,
        { type: 'ReleaseNumber', student },
        this.#as(derivedId(asked, `release/${numberStream(number)}`)),
      );
    return { problem };
  }

  #claim({ number }: Claim, student: StudentId, asked: Uuid): Promise<Answer> {
    return this.#engine.execute(
      numberSubject,
      number,
      { type: 'ClaimNumber', student },
      this.#as(derivedId(asked, numberStream(number))),
    );
  }

  async #holderOf(number: NumberKey): Promise<StudentId | undefined> {
    return (await this.#engine.fold(numberReadable, numberStream(number))).state.holder;
  }

  async #holders(person: Person): Promise<readonly StudentId[]> {
    const found: StudentId[] = [];
    for (const number of this.#placesOf(person)) {
      const holder = await this.#holderOf(number);
      if (holder !== undefined) found.push(await this.#goesOnAs(holder));
    }
    return found;
  }

  /** A merged trajectory points to the one that goes on; merging twice makes a chain, never a ring. */
  async #goesOnAs(student: StudentId): Promise<StudentId> {
    let goesOn = student;
    for (;;) {
      const { state } = await this.#engine.fold(trajectoryReadable, trajectoryStream(goesOn));
      if (state.mergedInto === undefined || state.mergedInto === goesOn) return goesOn;
      goesOn = state.mergedInto;
    }
  }
}

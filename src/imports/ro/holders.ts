import { isElfproef } from '../../domain/number/elfproef.ts';
import { type NumberKey, type NumberKind, numberStream } from '../../domain/number/ids.ts';
import { type ClaimedNumber, numberReadable } from '../../domain/number/state.ts';
import type { Claim } from '../../domain/student/commands.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import { numberKey } from '../../engine/number-key.ts';
import type { Hashing } from '../../ports/hashing.ts';
import type { Asking } from '../asking.ts';
import { goesOnAs } from '../goes-on-as.ts';
import type { PersonNumber } from '../person-number.ts';
import type { Person, Persons } from './survey.ts';

const atOnce = 64;

/** Finds students by the claims on their numbers. */
export class Holders {
  readonly #asking: Asking;
  readonly #hashing: Hashing;
  readonly #brin: string;

  constructor(asking: Asking, hashing: Hashing, brin: string) {
    this.#asking = asking;
    this.#hashing = hashing;
    this.#brin = brin;
  }

  /** Finds who is known already, and unites the persons of the file who are one student. */
  async resolve(persons: Persons): Promise<void> {
    const everybody = [...persons.all()];
    const byHolder = new Map<StudentId, Person>();
    for (let index = 0; index < everybody.length; index += atOnce) {
      const some = everybody.slice(index, index + atOnce);
      await Promise.all(some.map((person) => this.#resolve(person)));
      for (const person of some)
        for (const holder of [...person.holders]) {
          const known = byHolder.get(holder);
          byHolder.set(holder, known ? persons.unite(known, person) : person);
        }
    }
  }

  /** `6` as BSN and `6` as onderwijsnummer are one number of the school. */
  claimsOf({ numbers }: Person): readonly Claim[] {
    return [
      ...new Map(numbers.map((each) => this.#claimOf(each)).map((claim) => [claim.number, claim])).values(),
    ];
  }

  claimed(number: NumberKey): Promise<ClaimedNumber> {
    return this.#asking.fold(numberReadable, numberStream(number));
  }

  #claimOf({ kind, number }: PersonNumber): Claim {
    const name: NumberKind = kind === 'own' ? `brin:${this.#brin}` : kind;
    return { kind: name, number: numberKey(this.#hashing, name, number) };
  }

  /** Where a holder is looked for: a BSN may have been claimed as an onderwijsnummer, and the other way round. */
  #placesOf(person: Person): ReadonlySet<NumberKey> {
    const others = person.numbers
      .filter(({ kind, number }) => kind !== 'own' && isElfproef(number))
      .flatMap(({ number }) =>
        (['bsn', 'onderwijsnummer'] as const).map((kind) => this.#claimOf({ kind, number })),
      );
    return new Set([...this.claimsOf(person), ...others].map(({ number }) => number));
  }

  async #resolve(person: Person): Promise<void> {
    for (const number of this.#placesOf(person)) {
      const { holder, earlier = [] } = await this.claimed(number);
      if (holder === undefined) continue;
      const [goesOn, ...merged] = await goesOnAs(this.#asking, holder);
      if (goesOn === undefined) continue;
      person.holders.add(goesOn);
      for (const each of merged) person.merged.add(each);
      for (const each of earlier) {
        const [end, ...way] = await goesOnAs(this.#asking, each);
        if (end === goesOn) for (const step of way) person.merged.add(step);
      }
    }
  }
}

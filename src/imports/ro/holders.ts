import { type NumberKey, numberStream } from '../../domain/number/ids.ts';
import { type ClaimedNumber, numberReadable } from '../../domain/number/state.ts';
import type { Claim } from '../../domain/student/commands.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import type { Hashing } from '../../ports/hashing.ts';
import type { Asking } from '../asking.ts';
import { goesOnAs } from '../goes-on-as.ts';
import { NumberPlaces } from '../number-places.ts';
import type { Person, Persons } from './survey.ts';

const atOnce = 64;

/** Finds students by the claims on their numbers. */
export class Holders {
  readonly #asking: Asking;
  readonly #places: NumberPlaces;

  constructor(asking: Asking, hashing: Hashing, brin: string) {
    this.#asking = asking;
    this.#places = new NumberPlaces(hashing, brin);
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

  claimsOf({ numbers }: Person): readonly Claim[] {
    return this.#places.claimsOf(numbers);
  }

  claimed(number: NumberKey): Promise<ClaimedNumber> {
    return this.#asking.fold(numberReadable, numberStream(number));
  }

  async #resolve(person: Person): Promise<void> {
    for (const number of this.#places.placesOf(person.numbers)) {
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

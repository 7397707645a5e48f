import type { Listed } from '../../domain/delivery/events.ts';
import { numberStream } from '../../domain/number/ids.ts';
import { numberReadable } from '../../domain/number/state.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import type { Hashing } from '../../ports/hashing.ts';
import type { Asking } from '../asking.ts';
import { goesOnAs } from '../goes-on-as.ts';
import { NumberPlaces } from '../number-places.ts';
import type { VsvFindings } from './report.ts';
import type { ListedPerson } from './rows.ts';

const atOnce = 64;

/** Finds whom a list names, by the claims on their numbers. */
export class Matching {
  readonly #asking: Asking;
  readonly #places: NumberPlaces;
  readonly #findings: VsvFindings;
  readonly #merged: ReadonlySet<StudentId> | undefined;

  constructor(
    asking: Asking,
    hashing: Hashing,
    brin: string,
    findings: VsvFindings,
    merged: ReadonlySet<StudentId> | undefined,
  ) {
    this.#asking = asking;
    this.#places = new NumberPlaces(hashing, brin);
    this.#findings = findings;
    this.#merged = merged;
  }

  /** In the order of the file: with the trajectory that goes on, or with the key of the number where there is none. */
  async match(
    persons: readonly ListedPerson[],
    onProgress: (done: number) => void,
  ): Promise<readonly Listed[]> {
    const listed: Listed[] = [];
    const seen = new Set<StudentId>();
    for (let index = 0; index < persons.length; index += atOnce) {
      const some = persons.slice(index, index + atOnce);
      const found = await Promise.all(some.map((person) => this.#holdersOf(person)));
      for (const [place, person] of some.entries()) {
        const [trajectory, ...others] = found[place] ?? [];
        const { line, facts } = person;
        if (others.length > 0)
          this.#findings.reject({
            line,
            record: '',
            code: 'NumbersOfTwoStudents',
            text: 'The numbers on this line are known as those of two different students; merge the two trajectories, or correct the number, and import the file again.',
          });
        else if (trajectory !== undefined && seen.has(trajectory)) this.#findings.warn('NamedTwice', line);
        else {
          if (trajectory !== undefined) seen.add(trajectory);
          const [claim] = this.#places.claimsOf(person.numbers);
          listed.push({
            ...(trajectory === undefined ? {} : { trajectory }),
            ...(claim === undefined ? {} : { person: claim.number }),
            ...facts,
          });
        }
      }
      onProgress(index + some.length);
    }
    return listed;
  }

  /** Whose numbers these are. */
  async #holdersOf(person: ListedPerson): Promise<readonly StudentId[]> {
    const holders = new Set<StudentId>();
    for (const key of this.#places.placesOf(person.numbers)) {
      const { holder } = await this.#asking.fold(numberReadable, numberStream(key));
      if (holder === undefined) continue;
      const [goesOn] = await goesOnAs(this.#asking, holder, this.#merged);
      if (goesOn !== undefined) holders.add(goesOn);
    }
    return [...holders];
  }
}

import { isElfproef } from '../domain/number/elfproef.ts';
import type { NumberKind } from '../domain/number/ids.ts';
import type { Claim } from '../domain/student/commands.ts';
import { numberKey } from '../engine/number-key.ts';
import type { Hashing } from '../ports/hashing.ts';
import type { PersonNumber } from './person-number.ts';

/** Under which keys the numbers in the files of one school are claimed. */
export class NumberPlaces {
  readonly #hashing: Hashing;
  readonly #brin: string;

  constructor(hashing: Hashing, brin: string) {
    this.#hashing = hashing;
    this.#brin = brin;
  }

  /** `6` as BSN and `6` as onderwijsnummer are one number of the school. */
  claimsOf(numbers: readonly PersonNumber[]): readonly Claim[] {
    return [
      ...new Map(numbers.map((each) => this.#claimOf(each)).map((claim) => [claim.number, claim])).values(),
    ];
  }

  /** Where a holder is looked for: a BSN may have been claimed as an onderwijsnummer, and the other way round. */
  placesOf(numbers: readonly PersonNumber[]): ReadonlySet<Claim['number']> {
    const others = numbers
      .filter(({ kind, number }) => kind !== 'own' && isElfproef(number))
      .flatMap(({ number }) =>
        (['bsn', 'onderwijsnummer'] as const).map((kind) => this.#claimOf({ kind, number })),
      );
    return new Set([...this.claimsOf(numbers), ...others].map(({ number }) => number));
  }

  #claimOf({ kind, number }: PersonNumber): Claim {
    const name: NumberKind = kind === 'own' ? `brin:${this.#brin}` : kind;
    return { kind: name, number: numberKey(this.#hashing, name, number) };
  }
}

import type { Random } from '../ports/random.ts';

/** Questions to chance, in the words of a plan. */
export class Chance {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  happens(share: number): boolean {
    return this.#random.number() < share;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#random.number() * (most - least + 1));
  }

  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T {
    const found = from[Math.floor(this.#random.number() * from.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  }

  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    return this.weightedOf(entries, ([, weight]) => weight)[0];
  }

  weightedOf<T>(from: readonly T[], weightOf: (each: T) => number): T {
    let left = this.#random.number() * from.reduce((sum, each) => sum + weightOf(each), 0);
    for (const each of from) {
      left -= weightOf(each);
      if (left < 0) return each;
    }
    return this.pick(from);
  }

  uuid(): ReturnType<Random['uuid']> {
    return this.#random.uuid();
  }
}

/** Draws from one seed (Lehmer, Park and Miller 1988): the same seed, the same draws. */
export class Draws {
  #state: number;
  /** The same on a whole path: what a file of the register says of one person does not change. */
  readonly path: number;
  constructor(seed: number, path = seed) {
    this.#state = seed;
    this.path = path;
    for (let mixing = 0; mixing < 4; mixing++) this.below(2);
  }
  below(limit: number): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state % limit;
  }
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }
  maybe<T extends object>(value: T): T | Record<string, never> {
    return this.chance(50) ? value : {};
  }
}

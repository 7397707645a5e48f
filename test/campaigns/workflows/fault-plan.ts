import { seededRandom } from '../../../src/adapters/system/seeded-random.ts';
import type { Random } from '../../../src/ports/random.ts';

/** What goes wrong on a day. */
export interface Faults {
  /** Neither the log is heard nor what is due is fired. */
  readonly down: boolean;
  readonly heldBack: boolean;
  readonly sweepsLate: boolean;
  /** The chance that the process ends at an append: before it, or after it and before it is answered. */
  readonly crashes: number;
  /** So many events are delivered again. */
  readonly again: number;
  /** A second runner works on the same store: on the same checkpoint, or on one of its own that is behind. */
  readonly second: 'none' | 'sameCheckpoint' | 'ownCheckpoint';
  /** Each timer is fired twice at once, and those that fired before are fired again. */
  readonly twice: boolean;
  /** Timers are fired before their time. */
  readonly early: boolean;
}

export const noFaults: Faults = {
  down: false,
  heldBack: false,
  sweepsLate: false,
  crashes: 0,
  again: 0,
  second: 'none',
  twice: false,
  early: false,
};

/** Some of each a year; a stretch that is held back comes within nine days. */
const chances = { stretch: 0.006, crashing: 0.006, again: 0.01, second: 0.006, twice: 0.04, early: 0.02 };
const longest = 9;
/** With some tens of appends on a day, a few ends of the process, also right after each other. */
const crashesAtAppend = 0.12;
const mostAgain = 300;

/** What goes wrong, day after day, by a seed. */
export class FaultPlan {
  readonly random: Random;
  #left = { down: 0, heldBack: 0, sweepsLate: 0 };

  constructor(seed: string) {
    this.random = seededRandom(`${seed}/faults`);
  }

  next(): Faults {
    const stretch = (before: number): number => {
      const begins = this.random.number() < chances.stretch;
      const length = 1 + Math.floor(this.random.number() * longest);
      return before > 0 ? before - 1 : begins ? length : 0;
    };
    this.#left = {
      down: stretch(this.#left.down),
      heldBack: stretch(this.#left.heldBack),
      sweepsLate: stretch(this.#left.sweepsLate),
    };
    const inTime = this.#left.sweepsLate === 0;
    const happens = (chance: number): boolean => this.random.number() < chance;
    return {
      down: this.#left.down > 0,
      heldBack: this.#left.heldBack > 0,
      sweepsLate: this.#left.sweepsLate > 0,
      crashes: happens(chances.crashing) ? crashesAtAppend : 0,
      // While timers come late, what is delivered again may ask in their place, and on which day is then anybody's.
      again: happens(chances.again) && inTime ? 1 + Math.floor(this.random.number() * mostAgain) : 0,
      second:
        happens(chances.second) && inTime ? (happens(0.5) ? 'sameCheckpoint' : 'ownCheckpoint') : 'none',
      twice: happens(chances.twice),
      early: happens(chances.early),
    };
  }
}

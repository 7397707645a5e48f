import { setImmediate as turnOfOthers, setTimeout as pause } from 'node:timers/promises';
import type { Monotonic } from '../../ports/monotonic.ts';

/** How many people wait for an answer now. */
export type PeopleWaiting = () => number;

/** Fewer are answered at once, whatever else goes on. */
const many = 8;
/** Milliseconds of work after which it is looked whether many wait. */
const turn = 10;
/** Milliseconds that are left to those who wait: what comes meanwhile for a key is then heard in one go. */
const rest = 190;

/**
 * People are answered first: while many wait, workflows take a twentieth of the time. They never stand still, and what
 * they hear later they hear once, so that a rush costs less than as many quiet moments.
 */
export class PeopleFirst {
  readonly #waiting: PeopleWaiting;
  readonly #monotonic: Monotonic;
  #since: number;
  #resting: Promise<void> | undefined;

  constructor(waiting: PeopleWaiting, monotonic: Monotonic) {
    this.#waiting = waiting;
    this.#monotonic = monotonic;
    this.#since = monotonic.elapsed();
  }

  /** Whoever is about to do something asks first. */
  async ask(): Promise<void> {
    if (this.#resting) return this.#resting;
    if (this.#monotonic.elapsed() - this.#since < turn) return;
    this.#resting = this.#rest();
    return this.#resting;
  }

  /** Who asks meanwhile is not seen before the event loop turns. */
  async #rest(): Promise<void> {
    await turnOfOthers();
    if (this.#waiting() >= many) await pause(rest);
    this.#since = this.#monotonic.elapsed();
    this.#resting = undefined;
  }
}

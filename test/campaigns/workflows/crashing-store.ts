import type { Random } from '../../../src/ports/random.ts';
import {
  type Appended,
  type EventStore,
  type Expected,
  type NewEvent,
  StoreClosed,
} from '../../../src/ports/event-store.ts';

/**
 * The store as one life of a process has it: at an append the life may end, with the append done or not. Whatever it
 * still asks after that is asked by nobody.
 */
export class CrashingStore implements EventStore {
  readonly #store: EventStore;
  readonly #random: Random;
  readonly #chance: number;
  #ended = false;

  constructor(store: EventStore, random: Random, chance: number) {
    this.#store = store;
    this.#random = random;
    this.#chance = chance;
  }

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    this.#assertAlive();
    if (this.#chance > 0 && this.#random.number() < this.#chance) {
      const done = this.#random.number() < 0.5;
      this.#ended = true;
      if (done) await this.#store.append(stream, expected, events);
      this.#assertAlive();
    }
    return this.#store.append(stream, expected, events);
  }

  async readStream(stream: string, from?: number) {
    this.#assertAlive();
    return this.#store.readStream(stream, from);
  }

  async readAll(after: bigint | undefined, limit: number) {
    this.#assertAlive();
    return this.#store.readAll(after, limit);
  }

  async head() {
    this.#assertAlive();
    return this.#store.head();
  }

  follow(after: bigint | undefined, signal: AbortSignal) {
    return this.#store.follow(after, signal);
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  #assertAlive(): void {
    if (this.#ended) throw new StoreClosed('the process has ended');
  }
}

import type { Recorded, Uuid } from '../kernel/message.ts';
import type { Appended, EventStore, Expected, NewEvent } from '../ports/event-store.ts';
import { appendInOrder, type OrderedAppend } from '../ports/ordered-appends.ts';

interface Held extends OrderedAppend {
  readonly resolve: (appended: Appended) => void;
}

/** What was appended to a stream and not read since; what came before revision `from` must be read from the store. */
interface Tail {
  readonly from: number;
  readonly events: readonly Recorded[];
}

/**
 * A store in front of an empty one that nobody else writes to.
 *
 * Commands handed in together are appended in the order in which they were handed in, whichever was decided
 * first, so the log does not depend on timing. What was decided is kept until it is handed over, whole days
 * at a time: nobody waits for a simulated command, and a simulation that breaks off begins again from nothing,
 * so a commit for each of a million commands would protect nothing.
 */
export class OnlyWriter implements EventStore {
  readonly #store: EventStore;
  readonly #tails = new Map<string, Tail>();
  #kept: OrderedAppend[] = [];
  #handedOver = Promise.resolve();
  #order: readonly Uuid[] = [];
  #undecided = new Set<Uuid>();
  #held = new Map<Uuid, Held>();
  #appended = 0;

  constructor(store: EventStore) {
    this.#store = store;
  }

  get appended(): number {
    return this.#appended;
  }

  get kept(): number {
    return this.#kept.length;
  }

  /** Hands in commands together; answers in the same order. No two of them may be of one stream. */
  async together<T>(
    commands: readonly { readonly id: Uuid; readonly ask: () => Promise<T> }[],
  ): Promise<T[]> {
    this.#order = commands.map(({ id }) => id);
    this.#undecided = new Set(this.#order);
    this.#held = new Map();
    return Promise.all(
      commands.map(async ({ id, ask }) => {
        try {
          return await ask();
        } finally {
          this.#decided(id);
        }
      }),
    );
  }

  /** Everything kept goes to the store, in order and after what is on its way; resolved when it is on disk. */
  handOver(): Promise<void> {
    const kept = this.#kept;
    this.#kept = [];
    this.#handedOver = this.#handedOver.then(async () => {
      const answers = await appendInOrder(this.#store, kept);
      if (!answers.every(({ done }) => done))
        throw new Error('somebody else writes to the log of a simulation');
    });
    return this.#handedOver;
  }

  append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    const command = events[0]?.meta.commandId;
    if (command === undefined || !this.#undecided.has(command))
      return Promise.resolve(this.#keep({ stream, expected, events }));
    return new Promise((resolve) => {
      this.#held.set(command, { stream, expected, events, resolve });
      this.#decided(command);
    });
  }

  async readStream(stream: string, from = 0): Promise<readonly Recorded[]> {
    const tail = this.#tails.get(stream);
    if (!tail) return [];
    if (from < tail.from) {
      await this.handOver();
      return this.#store.readStream(stream, from);
    }
    const since = tail.events.slice(from - tail.from);
    this.#tails.set(stream, { from: tail.from + tail.events.length, events: [] });
    return since;
  }

  async readAll(after: bigint | undefined, limit: number): Promise<readonly Recorded[]> {
    await this.handOver();
    return this.#store.readAll(after, limit);
  }

  async head(): Promise<bigint | undefined> {
    await this.handOver();
    return this.#store.head();
  }

  follow(after: bigint | undefined, signal: AbortSignal): AsyncIterable<readonly Recorded[]> {
    return this.#store.follow(after, signal);
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  #decided(command: Uuid): void {
    if (!this.#undecided.delete(command) || this.#undecided.size > 0) return;
    for (const id of this.#order) {
      const held = this.#held.get(id);
      if (held) held.resolve(this.#keep(held));
    }
  }

  #keep({ stream, expected, events }: OrderedAppend): Appended {
    const tail = this.#tails.get(stream) ?? { from: 0, events: [] };
    const next = tail.from + tail.events.length;
    const first = expected === 'none' ? 0 : expected + 1;
    if (first < tail.from || first > next)
      throw new Error(`${stream} is at ${next - 1}, not at ${first - 1}`);
    if (first < next) return { done: false, since: tail.events.slice(first - tail.from) };
    // Stands in for the store's own token, which is not known before it is handed over and which nobody waits for.
    const position = BigInt(this.#appended + events.length);
    const written = events.map((event, index): Recorded => ({
      ...event,
      stream,
      revision: first + index,
      position,
    }));
    this.#tails.set(stream, { from: tail.from, events: [...tail.events, ...written] });
    this.#kept.push({ stream, expected, events });
    this.#appended += events.length;
    return { done: true, revision: next + events.length - 1, position };
  }
}

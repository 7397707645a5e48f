import type { Recorded, Uuid } from '../kernel/message.ts';
import type { Appended, EventStore, Expected, NewEvent } from '../ports/event-store.ts';

interface Held {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly NewEvent[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** What this writer appended to a stream and nobody read since; before `from` it must be read from the store. */
interface Tail {
  readonly from: number;
  readonly events: readonly Recorded[];
}

/**
 * A store in front of an empty one that nobody else writes to. Commands handed in together are appended in
 * the order in which they were handed in, whichever was decided first, so the log does not depend on timing;
 * and what was just written is not read back from disk to decide the next command.
 */
export class OnlyWriter implements EventStore {
  readonly #store: EventStore;
  readonly #tails = new Map<string, Tail>();
  #order: readonly Uuid[] = [];
  #undecided = new Set<Uuid>();
  #held = new Map<Uuid, Held>();
  appended = 0;

  constructor(store: EventStore) {
    this.#store = store;
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

  append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    const command = events[0]?.meta.commandId;
    if (command === undefined || !this.#undecided.has(command))
      return this.#forward(stream, expected, events);
    return new Promise((resolve, reject) => {
      this.#held.set(command, { stream, expected, events, resolve, reject });
      this.#decided(command);
    });
  }

  async readStream(stream: string, from = 0): Promise<readonly Recorded[]> {
    const tail = this.#tails.get(stream);
    if (!tail) return [];
    if (from < tail.from) return this.#store.readStream(stream, from);
    const since = from === tail.from ? tail.events : tail.events.slice(from - tail.from);
    this.#tails.set(stream, { from: tail.from + tail.events.length, events: [] });
    return since;
  }

  readAll(after: bigint | undefined, limit: number): Promise<readonly Recorded[]> {
    return this.#store.readAll(after, limit);
  }

  head(): Promise<bigint | undefined> {
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
      if (held) this.#forward(held.stream, held.expected, held.events).then(held.resolve, held.reject);
    }
  }

  async #forward(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    const appended = await this.#store.append(stream, expected, events);
    if (!appended.done) return appended;
    this.appended += events.length;
    const first = appended.revision - events.length + 1;
    const tail = this.#tails.get(stream) ?? { from: 0, events: [] };
    const written = events.map((event, index): Recorded => ({
      ...event,
      stream,
      revision: first + index,
      position: appended.position,
    }));
    this.#tails.set(stream, { from: tail.from, events: [...tail.events, ...written] });
    return appended;
  }
}

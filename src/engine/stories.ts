import type { Recorded } from '../kernel/message.ts';
import type { Story, StoryEvent, StorySource } from '../kernel/projection.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Join } from '../ports/view-store.ts';
import type { HeldStreams } from './held-streams.ts';
import { Joins } from './joins.ts';
import { inLogOrder, StoryEvents } from './story-event.ts';

/** Which stories a page of the log changes, and which joins it makes. */
export interface Taken {
  readonly keys: ReadonlySet<string>;
  readonly joins: readonly Join[];
}

/**
 * The stories of one source, for whoever follows the log. What is no longer held is read again from its stream
 * when it is needed: the log is the only place where anything is kept.
 */
export class Stories {
  readonly joins = new Joins();
  readonly #log: EventStore;
  readonly #source: StorySource;
  readonly #events: StoryEvents;
  readonly #held: HeldStreams;

  constructor(log: EventStore, source: StorySource, held: HeldStreams) {
    this.#log = log;
    this.#source = source;
    this.#held = held;
    this.#events = new StoryEvents(source);
  }

  keyOf(stream: string): string | undefined {
    return this.#events.keyOf(stream);
  }

  /** Takes the next page of the log in. */
  async take(page: readonly Recorded[]): Promise<Taken> {
    const end = page.at(-1)?.position;
    const keys = new Set<string>();
    const joins: Join[] = [];
    const toRead = new Set<string>();
    for (const event of page) {
      const key = this.keyOf(event.stream);
      if (key === undefined) continue;
      keys.add(key);
      const into = this.#source.joins(event);
      if (into !== undefined) joins.push({ from: key, into });
      if (toRead.has(key)) continue;
      const held =
        this.#held.get(event.stream) ?? (event.revision === 0 ? this.#held.begin(event.stream) : undefined);
      if (held) this.#held.push(held, this.#events.of(key, event));
      else toRead.add(key);
    }
    for (const key of toRead) await this.#read(key, end);
    for (const join of joins) this.joins.add(join);
    for (const key of [...keys]) {
      this.#held.touch(this.#streamOf(key));
      for (const other of this.joins.touchedBy(key)) keys.add(other);
    }
    return { keys, joins };
  }

  /** The story of a key up to and including a position. */
  async story(key: string, upTo: bigint): Promise<Story> {
    const events = await this.#of(key, upTo);
    const joined: StoryEvent[] = [];
    for (const other of this.joins.partsOf(key)) joined.push(...(await this.#of(other, upTo)));
    return { key, events, joined: joined.sort(inLogOrder) };
  }

  async #of(key: string, upTo: bigint): Promise<readonly StoryEvent[]> {
    const events = this.#held.get(this.#streamOf(key)) ?? (await this.#read(key, upTo));
    const last = events.at(-1);
    return last && last.position > upTo ? events.filter(({ position }) => position <= upTo) : events;
  }

  async #read(key: string, upTo: bigint | undefined): Promise<readonly StoryEvent[]> {
    const stream = this.#streamOf(key);
    const recorded = await this.#log.readStream(stream);
    const held = this.#held.begin(stream);
    for (const event of recorded)
      if (upTo === undefined || event.position <= upTo) this.#held.push(held, this.#events.of(key, event));
    return held;
  }

  #streamOf(key: string): string {
    return `${this.#source.prefix}${key}`;
  }
}

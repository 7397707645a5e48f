import type { Recorded } from '../kernel/message.ts';
import type { Story, StoryEvent, StorySource } from '../kernel/projection.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Join } from '../ports/view-store.ts';
import { Joins } from './joins.ts';
import { inLogOrder, StoryEvents } from './story-event.ts';

/**
 * The stories of the keys that were touched last, for whoever follows the log. What was let go is read again
 * from its stream when it is needed: the log is the only place where anything is kept.
 */
export class Stories {
  readonly joins = new Joins();
  readonly #log: EventStore;
  readonly #source: StorySource;
  readonly #events: StoryEvents;
  readonly #held = new Map<string, StoryEvent[]>();
  #size = 0;

  constructor(log: EventStore, source: StorySource) {
    this.#log = log;
    this.#source = source;
    this.#events = new StoryEvents(source);
  }

  keyOf(stream: string): string | undefined {
    return this.#events.keyOf(stream);
  }

  /** Takes the next page of the log in; answers which stories it changes, and which joins it makes. */
  async take(page: readonly Recorded[]): Promise<{ readonly keys: Set<string>; readonly joins: Join[] }> {
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
      const held = this.#held.get(key);
      if (held) this.#push(held, this.#events.of(key, event));
      else if (event.revision === 0) this.#push(this.#hold(key), this.#events.of(key, event));
      else toRead.add(key);
    }
    for (const key of toRead) await this.#read(key, end);
    for (const join of joins) this.joins.add(join);
    for (const key of [...keys]) {
      this.#touch(key);
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

  /** Lets the keys go that were touched longest ago, until no more than so many events are held. */
  keep(most: number): void {
    for (const [key, held] of this.#held) {
      if (this.#size <= most) return;
      this.#held.delete(key);
      this.#size -= held.length;
    }
  }

  /** Nothing that is held is relied on any more. */
  forget(): void {
    this.#held.clear();
    this.#size = 0;
  }

  async #of(key: string, upTo: bigint): Promise<readonly StoryEvent[]> {
    const events = this.#held.get(key) ?? (await this.#read(key, upTo));
    const last = events.at(-1);
    return last && last.position > upTo ? events.filter(({ position }) => position <= upTo) : events;
  }

  async #read(key: string, upTo: bigint | undefined): Promise<readonly StoryEvent[]> {
    const recorded = await this.#log.readStream(`${this.#source.prefix}${key}`);
    const held = this.#hold(key);
    for (const event of recorded)
      if (upTo === undefined || event.position <= upTo) this.#push(held, this.#events.of(key, event));
    return held;
  }

  #hold(key: string): StoryEvent[] {
    const events: StoryEvent[] = [];
    this.#held.set(key, events);
    return events;
  }

  #push(held: StoryEvent[], event: StoryEvent): void {
    held.push(event);
    this.#size++;
  }

  #touch(key: string): void {
    const held = this.#held.get(key);
    if (!held) return;
    this.#held.delete(key);
    this.#held.set(key, held);
  }
}

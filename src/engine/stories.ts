import type { Recorded } from '../kernel/message.ts';
import type { Story, StorySource } from '../kernel/projection.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Join } from '../ports/view-store.ts';

const inLogOrder = (a: Recorded, b: Recorded): number =>
  a.position < b.position ? -1 : a.position > b.position ? 1 : 0;

/**
 * The stories of the keys that were touched last. What was let go is read again from its stream when it is
 * needed: the log is the only place where anything is kept, and memory stays within its bound.
 */
export class Stories {
  readonly #log: EventStore;
  readonly #source: StorySource;
  readonly #held = new Map<string, Recorded[]>();
  readonly #into = new Map<string, Set<string>>();
  readonly #from = new Map<string, Set<string>>();
  readonly #types = new Map<string, string>();
  #events = 0;

  constructor(log: EventStore, source: StorySource) {
    this.#log = log;
    this.#source = source;
  }

  /** How many events are held. */
  get size(): number {
    return this.#events;
  }

  keyOf(stream: string): string | undefined {
    return stream.startsWith(this.#source.prefix) ? stream.slice(this.#source.prefix.length) : undefined;
  }

  join({ from, into }: Join): void {
    grow(this.#into, from, into);
    grow(this.#from, into, from);
  }

  joins(): Join[] {
    return [...this.#into].flatMap(([from, targets]) => [...targets].map((into) => ({ from, into })));
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
      if (held) this.#push(held, event);
      else if (event.revision === 0) this.#push(this.#hold(key, []), event);
      else toRead.add(key);
    }
    for (const key of toRead) await this.#read(key, end);
    for (const join of joins) this.join(join);
    for (const key of [...keys]) for (const other of this.touchedBy(key)) keys.add(other);
    return { keys, joins };
  }

  /** A key, and those whose stories its story became part of. */
  touchedBy(key: string): readonly string[] {
    return this.#into.has(key) ? [key, ...reach(this.#into, key)] : [key];
  }

  /** The story of a key up to and including a position. */
  async story(key: string, upTo: bigint): Promise<Story> {
    const events = (await this.#of(key, upTo)).filter(({ position }) => position <= upTo);
    if (!this.#from.has(key)) return { key, events, joined: [] };
    const others = [...reach(this.#from, key)].sort();
    const joined: Recorded[] = [];
    for (const other of others)
      joined.push(...(await this.#of(other, upTo)).filter(({ position }) => position <= upTo));
    return { key, events, joined: joined.sort(inLogOrder) };
  }

  /** The keys touched longest ago, in that order. */
  oldest(): Iterable<string> {
    return this.#held.keys();
  }

  touch(key: string): void {
    const held = this.#held.get(key);
    if (!held) return;
    this.#held.delete(key);
    this.#held.set(key, held);
  }

  letGo(key: string): void {
    this.#events -= this.#held.get(key)?.length ?? 0;
    this.#held.delete(key);
  }

  async #of(key: string, upTo: bigint): Promise<readonly Recorded[]> {
    return this.#held.get(key) ?? (await this.#read(key, upTo));
  }

  async #read(key: string, upTo: bigint | undefined): Promise<readonly Recorded[]> {
    const events = await this.#log.readStream(`${this.#source.prefix}${key}`);
    const held = this.#hold(key, []);
    for (const event of events) if (upTo === undefined || event.position <= upTo) this.#push(held, event);
    return held;
  }

  #hold(key: string, events: Recorded[]): Recorded[] {
    this.#held.set(key, events);
    return events;
  }

  /**
   * A year holds hundreds of thousands of these at once: what is equal is held once, and what no story is
   * told from (the hash of the command) not at all.
   */
  #push(held: Recorded[], event: Recorded): void {
    const previous = held.at(-1);
    const { meta } = event;
    held.push({
      ...event,
      stream: previous?.stream ?? event.stream,
      type: this.#once(event.type),
      meta:
        previous?.meta.commandId === meta.commandId
          ? previous.meta
          : {
              ...meta,
              commandHash: '',
              actor: { id: this.#once(meta.actor.id), role: meta.actor.role },
              causationId: meta.causationId === meta.commandId ? meta.commandId : meta.causationId,
              correlationId: meta.correlationId === meta.commandId ? meta.commandId : meta.correlationId,
              source: this.#once(meta.source),
            },
    });
    this.#events++;
  }

  #once(text: string): string {
    const known = this.#types.get(text);
    if (known !== undefined) return known;
    if (this.#types.size < 10_000) this.#types.set(text, text);
    return text;
  }
}

const grow = (map: Map<string, Set<string>>, key: string, value: string): void => {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
};

/** All that can be reached over any number of joins; joins that run in a circle are walked once. */
const reach = (joins: ReadonlyMap<string, ReadonlySet<string>>, from: string): Set<string> => {
  const found = new Set<string>();
  const next = [...(joins.get(from) ?? [])];
  for (let each = next.pop(); each !== undefined; each = next.pop()) {
    if (found.has(each) || each === from) continue;
    found.add(each);
    next.push(...(joins.get(each) ?? []));
  }
  return found;
};

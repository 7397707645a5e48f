import type { Meta, Recorded, Uuid } from '../../kernel/message.ts';
import {
  type Appended,
  type EventStore,
  type Expected,
  type NewEvent,
  StoreClosed,
} from '../../ports/event-store.ts';
import { Bell, followPages } from '../../ports/follow.ts';
import { isRepeat, storable } from '../../ports/storable.ts';

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
};

/** A log that ends with the process. What it hands out is shared and frozen, so that a fold that changes an event is found out. */
class MemoryEventStore implements EventStore {
  readonly #log: Recorded[] = [];
  readonly #streams = new Map<string, Recorded[]>();
  readonly #bell = new Bell();
  #open = true;

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    this.#assertOpen();
    const texts = storable(stream, expected, events);
    const before = this.#streams.get(stream) ?? [];
    const first = expected === 'none' ? 0 : expected + 1;
    if (before.length !== first) {
      const since = before.slice(first);
      const repeated = isRepeat(texts, since) ? since[texts.length - 1] : undefined;
      return repeated
        ? { done: true, revision: repeated.revision, position: repeated.position }
        : { done: false, since };
    }
    for (const { id, type, version, data, meta } of texts) {
      const event = frozen<Recorded>({
        id: id as Uuid,
        stream,
        revision: before.length,
        type,
        version,
        data: JSON.parse(data) as unknown,
        meta: JSON.parse(meta) as Meta,
        position: BigInt(this.#log.length + 1),
      });
      before.push(event);
      this.#log.push(event);
    }
    this.#streams.set(stream, before);
    this.#bell.ring();
    return { done: true, revision: before.length - 1, position: BigInt(this.#log.length) };
  }

  async readStream(stream: string, from = 0): Promise<readonly Recorded[]> {
    this.#assertOpen();
    return this.#streams.get(stream)?.slice(from) ?? [];
  }

  async readAll(after: bigint | undefined, limit: number): Promise<readonly Recorded[]> {
    this.#assertOpen();
    const from = Number(after ?? 0n);
    return this.#log.slice(from, from + limit);
  }

  async head(): Promise<bigint | undefined> {
    this.#assertOpen();
    return this.#log.at(-1)?.position;
  }

  follow(after: bigint | undefined, signal: AbortSignal): AsyncIterable<readonly Recorded[]> {
    return followPages(this, this.#bell, after, signal);
  }

  async close(): Promise<void> {
    this.#open = false;
    this.#bell.silence();
  }

  #assertOpen(): void {
    if (!this.#open) throw new StoreClosed('The log is closed.');
  }
}

export const memoryEventStore = (): EventStore => new MemoryEventStore();

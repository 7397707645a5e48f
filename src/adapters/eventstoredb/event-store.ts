import { setTimeout as pause } from 'node:timers/promises';
import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  type Position,
  START,
  STREAM_NAME,
} from '@eventstore/db-client';
import type { Recorded } from '../../kernel/message.ts';
import {
  type Appended,
  type EventStore,
  type Expected,
  type NewEvent,
  StoreAway,
  StoreClosed,
  UnfitAppend,
  UnknownOutcome,
} from '../../ports/event-store.ts';
import { Bell, followPages } from '../../ports/follow.ts';
import { isRepeat, storable, type StorableEvent } from '../../ports/storable.ts';
import { type Connection, connectionOf } from './connection-string.ts';
import { pageOf } from './page.ts';
import { Servers } from './servers.ts';
import { isOfTheServer, isOurs, packed, proposed, recorded, unpacked } from './stored-event.ts';
import { kindOf, Refused, troubleOf, within } from './trouble.ts';
import { Waker } from './waker.ts';

const page = 1_000;
/** How long appends that are under way are waited for when the log is closed (ms); after that their outcome is unknown. */
const longestClosing = 1_000;

export interface EventStoreDbOptions {
  /** `esdb://user:password@host:port,host:port?options`; several hosts are the servers of one cluster. */
  readonly connectionString: string;
  /** How long a server may take for one answer, or stay silent in the middle of one (ms). */
  readonly deadline?: number;
  /** How long an append or a read is asked again before it is given up (ms). */
  readonly patience?: number;
  /** How often a follower looks for itself, should the subscription be deaf (ms). */
  readonly pollEvery?: number;
  /** Called whenever a follower has had no answer for as long as the patience lasts; it goes on. */
  readonly onUnanswered?: (error: Error) => void;
}

/** The log on an EventStoreDB server or cluster (docs/decisions/0021). */
class EventStoreDbEventStore implements EventStore {
  readonly #servers: Servers;
  readonly #call: { readonly credentials: Connection['credentials']; readonly requiresLeader: true };
  readonly #deadline: number;
  readonly #patience: number;
  readonly #pollEvery: number;
  readonly #onUnanswered: ((error: Error) => void) | undefined;
  readonly #bell = new Bell();
  readonly #waker: Waker;
  readonly #appending = new Set<Promise<unknown>>();
  /** The client has no "closed" of its own. */
  readonly #closed = new AbortController();
  /** The head as it was found last, and how far the server's log reached then. */
  #headSeen: { readonly head: bigint | undefined; readonly end: bigint } | undefined;
  /** Nothing of ours lies between these. */
  #barren: { readonly after: bigint | undefined; readonly upTo: bigint | undefined } | undefined;
  #stopped = false;
  #closing: Promise<void> | undefined;

  constructor(
    connection: Connection,
    {
      deadline = 5_000,
      patience = 30_000,
      pollEvery = 1_000,
      onUnanswered,
    }: Omit<EventStoreDbOptions, 'connectionString'>,
  ) {
    this.#servers = new Servers(connection);
    this.#call = { credentials: connection.credentials, requiresLeader: true };
    this.#deadline = deadline;
    this.#patience = patience;
    this.#pollEvery = pollEvery;
    this.#onUnanswered = onUnanswered;
    this.#waker = new Waker({
      subscribe: () =>
        this.#servers.client.subscribeToAll({
          ...this.#call,
          fromPosition: END,
          filter: { filterOn: STREAM_NAME, regex: '^(?!lease-)[^$]', checkpointInterval: 1_000 },
        }),
      head: () => this.head(),
      ring: () => this.#bell.ring(),
      deadline,
    });
  }

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    if (this.#stopped) throw new StoreClosed('The log is closed.');
    const texts = storable(stream, expected, events);
    const appending = this.#append(stream, expected, texts);
    this.#appending.add(appending);
    try {
      return await appending;
    } finally {
      this.#appending.delete(appending);
    }
  }

  async readStream(stream: string, from = 0): Promise<readonly Recorded[]> {
    this.#assertOpen();
    return this.#readStream(stream, from, this.#closed.signal);
  }

  async readAll(after: bigint | undefined, limit: number): Promise<readonly Recorded[]> {
    this.#assertOpen();
    return this.#readAll(after, limit, this.#closed.signal);
  }

  /** Backwards past what is not ours, at most to where it was looked at last. */
  async head(): Promise<bigint | undefined> {
    this.#assertOpen();
    const known = this.#headSeen;
    let end: bigint | undefined;
    let before: Position | typeof END = END;
    for (let count = 1; ; count = page) {
      const events: readonly AllStreamResolvedEvent[] = await this.#pageOfAll(
        { direction: BACKWARDS, fromPosition: before, maxCount: count },
        this.#closed.signal,
      );
      for (const { event } of events) {
        if (!event) continue;
        end ??= event.position.commit;
        const seen = known !== undefined && event.position.commit <= known.end;
        if (!seen && !isOurs(event)) continue;
        const head = seen ? known.head : packed(event.position);
        this.#headSeen = { head, end };
        return head;
      }
      const oldest = events.at(-1)?.event;
      if (!oldest || events.length < count) return undefined;
      before = oldest.position;
    }
  }

  async *follow(after: bigint | undefined, signal: AbortSignal): AsyncGenerator<readonly Recorded[]> {
    if (signal.aborted || this.#stopped) return;
    const stopListening = this.#waker.listen();
    const done = AbortSignal.any([signal, this.#closed.signal]);
    const readAll = async (from: bigint | undefined, limit: number) => {
      const events = await this.#readUntilAnswered(from, limit, done);
      const last = events.at(-1);
      if (last) this.#waker.saw(last.position);
      return events;
    };
    try {
      yield* followPages({ readAll }, this.#bell, after, done, this.#pollEvery);
    } finally {
      stopListening();
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#stopped = true;
    await Promise.race([
      Promise.allSettled(this.#appending),
      pause(longestClosing, undefined, { ref: false }),
    ]);
    this.#closed.abort();
    this.#bell.silence();
    this.#waker.stop();
    await this.#servers.dispose();
  }

  #assertOpen(): void {
    if (this.#closed.signal.aborted) throw new StoreClosed('The log is closed.');
  }

  /** The same ids at the same expectation, until the answer is known: the server then answers as the first time. */
  async #append(stream: string, expected: Expected, texts: readonly StorableEvent[]): Promise<Appended> {
    const first = expected === 'none' ? 0 : expected + 1;
    const events = texts.map(proposed);
    try {
      const { success, position } = await this.#servers.answer(
        this.#patience,
        (client) =>
          within(
            this.#deadline,
            client.appendToStream(stream, events, {
              ...this.#call,
              expectedRevision: expected === 'none' ? NO_STREAM : BigInt(expected),
              deadline: this.#deadline,
            }),
            this.#closed.signal,
          ),
        () => !this.#closed.signal.aborted,
      );
      if (success && position) {
        this.#bell.ring();
        return { done: true, revision: first + texts.length - 1, position: packed(position) };
      }
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble !== 'conflict') throw this.#refusal(stream, error);
    }
    return this.#inBetween(stream, first, texts);
  }

  #refusal(stream: string, error: unknown): Error {
    switch (troubleOf(error)) {
      case 'too large':
        return new UnfitAppend(`EventStoreDB is set to take less than an append to ${stream} holds`);
      case 'deleted':
        return new UnfitAppend(`${stream} was deleted on the server and takes nothing more`);
      case 'not allowed':
        return new StoreClosed('EventStoreDB does not let this user write.');
      default:
        return new UnknownOutcome(
          error instanceof StoreAway
            ? `${error.message}; whether the append is in the log is not known`
            : `EventStoreDB failed (${kindOf(error)}); whether the append is in the log is not known`,
        );
    }
  }

  /** What came after the expected revision; this very append, if its first answer was lost. */
  async #inBetween(stream: string, first: number, texts: readonly StorableEvent[]): Promise<Appended> {
    let since: readonly Recorded[];
    try {
      since = await this.#readStream(stream, first, this.#closed.signal);
    } catch (error) {
      throw new UnknownOutcome(`somebody else appended to ${stream}, but what is not known`, {
        cause: error,
      });
    }
    const repeated = isRepeat(texts, since) ? since[texts.length - 1] : undefined;
    return repeated
      ? { done: true, revision: repeated.revision, position: repeated.position }
      : { done: false, since };
  }

  async #readStream(stream: string, from: number, signal: AbortSignal): Promise<readonly Recorded[]> {
    const found: Recorded[] = [];
    for (let fromRevision = BigInt(from); ;) {
      const events = await this.#answered(
        (client) =>
          pageOf(
            client.readStream(stream, { ...this.#call, fromRevision, maxCount: page }),
            this.#deadline,
            signal,
          ),
        signal,
      );
      for (const { event } of events) if (event && !isOfTheServer(event)) found.push(recorded(event));
      const last = events.at(-1)?.event;
      if (!last || events.length < page) return found;
      fromRevision = last.revision + 1n;
    }
  }

  /**
   * From the position itself, which the server counts in and we leave out; past pages of which nothing is ours. Whoever
   * asks again from where nothing of ours came goes on behind what was searched then.
   */
  async #readAll(
    after: bigint | undefined,
    limit: number,
    signal: AbortSignal,
  ): Promise<readonly Recorded[]> {
    const found: Recorded[] = [];
    const start = this.#barren?.after === after ? (this.#barren?.upTo ?? after) : after;
    let from = start === undefined ? undefined : unpacked(start);
    let count = limit;
    while (found.length < limit) {
      const maxCount = from ? count + 1 : count;
      const events = await this.#pageOfAll(
        { direction: FORWARDS, fromPosition: from ?? START, maxCount },
        signal,
      );
      for (const { event } of events) {
        if (!event || event.position.commit === from?.commit || !isOurs(event)) continue;
        if (found.length < limit) found.push(recorded(event));
      }
      const last = events.at(-1)?.event;
      from = last?.position ?? from;
      if (!last || events.length < maxCount) break;
      count = page;
    }
    if (found.length === 0) this.#barren = { after, upTo: from?.commit };
    return found;
  }

  #pageOfAll(
    options: {
      readonly direction: typeof FORWARDS | typeof BACKWARDS;
      readonly fromPosition: Position | typeof START | typeof END;
      readonly maxCount: number;
    },
    signal: AbortSignal,
  ): Promise<readonly AllStreamResolvedEvent[]> {
    return this.#answered(
      (client) => pageOf(client.readAll({ ...this.#call, ...options }), this.#deadline, signal),
      signal,
    );
  }

  async #answered<T>(
    read: (client: EventStoreDBClient) => Promise<readonly T[]>,
    signal: AbortSignal,
  ): Promise<readonly T[]> {
    try {
      return await this.#servers.answer(this.#patience, read, () => !signal.aborted);
    } catch (error) {
      this.#assertOpen();
      const trouble = troubleOf(error);
      if (trouble === 'no stream') return [];
      if (trouble === 'not allowed') throw new Refused('EventStoreDB does not let this user read.');
      throw error;
    }
  }

  /** A follower outlives an outage, however long; it ends when nobody wants it any more. */
  async #readUntilAnswered(
    after: bigint | undefined,
    limit: number,
    done: AbortSignal,
  ): Promise<readonly Recorded[]> {
    for (;;) {
      try {
        return await this.#readAll(after, limit, done);
      } catch (error) {
        if (done.aborted) return [];
        if (!(error instanceof StoreAway)) throw error;
        this.#onUnanswered?.(error);
      }
    }
  }
}

/** The servers are not asked yet: one that starts later than we do is waited for at the first read. */
export const openEventStoreDb = async ({
  connectionString,
  ...options
}: EventStoreDbOptions): Promise<EventStore> =>
  new EventStoreDbEventStore(connectionOf(connectionString), options);

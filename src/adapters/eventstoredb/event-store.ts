import { setTimeout as pause } from 'node:timers/promises';
import {
  END,
  type EventStoreDBClient,
  NO_STREAM,
  STREAM_NAME,
  WrongExpectedVersionError,
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
import { Reader } from './reader.ts';
import { type Call, Servers } from './servers.ts';
import { packed, proposed } from './stored-event.ts';
import { kindOf, NotReadable, Refused, troubleOf, within } from './trouble.ts';
import { Waker } from './waker.ts';

/** How long appends under way are waited for when the log is closed (ms); after that their outcome is unknown. */
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
  readonly #reader: Reader;
  readonly #call: Call;
  readonly #deadline: number;
  readonly #patience: number;
  readonly #pollEvery: number;
  readonly #onUnanswered: ((error: Error) => void) | undefined;
  readonly #bell = new Bell();
  readonly #waker: Waker;
  readonly #appending = new Set<Promise<unknown>>();
  /** The client has no "closed" of its own. */
  readonly #closed = new AbortController();
  #stopped = false;
  #closing: Promise<void> | undefined;

  constructor(
    { servers, credentials }: Connection,
    {
      deadline = 5_000,
      patience = 30_000,
      pollEvery = 1_000,
      onUnanswered,
    }: Omit<EventStoreDbOptions, 'connectionString'>,
  ) {
    this.#servers = new Servers(servers);
    this.#call = { credentials, requiresLeader: true };
    this.#reader = new Reader(this.#servers, this.#call, deadline, patience);
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

  readStream(stream: string, from = 0): Promise<readonly Recorded[]> {
    return this.#whileOpen((signal) => this.#reader.stream(stream, from, signal));
  }

  readAll(after: bigint | undefined, limit: number): Promise<readonly Recorded[]> {
    return this.#whileOpen((signal) => this.#reader.all(after, limit, signal));
  }

  head(): Promise<bigint | undefined> {
    return this.#whileOpen((signal) => this.#reader.head(signal));
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

  async #whileOpen<T>(read: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const assertOpen = () => {
      if (this.#closed.signal.aborted) throw new StoreClosed('The log is closed.');
    };
    assertOpen();
    try {
      return await read(this.#closed.signal);
    } catch (error) {
      assertOpen();
      throw error;
    }
  }

  /** The same ids at the same expectation, until the answer is known: the server then answers as the first time. */
  async #append(stream: string, expected: Expected, texts: readonly StorableEvent[]): Promise<Appended> {
    const events = texts.map(proposed);
    const first = expected === 'none' ? 0 : expected + 1;
    const ask = async (client: EventStoreDBClient): Promise<Appended> => {
      try {
        const { position } = await within(
          this.#deadline,
          client.appendToStream(stream, events, {
            ...this.#call,
            expectedRevision: expected === 'none' ? NO_STREAM : BigInt(expected),
            deadline: this.#deadline,
          }),
          this.#closed.signal,
        );
        if (!position) throw new Refused(`${stream} was deleted on the server`);
        this.#bell.ring();
        return { done: true, revision: first + texts.length - 1, position: packed(position) };
      } catch (error) {
        if (!(error instanceof WrongExpectedVersionError)) throw error;
        const { actualVersion } = error;
        return this.#inBetween(
          stream,
          first,
          actualVersion === NO_STREAM ? -1 : Number(actualVersion),
          texts,
        );
      }
    };
    try {
      return await this.#servers.answer(this.#patience, ask, this.#closed.signal);
    } catch (error) {
      throw this.#failure(stream, error);
    }
  }

  /** What came after the expected revision up to the one that the server has; this very append, if its first answer was lost. */
  async #inBetween(
    stream: string,
    first: number,
    last: number,
    texts: readonly StorableEvent[],
  ): Promise<Appended> {
    const since = await this.readStream(stream, first);
    const repeated = isRepeat(texts, since) ? since[texts.length - 1] : undefined;
    if (repeated) return { done: true, revision: repeated.revision, position: repeated.position };
    if ((since.at(-1)?.revision ?? first - 1) < last)
      throw new NotReadable(`${stream}@${last} is not confirmed yet`);
    return { done: false, since };
  }

  #failure(stream: string, error: unknown): Error {
    switch (troubleOf(error)) {
      case 'too large':
        return new UnfitAppend(`EventStoreDB is set to take less than an append to ${stream} holds`);
      case 'deleted':
        return new UnfitAppend(`${stream} was deleted on the server and takes nothing more`);
      case 'not allowed':
        return new StoreClosed('EventStoreDB does not let this user write.');
      default:
        return new UnknownOutcome(`${kindOf(error)}; whether the append is in the log is not known`);
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
        return await this.#reader.all(after, limit, done);
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

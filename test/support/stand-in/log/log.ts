import { randomUUID } from 'node:crypto';
import { appended, type Appended, type Expectation } from './appended.ts';

/** An event as somebody proposes it; the type and the id are known to be sound. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface Stored extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** Units of 100 ns since 1970, as text. */
  readonly created: string;
}

/** The revision that a tombstone has. */
export const tombstoneRevision = 9223372036854775807n;

/** What a soft delete writes as the first revision that still counts: none. */
const nothingCounts = 9223372036854775807n;

/** Bytes of a record beside its names, data and metadata, from the distances of recorded positions. */
const recordBytes = 90;

/** The length of a name in a record goes before it, in one byte for each 7 bits; the first is in {@link recordBytes}. */
const nameBytes = (name: string): number => {
  const bytes = Buffer.byteLength(name);
  return bytes + (bytes > 127 ? 1 : 0);
};

const sizeOf = (stream: string, event?: Proposed): number =>
  recordBytes +
  nameBytes(stream) +
  (event ? nameBytes(event.type) + event.data.length + event.metadata.length : 0);

export interface LogOptions {
  /** How long an append waits before it is on disk and seen; those that come meanwhile are written with it. */
  readonly commitMs: number;
  /** After how many appends the server writes its statistics into the log; 0 for never, as the real one by default. */
  readonly statsEvery: number;
}

/**
 * The log of the stand-in: all in memory, positions as a real EventStoreDB 23.10 gives them (byte offsets, which
 * even an append of nothing moves on), with its own events between those of users.
 */
export class StandInLog {
  readonly #events: Stored[] = [];
  readonly #streams = new Map<string, Stored[]>();
  /** For expectations without a number: where an id was first written. A real server forgets it when it stops. */
  #written = new Map<string, Map<string, bigint>>();
  readonly #listeners = new Set<() => void>();
  readonly #waiting: (() => void)[] = [];
  readonly #statsEvery: number;
  /** How long an append waits from now on until it is on disk. */
  commitMs: number;
  #next = 548n;
  #committed = 0;
  #committing: NodeJS.Timeout | undefined;
  #appends = 0;

  constructor(options: LogOptions) {
    this.commitMs = options.commitMs;
    this.#statsEvery = options.statsEvery;
    if (options.statsEvery > 0) this.#writeMetadata('$stats-127.0.0.1:2113', '{"$maxAge":864000}');
    this.#writeMetadata(
      '$scavenges',
      '{"$maxAge":2592000,"$acl":{"$r":"$ops","$w":[],"$d":[],"$mr":[],"$mw":[]}}',
    );
    this.#committed = this.#events.length;
  }

  /** Everything that is on disk, oldest first. */
  get committed(): readonly Stored[] {
    return this.#committed === this.#events.length ? this.#events : this.#events.slice(0, this.#committed);
  }

  get length(): number {
    return this.#committed;
  }

  at(index: number): Stored | undefined {
    return index < this.#committed ? this.#events[index] : undefined;
  }

  /** Where in {@link committed} the first event at a position or after it is. */
  indexAt(position: bigint): number {
    let [from, until] = [0, this.#committed];
    while (from < until) {
      const middle = Math.floor((from + until) / 2);
      if ((this.#events[middle]?.position ?? position) < position) from = middle + 1;
      else until = middle;
    }
    return from;
  }

  /** What is on disk of a stream and still counts, of metadata the last; `undefined` when there is no such stream. */
  read(stream: string): readonly Stored[] | undefined {
    const events = this.everythingOf(stream);
    const from = this.#firstThatCounts(stream);
    if (events.length === 0 || from === nothingCounts) return undefined;
    if (stream.startsWith('$$')) return events.slice(-1);
    return from === 0n ? events : events.filter(({ revision }) => revision >= from);
  }

  /** What is on disk of a stream, also what a soft delete left behind: by revision, and perhaps the tombstone. */
  everythingOf(stream: string): readonly Stored[] {
    const events = this.#streams.get(stream) ?? [];
    const until = this.#committedUpTo();
    const last = events.at(-1);
    return last === undefined || last.position < until
      ? events
      : events.filter(({ position }) => position < until);
  }

  /** Whether a stream was ended for ever, and with it its metadata. */
  isTombstoned(stream: string): boolean {
    const of = (name: string): boolean => this.#last(name)?.revision === tombstoneRevision;
    return of(stream) || (stream.startsWith('$$') && of(stream.slice(2)));
  }

  /** Soft-deleted: there are events, and none counts. */
  isEmptied(stream: string): boolean {
    return this.#firstThatCounts(stream) === nothingCounts;
  }

  append(stream: string, expected: Expectation, proposed: readonly Proposed[]): Appended {
    const events = this.#streams.get(stream) ?? [];
    const answer = appended({
      tombstoned: this.isTombstoned(stream),
      emptied: this.isEmptied(stream),
      described: this.#last(`$$${stream}`) !== undefined,
      events,
      written: this.#written.get(stream) ?? new Map(),
      isCommitted: (event) => event.position < this.#committedUpTo(),
      expected,
      ids: proposed.map(({ id }) => id),
    });
    if (answer.kind !== 'write') return answer;
    if (proposed.length === 0) {
      const position = this.#take(sizeOf(stream));
      this.#commitSoon();
      return { kind: 'done', revision: answer.current, position };
    }
    const last = proposed.map((event) => this.#write(stream, event)).at(-1);
    if (answer.revives) this.#writeMetadata(stream, `{"$tb":${String((answer.current ?? -1n) + 1n)}}`);
    this.#countAppend();
    this.#commitSoon();
    return { kind: 'done', revision: last?.revision, position: last?.position };
  }

  /** Leaves the events and says that none counts any more. */
  softDelete(stream: string): bigint {
    const { position } = this.#writeMetadata(stream, `{"$tb":${String(nothingCounts)}}`);
    this.#commitSoon();
    return position;
  }

  tombstone(stream: string): bigint {
    const nothing = new Uint8Array();
    const { position } = this.#write(
      stream,
      { id: randomUUID(), type: '$streamDeleted', json: false, data: nothing, metadata: nothing },
      tombstoneRevision,
    );
    this.#commitSoon();
    return position;
  }

  /** The last revision of a stream, also of one that was deleted. */
  lastRevision(stream: string): bigint | undefined {
    return this.#last(stream)?.revision;
  }

  /** Resolves when everything written so far is on disk. */
  async settled(): Promise<void> {
    if (this.#committing === undefined) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Tells when more is on disk; returns how to stop that. */
  onCommit(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What a stop of the server does: what was written stays, what was only remembered is gone. */
  restarted(): void {
    this.#commit();
    this.#written = new Map();
  }

  /** Writes no more by itself. */
  close(): void {
    this.#commit();
    this.#listeners.clear();
  }

  /** The statistics of the server, which go into the log like any event. */
  writeStats(): void {
    this.#write('$stats-127.0.0.1:2113', {
      id: randomUUID(),
      type: '$statsCollected',
      json: true,
      data: Buffer.from('{"proc-cpu":"1"}'),
      metadata: new Uint8Array(),
    });
    this.#commitSoon();
  }

  #countAppend(): void {
    this.#appends += 1;
    if (this.#statsEvery > 0 && this.#appends % this.#statsEvery === 0) this.writeStats();
  }

  #committedUpTo(): bigint {
    return this.#events[this.#committed]?.position ?? this.#next;
  }

  #last(stream: string): Stored | undefined {
    return this.#streams.get(stream)?.at(-1);
  }

  /** `$tb` of the metadata; other limits of a stream are not kept. */
  #firstThatCounts(stream: string): bigint {
    const metadata = this.#last(`$$${stream}`);
    if (!metadata) return 0n;
    const [, from] = /"\$tb":(\d+)/.exec(Buffer.from(metadata.data).toString()) ?? [];
    return from === undefined ? 0n : BigInt(from);
  }

  #take(bytes: number): bigint {
    const position = this.#next;
    this.#next += BigInt(bytes);
    return position;
  }

  #write(stream: string, event: Proposed, at?: bigint): Stored {
    const events = this.#streams.get(stream) ?? [];
    const revision = at ?? (events.at(-1)?.revision ?? -1n) + 1n;
    const stored: Stored = {
      ...event,
      stream,
      revision,
      position: this.#take(sizeOf(stream, event)),
      created: String(BigInt(Date.now()) * 10_000n),
    };
    events.push(stored);
    this.#streams.set(stream, events);
    this.#events.push(stored);
    const written = this.#written.get(stream) ?? new Map<string, bigint>();
    if (!written.has(event.id)) written.set(event.id, revision);
    this.#written.set(stream, written);
    return stored;
  }

  #writeMetadata(stream: string, json: string): Stored {
    return this.#write(`$$${stream}`, {
      id: randomUUID(),
      type: '$metadata',
      json: true,
      data: Buffer.from(json),
      metadata: new Uint8Array(),
    });
  }

  #commitSoon(): void {
    this.#committing ??= setTimeout(() => this.#commit(), this.commitMs);
  }

  #commit(): void {
    clearTimeout(this.#committing);
    this.#committing = undefined;
    this.#committed = this.#events.length;
    for (const resolve of this.#waiting.splice(0)) resolve();
    for (const listener of this.#listeners) listener();
  }
}

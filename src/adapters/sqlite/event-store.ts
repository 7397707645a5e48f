import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Meta, Recorded, Uuid } from '../../kernel/message.ts';
import {
  type Appended,
  type EventStore,
  type Expected,
  type NewEvent,
  StoreClosed,
  StoreFull,
  UnknownOutcome,
} from '../../ports/event-store.ts';
import { Bell, followPages } from '../../ports/follow.ts';
import type { OrderedAppend, OrderedAppends } from '../../ports/ordered-appends.ts';
import type { RawEvent } from '../../ports/raw-log.ts';
import { isRepeat, storable, type StorableEvent } from '../../ports/storable.ts';
import { type Connection, isBusy, isFull, openConnection, type StatementSync } from './connection.ts';
import { type Lock, openLock } from './lock.ts';
import { createLog, holdsLog } from './schema.ts';

/** Streams whose last revision is kept in memory: some five megabytes. */
const mostLastRevisions = 50_000;
/** How often a reader looks whether another process has written. */
const pollEvery = 200;
/** Small enough that what was read is garbage before the next collection, which then has nothing to keep. */
const rawPage = 500;

const columns = 'position, stream, revision, id, type, version, data, meta';
type Row = readonly [
  position: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  version: number,
  data: string,
  meta: string,
];

const recorded = ([position, stream, revision, id, type, version, data, meta]: Row): Recorded => ({
  id: id as Uuid,
  stream,
  revision,
  type,
  version,
  data: JSON.parse(data) as unknown,
  meta: JSON.parse(meta) as Meta,
  position: BigInt(position),
});

interface StorableAppend {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly StorableEvent[];
}

interface Waiting {
  /** After one that is not done none of the others is tried. */
  readonly appends: readonly StorableAppend[];
  readonly resolve: (answers: readonly Appended[]) => void;
  readonly reject: (error: Error) => void;
}

const storableAppend = ({ stream, expected, events }: OrderedAppend): StorableAppend => ({
  stream,
  expected: expected === 'none' ? -1 : expected,
  events: storable(stream, expected, events),
});

export interface SqliteLogOptions {
  /** Called once, when an I/O error leaves appends in the unknown: the process must stop rather than guess. */
  readonly onFatal?: (error: UnknownOutcome) => void;
}

interface ConnectedLogOptions extends SqliteLogOptions {
  readonly readOnly?: boolean;
  readonly afterClose?: () => void;
}

/** The log in one SQLite file, over a connection of its own. Callers of `append` share the next commit. */
export class SqliteEventStore implements EventStore, OrderedAppends {
  readonly #connection: Connection;
  readonly #readOnly: boolean;
  readonly #onFatal: ((error: UnknownOutcome) => void) | undefined;
  readonly #afterClose: (() => void) | undefined;
  readonly #bell = new Bell();
  /**
   * Last revisions of the streams touched lately, -1 for an empty one: most reads are for what came after the
   * latest, and that is nothing. Exact as long as nobody else writes, so a reader keeps none.
   */
  readonly #lastRevisions = new Map<string, number>();
  #queue: Waiting[] = [];
  #scheduled = false;
  #stopped: string | undefined;
  #open = true;
  #drained: (() => void) | undefined;
  #closing: Promise<void> | undefined;

  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #insert: StatementSync;
  readonly #lastRevision: StatementSync;
  readonly #stream: StatementSync;
  readonly #all: StatementSync;
  readonly #head: StatementSync;

  constructor(connection: Connection, { readOnly = false, onFatal, afterClose }: ConnectedLogOptions = {}) {
    this.#connection = connection;
    this.#readOnly = readOnly;
    this.#onFatal = onFatal;
    this.#afterClose = afterClose;
    const prepare = (sql: string): StatementSync => {
      const statement = connection.prepare(sql);
      statement.setReturnArrays(true);
      return statement;
    };
    this.#begin = prepare('BEGIN IMMEDIATE');
    this.#commit = prepare('COMMIT');
    this.#insert = prepare(
      'INSERT INTO events (stream, revision, id, type, version, data, meta) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.#lastRevision = prepare('SELECT max(revision) FROM events WHERE stream = ?');
    this.#stream = prepare(
      `SELECT ${columns} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision`,
    );
    this.#all = prepare(`SELECT ${columns} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
    this.#head = prepare('SELECT max(position) FROM events');
  }

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    this.#assertTaking();
    const append = storableAppend({ stream, expected, events });
    return new Promise((resolve, reject) => {
      this.#queue.push({ appends: [append], resolve: ([appended]) => appended && resolve(appended), reject });
      this.#schedule();
    });
  }

  /** All in one transaction. */
  async appendInOrder(appends: readonly OrderedAppend[]): Promise<readonly Appended[]> {
    this.#assertTaking();
    const storables = appends.map(storableAppend);
    return new Promise((resolve, reject) => {
      this.#queue.push({ appends: storables, resolve, reject });
      this.#schedule();
    });
  }

  async readStream(stream: string, from = 0): Promise<readonly Recorded[]> {
    return this.#after(stream, from - 1);
  }

  async readAll(after: bigint | undefined, limit: number): Promise<readonly Recorded[]> {
    this.#assertOpen();
    return this.#rows(after, limit).map(recorded);
  }

  async head(): Promise<bigint | undefined> {
    this.#assertOpen();
    const [position] = this.#head.get() as unknown as [number | null];
    return position === null ? undefined : BigInt(position);
  }

  follow(after: bigint | undefined, signal: AbortSignal): AsyncIterable<readonly Recorded[]> {
    return followPages(this, this.#bell, after, signal, this.#readOnly ? pollEvery : undefined);
  }

  /** Everything after a position as stored, in log order; between two pages no read transaction is held. */
  *rawEvents(after?: bigint): Generator<RawEvent> {
    let position = after;
    for (;;) {
      this.#assertOpen();
      const page = this.#rows(position, rawPage);
      for (const [at, stream, revision, id, type, version, data, meta] of page) {
        position = BigInt(at);
        yield { position, stream, revision, id, type, version, data, meta };
      }
      if (page.length < rawPage) return;
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#stopped ??= 'The log is closed.';
    if (this.#scheduled)
      await new Promise<void>((resolve) => {
        this.#drained = resolve;
      });
    this.#open = false;
    this.#connection.close();
    this.#bell.silence();
    this.#afterClose?.();
  }

  #assertTaking(): void {
    if (this.#readOnly) throw new StoreClosed('The log was opened for reading only.');
    if (this.#stopped !== undefined) throw new StoreClosed(this.#stopped);
  }

  #assertOpen(): void {
    if (!this.#open) throw new StoreClosed('The log is closed.');
  }

  #rows(after: bigint | undefined, limit: number): Row[] {
    return this.#all.all(after ?? 0n, limit) as unknown as Row[];
  }

  #after(stream: string, revision: number): Recorded[] {
    this.#assertOpen();
    if ((this.#lastRevisions.get(stream) ?? Number.POSITIVE_INFINITY) <= revision) return [];
    const events = (this.#stream.all(stream, revision + 1) as unknown as Row[]).map(recorded);
    const last = events.at(-1)?.revision ?? (revision < 0 ? -1 : undefined);
    if (last !== undefined) this.#keepLast(stream, last);
    return events;
  }

  #keepLast(stream: string, revision: number): void {
    if (this.#readOnly) return;
    if (this.#lastRevisions.size >= mostLastRevisions) this.#lastRevisions.clear();
    this.#lastRevisions.set(stream, revision);
  }

  #lastRevisionOf(stream: string): number {
    const kept = this.#lastRevisions.get(stream);
    if (kept !== undefined) return kept;
    const [last] = this.#lastRevision.get(stream) as unknown as [number | null];
    return last ?? -1;
  }

  /** A flush waits until this turn of the event loop has handed in all it has. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#flush();
      this.#drained?.();
    });
  }

  /** One transaction for all that waits; each append checks its own expectation inside it, and is answered after it. */
  #flush(): void {
    const batch = this.#queue;
    this.#queue = [];
    const answers: (() => void)[] = [];
    try {
      this.#begin.run();
    } catch (error) {
      this.#refuse(batch, error, isBusy(error));
      return;
    }
    try {
      for (const { appends, resolve } of batch) {
        const appended = this.#placeInOrder(appends);
        answers.push(() => resolve(appended));
      }
      this.#commit.run();
    } catch (error) {
      this.#rollBack();
      this.#refuse(batch, error, false);
      return;
    }
    for (const answer of answers) answer();
    this.#bell.ring();
  }

  #placeInOrder(appends: readonly StorableAppend[]): readonly Appended[] {
    const answers: Appended[] = [];
    for (const append of appends) {
      const answer = this.#place(append);
      answers.push(answer);
      if (!answer.done) break;
    }
    return answers;
  }

  #place({ stream, expected, events }: StorableAppend): Appended {
    if (this.#lastRevisionOf(stream) !== expected) {
      const since = this.#after(stream, expected);
      const repeated = isRepeat(events, since) ? since[events.length - 1] : undefined;
      return repeated
        ? { done: true, revision: repeated.revision, position: repeated.position }
        : { done: false, since };
    }
    let revision = expected;
    let position: number | bigint = 0;
    for (const { id, type, version, data, meta } of events) {
      revision++;
      position = this.#insert.run(stream, revision, id, type, version, data, meta).lastInsertRowid;
    }
    this.#keepLast(stream, revision);
    return { done: true, revision, position: BigInt(position), isNew: true };
  }

  #rollBack(): void {
    // What was placed in this transaction is not there after all.
    this.#lastRevisions.clear();
    try {
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
    } catch {
      // The connection is past helping, and what it was about to write is reported as unknown.
    }
  }

  #refuse(batch: readonly Waiting[], cause: unknown, nobodyWrote: boolean): void {
    if (isFull(cause)) {
      for (const { reject } of batch)
        reject(
          new StoreFull('The disk of the log is full: nothing was written, reading goes on.', { cause }),
        );
      return;
    }
    const unknown = () =>
      new UnknownOutcome('The log could not be written; whether this append is in it is not known.', {
        cause,
      });
    if (nobodyWrote) {
      for (const { reject } of batch) reject(unknown());
      return;
    }
    this.#stopped = 'The log stopped writing after an I/O error; start again to go on.';
    for (const { reject } of batch) reject(unknown());
    this.#onFatal?.(unknown());
  }
}

/** The entry of a new file in its folder is not durable before the folder is. */
const syncFolder = (folder: string): void => {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/**
 * Opens the log for writing, under the folder's lock (taken here unless it is handed in), or for reading
 * beside whoever writes.
 */
export const openSqliteEventStore = async ({
  file,
  readOnly = false,
  lock,
  onFatal,
}: SqliteLogOptions & {
  readonly file: string;
  readonly readOnly?: boolean;
  readonly lock?: Lock;
}): Promise<SqliteEventStore> => {
  if (readOnly) {
    const connection = openConnection({ file, readOnly });
    if (holdsLog(connection, file)) return new SqliteEventStore(connection, { readOnly });
    connection.close();
    throw new Error(`${file} holds no log yet`);
  }
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const own = lock ? undefined : openLock(folder);
  try {
    const connection = openConnection({ file });
    try {
      if (!holdsLog(connection, file)) {
        createLog(connection);
        syncFolder(folder);
      }
      return new SqliteEventStore(connection, {
        afterClose: () => own?.release(),
        ...(onFatal && { onFatal }),
      });
    } catch (error) {
      connection.close();
      throw error;
    }
  } catch (error) {
    own?.release();
    throw error;
  }
};

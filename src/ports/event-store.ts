import type { Meta, Recorded, Uuid } from '../kernel/message.ts';

/** An event that is to be appended: complete but for its place. */
export interface NewEvent {
  readonly id: Uuid;
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
  readonly meta: Meta;
}

/** The last revision that the caller has seen, or `none` for a stream that is to begin. There is no "any". */
export type Expected = number | 'none';

export type Appended =
  | {
      readonly done: true;
      readonly revision: number;
      readonly position: bigint;
      /** The store knows that it wrote them now. Absent: they may have stood there before, also with other bodies. */
      readonly isNew?: true;
    }
  /** Nothing was written; `since` is what came after the expected revision, oldest first. */
  | { readonly done: false; readonly since: readonly Recorded[] };

/**
 * The log. Its contract is `test/contracts/event-store.contract.ts`; what EventStoreDB cannot promise is not
 * promised here.
 *
 * A rejected `append` means *unknown* unless it is a {@link StoreFull}, {@link UnfitAppend} or
 * {@link StoreClosed}: ask again with the same ids and the same expectation, which answers as the first time.
 */
export interface EventStore {
  /**
   * All of the events or none; resolved only when they are on disk. The same list of ids at the same
   * expectation answers as the first time, for ever (so may the beginning of such a list); any other overlap
   * is a conflict. Appends that are not awaited have no promised order.
   */
  append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended>;
  /** From a revision on (inclusive), oldest first; an unknown stream is empty. */
  readStream(stream: string, from?: number): Promise<readonly Recorded[]>;
  /** At most `limit` events after a position (exclusive; `undefined`: from the beginning), in log order. */
  readAll(after: bigint | undefined, limit: number): Promise<readonly Recorded[]>;
  /** The position of the last event of ours; `undefined` when there is none. */
  head(): Promise<bigint | undefined>;
  /** Pages after a position as they come; ends when the signal is aborted or the store is closed. */
  follow(after: bigint | undefined, signal: AbortSignal): AsyncIterable<readonly Recorded[]>;
  /** Waits for the appends that were asked; none is taken after it. */
  close(): Promise<void>;
}

/** The disk is full: nothing was written, reading goes on. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}

/** Whether the append happened is not known; a restart or the same append again will tell. */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome';
}

/** The log cannot be read now: the servers that hold it do not answer. Reading it again may do. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
}

/** Nothing was written: the store was closed, or stopped writing after an I/O error. */
export class StoreClosed extends Error {
  override readonly name = 'StoreClosed';
}

/** Nothing was written: no store could hold this append. A mistake in the program. */
export class UnfitAppend extends Error {
  override readonly name = 'UnfitAppend';
}

/** Another process writes to this log. */
export class AlreadyOpen extends Error {
  override readonly name = 'AlreadyOpen';
}

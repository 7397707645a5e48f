import type { Uuid } from '../kernel/message.ts';
import type { Projection, Rows, ViewRows } from '../kernel/projection.ts';

/** How far a read model has read: the store's position, the ordinal there and the hash of the chain, in hex. */
export interface Checkpoint {
  readonly position: bigint;
  readonly ordinal: number;
  readonly hash: string;
}

/** A key whose story cannot be told beyond an event; its rows stay as they were before it. */
export interface Parked {
  readonly key: string;
  readonly event: Uuid;
  readonly stream: string;
  readonly type: string;
  readonly position: bigint;
  readonly error: string;
  /** How many events wait behind it. */
  readonly later: number;
}

/** One story became part of another. */
export interface Join {
  readonly from: string;
  readonly into: string;
}

/** What a page of the log changes in a read model. */
export interface Change {
  /** All rows of these keys, new for old. */
  readonly rows: ReadonlyMap<string, Rows>;
  /** Parked, or parked still with more behind it. */
  readonly parked: readonly Parked[];
  /** Parked no more. */
  readonly freed: readonly string[];
  readonly joins: readonly Join[];
}

/** What a version of a read model is made of; its rows are a projection's business. */
export type ViewShape = Pick<Projection, 'name' | 'version' | 'tables'>;

/** A version of a read model, kept apart from every other. */
export interface ViewFile {
  readonly name: string;
  readonly version: number;
  readonly file: string;
}

export interface View extends ViewFile {
  checkpoint(): Checkpoint | undefined;
  /** The checkpoint before the last one: what was read since can be read again and compared with the chain. */
  before(): Checkpoint | undefined;
  /**
   * Rows and checkpoint together or neither; false, and nothing changed, when somebody else moved the
   * checkpoint. `next` may be the same checkpoint: then only rows change.
   */
  commit(expected: Checkpoint | undefined, next: Checkpoint, change: Change): boolean;
  parked(): readonly Parked[];
  joins(): readonly Join[];
  close(): void;
}

/** How far a new version was filled, and what is to be known of it besides its rows. */
export interface Filled {
  readonly at: Checkpoint | undefined;
  readonly before: Checkpoint | undefined;
  readonly parked: readonly Parked[];
  readonly joins: readonly Join[];
}

/** A version that is filled at once, seen by nobody until it is finished. */
export interface ViewUnderConstruction {
  /** The rows of a key, once for each key. */
  put(key: string, rows: Rows): void;
  finish(filled: Filled): ViewFile;
  discard(): void;
}

/** Where something was put aside. */
export interface ScratchPiece {
  readonly at: number;
  readonly length: number;
}

/** Room for what does not fit into memory while a version is built; gone when it is closed, or the process ends. */
export interface Scratch {
  write(bytes: Uint8Array): ScratchPiece;
  read(piece: ScratchPiece): Uint8Array;
  close(): void;
}

/** What reading saw, and where that stood. */
export interface Seen<T> {
  readonly version: number;
  readonly checkpoint: Checkpoint | undefined;
  readonly value: T;
}

/** Two versions compared key by key: three empty lists mean that they say the same. */
export interface Comparison {
  readonly keys: number;
  readonly onlyInFirst: readonly string[];
  readonly onlyInSecond: readonly string[];
  readonly different: readonly string[];
}

/**
 * Where read models live. Its contract is `test/contracts/view-store.contract.ts`. Everything in it can be
 * thrown away and built again from the log.
 */
export interface ViewStore {
  /** The version that readers see. */
  live(name: string): ViewFile | undefined;
  open(shape: ViewShape, file: ViewFile): View;
  build(shape: ViewShape): ViewUnderConstruction;
  scratch(): Scratch;
  /** From now on readers see this one; the version before stays until it is removed. */
  swap(to: ViewFile): void;
  /** Finished versions of this read model, the live one among them. */
  kept(name: string): readonly ViewFile[];
  /** Never the live one. */
  remove(file: ViewFile): void;
  /** Reads the live version at one checkpoint; undefined when there is none yet. */
  read<T>(name: string, work: (rows: ViewRows) => T): Seen<T> | undefined;
  /** Every row of a version as a line of JSON, by table, key and order: two dumps are equal when the views are. */
  dump(shape: ViewShape, file: ViewFile): Iterable<string>;
  compare(shape: ViewShape, first: ViewFile, second: ViewFile): Comparison;
  close(): void;
}

import type { Instant } from './instant.ts';
import type { Recorded, Role, Uuid } from './message.ts';
import type { EventDefinitions } from './schema.ts';

/** What a column of a read model holds; lists and groups are kept as JSON text. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;
/** A row as it is read back: with the key that it belongs to. */
export type KeyedRow = Row & { readonly key: string };

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Each a list of columns to look rows up by; looking up by key needs none. */
  readonly indexes: readonly (readonly string[])[];
}

/** The rows of one key, by table. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** An event as stories are told from it: what read models may rest on, and no more, because very many are held at once. */
export interface StoryEvent extends Pick<
  Recorded,
  'id' | 'revision' | 'type' | 'version' | 'data' | 'position'
> {
  /** Whose story it comes from. */
  readonly key: string;
  readonly commandId: Uuid;
  readonly recordedAt: Instant;
  readonly role: Role;
}

/**
 * All that happened to one key, in log order: its own stream, and beside it the streams that were ever joined
 * to it (a merged duplicate). Whether a join still holds is for the reader of the story to say: it may have
 * been corrected.
 */
export interface Story {
  readonly key: string;
  readonly events: readonly StoryEvent[];
  readonly joined: readonly StoryEvent[];
}

/** Which streams make up the stories: a key each. */
export interface StorySource {
  readonly prefix: string;
  readonly events: EventDefinitions;
  /** The other key that this event makes this story a part of. */
  readonly joins: (event: Pick<Recorded, 'type' | 'data'>) => string | undefined;
  /** The types of the events that can do so. */
  readonly joining: ReadonlySet<string>;
}

/**
 * A read model: the rows of a key as a function of its story. Nothing else goes in, so that late facts,
 * corrections and merges need no code of their own, and a rebuild gives the same rows as following did.
 * Rows rest on structural fields only; what is personal or free text is read from the stream itself.
 */
export interface Projection {
  readonly name: string;
  /** Another version wherever the same story would give other rows: it is then built anew. */
  readonly version: number;
  /** Which stories it is told from. */
  readonly stories: StorySource;
  readonly tables: readonly Table[];
  readonly rows: (story: Story) => Rows;
}

export interface Looking {
  /** Equal in each of these columns; `key` is one of them. */
  readonly where?: Readonly<Record<string, Value>>;
  /** Only keys after this one. */
  readonly after?: string;
  readonly limit?: number;
}

/** Rows of one read model as they stood at one checkpoint, by key and then in the order in which they were given. */
export interface ViewRows {
  find(table: string, looking: Looking): readonly KeyedRow[];
  count(table: string, where: Readonly<Record<string, Value>>): number;
  /** Rows whose column is at most a value, the least first; a row without a value in it is none of them. */
  upTo(table: string, column: string, most: string | number, limit: number): readonly KeyedRow[];
}

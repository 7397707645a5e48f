import type { Brand } from './brand.ts';
import type { Instant } from './instant.ts';

/** A UUID in lower case. */
export type Uuid = Brand<string, 'Uuid'>;

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isUuid = (text: unknown): text is Uuid => typeof text === 'string' && uuidShape.test(text);

/** For literals and text that was checked before; throws on anything else. */
export const uuid = (text: string): Uuid => {
  if (!isUuid(text)) throw new RangeError(`${text} is not a UUID`);
  return text;
};

/** The roles of the office, a rater from outside, and the three actors that are not people. */
export const roles = [
  'student',
  'infoshop',
  'scout',
  'coach',
  'adviser',
  'sabCoordinator',
  'teamLeader',
  'programmeManager',
  'quality',
  'inspector',
  'operator',
  'rater',
  'system',
  'importer',
  'simulator',
] as const;
export type Role = (typeof roles)[number];

/** Who asks, in which role: a staff id (or the name of a part of the system). */
export interface Actor {
  readonly id: string;
  readonly role: Role;
}

/** What goes with every recorded event. `recordedAt` is set by the engine, never by a store. */
export interface Meta {
  readonly commandId: Uuid;
  /** HMAC-SHA-256 of the canonical command, in hex: tells the same request from another under the same id. */
  readonly commandHash: string;
  readonly actor: Actor;
  readonly causationId: Uuid;
  readonly correlationId: Uuid;
  readonly recordedAt: Instant;
  /** The door it came in by: `api`, `cli`, `import:ro`, `simulation`, … */
  readonly source: string;
}

/** What a decider says: a fact without its place in the log. */
export interface Happening<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** A union of happenings from a map of event names to their data. */
export type HappeningsOf<Events> = {
  [Type in keyof Events & string]: Happening<Type, Events[Type]>;
}[keyof Events & string];

/** What a fold sees of a recorded event: the fact, its id and the command that caused it. */
export type Told<Event extends Happening> = Event & {
  readonly id: Uuid;
  readonly commandId: Uuid;
};

/** An event as it stands in the log. */
export interface Recorded<Event extends Happening = Happening> {
  readonly id: Uuid;
  readonly stream: string;
  /** Place in its stream, from 0. */
  readonly revision: number;
  readonly type: Event['type'];
  readonly version: number;
  readonly data: Event['data'];
  readonly meta: Meta;
  /** The store's own token: comparable, opaque, never in a report. */
  readonly position: bigint;
}

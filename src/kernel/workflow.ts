import type { CalendarDate } from './calendar-date.ts';
import type { Role, Uuid } from './message.ts';

/** Whom something is asked of: one person, or whoever has a role, of a landschap or anywhere. */
export interface AskedOf {
  readonly role: Role;
  /** A member of staff, or the student. */
  readonly person?: Uuid;
  readonly landschap?: string;
}

/**
 * Something that must happen and has not. A rule says anew from what is known which terms are open; what was
 * asked for and is open no more has happened, or is moot.
 */
export interface Term {
  /** Names it within its workflow and key, for ever: the same step is the same term. */
  readonly step: string;
  /** The day on which it begins to be asked; may lie ahead. */
  readonly asksOn: CalendarDate;
  /** The last day on which it is in time. */
  readonly due: CalendarDate;
  readonly of: AskedOf;
  /** School days from the due date to the first rung, and from each rung to the next. */
  readonly climbs: number;
  /** Who is asked after that, in order. */
  readonly ladder: readonly AskedOf[];
  /** The events from which it follows. */
  readonly causes: readonly Uuid[];
  /** The command that ends it, as the path names it: `plan-scoutgesprek`. */
  readonly does: string;
  /** Its clock is paused: it stays asked and does not climb, until the rule says anew when it is due. */
  readonly standsStill?: boolean;
}

/** A rule that everybody can read has come true. */
export interface Finding {
  /** Names it within its workflow and key: it is found once. */
  readonly step: string;
  readonly rule: string;
  readonly ruleVersion: number;
  readonly events: readonly Uuid[];
}

/** All that a rule asks and finds, by what is known now. */
export interface Reaction {
  readonly terms: readonly Term[];
  readonly findings: readonly Finding[];
  /** The day on which it must look again although nothing happens: a rule about what does not happen. */
  readonly looksAgainOn?: CalendarDate;
}

/**
 * A process manager: hears what happens to one subject and says what is to be done about it. Pure; its memory is
 * a stream of its own, `workflow-<name>-<key>`, where what it asked is kept with the version by which it began.
 */
export interface Workflow<Known, Type extends string = string> {
  /** The name of its file: a sentence. */
  readonly name: string;
  /** Which subject's streams it hears; the key is that subject's id. */
  readonly about: 'trajectory' | 'sabCase';
  /** After these events it looks again. */
  readonly hears: readonly Type[];
  /** Each version that ever ran, the last one for whatever begins now. An old one is kept as long as it runs. */
  readonly versions: Readonly<Record<number, (known: Known) => Reaction>>;
}

export const latestVersion = ({ versions }: Pick<Workflow<never>, 'versions'>): number =>
  Math.max(...Object.keys(versions).map(Number));

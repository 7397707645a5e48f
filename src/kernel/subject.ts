import type { CalendarDate } from './calendar-date.ts';
import type { Decision } from './decider.ts';
import type { Actor, Happening, Told } from './message.ts';
import type { EventDefinitions } from './schema.ts';

/** A state that is folded from a stream. `evolve` never changes the state it is given. */
export interface Foldable<State, Event extends Happening> {
  readonly initial: State;
  readonly evolve: (now: State, event: Told<Event>) => State;
}

/** Everything the engine must know of a stream to read it: the fold and the shapes of its events. */
export interface Readable<State, Event extends Happening> extends Foldable<State, Event> {
  readonly events: EventDefinitions;
}

/** Reads and folds another stream; an unknown stream gives the initial state. */
export type Fold = <State, Event extends Happening>(
  readable: Readable<State, Event>,
  stream: string,
) => Promise<State>;

/** Every refusal has a code, and the code a status and a sentence; the rest says about what. */
export interface Refused {
  readonly code: string;
}

/** What is handed to the gathering of facts: who asks, which day it is at school, how to read elsewhere. */
export interface Asking {
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly fold: Fold;
}

/** One kind of stream that decides: its name, its fold, its rules and who may ask. */
export interface Subject<
  Id,
  Command extends { readonly type: string },
  Event extends Happening,
  State,
  Facts,
  Refusal extends Refused,
> extends Readable<State, Event> {
  readonly name: string;
  readonly stream: (id: Id) => string;
  /** Folds from other streams what this command needs; never a read model. */
  readonly gather: (command: Command, now: State, id: Id, asking: Asking) => Promise<Facts>;
  readonly mayAsk: (actor: Actor, command: Command, now: State, facts: Facts) => Refusal | undefined;
  readonly decide: (command: Command, now: State, facts: Facts) => Decision<Event, Refusal>;
}

/** What a decision comes to: facts that are now true (none: it was so already), or a reason to say no. */
export type Decision<Event, Refusal> =
  | { readonly accepted: true; readonly events: readonly Event[] }
  | { readonly accepted: false; readonly refusal: Refusal };

export const accept = <Event>(...events: Event[]): Decision<Event, never> => ({
  accepted: true,
  events,
});

/** It is so already: the same thing asked again adds no second fact. */
export const nothing: Decision<never, never> = { accepted: true, events: [] };

export const refuse = <Refusal>(refusal: Refusal): Decision<never, Refusal> => ({
  accepted: false,
  refusal,
});

type ByType<Union extends { readonly type: string }, Type extends Union['type']> = Extract<
  Union,
  { readonly type: Type }
>;

/** One entry per command; a command without an entry does not compile. */
export type Decisions<Command extends { readonly type: string }, State, Facts, Event, Refusal> = {
  readonly [Type in Command['type']]: (
    command: ByType<Command, Type>,
    now: State,
    facts: Facts,
  ) => Decision<Event, Refusal>;
};

export const decideBy =
  <Command extends { readonly type: string }, State, Facts, Event, Refusal>(
    decisions: Decisions<Command, State, Facts, Event, Refusal>,
  ) =>
  (command: Command, now: State, facts: Facts): Decision<Event, Refusal> => {
    const decide = decisions[command.type as Command['type']] as (
      command: Command,
      now: State,
      facts: Facts,
    ) => Decision<Event, Refusal>;
    return decide(command, now, facts);
  };

/** One entry per event; an event without an entry does not compile. */
export type Evolutions<Event extends { readonly type: string; readonly data: unknown }, State> = {
  readonly [Type in Event['type']]: (data: ByType<Event, Type>['data'], now: State) => State;
};

export const evolveBy =
  <Event extends { readonly type: string; readonly data: unknown }, State>(
    evolutions: Evolutions<Event, State>,
  ) =>
  (now: State, event: Event): State => {
    const evolve: (data: never, now: State) => State = evolutions[event.type as Event['type']];
    return evolve(event.data as never, now);
  };

import type { Decision } from '../../src/kernel/decider.ts';
import type { Happening, Uuid } from '../../src/kernel/message.ts';
import { wrongFields } from '../../src/kernel/schema.ts';
import type { Readable } from '../../src/kernel/subject.ts';

const anId = '00000000-0000-4000-8000-000000000000' as Uuid;

/** Given these events: the state that they come to. Each must have the shape in which it would be stored. */
export const given = <State, Event extends Happening>(
  readable: Readable<State, Event>,
  events: readonly Event[],
): State =>
  events.reduce((now, event) => {
    const definition = readable.events[event.type];
    const wrong = definition
      ? wrongFields(definition.fields, event.data, event.type)
      : `${event.type}: is not defined`;
    if (wrong !== undefined) throw new Error(wrong);
    return readable.evolve(now, { ...event, id: anId, commandId: anId });
  }, readable.initial);

/** What was recorded; a refusal where none was expected ends the test. */
export const events = <Event, Refusal>(decision: Decision<Event, Refusal>): readonly Event[] => {
  if (!decision.accepted) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
  return decision.events;
};

/** Why not; what was accepted where a refusal was expected ends the test. */
export const refusal = <Event, Refusal>(decision: Decision<Event, Refusal>): Refusal => {
  if (decision.accepted) throw new Error(`accepted: ${JSON.stringify(decision.events)}`);
  return decision.refusal;
};

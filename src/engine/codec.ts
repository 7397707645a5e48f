import type { Happening, Recorded, Told } from '../kernel/message.ts';
import { type EventDefinitions, wrongFields } from '../kernel/schema.ts';
import { UnreadableEvent, UnstorableEvent } from './faults.ts';

/** The version under which an event of a decider is stored; its data has been checked. */
export const storedVersion = (events: EventDefinitions, happening: Happening): number => {
  const definition = events[happening.type];
  if (!definition) throw new UnstorableEvent(`${happening.type} is not defined`);
  const wrong = wrongFields(definition.fields, happening.data, happening.type);
  if (wrong !== undefined) throw new UnstorableEvent(wrong);
  return definition.version;
};

/** What a fold is told of a stored event. An event from a later build is never guessed at. */
export const told = <Event extends Happening>(
  events: EventDefinitions,
  { id, type, version, data, meta, stream, revision }: Recorded,
): Told<Event> => {
  const definition = events[type];
  if (!definition || definition.version < version)
    throw new UnreadableEvent(
      `${stream}/${revision}: ${type} version ${version} is not known to this build; it was written by a later one`,
    );
  return { type, data, id, commandId: meta.commandId } as unknown as Told<Event>;
};

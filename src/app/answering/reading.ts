import type { StudentId } from '../../domain/student/ids.ts';
import { trajectoryEvents } from '../../domain/trajectory/events.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import type { Correction } from '../../domain/trajectory/state.ts';
import { problem } from '../../http/problem.ts';
import type { Actor, Recorded, Uuid } from '../../kernel/message.ts';
import type { EventDefinitions } from '../../kernel/schema.ts';
import { type Reading, readingFor } from './may-read.ts';
import type { ReadingRoom } from './reading-room.ts';
import { today } from './seen.ts';

/** How much somebody may read of a trajectory that is known here; otherwise the answer is no. */
export const readingOf = async (
  room: ReadingRoom,
  id: StudentId,
  actor: Actor,
): Promise<Exclude<Reading, 'nothing'>> => {
  const { reading, known } = await readingFor(room.engine, today(room), id, actor);
  // Whether another student is known here is no student's business.
  if (!known && (actor.role !== 'student' || actor.id === id)) throw problem('NotFound');
  if (reading === 'nothing') throw problem('NotYours');
  return reading;
};

/** What people wrote, by field. */
export type Said = Readonly<Record<string, string>>;

/** What people wrote in an event, by field. */
export const saidIn = ({ type, data }: Pick<Recorded, 'type' | 'data'>): Said | undefined => {
  const definition = (trajectoryEvents as EventDefinitions)[type];
  const said = Object.entries(data as Readonly<Record<string, unknown>>).filter(
    (entry): entry is [string, string] =>
      definition?.fields[entry[0]]?.classification === 'freeText' && typeof entry[1] === 'string',
  );
  return said.length > 0 ? Object.fromEntries(said) : undefined;
};

/** What people wrote in the events of these trajectories, as last corrected, by event. */
export const wordsOf = async (
  { store }: Pick<ReadingRoom, 'store'>,
  trajectories: readonly StudentId[],
): Promise<ReadonlyMap<Uuid, Said>> => {
  const words = new Map<Uuid, Said>();
  for (const trajectory of new Set(trajectories)) {
    const events = await store.readStream(trajectoryStream(trajectory));
    const corrections = new Map(
      events.flatMap(({ type, data }) =>
        type === 'Corrected'
          ? [[(data as Correction).event, (data as Correction).values ?? {}] as const]
          : [],
      ),
    );
    for (const { id, type, data } of events) {
      const said = saidIn({ type, data: { ...(data as object), ...corrections.get(id) } });
      if (said) words.set(id, said);
    }
  }
  return words;
};

import { instant } from '../../src/kernel/instant.ts';
import { uuid, type Uuid } from '../../src/kernel/message.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { View, ViewStore } from '../../src/ports/view-store.ts';

export const pupilId = (number: number): Uuid =>
  uuid(`a0000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

let numbered = 0;
/** One event to the stream of a key. */
export const happens = async (log: EventStore, key: Uuid, type = 'Happened'): Promise<Uuid> => {
  const stream = `pupil-${key}`;
  const before = await log.readStream(stream);
  numbered += 1;
  const event = pupilId(numbered);
  await log.append(stream, before.length === 0 ? 'none' : before.length - 1, [
    {
      id: event,
      type,
      version: 1,
      data: {},
      meta: {
        commandId: event,
        commandHash: '',
        actor: { id: 'school', role: 'system' },
        causationId: event,
        correlationId: event,
        recordedAt: instant('2025-09-01T08:00:00.000Z'),
        source: 'test',
      },
    },
  ]);
  return event;
};

const shape = { name: 'run-workflows', version: 1, tables: [] };
export const checkpointOf = (views: ViewStore): View => {
  const live = views.live(shape.name);
  if (live) return views.open(shape, live);
  const file = views.build(shape).finish({ at: undefined, before: undefined, parked: [], joins: [] });
  views.swap(file);
  return views.open(shape, file);
};

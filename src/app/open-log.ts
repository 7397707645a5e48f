import { existsSync } from 'node:fs';
import { type EventStoreDbOptions, openEventStoreDb } from '../adapters/eventstoredb/event-store.ts';
import { openSqliteEventStore } from '../adapters/sqlite/event-store.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { RawLog } from '../ports/raw-log.ts';
import type { LogPlace } from './log-place.ts';

export type Log = EventStore & Partial<RawLog>;

/** How long servers that are away are waited for (ms). */
export type Waiting = Pick<EventStoreDbOptions, 'deadline' | 'patience'>;

/** By whoever answers somebody: a service that is told to stop meanwhile is to have answered before it goes. */
export const answerWithin: Waiting = { deadline: 3_000, patience: 6_000 };
/** By whoever only follows: breaking off would only mean to begin again, later than the servers. */
export const asLongAsItTakes: Waiting = { deadline: 3_000, patience: Infinity };

/** The log for reading beside whoever writes, from any thread; a file must be there. */
export const openForReading = async (place: LogPlace, waiting?: Waiting): Promise<Log> =>
  place.kind === 'file'
    ? openSqliteEventStore({ file: place.file, readOnly: true })
    : openEventStoreDb({ connectionString: place.connectionString, ...waiting });

/** Whether there can be anything to read. */
export const isThere = (place: LogPlace): boolean => place.kind === 'servers' || existsSync(place.file);

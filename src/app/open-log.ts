import { existsSync } from 'node:fs';
import { openEventStoreDb } from '../adapters/eventstoredb/event-store.ts';
import { openSqliteEventStore } from '../adapters/sqlite/event-store.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { RawLog } from '../ports/raw-log.ts';
import type { LogPlace } from './log-place.ts';

export type Log = EventStore & Partial<RawLog>;

/** The log for reading beside whoever writes, from any thread; a file must be there. */
export const openForReading = async (place: LogPlace): Promise<Log> =>
  place.kind === 'file'
    ? openSqliteEventStore({ file: place.file, readOnly: true })
    : openEventStoreDb({ connectionString: place.connectionString });

/** Whether there can be anything to read. */
export const isThere = (place: LogPlace): boolean => place.kind === 'servers' || existsSync(place.file);

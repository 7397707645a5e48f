import type { Place } from '../app/log-place.ts';
import { isThere, type Log, openForReading } from '../app/open-log.ts';
import type { EventStore } from '../ports/event-store.ts';
import { BadUsage } from './usage.ts';

/** Where there is no log, none is made by asking. */
export const mustBeThere = ({ folder, log }: Place): void => {
  if (!isThere(log))
    throw new BadUsage(
      `There is no log in ${folder} yet. Set WISSEL_DATA to the folder of a store, or make one: npm start, wissel simulate or wissel import.`,
    );
};

/** Opens the log for reading, beside whoever writes to it. */
export const withLog = async <T>(
  { folder, log: place }: Place,
  work: (log: Log) => Promise<T>,
): Promise<T> => {
  mustBeThere({ folder, log: place });
  const log = await openForReading(place);
  try {
    return await work(log);
  } finally {
    await log.close();
  }
};

export type { EventStore, Log };

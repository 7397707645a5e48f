import { setImmediate as breath } from 'node:timers/promises';
import type { DeliveryData } from '../domain/delivery/events.ts';
import type { Standing } from '../imports/ro/import-ro.ts';
import type { EventStore } from '../ports/event-store.ts';

const page = 2_000;

/** Reads the log once for what an import must know of it; a service goes on answering between two pages. */
export const standingOf = async (log: Pick<EventStore, 'readAll'>): Promise<Standing> => {
  const brins = new Set<string>();
  let anyStudent = false;
  for (let at: bigint | undefined; ;) {
    const events = await log.readAll(at, page);
    at = events.at(-1)?.position;
    if (at === undefined) return { brins: [...brins], anyStudent };
    for (const { type, data } of events) {
      if (type === 'StudentRegistered') anyStudent = true;
      if (type === 'DeliveryRecorded') brins.add((data as DeliveryData['DeliveryRecorded']).brin);
    }
    await breath();
  }
};

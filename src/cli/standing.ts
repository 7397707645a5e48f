import { setImmediate as breath } from 'node:timers/promises';
import type { DeliveryData } from '../domain/delivery/events.ts';
import type { DeliveryId } from '../domain/delivery/ids.ts';
import type { StudentId } from '../domain/student/ids.ts';
import type { Standing } from '../imports/ro/import-ro.ts';
import type { ListKnown } from '../imports/vsv/import-vsv.ts';
import type { EventStore } from '../ports/event-store.ts';

const page = 2_000;

interface ListGrowing extends ListKnown {
  readonly trajectories: StudentId[];
}

/** Reads the log once for what an import must know of it; a service goes on answering between two pages. */
export const standingOf = async (
  log: Pick<EventStore, 'readAll'>,
): Promise<Standing & { readonly lists: readonly ListKnown[] }> => {
  const brins = new Set<string>();
  const lists = new Map<string, ListGrowing>();
  let anyStudent = false;
  for (let at: bigint | undefined; ;) {
    const events = await log.readAll(at, page);
    at = events.at(-1)?.position;
    if (at === undefined) return { brins: [...brins], anyStudent, lists: [...lists.values()] };
    for (const { stream, type, data } of events) {
      if (type === 'StudentRegistered') anyStudent = true;
      if (type === 'DeliveryRecorded') brins.add((data as DeliveryData['DeliveryRecorded']).brin);
      if (type === 'VsvListRecorded')
        lists.set(stream, {
          ...(data as DeliveryData['VsvListRecorded']),
          delivery: stream.slice('delivery-'.length) as DeliveryId,
          trajectories: [],
        });
      if (type === 'VsvListNamed')
        for (const { trajectory } of (data as DeliveryData['VsvListNamed']).named)
          if (trajectory !== undefined) lists.get(stream)?.trajectories.push(trajectory);
    }
    await breath();
  }
};

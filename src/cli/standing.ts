import { setImmediate as breath } from 'node:timers/promises';
import type { DeliveryData } from '../domain/delivery/events.ts';
import type { DeliveryId } from '../domain/delivery/ids.ts';
import type { StudentId } from '../domain/student/ids.ts';
import type { Standing } from '../imports/ro/import-ro.ts';
import type { ListKnown, LogKnown } from '../imports/vsv/import-vsv.ts';
import type { EventStore } from '../ports/event-store.ts';
import { type RawEvent, type RawLog, rawEventsOf } from '../ports/raw-log.ts';

const betweenBreaths = 2_000;

interface ListGrowing extends ListKnown {
  readonly trajectories: StudentId[];
}

/**
 * Reads the log once for what an import must know of it; a service goes on answering in between. Of the few events that
 * say it the text is taken apart, of the others not.
 */
export const standingOf = async (
  log: EventStore & Partial<RawLog>,
): Promise<Standing & Required<LogKnown>> => {
  const brins = new Set<string>();
  const lists = new Map<string, ListGrowing>();
  const merged = new Set<StudentId>();
  let anyStudent = false;
  const read = ({ stream, type, data }: RawEvent): void => {
    switch (type) {
      case 'StudentRegistered':
        anyStudent = true;
        return;
      case 'TrajectoryMerged':
        merged.add(stream.slice('trajectory-'.length) as StudentId);
        return;
      case 'DeliveryRecorded':
        brins.add((JSON.parse(data) as DeliveryData['DeliveryRecorded']).brin);
        return;
      case 'VsvListRecorded':
        lists.set(stream, {
          ...(JSON.parse(data) as DeliveryData['VsvListRecorded']),
          delivery: stream.slice('delivery-'.length) as DeliveryId,
          trajectories: [],
        });
        return;
      case 'VsvListNamed':
        for (const { trajectory } of (JSON.parse(data) as DeliveryData['VsvListNamed']).named)
          if (trajectory !== undefined) lists.get(stream)?.trajectories.push(trajectory);
    }
  };
  let since = 0;
  for await (const events of rawEventsOf(log))
    for (const event of events) {
      read(event);
      since += 1;
      if (since % betweenBreaths === 0) await breath();
    }
  return { brins: [...brins], anyStudent, lists: [...lists.values()], merged };
};

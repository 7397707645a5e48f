import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { DeliveryData, Listed } from '../../../src/domain/delivery/events.ts';
import type { DeliveryId } from '../../../src/domain/delivery/ids.ts';

/** A list of DUO about early leavers, with who is on it as far as is known. */
export type VsvList = DeliveryData['VsvListRecorded'] & {
  readonly id: DeliveryId;
  readonly ordinal: number;
  readonly day: CalendarDate;
  readonly named: readonly Listed[];
};

/** Whoever was not known here at first, and is named again with a trajectory, is one person. */
export const whoIsListed = (named: readonly Listed[]): readonly Listed[] => {
  const found = new Set(
    named.flatMap(({ trajectory, person }) =>
      trajectory !== undefined && person !== undefined ? person : [],
    ),
  );
  return named.filter(
    ({ trajectory, person }) => trajectory !== undefined || person === undefined || !found.has(person),
  );
};

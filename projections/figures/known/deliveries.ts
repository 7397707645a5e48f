import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { DeliveryId } from '../../../src/domain/delivery/ids.ts';

export interface Delivery {
  readonly id: DeliveryId;
  readonly brin: string;
  /** First and last day of its period. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly madeOn: CalendarDate;
  readonly ordinal: number;
  readonly day: CalendarDate;
}

/** The deliveries that are known, the one made last last (made on the same day: the one recorded last). */
export interface Deliveries {
  readonly all: readonly Delivery[];
  /** Place in the order of making; undefined when it is not known. */
  readonly rank: (id: DeliveryId) => number | undefined;
  /** The last one made on or after a day that has it in its period. */
  readonly covering: (day: CalendarDate) => Delivery | undefined;
  /** The last one made before a day. */
  readonly lastBefore: (day: CalendarDate) => Delivery | undefined;
}

export const deliveriesOf = (known: readonly Delivery[]): Deliveries => {
  const all = known.toSorted((one, other) =>
    one.madeOn === other.madeOn ? one.ordinal - other.ordinal : one.madeOn < other.madeOn ? -1 : 1,
  );
  const ranks = new Map(all.map(({ id }, rank) => [id, rank]));
  const onceADay = (find: (day: CalendarDate) => Delivery | undefined) => {
    const found = new Map<CalendarDate, Delivery | undefined>();
    return (day: CalendarDate): Delivery | undefined => {
      if (!found.has(day)) found.set(day, find(day));
      return found.get(day);
    };
  };
  return {
    all,
    rank: (id) => ranks.get(id),
    covering: onceADay((day) =>
      all.findLast(({ madeOn, from, to }) => madeOn >= day && from <= day && day <= to),
    ),
    lastBefore: onceADay((day) => all.findLast(({ madeOn }) => madeOn < day)),
  };
};

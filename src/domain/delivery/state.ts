import { evolveBy } from '../../kernel/decider.ts';
import type { Readable } from '../../kernel/subject.ts';
import { type DeliveryData, type DeliveryEvent, deliveryEvents } from './events.ts';

export interface Delivery {
  readonly recorded?: DeliveryData['DeliveryRecorded'];
  /** The pages of names recorded so far: a second run of the file adds whoever is in none of them. */
  readonly pages: ReadonlyMap<number, DeliveryData['DeliveryNamed']['trajectories']>;
  readonly list?: DeliveryData['VsvListRecorded'];
  /** The pages of a list, likewise. */
  readonly listed: ReadonlyMap<number, DeliveryData['VsvListNamed']['named']>;
}

export const deliveryReadable: Readable<Delivery, DeliveryEvent> = {
  initial: { pages: new Map(), listed: new Map() },
  evolve: evolveBy<DeliveryEvent, Delivery>({
    DeliveryRecorded: (recorded, now) => ({ ...now, recorded }),
    DeliveryNamed: ({ page, trajectories }, now) => ({
      ...now,
      pages: new Map(now.pages).set(page, trajectories),
    }),
    VsvListRecorded: (list, now) => ({ ...now, list }),
    VsvListNamed: ({ page, named }, now) => ({ ...now, listed: new Map(now.listed).set(page, named) }),
  }),
  events: deliveryEvents,
};

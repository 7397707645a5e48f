import { evolveBy } from '../../kernel/decider.ts';
import type { Readable } from '../../kernel/subject.ts';
import { type DeliveryData, type DeliveryEvent, deliveryEvents } from './events.ts';

export interface Delivery {
  readonly recorded?: DeliveryData['DeliveryRecorded'];
  /** The pages of names recorded so far: a second run of the file adds whoever is in none of them. */
  readonly pages: ReadonlyMap<number, DeliveryData['DeliveryNamed']['trajectories']>;
}

export const deliveryReadable: Readable<Delivery, DeliveryEvent> = {
  initial: { pages: new Map() },
  evolve: evolveBy<DeliveryEvent, Delivery>({
    DeliveryRecorded: (recorded, now) => ({ ...now, recorded }),
    DeliveryNamed: ({ page, trajectories }, now) => ({
      ...now,
      pages: new Map(now.pages).set(page, trajectories),
    }),
  }),
  events: deliveryEvents,
};

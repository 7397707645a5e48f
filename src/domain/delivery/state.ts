import { evolveBy } from '../../kernel/decider.ts';
import type { Readable } from '../../kernel/subject.ts';
import { type DeliveryData, type DeliveryEvent, deliveryEvents } from './events.ts';

export interface Delivery {
  readonly recorded?: DeliveryData['DeliveryRecorded'];
  /** The numbers of the pages of names recorded so far. */
  readonly pages: ReadonlySet<number>;
}

export const deliveryReadable: Readable<Delivery, DeliveryEvent> = {
  initial: { pages: new Set() },
  evolve: evolveBy<DeliveryEvent, Delivery>({
    DeliveryRecorded: (recorded, now) => ({ ...now, recorded }),
    DeliveryNamed: ({ page }, now) => ({ ...now, pages: new Set(now.pages).add(page) }),
  }),
  events: deliveryEvents,
};

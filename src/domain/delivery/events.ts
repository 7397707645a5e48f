import type { HappeningsOf } from '../../kernel/message.ts';
import {
  type DataByType,
  date,
  event,
  list,
  structural,
  text,
  uuidOf,
  wholeNumber,
} from '../../kernel/schema.ts';
import { brin } from '../institution/ids.ts';
import type { StudentId } from '../student/ids.ts';

/** Names on one page. */
export const mostNamed = 500;

export const deliveryEvents = {
  DeliveryRecorded: event({
    by: ['RecordDelivery'],
    says: 'A file of the register arrived.',
    fields: {
      brin: structural(brin),
      from: structural(date, 'first day of its period'),
      to: structural(date, 'last day of its period'),
      madeOn: structural(date, 'later means later made on'),
      kind: structural(text(20), 'RO'),
    },
  }),
  DeliveryNamed: event({
    by: ['NameInDelivery'],
    says: 'Who is named in it, also when nothing changed; in pages.',
    fields: {
      page: structural(wholeNumber(0, 1_000_000)),
      trajectories: structural(list(uuidOf<StudentId>(), mostNamed)),
    },
  }),
};

export type DeliveryData = DataByType<typeof deliveryEvents>;
export type DeliveryEvent = HappeningsOf<DeliveryData>;

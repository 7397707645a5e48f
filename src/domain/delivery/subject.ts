import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { accept, decideBy, nothing, refuse } from '../../kernel/decider.ts';
import type { Role } from '../../kernel/message.ts';
import type { Subject } from '../../kernel/subject.ts';
import type { DeliveryCommand } from './commands.ts';
import { type DeliveryEvent, mostNamed } from './events.ts';
import { type DeliveryId, deliveryStream } from './ids.ts';
import type { DeliveryRefusal } from './refusals.ts';
import { type Delivery, deliveryReadable } from './state.ts';

export interface DeliveryFacts {
  readonly today: CalendarDate;
}

const deliverers: readonly Role[] = ['importer', 'system'];

/** What a file of the register says of itself, and whom it names. */
export const deliverySubject: Subject<
  DeliveryId,
  DeliveryCommand,
  DeliveryEvent,
  Delivery,
  DeliveryFacts,
  DeliveryRefusal
> = {
  ...deliveryReadable,
  name: 'delivery',
  stream: deliveryStream,
  gather: async (_command, _now, _id, { today }) => ({ today }),
  mayAsk: ({ role }) => (deliverers.includes(role) ? undefined : { code: 'NotYours' }),
  decide: decideBy<DeliveryCommand, Delivery, DeliveryFacts, DeliveryEvent, DeliveryRefusal>({
    RecordDelivery: ({ brin, from, to, madeOn, kind }, { recorded }, { today }) => {
      if (to < from) return refuse({ code: 'InvalidPeriod', from, to });
      if (madeOn < from) return refuse({ code: 'MadeBeforeItsPeriod', from, madeOn });
      if (recorded) {
        const same =
          recorded.brin === brin &&
          recorded.from === from &&
          recorded.to === to &&
          recorded.madeOn === madeOn &&
          recorded.kind === kind;
        return same ? nothing : refuse({ code: 'AlreadyRecorded', as: recorded });
      }
      // A file from the future would speak before every file that really comes.
      if (madeOn > today) return refuse({ code: 'DateInFuture', on: madeOn, today });
      return accept({ type: 'DeliveryRecorded', data: { brin, from, to, madeOn, kind } });
    },

    NameInDelivery: ({ page, trajectories }, { recorded, pages }) => {
      if (!recorded) return refuse({ code: 'NotRecorded' });
      if (pages.has(page)) return nothing;
      if (trajectories.length > mostNamed) return refuse({ code: 'TooManyNamed', most: mostNamed });
      return accept({ type: 'DeliveryNamed', data: { page, trajectories } });
    },
  }),
};

import { type CalendarDate, dateOf } from '../../kernel/calendar-date.ts';
import { accept, decideBy, nothing, refuse } from '../../kernel/decider.ts';
import type { Role } from '../../kernel/message.ts';
import type { Subject } from '../../kernel/subject.ts';
import type { DeliveryCommand } from './commands.ts';
import { type DeliveryData, type DeliveryEvent, mostNamed } from './events.ts';
import { type DeliveryId, deliveryStream } from './ids.ts';
import type { DeliveryRefusal } from './refusals.ts';
import { type Delivery, deliveryReadable } from './state.ts';

export interface DeliveryFacts {
  readonly today: CalendarDate;
}

const deliverers: readonly Role[] = ['importer', 'system'];

type List = DeliveryData['VsvListRecorded'];
/** Which list it is; how many of its lines could be read may have changed with the reader. */
const sameList = (one: List, other: List): boolean =>
  one.brin === other.brin &&
  one.kind === other.kind &&
  one.countYear === other.countYear &&
  one.sequence === other.sequence;

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

    RecordVsvList: ({ type: _, ...list }, { list: known }, { today }) => {
      if (known) return sameList(known, list) ? nothing : refuse({ code: 'AlreadyListed', as: known });
      if (dateOf(list.countYear, 10, 1) > today)
        return refuse({ code: 'CountYearAhead', countYear: list.countYear, today });
      return accept({ type: 'VsvListRecorded', data: list });
    },

    NameInVsvList: ({ page, named }, { list, listed }) => {
      if (!list) return refuse({ code: 'NotRecorded' });
      if (listed.has(page)) return nothing;
      if (named.length > mostNamed) return refuse({ code: 'TooManyNamed', most: mostNamed });
      return accept({ type: 'VsvListNamed', data: { page, named } });
    },
  }),
};

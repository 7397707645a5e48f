import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import { type Fact, onOf } from '../known/facts.ts';

/** An event that something rests on, so that it can be read without looking it up. */
export interface EventNamed {
  readonly id: Uuid;
  readonly type: string;
  readonly ordinal: number;
  /** The day that it is about, where it is about one. */
  readonly on?: CalendarDate;
  readonly recordedOn: CalendarDate;
}

export const named = (fact: Fact): EventNamed => {
  const on = onOf(fact);
  return {
    id: fact.id,
    type: fact.type,
    ordinal: fact.ordinal,
    ...(on === undefined ? {} : { on }),
    recordedOn: fact.day,
  };
};

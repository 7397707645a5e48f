import type { Engine } from '../engine/execute.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Instant } from '../kernel/instant.ts';
import type { EventStore } from '../ports/event-store.ts';

/** What goes on in a school of itself, beside what people do: before the first command of a day, and after the last. */
export interface Beside {
  readonly before: (day: CalendarDate) => Promise<void>;
  readonly after: (day: CalendarDate) => Promise<void>;
}

/** Over the simulation's own store, engine and clock, which is turned and never back. */
export type BesideOf = (over: {
  readonly store: EventStore;
  readonly engine: Engine;
  readonly turnTo: (at: Instant) => void;
}) => Beside;

import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { amsterdamDate, type Instant, instant, startOfDay } from '../kernel/instant.ts';
import type { Recorded } from '../kernel/message.ts';
import type { Clock } from '../ports/clock.ts';

/** A clock that is turned by hand, and never back. */
export class VirtualClock implements Clock {
  #now: Instant;

  constructor(from: Instant) {
    this.#now = from;
  }

  now(): Instant {
    return this.#now;
  }

  turnTo(at: Instant): void {
    if (at > this.#now) this.#now = at;
  }
}

/** The events of a log by the day on which they were recorded, in order; the log is read in order of recording. */
export async function* byDay(
  events: AsyncIterable<Recorded>,
): AsyncGenerator<{ readonly day: CalendarDate; readonly events: readonly Recorded[] }> {
  let day: CalendarDate | undefined;
  let held: Recorded[] = [];
  for await (const event of events) {
    const on = amsterdamDate(event.meta.recordedAt);
    if (day !== undefined && on > day) {
      yield { day, events: held };
      held = [];
    }
    day = day === undefined || on > day ? on : day;
    held.push(event);
  }
  if (day !== undefined) yield { day, events: held };
}

/** The evening of a day: after all that was recorded on it. */
export const evening = (day: CalendarDate): Instant =>
  instant(new Date(Date.parse(startOfDay(addDays(day, 1))) - 1_000).toISOString());

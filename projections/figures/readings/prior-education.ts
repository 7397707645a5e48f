import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Fact } from '../known/facts.ts';
import type { History } from '../known/history.ts';

/** The last education before this school that is told of, up to a day. */
export const lastPriorOn = (
  history: History,
  day: CalendarDate,
): Fact<'PriorEducationRecorded'> | undefined =>
  history
    .of('PriorEducationRecorded')
    .filter(({ data }) => data.on <= day)
    .reduce<Fact<'PriorEducationRecorded'> | undefined>(
      (last, each) => (last === undefined || each.data.on >= last.data.on ? each : last),
      undefined,
    );

import type { CalendarDate } from '../../../kernel/calendar-date.ts';

/** What is asked, on which day it was (or will be) so. */
export interface Asked<Type extends string> {
  readonly type: Type;
  readonly on: CalendarDate;
}

import type { CalendarDate } from '../../kernel/calendar-date.ts';

/** Why a report is not sealed so. */
export type ReportRefusal =
  | { readonly code: 'NotYours' }
  | { readonly code: 'DateInFuture'; readonly on: CalendarDate; readonly today: CalendarDate }
  /** The same software sealed the same question at the same ordinal before, into other bytes. */
  | { readonly code: 'SealedOtherwise'; readonly bundle: string };

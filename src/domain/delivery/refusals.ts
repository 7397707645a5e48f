import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { DeliveryData } from './events.ts';

/** Why a delivery is not recorded so. */
export type DeliveryRefusal =
  | { readonly code: 'NotYours' }
  | { readonly code: 'InvalidPeriod'; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly code: 'MadeBeforeItsPeriod'; readonly from: CalendarDate; readonly madeOn: CalendarDate }
  | { readonly code: 'DateInFuture'; readonly on: CalendarDate; readonly today: CalendarDate }
  /** The same file was recorded before as something else. */
  | { readonly code: 'AlreadyRecorded'; readonly as: DeliveryData['DeliveryRecorded'] }
  | { readonly code: 'AlreadyListed'; readonly as: DeliveryData['VsvListRecorded'] }
  /** Nobody can count a school year that has not begun. */
  | { readonly code: 'CountYearAhead'; readonly countYear: number; readonly today: CalendarDate }
  | { readonly code: 'NotRecorded' }
  | { readonly code: 'TooManyNamed'; readonly most: number };

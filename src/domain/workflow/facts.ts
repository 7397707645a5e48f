import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Uuid } from '../../kernel/message.ts';
import type { Reaction } from '../../kernel/workflow.ts';
import type { SchoolCalendar } from '../institution/calendar.ts';
import type { Staff } from '../staff/state.ts';

/** What a workflow decides on beside its own memory. */
export interface WorkflowFacts {
  readonly today: CalendarDate;
  readonly calendar: SchoolCalendar;
  /** What its rule says now, by the version that it keeps to; of one that has not begun: by the latest. */
  readonly reaction: Reaction;
  readonly version: number;
  /** By the latest version, for whoever migrates. */
  readonly latest: { readonly version: number; readonly reaction: Reaction };
  /** Whoever is asked, named or asking. */
  readonly staff: ReadonlyMap<Uuid, Staff>;
}

import type { DependantsOf } from '../../domain/staff/subject.ts';
import type { LandschapCode } from '../../domain/institution/ids.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { WorkflowKey } from '../../domain/workflow/ids.ts';
import type { Actor, Uuid } from '../../kernel/message.ts';
import type { Writing } from '../wiring.ts';

/** Who receives applicants of a landschap: from a read model, for no stream knows it. */
export type ScoutFor = (
  landschap: LandschapCode,
  on: CalendarDate,
  asker: Actor,
) => Promise<StaffId | undefined>;

/** In whose streams tasks stand, in the order asked; undefined: there is no such task. */
export type WhereTasksStand = (tasks: readonly Uuid[]) => Promise<readonly (WorkflowKey | undefined)[]>;

/** All that the handlers of commands work with. */
export interface Office extends Pick<
  Writing,
  'store' | 'engine' | 'hashing' | 'clock' | 'random' | 'secrets'
> {
  readonly dependantsOf: DependantsOf;
  readonly scoutFor: ScoutFor;
  /** Whether a token would open a calendar. */
  readonly calendars: boolean;
  readonly whereTasksStand: WhereTasksStand;
}

export const OFFICE = Symbol('office');

import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { StaffId } from '../staff/ids.ts';
import type { Staff } from '../staff/state.ts';
import type { StudentId } from '../student/ids.ts';
import type { Trajectory } from '../trajectory/state.ts';
import type { CaseId } from './ids.ts';

/** What decisions about a case rest on beside the case itself. */
export interface SabCaseFacts {
  readonly today: CalendarDate;
  readonly case: CaseId;
  /** Whose case it is, or is to be; of a duplicate: who goes on. */
  readonly student: StudentId | undefined;
  /** Where the student stands; nothing happened: the initial state. */
  readonly trajectory: Trajectory;
  /** Whoever the command, the case or the asking names. */
  readonly staff: ReadonlyMap<StaffId, Staff>;
}

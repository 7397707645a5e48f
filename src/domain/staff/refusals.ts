import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Role } from '../../kernel/message.ts';
import type { StudentId } from '../student/ids.ts';
import type { StaffId } from './ids.ts';

/** A student who has nobody when this member of staff goes. */
export interface Dependant {
  readonly student: StudentId;
  readonly as: 'coach' | 'askedCoach' | 'scout' | 'adviser';
}

/** Why something about a member of staff is not recorded so. */
export type StaffRefusal =
  | { readonly code: 'NotYours' }
  | { readonly code: 'AlreadyRegistered' }
  | { readonly code: 'UnknownStaff'; readonly staff?: StaffId }
  | { readonly code: 'StaffHasLeft'; readonly on: CalendarDate; readonly staff?: StaffId }
  | { readonly code: 'NotAStaffRole'; readonly role: Role }
  | { readonly code: 'UnknownLandschap'; readonly landschap: string }
  | { readonly code: 'InvalidPeriod'; readonly from: CalendarDate; readonly until: CalendarDate }
  | { readonly code: 'OwnDeputy' }
  | { readonly code: 'DateInFuture'; readonly on: CalendarDate; readonly today: CalendarDate }
  | { readonly code: 'StillResponsible'; readonly dependants: readonly Dependant[] };

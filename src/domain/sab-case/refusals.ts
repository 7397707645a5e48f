import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Role } from '../../kernel/message.ts';
import type { StaffId } from '../staff/ids.ts';
import type { SabCaseCommand } from './commands.ts';
import type { Consulted, SabCaseEvent } from './events.ts';
import type { CaseId } from './ids.ts';
import type { CaseStage } from './state.ts';

/** What may have to come first: a fact of the case, or that the student is known at all. */
export type FactBefore = SabCaseEvent['type'] | 'TrajectoryOpened';

/** Every reason for a case to say no. */
export type SabCaseRefusal =
  | { readonly code: 'NotYours'; readonly command: SabCaseCommand['type']; readonly role: Role }
  | {
      readonly code: 'OutOfOrder';
      readonly why: 'missing' | 'before';
      readonly fact: FactBefore;
      readonly on?: CalendarDate;
    }
  | { readonly code: 'DateInFuture'; readonly on: CalendarDate; readonly today: CalendarDate }
  | { readonly code: 'NotPlaced' }
  | { readonly code: 'CaseIdInUse' }
  | { readonly code: 'CaseAlreadyOpen'; readonly case: CaseId }
  /** In a case that is not urgent the coach first talks about support himself. */
  | { readonly code: 'SupportConversationMissing' }
  | { readonly code: 'CaseNotOpen'; readonly stage: CaseStage }
  | { readonly code: 'ReferralNotAccepted' }
  | { readonly code: 'ReferralAlreadyAccepted'; readonly on: CalendarDate; readonly adviser: StaffId }
  | { readonly code: 'UnknownStaff'; readonly staff: StaffId }
  | { readonly code: 'StaffHasLeft'; readonly staff: StaffId; readonly on: CalendarDate }
  | { readonly code: 'LacksRole'; readonly staff: StaffId; readonly role: Role }
  | { readonly code: 'NoSteps' }
  | { readonly code: 'StepDueBeforePlan'; readonly by: CalendarDate; readonly on: CalendarDate }
  | { readonly code: 'StepPlanMissing' }
  | { readonly code: 'StepPlanAlreadyStarted'; readonly on: CalendarDate }
  | { readonly code: 'StepPlanNotStarted' }
  /** With whom the plan was not talked over yet, or who did not agree. */
  | { readonly code: 'ConsultationMissing'; readonly with: readonly Consulted[] }
  | { readonly code: 'ParentsNotConsulted' }
  | { readonly code: 'UnknownStep'; readonly step: number }
  | { readonly code: 'StepAlreadyDone'; readonly step: number; readonly on: CalendarDate }
  | { readonly code: 'ClockAlreadyPaused'; readonly on: CalendarDate }
  | { readonly code: 'ClockNotPaused' };

import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Role, Uuid } from '../../kernel/message.ts';
import type { WorkflowCommand } from './commands.ts';

/** Why a workflow, or a task of it, says no. */
export type WorkflowRefusal =
  | { readonly code: 'NotYours'; readonly command: WorkflowCommand['type']; readonly role: Role }
  /** Asked for no more: done, moot or withdrawn. */
  | { readonly code: 'TaskNotOpen'; readonly task: Uuid }
  | { readonly code: 'AlreadyClaimed'; readonly task: Uuid; readonly by: Uuid }
  | { readonly code: 'UnknownStaff'; readonly staff: Uuid }
  | { readonly code: 'LacksRole'; readonly staff: Uuid; readonly role: Role; readonly landschap?: string }
  /** A follow-up date is a day to come, and not long after the due date: putting off is not doing. */
  | {
      readonly code: 'InvalidFollowUp';
      readonly until: CalendarDate;
      readonly from: CalendarDate;
      readonly to: CalendarDate;
    };

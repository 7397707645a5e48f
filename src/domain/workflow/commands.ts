import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Uuid } from '../../kernel/message.ts';
import type { AskedOf } from '../../kernel/workflow.ts';

/** Something happened that the workflow hears. */
export interface Hear {
  readonly type: 'Hear';
  readonly cause: Uuid;
}
/** A timer of it is due. */
export interface Fire {
  readonly type: 'Fire';
  readonly step: string;
  readonly at: Instant;
}
/** Goes on by the latest version of its rule. */
export interface Migrate {
  readonly type: 'Migrate';
}
interface OfTask<Type extends string> {
  readonly type: Type;
  /** The id of the task: of the event by which it was asked. */
  readonly task: Uuid;
}
export type ClaimTask = OfTask<'ClaimTask'>;
export interface ReassignTask extends OfTask<'ReassignTask'> {
  readonly to: AskedOf;
}
export interface SnoozeTask extends OfTask<'SnoozeTask'> {
  readonly until: CalendarDate;
}
export interface WithdrawTask extends OfTask<'WithdrawTask'> {
  readonly why: string;
}

export type TaskCommand = ClaimTask | ReassignTask | SnoozeTask | WithdrawTask;
export type WorkflowCommand = Hear | Fire | Migrate | TaskCommand;

import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Actor, Uuid } from '../../kernel/message.ts';
import type { AskedOf } from '../../kernel/workflow.ts';
import type { LandschapCode } from '../institution/ids.ts';
import type { StaffId } from '../staff/ids.ts';
import { hasRole, isOrStandsIn, type Staff } from '../staff/state.ts';
import type { WorkflowCommand } from './commands.ts';
import type { WorkflowFacts } from './facts.ts';
import type { WorkflowRefusal } from './refusals.ts';
import { askedNow, openTask, type WorkflowState } from './state.ts';

/** Whether something that is asked so is asked of this one: himself, in his role, or for whom he stands in. */
export const isAskedOf = (
  { role, person, landschap }: AskedOf,
  actor: Actor,
  staff: ReadonlyMap<Uuid, Staff>,
  today: CalendarDate,
): boolean => {
  if (actor.role !== role) return false;
  if (person !== undefined) return isOrStandsIn(actor.id, person as StaffId, staff.get(person), [today]);
  const who = staff.get(actor.id as Uuid);
  return who !== undefined && hasRole(who, role, today, landschap as LandschapCode | undefined);
};

/** The system's own commands are the system's; a task is for whoever is asked, and for those to whom it climbs. */
export const mayAsk = (
  actor: Actor,
  command: WorkflowCommand,
  now: WorkflowState,
  { staff, today }: WorkflowFacts,
): WorkflowRefusal | undefined => {
  const notYours: WorkflowRefusal = { code: 'NotYours', command: command.type, role: actor.role };
  if (!('task' in command)) return actor.role === 'system' ? undefined : notYours;
  const found = openTask(now, command.task);
  // That it is not open any more is for the rules to say.
  if (!found) return undefined;
  const { task } = found;
  return [askedNow(task), task.of, ...task.ladder].some((of) => isAskedOf(of, actor, staff, today))
    ? undefined
    : notYours;
};

import type { SchoolCalendar } from '../domain/institution/calendar.ts';
import type { ConversationKind } from '../domain/trajectory/events.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Uuid } from '../kernel/message.ts';

/** What a simulated coach does about a task that asks him to talk. */
export interface Talk {
  readonly on: CalendarDate;
  readonly kind: ConversationKind;
}

const talksAskedBy: ReadonlyMap<string, ConversationKind> = new Map([
  ['a-signal-is-talked-over', 'support'],
  ['a-leermetergesprek-is-held-every-period', 'leermeter'],
]);

/** From 0 up to 1, by the id of the task: the same task has the same answer in every store. */
const lotOf = (task: Uuid): number => Number.parseInt(task.slice(0, 8), 16) / 2 ** 32;

/**
 * Most talk in time, some late, when it has climbed to a team leader, and a few never: a worklist has all three.
 * Undefined: this task asks no talk, or nobody takes it up.
 */
export const talkAbout = (
  { task, workflow, due }: { readonly task: Uuid; readonly workflow: string; readonly due: CalendarDate },
  calendar: SchoolCalendar,
): Talk | undefined => {
  const kind = talksAskedBy.get(workflow);
  const lot = lotOf(task);
  if (kind === undefined || lot >= 0.96) return undefined;
  const late = lot < 0.85 ? -Math.floor(lot * 5) : Math.ceil((lot - 0.85) * 100);
  return { on: calendar.addSchoolDays(due, late), kind };
};

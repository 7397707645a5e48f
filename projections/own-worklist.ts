import type { CalendarDate } from '../src/kernel/calendar-date.ts';
import type { ViewRows } from '../src/kernel/projection.ts';
import type { AskedOf } from '../src/kernel/workflow.ts';
import type { StaffId } from '../src/domain/staff/ids.ts';
import type { StaffOnDay } from './staff.ts';
import { type TaskShown, worklist, type WorklistOf } from './tasks.ts';

/** A task that lies with somebody. */
export interface OwnTask {
  readonly task: TaskShown;
  /** It was asked of somebody else, who did not do it in time. */
  readonly climbed: boolean;
}

/** A deputy has what is asked of the absent by name; what is asked of a role lies with whoever holds it himself. */
const worklistOf = (person: StaffId, persons: readonly StaffId[], { roles }: StaffOnDay): WorklistOf => ({
  persons,
  roles: persons.includes(person) ? (roles.get(person) ?? []) : [],
});

const isAsked = ({ persons, roles }: WorklistOf, asked: AskedOf): boolean =>
  asked.person !== undefined
    ? persons.includes(asked.person)
    : roles.some(
        ({ role, landschap }) =>
          role === asked.role &&
          (landschap === undefined || asked.landschap === undefined || landschap === asked.landschap),
      );

/**
 * The open tasks of somebody and of those for whom he works. What a colleague of the same role took on is the
 * colleague's, until it climbs.
 */
const tasksFor = (
  rows: ViewRows,
  person: StaffId,
  persons: readonly StaffId[],
  staff: StaffOnDay,
): readonly OwnTask[] => {
  const of = worklistOf(person, persons, staff);
  return worklist(rows, of).flatMap((task): OwnTask[] => {
    const asked = isAsked(of, task.reassignedTo ?? task.of);
    if (!asked) return [{ task, climbed: true }];
    const taken = task.claimedBy !== undefined && !of.persons.includes(task.claimedBy);
    if (!taken) return [{ task, climbed: false }];
    return task.escalations.some(({ to }) => isAsked(of, to)) ? [{ task, climbed: true }] : [];
  });
};

/** What somebody has to do on a day. Of who is absent it lies with whoever stands in. */
export const tasksToDo = (rows: ViewRows, person: StaffId, staff: StaffOnDay): readonly OwnTask[] =>
  tasksFor(rows, person, staff.worksFor.get(person) ?? [], staff);

/** What stands in somebody's calendar: what he has to do, and his own also while somebody stands in for him. */
export const tasksInCalendar = (rows: ViewRows, person: StaffId, staff: StaffOnDay): readonly OwnTask[] =>
  tasksFor(rows, person, [...new Set([person, ...(staff.worksFor.get(person) ?? [])])], staff);

/** How much somebody has to do on a day. Each task counts once, as what is most urgent of it. */
export interface Digest {
  readonly climbed: number;
  readonly late: number;
  readonly today: number;
  readonly waiting: number;
}

const partOf = ({ task: { due }, climbed }: OwnTask, on: CalendarDate): keyof Digest =>
  climbed ? 'climbed' : due < on ? 'late' : due === on ? 'today' : 'waiting';

/** Nothing, when there is nothing to do; what somebody put off comes back on its follow-up date. */
export const digestOf = (tasks: readonly OwnTask[], on: CalendarDate): Digest | undefined => {
  const counts = { climbed: 0, late: 0, today: 0, waiting: 0 };
  const toDo = tasks.filter(
    ({ task: { snoozedUntil }, climbed }) => climbed || snoozedUntil === undefined || snoozedUntil <= on,
  );
  for (const each of toDo) counts[partOf(each, on)] += 1;
  return toDo.length === 0 ? undefined : counts;
};

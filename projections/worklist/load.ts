import { type CalendarDate, earliest } from '../../src/kernel/calendar-date.ts';
import type { Role } from '../../src/kernel/message.ts';
import type { TaskShown } from '../tasks.ts';
import { isOverdue } from './list.ts';

/** How much is asked of a role, of a landschap or of the whole school. */
export interface Load {
  readonly role: Role;
  readonly landschap?: string;
  readonly open: number;
  readonly overdue: number;
  readonly escalated: number;
  /** The due date that is furthest back, or comes first. */
  readonly oldest: CalendarDate;
}

/** Handed to somebody, it stays with the landschap from which it came. */
const askedNow = ({ reassignedTo, of }: TaskShown) => ({ landschap: of.landschap, ...(reassignedTo ?? of) });

/** Each task counts once, with the role of which it is asked. */
export const loadOf = (tasks: readonly TaskShown[], today: CalendarDate): readonly Load[] =>
  [
    ...Map.groupBy(tasks, (task) => {
      const { role, landschap = '' } = askedNow(task);
      return `${role} ${landschap}`;
    }),
  ]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, [first, ...others]]): readonly Load[] => {
      if (!first) return [];
      const theirs = [first, ...others];
      const { role, landschap } = askedNow(first);
      return [
        {
          role,
          ...(landschap !== undefined && { landschap }),
          open: theirs.length,
          overdue: theirs.filter((task) => isOverdue(task, today)).length,
          escalated: theirs.filter(({ escalations }) => escalations.length > 0).length,
          oldest: earliest(first.due, ...others.map(({ due }) => due)),
        },
      ];
    });

import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../src/kernel/message.ts';
import type { AskedOf } from '../../src/kernel/workflow.ts';
import { type Page, type PageAsked, pageFrom } from '../pages.ts';
import { lyingWith, type TaskShown, type WorklistOf } from '../tasks.ts';

/** What a worklist is asked by; all of it together. */
export interface TasksAsked extends PageAsked {
  /** The trajectory or the case. */
  readonly about?: Uuid;
  readonly does?: string;
  readonly workflow?: string;
  readonly role?: string;
  readonly landschap?: string;
  readonly overdue?: boolean;
  readonly dueBy?: CalendarDate;
  readonly escalated?: boolean;
  readonly claimed?: 'mine' | 'none' | 'any';
  /** Absent: what is put off is not shown before its follow-up date. */
  readonly snoozed?: 'only' | 'any';
}

/** Where it is asked: handed to somebody, a task stays with the landschap from which it came. */
export const landschappenOf = (task: TaskShown): readonly (string | undefined)[] =>
  [task.of, ...lyingWith(task)].map(({ landschap }) => landschap);

const coversRole = ({ roles }: WorklistOf, asked: AskedOf): boolean =>
  roles.some(
    ({ role, landschap }) =>
      role === asked.role &&
      (landschap === undefined || asked.landschap === undefined || landschap === asked.landschap),
  );

/** As whom a task lies with somebody, the first way first: as asked, or as one to whom it climbed; undefined: not. */
export const liesAs = (of: WorklistOf, task: TaskShown): AskedOf | undefined =>
  lyingWith(task).find((asked) =>
    asked.person === undefined ? coversRole(of, asked) : of.persons.includes(asked.person),
  );

/** Whether it lies with him for no other reason than that it climbed. */
export const climbedTo = (of: WorklistOf, task: TaskShown): boolean => {
  const { escalations: _, ...asked } = task;
  return liesAs(of, { ...asked, escalations: [] }) === undefined;
};

/** Put off; what climbed all the same lies with somebody who put off nothing. */
const isPutOff = ({ snoozedUntil, escalations }: TaskShown, today: CalendarDate): boolean =>
  snoozedUntil !== undefined && snoozedUntil > today && escalations.length === 0;

/** Not while its clock is paused. */
export const isOverdue = ({ due, state, standsStill }: TaskShown, today: CalendarDate): boolean =>
  state === 'open' && due < today && standsStill === undefined;

const isAs = (asked: boolean | undefined, found: boolean): boolean => asked === undefined || asked === found;

const placeOf = ({ due, task }: TaskShown): string => `${due}_${task}`;
/** As a page says where the next one goes on. */
export const placeInList = /^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/;

/** The tasks that somebody asks for, those due first before the others. */
export const pageOf = (
  tasks: readonly TaskShown[],
  asked: TasksAsked,
  { by, today }: { readonly by: string; readonly today: CalendarDate },
): Page<TaskShown> => {
  const { about, does, workflow, role, landschap, dueBy, claimed = 'any', snoozed } = asked;
  const all = tasks.filter(
    (task) =>
      (about === undefined || task.key === about) &&
      (does === undefined || task.does === does) &&
      (workflow === undefined || task.workflow === workflow) &&
      (role === undefined || lyingWith(task).some((of) => of.role === role)) &&
      (landschap === undefined || landschappenOf(task).includes(landschap)) &&
      isAs(asked.overdue, isOverdue(task, today)) &&
      (dueBy === undefined || task.due <= dueBy) &&
      isAs(asked.escalated, task.escalations.length > 0) &&
      (claimed === 'any' || task.claimedBy === (claimed === 'mine' ? by : undefined)) &&
      (snoozed === 'any' || isPutOff(task, today) === (snoozed === 'only')),
  );
  return pageFrom(all, placeOf, asked);
};

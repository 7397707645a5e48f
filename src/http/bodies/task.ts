import { landschapCode } from '../../domain/institution/ids.ts';
import { workflowEvents } from '../../domain/workflow/events.ts';
import { choice, group, optional, structural, uuidOf } from '../../kernel/schema.ts';
import { type PersonRole, personRoles } from '../headers.ts';
import type { TaskBatchRequest, TaskRequest } from '../messages.ts';
import { eachNamedOnce } from './each-once.ts';
import { type BodyClass, bodyOf } from './given.ts';

/** A student is asked what was agreed with him, and who reads sealed evidence is asked nothing. */
const notAsked: readonly PersonRole[] = ['student', 'inspector'];
const to = structural(
  group('askedOf', {
    role: structural(choice(...personRoles.filter((role) => !notAsked.includes(role)))),
    person: optional(structural(uuidOf(), 'a member of staff with that role; absent: whoever has the role')),
    landschap: optional(structural(landschapCode, 'absent: anywhere')),
  }),
  'of whom it is asked from now on',
);
const { why } = workflowEvents.TaskWithdrawn.fields;
const { until } = workflowEvents.TaskSnoozed.fields;

/** What a person does with a task; the path names it. */
export const taskBodies: {
  readonly [Type in TaskRequest['type']]: BodyClass<Omit<Extract<TaskRequest, { type: Type }>, 'type'>>;
} = {
  ClaimTask: bodyOf('ClaimTask', {}),
  ReassignTask: bodyOf('ReassignTask', { to }),
  SnoozeTask: bodyOf('SnoozeTask', { until }),
  WithdrawTask: bodyOf('WithdrawTask', { why }),
};

const mostTasks = 200;
const tasks = structural(
  eachNamedOnce(uuidOf(), { most: mostTasks, named: 'task', one: 'a task that', nobody: 'none' }),
  `at most ${mostTasks} tasks, each once`,
);

/** The same for many tasks, which each decides for itself. */
export const taskBatchBodies: {
  readonly [Type in TaskBatchRequest['type']]: BodyClass<
    Omit<Extract<TaskBatchRequest, { type: Type }>, 'type'>
  >;
} = {
  WithdrawTasks: bodyOf('WithdrawTasks', { tasks, why }),
  ReassignTasks: bodyOf('ReassignTasks', { tasks, to }),
};

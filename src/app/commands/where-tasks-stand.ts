import { taskById } from '../../../projections/tasks.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { problem } from '../../http/problem.ts';
import type { ReadModels } from '../read-models.ts';
import type { WhereTasksStand } from './office.ts';

const longestWait = 3_000;

/** The address of a task and no more: a read model that has seen the log finds it, its stream decides. */
export const tasksFrom =
  (store: Pick<EventStore, 'head'>, views: ReadModels): WhereTasksStand =>
  async (tasks) => {
    const head = await store.head();
    const reached = head === undefined || (await views.waitFor(head, longestWait, 'tasks'));
    const found = reached
      ? views.read('tasks', (rows) => tasks.map((task) => taskById(rows, task)))
      : undefined;
    if (!found) throw problem('NotYetReadable', {}, { 'retry-after': '1' });
    return found.value.map((task) => task && { workflow: task.workflow, key: task.key });
  };

import { Inject, type Provider } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { casesOfStudent } from '../../../projections/sab-cases.ts';
import {
  openTasks,
  taskById,
  tasksAbout,
  type TaskShown,
  taskStates,
  worklist,
  type WorklistOf,
} from '../../../projections/tasks.ts';
import { climbedTo, liesAs, pageOf, type TasksAsked } from '../../../projections/worklist/list.ts';
import { loadOf } from '../../../projections/worklist/load.ts';
import { calendarOf } from '../../domain/institution/calendar.ts';
import { institutionStream } from '../../domain/institution/ids.ts';
import { institution } from '../../domain/institution/state.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import { workflowStream } from '../../domain/workflow/ids.ts';
import { problem } from '../../http/problem.ts';
import type { ViewAnswer } from '../../http/query-routes.ts';
import { TaskList, TaskLoad, TaskOf, TasksOfTrajectory } from '../../http/views/tasks.ts';
import type { Actor, Uuid } from '../../kernel/message.ts';
import type { ViewRows } from '../../kernel/projection.ts';
import { holdsRole } from '../sab/case-layers.ts';
import { caseOfTask, rowOf, taskLines } from '../worklist/task-row.ts';
import { kindOf, type Leading, leading, liesWith, staffOf, worklistOf } from '../worklist/whose.ts';
import { readingFor } from './may-read.ts';
import { type ReadingRoom, READING_ROOM } from './reading-room.ts';
import { headFor, seen, today } from './seen.ts';

type Viewing = TaskList['viewing'];

/** What a workflow asks comes a moment after what happened; longer than this nobody waits for it. */
const longestHearing = 1_500;

/** What the read model of tasks has, once the workflows have heard all that was in the log when it was asked. */
const seenTasks = async <T>(room: ReadingRoom, viewing: Viewing, work: (rows: ViewRows) => T) => {
  const head = await headFor(room, viewing);
  const heard = head === undefined || (await room.workflows.waitFor(head, longestHearing));
  const found = await seen(room, viewing, 'tasks', work);
  return { ...found, behind: found.behind || !heard };
};

const around = async (room: ReadingRoom) => {
  const { engine, reader } = room;
  const school = (await engine.fold(institution, institutionStream)).state;
  return { engine, reader, calendar: calendarOf(school), today: today(room) };
};
type Around = Awaited<ReturnType<typeof around>>;

const yesNo = (typed: string | undefined): boolean | undefined =>
  typed === undefined ? undefined : typed === 'true';

const stateIn = (typed: string | undefined) => taskStates.find((each) => each === typed);

@QueryHandler(TaskList)
class TaskListHandler implements IQueryHandler<TaskList> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ typed, viewing }: TaskList): Promise<ViewAnswer> {
    const { room } = this;
    const { actor } = viewing;
    const here = await around(room);
    const own = typed['of'] === undefined || typed['of'] === actor.id;
    const of = own ? await worklistOf(actor, here) : undefined;
    const leads = own ? undefined : await this.#leading(typed, actor, here);
    const state = stateIn(typed['state']) ?? 'open';
    const found = await seenTasks(room, viewing, (rows) =>
      of
        ? worklist(rows, of, state).filter((task) => liesWith(actor, of, task))
        : this.#led(rows, typed['of'] ?? 'led', state).filter((task) => leads?.task(task)),
    );
    const asked = Object.fromEntries(
      Object.entries({
        about: typed['about'],
        does: typed['does'],
        workflow: typed['workflow'],
        role: typed['role'],
        landschap: typed['landschap'],
        overdue: yesNo(typed['overdue']),
        dueBy: typed['due-by'],
        escalated: yesNo(typed['escalated']),
        claimed: typed['claimed'],
        snoozed: state === 'open' ? typed['snoozed'] : 'any',
        from: typed['from'],
        limit: Number(typed['limit'] ?? 100),
      }).filter(([, value]) => value !== undefined),
    ) as unknown as TasksAsked;
    const { size, lines, next } = pageOf(found.value, asked, { by: actor.id, today: here.today });
    return {
      json: {
        ordinal: found.ordinal,
        behind: found.behind,
        today: here.today,
        size,
        ...(next !== undefined && { next }),
        tasks: await Promise.all(lines.map((task) => this.#row(task, actor, of, here))),
      },
    };
  }

  /** In the own worklist a task is read in the role in which it is his, whichever of his roles he asks in. */
  async #row(task: TaskShown, actor: Actor, of: WorklistOf | undefined, here: Around) {
    const as = of && liesAs(of, task);
    const row = await rowOf(task, as ? { id: actor.id, role: as.role } : actor, here);
    return of && climbedTo(of, task) ? { ...row, climbed: true } : row;
  }

  async #leading(
    { of, landschap }: Readonly<Record<string, string | undefined>>,
    actor: Actor,
    here: Around,
  ): Promise<Leading> {
    const leads = await leading(actor, here);
    const may =
      leads &&
      (landschap === undefined || leads.landschap(landschap)) &&
      (of === undefined || of === 'led' || leads.person(await staffOf(here.engine, of)));
    if (!may) throw problem('NotYours');
    return leads;
  }

  #led(rows: ViewRows, of: string, state: (typeof taskStates)[number]): readonly TaskShown[] {
    if (of !== 'led') return worklist(rows, { persons: [of as Uuid], roles: [] }, state);
    return state === 'open' ? openTasks(rows) : [];
  }
}

@QueryHandler(TaskLoad)
class TaskLoadHandler implements IQueryHandler<TaskLoad> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ typed, viewing }: TaskLoad): Promise<ViewAnswer> {
    const { room } = this;
    const { actor } = viewing;
    const here = await around(room);
    if (!(await holdsRole(room.engine, actor, here.today))) throw problem('NotYours');
    const { role, landschap } = typed;
    // Counts are for those who watch over the whole school too; they name nobody.
    const wide = actor.role === 'quality' || actor.role === 'programmeManager';
    const leads = wide ? undefined : await leading(actor, here);
    if (!wide && !(leads && (landschap === undefined || leads.landschap(landschap))))
      throw problem('NotYours');
    const found = await seenTasks(room, viewing, openTasks);
    const counted = loadOf(
      found.value.filter((task) => wide || leads?.task(task) === true),
      here.today,
    );
    return {
      json: {
        ordinal: found.ordinal,
        behind: found.behind,
        today: here.today,
        load: counted.filter(
          (each) =>
            (role === undefined || each.role === role) &&
            (landschap === undefined || each.landschap === landschap),
        ),
      },
    };
  }
}

/** How much of a task somebody reads: with what people wrote, without it, or nothing. */
const readingOfTask = async (
  task: TaskShown,
  actor: Actor,
  here: Around,
): Promise<'words' | 'watches' | 'nothing'> => {
  const mine = liesWith(actor, await worklistOf(actor, here), task);
  // What lies with the student is his to see, and no reason that others wrote.
  if (actor.role === 'student') return mine ? 'watches' : 'nothing';
  const judged =
    kindOf(task.workflow) === 'trajectory'
      ? (await readingFor(here.engine, here.today, task.key as StudentId, actor)).reading
      : (await caseOfTask(task, actor, here))?.layer === 'secondLine'
        ? 'guides'
        : 'nothing';
  if (judged === 'guides') return 'words';
  if (judged === 'watches' || mine) return 'watches';
  return (await leading(actor, here))?.task(task) === true ? 'watches' : 'nothing';
};

@QueryHandler(TaskOf)
class TaskHandler implements IQueryHandler<TaskOf> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ id, viewing }: TaskOf): Promise<ViewAnswer> {
    const { room } = this;
    const found = await seenTasks(room, viewing, (rows) => taskById(rows, id));
    const task = found.value;
    if (!task) throw problem('UnknownTask');
    const here = await around(room);
    const reading = await readingOfTask(task, viewing.actor, here);
    if (reading === 'nothing') throw problem('NotYours');
    const events = await room.store.readStream(workflowStream(task));
    return {
      json: {
        ordinal: found.ordinal,
        behind: found.behind,
        today: here.today,
        ...(await rowOf(task, viewing.actor, here)),
        lines: taskLines(events, task, reading === 'words'),
      },
    };
  }
}

@QueryHandler(TasksOfTrajectory)
class TasksOfTrajectoryHandler implements IQueryHandler<TasksOfTrajectory> {
  constructor(@Inject(READING_ROOM) private readonly room: ReadingRoom) {}

  async execute({ id, typed, viewing }: TasksOfTrajectory): Promise<ViewAnswer> {
    const { room } = this;
    const { actor } = viewing;
    const here = await around(room);
    const { reading, known } = await readingFor(here.engine, here.today, id, actor);
    // Whether another student is known here is no student's business.
    if (!known && (actor.role !== 'student' || actor.id === id)) throw problem('NotFound');
    if (reading === 'nothing') throw problem('NotYours');
    const state = typed['state'] === 'any' ? undefined : (stateIn(typed['state']) ?? 'open');
    const cases = (await this.#readsCases(actor, here))
      ? (await seen(room, viewing, 'sab-cases', (rows) => casesOfStudent(rows, id))).value
      : [];
    const found = await seenTasks(room, viewing, (rows) =>
      [id, ...cases].flatMap((key) => tasksAbout(rows, key)),
    );
    const of = await worklistOf(actor, here);
    const tasks = found.value
      .filter((task) => state === undefined || task.state === state)
      .filter((task) => actor.role !== 'student' || liesWith(actor, of, task))
      .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
    return {
      json: {
        ordinal: found.ordinal,
        behind: found.behind,
        today: here.today,
        trajectory: id,
        tasks: await Promise.all(tasks.map((task) => rowOf(task, actor, here))),
      },
    };
  }

  /** The second line, by its own streams; and the student, of whom a plan may ask a step. */
  async #readsCases(actor: Actor, { engine, today: day }: Around): Promise<boolean> {
    if (actor.role === 'student') return true;
    return (
      (actor.role === 'adviser' || actor.role === 'sabCoordinator') && (await holdsRole(engine, actor, day))
    );
  }
}

export const taskViewHandlers: readonly Provider[] = [
  TaskListHandler,
  TaskLoadHandler,
  TaskHandler,
  TasksOfTrajectoryHandler,
];

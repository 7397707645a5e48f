import { Query } from '@nestjs/cqrs';
import { taskStates } from '../../../projections/tasks.ts';
import { placeInList } from '../../../projections/worklist/list.ts';
import { landschapCode } from '../../domain/institution/ids.ts';
import { type StudentId, studentId } from '../../domain/student/ids.ts';
import { roles, type Uuid } from '../../kernel/message.ts';
import { choice, date, optional, pattern, structural, text, uuidOf } from '../../kernel/schema.ts';
import { queryProblems } from '../answers.ts';
import { bodyOf } from '../bodies/given.ts';
import { sabCaseBodies } from '../bodies/sab-case.ts';
import { trajectoryBodies } from '../bodies/trajectory.ts';
import { kebab } from '../commands.ts';
import type { PersonRole } from '../headers.ts';
import type { ViewAnswer, ViewRoute } from '../query-routes.ts';
import {
  taskListSchema,
  taskLoadSchema,
  taskSchema,
  tasksOfTrajectorySchema,
} from '../view-schemas/tasks.ts';
import {
  after,
  AfterQuery,
  everybodyHere,
  id,
  pathIdOf,
  type Typed,
  type Viewing,
  viewing,
  withoutNotFound,
} from './asking.ts';

const commands = {
  trajectory: { path: 'trajectories', names: new Set(Object.keys(trajectoryBodies).map(kebab)) },
  sabCase: { path: 'sab-cases', names: new Set(Object.keys(sabCaseBodies).map(kebab)) },
};

/** Where what a task asks for can be done; undefined: by no command that comes in here. */
export const linkOf = (
  { kind, id }: { readonly kind: 'trajectory' | 'sabCase'; readonly id: Uuid },
  does: string,
): { readonly method: 'POST'; readonly path: string } | undefined => {
  const { path, names } = commands[kind];
  return names.has(does) ? { method: 'POST', path: `/api/${path}/${id}/${does}` } : undefined;
};

export class TaskList extends Query<ViewAnswer> {
  constructor(
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}
export class TaskOf extends Query<ViewAnswer> {
  constructor(
    readonly id: Uuid,
    readonly viewing: Viewing,
  ) {
    super();
  }
}
export class TaskLoad extends Query<ViewAnswer> {
  constructor(
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}
export class TasksOfTrajectory extends Query<ViewAnswer> {
  constructor(
    readonly id: StudentId,
    readonly typed: Typed,
    readonly viewing: Viewing,
  ) {
    super();
  }
}

const yesOrNo = optional(structural(choice('true', 'false')));
const role = optional(structural(choice(...roles), 'with whom it lies in this role'));
const landschap = optional(structural(landschapCode));
const ListQuery = bodyOf('TaskListQuery', {
  of: optional(
    structural(
      pattern('led, or the id of a member of staff', /^(led|[0-9a-f-]{36})$/, 'led'),
      'for those who lead: all that lies in what they lead, or with one of its staff; absent: the own worklist',
    ),
  ),
  state: optional(structural(choice(...taskStates), 'absent: open')),
  about: optional(structural(uuidOf(), 'a trajectory or a case')),
  does: optional(structural(text(80), 'the command that ends it')),
  workflow: optional(structural(text(200))),
  role,
  landschap,
  overdue: yesOrNo,
  'due-by': optional(structural(date, 'due on this day or before')),
  escalated: yesOrNo,
  claimed: optional(structural(choice('mine', 'none', 'any'), 'absent: any')),
  snoozed: optional(
    structural(
      choice('only', 'any'),
      'absent: what is put off comes back on its follow-up date, or when it climbs',
    ),
  ),
  from: optional(
    structural(
      pattern('place in the list', placeInList, '2026-09-01_0b0f4c3e-4a53-4d0c-9a43-6f1f3c0f9a11'),
      'only tasks after this place: `next` of the page before',
    ),
  ),
  limit: optional(structural(pattern('whole number 1-500', /^([1-9]|[1-9][0-9]|[1-4][0-9]{2}|500)$/, '100'))),
  after,
});
const LoadQuery = bodyOf('TaskLoadQuery', { role, landschap, after });
const OfTrajectoryQuery = bodyOf('TasksOfTrajectoryQuery', {
  state: optional(structural(choice(...taskStates, 'any'), 'absent: open')),
  after,
});

/** Whoever may be asked something. */
const asked: readonly PersonRole[] = ['student', ...everybodyHere];

/** What is open, and for whom: `docs/decisions/0017-a-workflow-says-what-is-open.md`. */
export const taskRoutes: readonly ViewRoute[] = [
  {
    name: 'Worklist',
    tag: 'Tasks',
    path: 'api/tasks',
    says: 'The worklist of who asks: what is asked of him, of whom he stands in for and of his roles, and what climbed to him; what is due first',
    policy: asked,
    params: {},
    query: ListQuery,
    answers: taskListSchema,
    problems: withoutNotFound,
    ask: (_params, query, actor) => new TaskList(query, viewing(query, actor)),
  },
  {
    name: 'TaskLoad',
    tag: 'Tasks',
    path: 'api/tasks/load',
    says: 'How much is asked of each role in each landschap, counted, for those who lead',
    policy: ['sabCoordinator', 'teamLeader', 'programmeManager', 'quality'],
    params: {},
    query: LoadQuery,
    answers: taskLoadSchema,
    problems: withoutNotFound,
    ask: (_params, query, actor) => new TaskLoad(query, viewing(query, actor)),
  },
  {
    name: 'Task',
    tag: 'Tasks',
    path: 'api/tasks/:id',
    says: 'A task and what became of it, also when it is over',
    policy: asked,
    params: id,
    query: AfterQuery,
    answers: taskSchema,
    problems: queryProblems,
    ask: (params, query, actor) => new TaskOf(pathIdOf(params), viewing(query, actor)),
  },
  {
    name: 'TasksOfTrajectory',
    tag: 'Tasks',
    path: 'api/trajectories/:id/tasks',
    says: 'What is to be done about a student, to those who may read the dossier; of a case of the second line to the second line',
    policy: 'judgedInside',
    params: id,
    query: OfTrajectoryQuery,
    answers: tasksOfTrajectorySchema,
    problems: queryProblems,
    ask: (params, query, actor) =>
      new TasksOfTrajectory(studentId(pathIdOf(params)), query, viewing(query, actor)),
  },
];

import type { CalendarDate } from '../src/kernel/calendar-date.ts';
import { amsterdamDate, type Instant } from '../src/kernel/instant.ts';
import type { Role, Uuid } from '../src/kernel/message.ts';
import type { Projection, Row, Rows, Story, StoryEvent, ViewRows } from '../src/kernel/projection.ts';
import type { AskedOf } from '../src/kernel/workflow.ts';
import type { WorkflowData } from '../src/domain/workflow/events.ts';
import { keyOfStory, workflowStories } from './workflow-story.ts';

export interface Escalation {
  readonly on: CalendarDate;
  readonly rung: number;
  readonly to: AskedOf;
  readonly shouldHaveActed: AskedOf;
  readonly deputy?: Uuid;
}

export const taskStates = ['open', 'ended', 'withdrawn'] as const;
export type TaskState = (typeof taskStates)[number];

/** Something that somebody is, or was, asked to do. */
export interface TaskShown {
  readonly task: Uuid;
  readonly workflow: string;
  /** The trajectory or the SAB case that it is about. */
  readonly key: Uuid;
  readonly step: string;
  readonly does: string;
  readonly of: AskedOf;
  /** Of whom a person asked it instead. */
  readonly reassignedTo?: AskedOf;
  readonly claimedBy?: Uuid;
  readonly askedOn: CalendarDate;
  readonly due: CalendarDate;
  /** Its clock is paused: it does not climb. */
  readonly standsStill?: true;
  /** The follow-up date. */
  readonly snoozedUntil?: CalendarDate;
  readonly causes: readonly Uuid[];
  readonly escalations: readonly Escalation[];
  /** When something last became of it. */
  readonly changedAt: Instant;
  readonly state: TaskState;
  readonly endedOn?: CalendarDate;
  /** The event after which it was done or moot. */
  readonly endedBy?: Uuid;
}

type Change = (task: TaskShown) => TaskShown;

const changeBy = ({ type, data, recordedAt }: StoryEvent): Change | undefined => {
  const on = amsterdamDate(recordedAt);
  switch (type as keyof WorkflowData) {
    case 'TaskMoved': {
      const { of, due, standsStill } = data as WorkflowData['TaskMoved'];
      return ({ claimedBy, standsStill: _, ...task }) => ({
        ...task,
        ...(task.of.person === of.person && claimedBy !== undefined && { claimedBy }),
        of,
        due,
        ...(standsStill && { standsStill }),
      });
    }
    case 'TaskEscalated': {
      const { step: _, ...escalated } = data as WorkflowData['TaskEscalated'];
      return (task) => ({ ...task, escalations: [...task.escalations, { on, ...escalated }] });
    }
    case 'TaskEnded': {
      const { cause } = data as WorkflowData['TaskEnded'];
      return (task) => ({
        ...task,
        state: 'ended',
        endedOn: on,
        ...(cause !== undefined && { endedBy: cause }),
      });
    }
    case 'TaskClaimed': {
      const { by } = data as WorkflowData['TaskClaimed'];
      return (task) => ({ ...task, claimedBy: by });
    }
    case 'TaskReassigned': {
      const { to } = data as WorkflowData['TaskReassigned'];
      return ({ claimedBy: _, ...task }) => ({ ...task, reassignedTo: to });
    }
    case 'TaskSnoozed': {
      const { until } = data as WorkflowData['TaskSnoozed'];
      return (task) => ({ ...task, snoozedUntil: until });
    }
    case 'TaskWithdrawn':
      return (task) => ({ ...task, state: 'withdrawn', endedOn: on });
    default:
      return undefined;
  }
};

/** Every task of a workflow's stream; a step that was asked anew has a task for each time. */
const tasksOf = (story: Story): readonly TaskShown[] => {
  const of = keyOfStory(story.key);
  if (!of) return [];
  const tasks = new Map<Uuid, TaskShown>();
  const current = new Map<string, Uuid>();
  for (const event of story.events) {
    if (event.type === 'TaskAsked') {
      const { step, climbs: _, ladder: __, ...asked } = event.data as WorkflowData['TaskAsked'];
      current.set(step, event.id);
      tasks.set(event.id, {
        task: event.id,
        ...of,
        step,
        ...asked,
        askedOn: amsterdamDate(event.recordedAt),
        escalations: [],
        changedAt: event.recordedAt,
        state: 'open',
      });
      continue;
    }
    const change = changeBy(event);
    const id = current.get((event.data as { readonly step?: string }).step ?? '');
    const task = id === undefined ? undefined : tasks.get(id);
    if (change && task) tasks.set(task.task, { ...change(task), changedAt: event.recordedAt });
  }
  return [...tasks.values()];
};

/** Whom it lies with now: who was asked, and everybody to whom it climbed. */
export const lyingWith = ({
  of,
  reassignedTo,
  escalations,
}: Pick<TaskShown, 'of' | 'reassignedTo' | 'escalations'>): readonly AskedOf[] => [
  reassignedTo ?? of,
  ...escalations.map(({ to }) => to),
];

const rowOf = (task: TaskShown): Row => ({
  task: task.task,
  about: task.key,
  state: task.state,
  due: task.due,
  shown: JSON.stringify(task),
});

/** A row for each task, and a row for each one with whom it lies, or lay when it ended. */
export const tasks: Projection = {
  name: 'tasks',
  version: 3,
  stories: workflowStories,
  tables: [
    {
      name: 'tasks',
      columns: ['task', 'about', 'state', 'due', 'shown'],
      indexes: [['task'], ['about'], ['state']],
    },
    {
      name: 'lying',
      columns: ['person', 'role', 'landschap', 'task', 'state'],
      indexes: [
        ['person', 'state'],
        ['role', 'landschap', 'state'],
      ],
    },
  ],
  rows: (story): Rows => {
    const all = tasksOf(story);
    return {
      tasks: all.map(rowOf),
      lying: all.flatMap((task) =>
        lyingWith(task).map(({ person, role, landschap }) => ({
          person: person ?? null,
          role,
          landschap: landschap ?? null,
          task: task.task,
          state: task.state,
        })),
      ),
    };
  },
};

const read = (row: Row): TaskShown => JSON.parse(String(row['shown'])) as TaskShown;

export const taskById = (rows: ViewRows, task: Uuid): TaskShown | undefined => {
  const [row] = rows.find('tasks', { where: { task } });
  return row && read(row);
};

export const tasksAbout = (rows: ViewRows, about: Uuid): readonly TaskShown[] =>
  rows.find('tasks', { where: { about } }).map(read);

/** Every task that is open, of whomever. */
export const openTasks = (rows: ViewRows): readonly TaskShown[] =>
  rows.find('tasks', { where: { state: 'open' } }).map(read);

/** Whose worklist: the persons whose tasks they are (oneself, and those for whom one stands in), and the roles held. */
export interface WorklistOf {
  readonly persons: readonly Uuid[];
  readonly roles: readonly { readonly role: Role; readonly landschap?: string }[];
}

/** The tasks that lie with somebody: those that are open, or of those that are over. Those due first before the others. */
export const worklist = (
  rows: ViewRows,
  { persons, roles }: WorklistOf,
  state: TaskState = 'open',
): readonly TaskShown[] => {
  const lying = [
    ...persons.flatMap((person) => rows.find('lying', { where: { person, state } })),
    ...roles.flatMap(({ role, landschap }) => {
      const ofRole = { role, person: null, state };
      // A role that is held everywhere is held in every landschap; a task for the whole school is for each of them.
      return landschap === undefined
        ? rows.find('lying', { where: ofRole })
        : [
            ...rows.find('lying', { where: { ...ofRole, landschap } }),
            ...rows.find('lying', { where: { ...ofRole, landschap: null } }),
          ];
    }),
  ];
  const ids = new Set(lying.map(({ task }) => String(task) as Uuid));
  return [...ids]
    .flatMap((id) => taskById(rows, id) ?? [])
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.task < b.task ? -1 : 1));
};

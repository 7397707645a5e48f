import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Told, Uuid } from '../../kernel/message.ts';
import type { Readable } from '../../kernel/subject.ts';
import type { AskedOf } from '../../kernel/workflow.ts';
import { type TimerKind, type WorkflowData, type WorkflowEvent, workflowEvents } from './events.ts';

export interface Task {
  /** The id of the event by which it was asked. */
  readonly id: Uuid;
  /** Of whom the rule asks it. */
  readonly of: AskedOf;
  readonly due: CalendarDate;
  readonly climbs: number;
  readonly ladder: readonly AskedOf[];
  /** Its clock is paused. */
  readonly standsStill: boolean;
  /** How often it climbed. */
  readonly rung: number;
  readonly claimedBy: Uuid | undefined;
  /** Of whom a person asked it instead. */
  readonly reassignedTo: AskedOf | undefined;
  readonly snoozedUntil: CalendarDate | undefined;
}

export interface SetTimer {
  /** The id of the event by which it was set: one that is set again, at the same moment too, is another. */
  readonly id: Uuid;
  readonly kind: TimerKind;
  readonly at: Instant;
}

/** What is known of one step: it waits to be asked, is asked, or is over. */
export interface StepState {
  readonly task: Task | undefined;
  readonly timer: SetTimer | undefined;
  readonly over: 'ended' | 'withdrawn' | undefined;
}

export interface WorkflowState {
  /** Undefined: it has not begun. */
  readonly version: number | undefined;
  readonly steps: ReadonlyMap<string, StepState>;
  readonly found: ReadonlySet<string>;
}

const initial: WorkflowState = { version: undefined, steps: new Map(), found: new Set() };

const unknown: StepState = { task: undefined, timer: undefined, over: undefined };

const inStep = (now: WorkflowState, step: string, change: Partial<StepState>): WorkflowState => ({
  ...now,
  steps: new Map(now.steps).set(step, { ...(now.steps.get(step) ?? unknown), ...change }),
});

const inTask = (now: WorkflowState, step: string, change: Partial<Task>): WorkflowState => {
  const task = now.steps.get(step)?.task;
  return task ? inStep(now, step, { task: { ...task, ...change } }) : now;
};

const asked = (id: Uuid, { of, due, climbs, ladder, standsStill }: WorkflowData['TaskAsked']): Task => ({
  id,
  of,
  due,
  climbs,
  ladder,
  standsStill: standsStill === true,
  rung: 0,
  claimedBy: undefined,
  reassignedTo: undefined,
  snoozedUntil: undefined,
});

const evolve = (now: WorkflowState, event: Told<WorkflowEvent>): WorkflowState => {
  switch (event.type) {
    case 'WorkflowBegun':
    case 'WorkflowMigrated':
      return { ...now, version: event.data.version };
    case 'TimerSet': {
      const { step, kind, at } = event.data;
      const timer = { id: event.id, kind, at };
      // What is to be asked anew on a later day is over no more.
      return inStep(now, step, kind === 'ask' ? { ...unknown, timer } : { timer });
    }
    case 'TimerIgnored': {
      const { timer } = now.steps.get(event.data.step) ?? unknown;
      return timer?.at === event.data.at ? inStep(now, event.data.step, { timer: undefined }) : now;
    }
    case 'TaskAsked':
      return inStep(now, event.data.step, {
        task: asked(event.id, event.data),
        timer: undefined,
        over: undefined,
      });
    case 'TaskMoved': {
      const { step, of, due, ladder, standsStill } = event.data;
      const was = now.steps.get(step)?.task;
      // Who takes over has not claimed it yet.
      const mine = was?.of.person === of.person ? {} : { claimedBy: undefined };
      return inTask(now, step, {
        of,
        due,
        standsStill: standsStill === true,
        ...(ladder && { ladder }),
        ...mine,
      });
    }
    case 'TaskEscalated':
      return inStep(inTask(now, event.data.step, { rung: event.data.rung }), event.data.step, {
        timer: undefined,
      });
    case 'TaskEnded':
      return inStep(now, event.data.step, { timer: undefined, over: 'ended' });
    case 'TaskClaimed':
      return inTask(now, event.data.step, { claimedBy: event.data.by });
    case 'TaskReassigned':
      return inTask(now, event.data.step, { reassignedTo: event.data.to, claimedBy: undefined });
    case 'TaskSnoozed':
      return inTask(now, event.data.step, { snoozedUntil: event.data.until });
    case 'TaskWithdrawn':
      return inStep(now, event.data.step, { timer: undefined, over: 'withdrawn' });
    case 'SignalFound':
      return { ...now, found: new Set(now.found).add(event.data.step) };
  }
};

export const workflowReadable: Readable<WorkflowState, WorkflowEvent> = {
  initial,
  evolve,
  events: workflowEvents,
};

/** Who is to do it now, as far as one is meant: whoever a person asked, or else the rule. */
export const askedNow = ({ reassignedTo, of }: Pick<Task, 'reassignedTo' | 'of'>): AskedOf =>
  reassignedTo ?? of;

/** The task of that id, as long as it is open. */
export const openTask = (
  { steps }: WorkflowState,
  id: Uuid,
): { readonly step: string; readonly task: Task } | undefined => {
  for (const [step, { task, over }] of steps)
    if (task?.id === id && over === undefined) return { step, task };
  return undefined;
};

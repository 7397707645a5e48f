import type { Instant } from '../src/kernel/instant.ts';
import type { Uuid } from '../src/kernel/message.ts';
import type { Projection, Row, Rows, Story, ViewRows } from '../src/kernel/projection.ts';
import { workflowReadable } from '../src/domain/workflow/state.ts';
import { keyOfStory, toldOf, workflowStories } from './workflow-story.ts';

/** A timer that is set and has not fired. */
export interface PendingTimer {
  readonly workflow: string;
  readonly key: Uuid;
  readonly step: string;
  /** The event by which it was set. */
  readonly set: Uuid;
  readonly at: Instant;
}

const rowsOf = (story: Story): readonly Row[] => {
  const { steps } = story.events.map(toldOf).reduce(workflowReadable.evolve, workflowReadable.initial);
  return [...steps].flatMap(([step, { timer, over }]) =>
    timer && over === undefined ? [{ at: timer.at, step, set: timer.id }] : [],
  );
};

/** What is due when: an index of the timers that workflows set, in order of time. */
export const timers: Projection = {
  name: 'timers',
  version: 2,
  stories: workflowStories,
  tables: [{ name: 'timers', columns: ['at', 'step', 'set'], indexes: [['at']] }],
  rows: (story): Rows => ({ timers: rowsOf(story) }),
};

/** Timers whose time has come, those due first before the others. */
export const dueTimers = (rows: ViewRows, now: Instant, limit: number): readonly PendingTimer[] =>
  rows.upTo('timers', 'at', now, limit).flatMap(({ key, at, step, set }) => {
    const of = keyOfStory(key);
    return of ? [{ ...of, step: String(step), set: String(set) as Uuid, at: String(at) as Instant }] : [];
  });

const endOfTime = '9999';

/** When the next timer is due, after so many of the first due; undefined: there are no more. */
export const nextDue = (rows: ViewRows, after = 0): Instant | undefined => {
  const next = rows.upTo('timers', 'at', endOfTime, after + 1)[after];
  return next && (String(next['at']) as Instant);
};

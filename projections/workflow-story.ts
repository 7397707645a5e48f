import type { StoryEvent, StorySource } from '../src/kernel/projection.ts';
import type { Told } from '../src/kernel/message.ts';
import { type WorkflowEvent, workflowEvents } from '../src/domain/workflow/events.ts';
import type { WorkflowKey } from '../src/domain/workflow/ids.ts';
import { workflowKeyOf } from '../src/domain/workflow/ids.ts';

/** Read models are told from the streams of workflows too; none of these becomes part of another. */
export const workflowStories: StorySource = {
  prefix: 'workflow-',
  events: workflowEvents,
  joining: new Set<string>(),
  joins: () => undefined,
};

/** Whose story it is. */
export const keyOfStory = (key: string): WorkflowKey | undefined =>
  workflowKeyOf(`${workflowStories.prefix}${key}`);

/** A recorded event as the fold of a workflow is told it. */
export const toldOf = ({ type, data, id, commandId }: StoryEvent): Told<WorkflowEvent> =>
  ({ type, data, id, commandId }) as Told<WorkflowEvent>;

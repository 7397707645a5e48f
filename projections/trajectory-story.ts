import type { Story, StoryEvent, StorySource } from '../src/kernel/projection.ts';
import type { StudentId } from '../src/domain/student/ids.ts';
import { type TrajectoryData, trajectoryEvents } from '../src/domain/trajectory/events.ts';
import { type ToldEvent, type Trajectory, trajectoryReadable } from '../src/domain/trajectory/state.ts';

/** Read models are told from trajectories; a merge makes the one part of the other. */
export const trajectoryStories: StorySource = {
  prefix: 'trajectory-',
  events: trajectoryEvents,
  joining: new Set<string>(['TrajectoryMerged']),
  joins: (event) =>
    event.type === 'TrajectoryMerged' ? (event.data as TrajectoryData['TrajectoryMerged']).into : undefined,
};

/** The fold that the decider rests on, of recorded events. */
export const trajectoryOf = (events: readonly StoryEvent[]): Trajectory =>
  events.reduce(
    (now, { type, data, id, commandId }) =>
      trajectoryReadable.evolve(now, { type, data, id, commandId } as unknown as ToldEvent),
    trajectoryReadable.initial,
  );

/** The trajectories that are merged into this one, as known now: a merge that never was is no merge. */
export const mergedInto = ({ key, joined }: Story): readonly StudentId[] => {
  if (joined.length === 0) return [];
  const into = new Map<string, string | undefined>();
  for (const [id, events] of Map.groupBy(joined, (event) => event.key))
    into.set(id, trajectoryOf(events).mergedInto);
  const goesOnHere = (id: string): boolean => {
    const passed = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !passed.has(at); at = into.get(at)) {
      if (at === key) return true;
      passed.add(at);
    }
    return false;
  };
  return [...into.keys()].filter(goesOnHere).sort() as StudentId[];
};

import type { Story, StoryEvent, StorySource } from '../src/kernel/projection.ts';
import type { StudentId } from '../src/domain/student/ids.ts';
import { type TrajectoryData, trajectoryEvents } from '../src/domain/trajectory/events.ts';
import {
  type Correction,
  type ToldEvent,
  type Trajectory,
  trajectoryTold,
} from '../src/domain/trajectory/state.ts';
import { oncePerStory } from './once-per-story.ts';

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
  trajectoryTold(events as readonly unknown[] as readonly ToldEvent[]);

/** The trajectories that are merged into this one, as known now: a merge that never was is no merge. */
export const mergedInto = oncePerStory(({ key, joined }): readonly StudentId[] => {
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
});

/** The last correction of each event, by its id: it alone counts, as it does for the decider. */
export const correctionsIn = (events: readonly StoryEvent[]): ReadonlyMap<string, Correction> =>
  new Map(
    events.flatMap(({ type, data }) =>
      type === 'Corrected' ? [[(data as Correction).event, data as Correction] as const] : [],
    ),
  );

/** The corrections of the trajectory’s own events. */
export const ownCorrections = oncePerStory(({ events }) => correctionsIn(events));

/** An event of a trajectory as it is known now: with the values of its last correction. */
export type KnownEvent<Type extends keyof TrajectoryData> = {
  [Each in Type]: StoryEvent & { readonly type: Each; readonly data: TrajectoryData[Each] };
}[Type];

const knownBy = <Type extends keyof TrajectoryData>(
  events: readonly StoryEvent[],
  types: ReadonlySet<Type>,
  correctionsOfThem: () => ReadonlyMap<string, Correction>,
): readonly KnownEvent<Type>[] => {
  const found = events.filter(({ type }) => (types as ReadonlySet<string>).has(type));
  if (found.length === 0) return [];
  const corrections = correctionsOfThem();
  const known =
    corrections.size === 0
      ? found
      : found.flatMap((event) => {
          const correction = corrections.get(event.id);
          if (correction?.never) return [];
          return correction?.values
            ? { ...event, data: { ...(event.data as object), ...correction.values } }
            : event;
        });
  return known as readonly StoryEvent[] as readonly KnownEvent<Type>[];
};

/** The trajectory’s own events of these types that are known now, in log order; one that never was is none. */
export const knownOf = <Type extends keyof TrajectoryData>(
  story: Story,
  types: ReadonlySet<Type>,
): readonly KnownEvent<Type>[] => knownBy(story.events, types, () => ownCorrections(story));

/**
 * What is known of somebody, with what was recorded under the duplicates that were merged into this trajectory;
 * nothing of a duplicate itself, whose path is told under the one that goes on.
 */
export const knownOfAll = <Type extends keyof TrajectoryData>(
  story: Story,
  types: ReadonlySet<Type>,
): readonly KnownEvent<Type>[] => {
  const own = knownOf(story, types);
  if (own.length === 0 && story.joined.length === 0) return own;
  if (isDuplicate(story)) return [];
  const merged = mergedInto(story);
  if (merged.length === 0) return own;
  const theirs = merged.flatMap((id) => {
    const events = story.joined.filter(({ key }) => key === id);
    return knownBy(events, types, () => correctionsIn(events));
  });
  return [...own, ...theirs].sort((one, other) => (one.position < other.position ? -1 : 1));
};

const merging = new Set(['TrajectoryMerged'] as const);

/** Whether the path goes on under another trajectory, as known now. */
export const isDuplicate = oncePerStory((story) => knownOf(story, merging).length > 0);

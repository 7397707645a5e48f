import { amsterdamDate } from '../src/kernel/instant.ts';
import type { Story, StoryEvent } from '../src/kernel/projection.ts';
import type { StudentId } from '../src/domain/student/ids.ts';
import type { DeliveryId } from '../src/domain/delivery/ids.ts';
import type { Fact } from './figures/known/facts.ts';
import { schoolAccountOf } from './figures/accounts/school-account.ts';
import { historyAsKnown, type Naming, type Track } from './figures/known/history.ts';
import type { Delivery } from './figures/index.ts';
import { oncePerStory } from './once-per-story.ts';

/** What any history is cut by, whatever else is looked for in it. */
const always = ['Corrected', 'TrajectoryMerged'];

const storyFactOf = ({ id, key, type, data, position, commandId, recordedAt }: StoryEvent): Fact =>
  ({
    type,
    id,
    commandId,
    ordinal: Number(position),
    day: amsterdamDate(recordedAt),
    trajectory: key,
    data,
  }) as unknown as Fact;

const trackOf = (id: string, facts: readonly Fact[]): Track => ({
  id: id as StudentId,
  facts,
  bands: [],
  namings: namingsIn(facts),
});

/** A fact of a register comes from a delivery, which therefore names the student. */
const namingsIn = (facts: readonly Fact[]): readonly Naming[] =>
  facts.flatMap(({ data, ordinal, day }) =>
    'delivery' in data && data.delivery.length === 64
      ? [{ delivery: data.delivery as DeliveryId, ordinal, day }]
      : [],
  );

export interface Tracks {
  readonly track: Track;
  readonly merged: readonly Track[];
}

/** A story as tracks that histories are cut from, with facts of these types alone: the rest would only be walked past. */
export const tracksOf = ({ key, events, joined }: Story, types: ReadonlySet<string>): Tracks => {
  const facts = (of: readonly StoryEvent[]): readonly Fact[] =>
    of.filter(({ type }) => types.has(type) || always.includes(type)).map(storyFactOf);
  return {
    track: trackOf(key, facts(events)),
    merged:
      joined.length === 0
        ? []
        : [...Map.groupBy(joined, (event) => event.key)].map(([id, theirs]) => trackOf(id, facts(theirs))),
  };
};

/** What the school’s own account of where somebody is placed is made of. */
const placing = new Set([
  'PlacedProvisionally',
  'EnrolledDefinitively',
  'ProgrammeSpecified',
  'PlacementCancelled',
  'Switched',
  'FollowOnStarted',
  'Left',
]);

export const placingTracks = oncePerStory((story) => tracksOf(story, placing));

/** The school’s own account, as known now. */
export const schoolAccount = oncePerStory((story) => {
  const { track, merged } = placingTracks(story);
  return schoolAccountOf(historyAsKnown(track, () => true, merged));
});

/**
 * The deliveries that changed something here, in the order in which they did. That is all that is needed of
 * them to know what they said last: what an older delivery says never overrides a newer one.
 */
export const deliveriesIn = ({ track, merged }: Tracks): readonly Delivery[] => {
  const found = new Map<DeliveryId, Delivery>();
  for (const { facts } of [track, ...merged])
    for (const { data, ordinal, day } of facts) {
      if (!('delivery' in data) || !('brin' in data) || found.has(data.delivery)) continue;
      const { delivery: id, brin } = data;
      found.set(id, { id, brin, from: day, to: day, madeOn: day, ordinal, day });
    }
  return [...found.values()];
};

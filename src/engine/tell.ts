import type { Projection, Rows, Story, StoryEvent, StorySource } from '../kernel/projection.ts';
import type { Parked } from '../ports/view-store.ts';

/** What a story comes to, as far as it can be told. */
export interface Told {
  readonly rows: Rows;
  readonly parked: Parked | undefined;
}

const before = (story: Story, position: bigint): Story => ({
  key: story.key,
  events: story.events.filter((event) => event.position < position),
  joined: story.joined.filter((event) => event.position < position),
});

const allOf = ({ events, joined }: Story): readonly StoryEvent[] =>
  joined.length === 0 ? events : [...events, ...joined].sort((a, b) => (a.position < b.position ? -1 : 1));

const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

const unreadable = (source: StorySource, { type, version }: StoryEvent): string | undefined => {
  const definition = source.events[type];
  if (!definition) return `${type} is not known to this build`;
  return definition.version < version
    ? `${type} version ${version} is not known to this build; it was written by a later one`
    : undefined;
};

const park = ({ stories }: Projection, story: Story, event: StoryEvent, error: string): Parked => ({
  key: story.key,
  event: event.id,
  stream: `${stories.prefix}${event.key}`,
  type: event.type,
  position: event.position,
  error,
  later: allOf(story).filter(({ position }) => position > event.position).length,
});

const rowsOf = (projection: Projection, story: Story): Rows =>
  story.events.length === 0 ? {} : projection.rows(story);

/** A story as far as this build can read it. */
export interface Readable {
  readonly story: Story;
  /** The same story when all of it can be read. */
  readonly readable: Story;
  readonly unknown: StoryEvent | undefined;
}

export const readableOf = (source: StorySource, story: Story): Readable => {
  const isUnknown = (event: StoryEvent): boolean => unreadable(source, event) !== undefined;
  const unknown = story.joined.length === 0 ? story.events.find(isUnknown) : allOf(story).find(isUnknown);
  return { story, readable: unknown ? before(story, unknown.position) : story, unknown };
};

/**
 * The rows of a story. An event that this build cannot read, or on which the projection throws, is parked with
 * all that comes after it in this story; the rows then are those of the story before it. What was parked stays
 * so until it is tried again.
 */
export const tell = (
  projection: Projection,
  { story, readable, unknown }: Readable,
  parkedBefore: Parked | undefined,
): Told => {
  if (parkedBefore) {
    const later = allOf(story).filter(({ position }) => position > parkedBefore.position).length;
    return {
      rows: rowsOf(projection, before(story, parkedBefore.position)),
      parked: { ...parkedBefore, later },
    };
  }
  try {
    return {
      rows: rowsOf(projection, readable),
      parked: unknown && park(projection, story, unknown, unreadable(projection.stories, unknown) ?? ''),
    };
  } catch (error) {
    return upToThePoison(projection, story, readable, error);
  }
};

const upToThePoison = (projection: Projection, story: Story, readable: Story, last: unknown): Told => {
  let rows: Rows = {};
  let previous: StoryEvent | undefined;
  for (const event of allOf(readable)) {
    if (previous) {
      try {
        rows = rowsOf(projection, before(readable, event.position));
      } catch (error) {
        return { rows, parked: park(projection, story, previous, reasonOf(error)) };
      }
    }
    previous = event;
  }
  if (!previous) throw last;
  return { rows, parked: park(projection, story, previous, reasonOf(last)) };
};

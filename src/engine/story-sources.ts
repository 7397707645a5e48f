import type { Projection, StorySource } from '../kernel/projection.ts';

/** One of something for each source that these projections are told from. */
export const bySource = <T>(
  projections: readonly Projection[],
  make: (source: StorySource) => T,
): ReadonlyMap<StorySource, T> => {
  const sources = new Set(projections.map(({ stories }) => stories));
  return new Map([...sources].map((source) => [source, make(source)]));
};

import type { Projection, StorySource } from '../kernel/projection.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Checkpoint, Parked, ViewFile, ViewStore, ViewUnderConstruction } from '../ports/view-store.ts';
import { Chain } from './chain.ts';
import { Stories } from './stories.ts';
import { tell } from './tell.ts';

export interface Building {
  readonly log: EventStore;
  readonly views: ViewStore;
  readonly source: StorySource;
  readonly projections: readonly Projection[];
  /** Events held in memory at once; beyond it the stories touched longest ago are written out. */
  readonly mostHeld?: number;
  readonly pageSize?: number;
  readonly signal?: AbortSignal;
  readonly onPage?: (ordinal: number) => void;
}

export const defaultMostHeld = 150_000;
const defaultPage = 1_000;

interface Site {
  readonly projection: Projection;
  readonly under: ViewUnderConstruction;
  readonly parked: Map<string, Parked>;
}

/**
 * Fills new versions from the first event on, over one read of the log. Stories are held to the end, or until
 * there are too many: then those touched longest ago are told and let go, and told again if they go on.
 */
export const buildViews = async ({
  log,
  views,
  source,
  projections,
  mostHeld = defaultMostHeld,
  pageSize = defaultPage,
  signal,
  onPage,
}: Building): Promise<readonly ViewFile[]> => {
  const stories = new Stories(log, source);
  const sites: Site[] = projections.map((projection) => ({
    projection,
    under: views.build(projection),
    parked: new Map(),
  }));
  const untold = new Set<string>();
  const chain = new Chain();
  let at: Checkpoint | undefined;
  let before: Checkpoint | undefined;

  const tellOf = async (key: string, upTo: bigint): Promise<void> => {
    untold.delete(key);
    const story = await stories.story(key, upTo);
    for (const { projection, under, parked } of sites) {
      const told = tell(projection, source, story, undefined);
      under.put(key, told.rows);
      if (told.parked) parked.set(key, told.parked);
      else parked.delete(key);
    }
  };

  const makeRoom = async (upTo: bigint): Promise<void> => {
    for (const key of stories.oldest()) {
      if (stories.size <= mostHeld) return;
      if (untold.has(key)) await tellOf(key, upTo);
      stories.letGo(key);
    }
  };

  try {
    for (;;) {
      signal?.throwIfAborted();
      const page = await log.readAll(at?.position, pageSize);
      const last = page.at(-1);
      if (!last) break;
      for (const event of page) chain.add(event);
      const { keys } = await stories.take(page);
      for (const key of keys) {
        untold.add(key);
        stories.touch(key);
      }
      before = at;
      at = chain.at(last.position);
      await makeRoom(last.position);
      onPage?.(at.ordinal);
    }
    for (const key of [...untold]) {
      signal?.throwIfAborted();
      await tellOf(key, at?.position ?? 0n);
      stories.letGo(key);
    }
    return sites.map(({ under, parked }) =>
      under.finish({ at, before, parked: [...parked.values()], joins: stories.joins() }),
    );
  } catch (error) {
    for (const { under } of sites) under.discard();
    throw error;
  }
};

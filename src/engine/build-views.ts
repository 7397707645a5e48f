import type { Projection } from '../kernel/projection.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Checkpoint, Parked, ViewFile, ViewStore, ViewUnderConstruction } from '../ports/view-store.ts';
import { type RawLog, rawEventsOf } from '../ports/raw-log.ts';
import { Chain } from './chain.ts';
import { StoryHeap } from './story-heap.ts';
import { StoryRoom } from './story-room.ts';
import { bySource } from './story-sources.ts';
import { type Readable, readableOf, tell } from './tell.ts';

export interface Building {
  readonly log: EventStore & Partial<RawLog>;
  readonly views: ViewStore;
  readonly projections: readonly Projection[];
  /**
   * Whether the chain is computed on the way. Beside a live version it need not be: the hash is a property of
   * the log, and the live one knows it at the position at which the two are swapped.
   */
  readonly chained: boolean;
  /** Bytes of stories, of all sources together, held in memory at once; beyond it they go to a scratch file. */
  readonly mostHeld?: number;
  readonly signal?: AbortSignal;
  readonly onPage?: (ordinal: number) => void;
}

const defaultMostHeld = 48_000_000;
/** How often it breathes, and can be stopped. */
const page = 1_000;
/** The hash of a checkpoint whose chain was not computed. */
export const unknownHash = '';

interface Site {
  readonly projection: Projection;
  readonly under: ViewUnderConstruction;
  readonly parked: Parked[];
}

const tellTo = (sites: readonly Site[], readable: Readable): void => {
  for (const { projection, under, parked } of sites) {
    const told = tell(projection, readable, undefined);
    under.put(readable.story.key, told.rows);
    if (told.parked) parked.push(told.parked);
  }
};

/**
 * Fills new versions from the first event on, over one read of the log. Stories are held to the end and then
 * told once each.
 */
export const buildViews = async ({
  log,
  views,
  projections,
  chained,
  mostHeld = defaultMostHeld,
  signal,
  onPage,
}: Building): Promise<readonly ViewFile[]> => {
  const scratch = views.scratch();
  const sites: Site[] = [];
  try {
    for (const projection of projections)
      sites.push({ projection, under: views.build(projection), parked: [] });
    const room = new StoryRoom(scratch, mostHeld);
    const heaps = bySource(projections, (source) => new StoryHeap(source, room));
    const chain = new Chain();
    const reached = (position: bigint): Checkpoint => ({
      ...chain.at(position),
      ...(!chained && { hash: unknownHash }),
    });
    let at: Checkpoint | undefined;
    let before: Checkpoint | undefined;
    let read = 0;
    let last: bigint | undefined;
    for await (const events of rawEventsOf(log))
      for (const event of events) {
        if (read++ % page === 0 && last !== undefined) {
          signal?.throwIfAborted();
          before = reached(last);
          onPage?.(before.ordinal);
        }
        if (chained) chain.addRaw(event);
        else chain.count(event);
        for (const heap of heaps.values()) heap.add(event);
        last = event.position;
      }
    if (last !== undefined) at = reached(last);
    for (const [source, heap] of heaps) {
      const told = sites.filter(({ projection }) => projection.stories === source);
      for (const story of heap.stories()) {
        signal?.throwIfAborted();
        tellTo(told, readableOf(source, story));
      }
    }
    return sites.map(({ projection, under, parked }) => {
      const joins = heaps.get(projection.stories)?.joins.all() ?? [];
      return under.finish({ at, before, parked, joins });
    });
  } catch (error) {
    for (const { under } of sites) under.discard();
    throw error;
  } finally {
    scratch.close();
  }
};

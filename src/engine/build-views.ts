import type { Projection, Story, StoryEvent, StorySource } from '../kernel/projection.ts';
import type { EventStore } from '../ports/event-store.ts';
import type {
  Checkpoint,
  Parked,
  Scratch,
  ScratchPiece,
  ViewFile,
  ViewStore,
  ViewUnderConstruction,
} from '../ports/view-store.ts';
import { Chain } from './chain.ts';
import { Joins } from './joins.ts';
import { inLogOrder } from './stories.ts';
import { packed, StoryEvents, unpacked } from './story-event.ts';
import { tell } from './tell.ts';

export interface Building {
  readonly log: EventStore;
  readonly views: ViewStore;
  readonly source: StorySource;
  readonly projections: readonly Projection[];
  /**
   * Whether the chain is computed on the way. Beside a live version it need not be: the hash is a property of
   * the log, and the live one knows it at the position at which the two are swapped.
   */
  readonly chained: boolean;
  /** Characters of stories held in memory at once; beyond it they go to a scratch file. */
  readonly mostHeld?: number;
  readonly pageSize?: number;
  readonly signal?: AbortSignal;
  readonly onPage?: (ordinal: number) => void;
}

const defaultMostHeld = 64_000_000;
const defaultPage = 1_000;
/** The hash of a checkpoint whose chain was not computed. */
export const unknownHash = '';

/** The stories of all keys at once: packed as text, and over a limit put aside, a piece per key. */
class Heap {
  readonly joins = new Joins();
  readonly #source: StorySource;
  readonly #events: StoryEvents;
  readonly #scratch: Scratch;
  readonly #most: number;
  readonly #lines = new Map<string, string[]>();
  readonly #aside = new Map<string, ScratchPiece[]>();
  #held = 0;

  constructor(source: StorySource, scratch: Scratch, most: number) {
    this.#source = source;
    this.#events = new StoryEvents(source);
    this.#scratch = scratch;
    this.#most = most;
  }

  add(page: Awaited<ReturnType<EventStore['readAll']>>): void {
    for (const event of page) {
      const key = this.#events.keyOf(event.stream);
      if (key === undefined) continue;
      const into = this.#source.joins(event);
      if (into !== undefined) this.joins.add({ from: key, into });
      const line = packed(this.#events.of(key, event));
      this.#held += line.length;
      const lines = this.#lines.get(key);
      if (lines) lines.push(line);
      else this.#lines.set(key, [line]);
    }
    if (this.#held > this.#most) this.#putAside();
  }

  *stories(): Generator<Story> {
    for (const key of new Set([...this.#aside.keys(), ...this.#lines.keys()])) {
      const joined: StoryEvent[] = [];
      for (const other of this.joins.partsOf(key)) joined.push(...this.#of(other));
      yield { key, events: this.#of(key), joined: joined.sort(inLogOrder) };
    }
  }

  #of(key: string): StoryEvent[] {
    const pieces = (this.#aside.get(key) ?? []).map((piece) => this.#scratch.read(piece));
    return unpacked(key, [...pieces, ...(this.#lines.get(key) ?? [])].join(','));
  }

  #putAside(): void {
    for (const [key, lines] of this.#lines) {
      const piece = this.#scratch.write(lines.join(','));
      const pieces = this.#aside.get(key);
      if (pieces) pieces.push(piece);
      else this.#aside.set(key, [piece]);
    }
    this.#lines.clear();
    this.#held = 0;
  }
}

interface Site {
  readonly projection: Projection;
  readonly under: ViewUnderConstruction;
  readonly parked: Parked[];
}

/**
 * Fills new versions from the first event on, over one read of the log. Stories are held to the end and then
 * told once each.
 */
export const buildViews = async ({
  log,
  views,
  source,
  projections,
  chained,
  mostHeld = defaultMostHeld,
  pageSize = defaultPage,
  signal,
  onPage,
}: Building): Promise<readonly ViewFile[]> => {
  const scratch = views.scratch();
  const sites: Site[] = [];
  try {
    for (const projection of projections)
      sites.push({ projection, under: views.build(projection), parked: [] });
    const heap = new Heap(source, scratch, mostHeld);
    const chain = new Chain();
    let at: Checkpoint | undefined;
    let before: Checkpoint | undefined;
    for (;;) {
      signal?.throwIfAborted();
      const page = await log.readAll(at?.position, pageSize);
      const last = page.at(-1);
      if (!last) break;
      for (const event of page) {
        if (chained) chain.add(event);
        else chain.count(event);
      }
      heap.add(page);
      before = at;
      at = { ...chain.at(last.position), ...(!chained && { hash: unknownHash }) };
      onPage?.(at.ordinal);
    }
    for (const story of heap.stories()) {
      signal?.throwIfAborted();
      for (const { projection, under, parked } of sites) {
        const told = tell(projection, source, story, undefined);
        under.put(story.key, told.rows);
        if (told.parked) parked.push(told.parked);
      }
    }
    return sites.map(({ under, parked }) => under.finish({ at, before, parked, joins: heap.joins.all() }));
  } catch (error) {
    for (const { under } of sites) under.discard();
    throw error;
  } finally {
    scratch.close();
  }
};

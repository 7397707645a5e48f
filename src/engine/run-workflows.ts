import type { Recorded, Uuid } from '../kernel/message.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Checkpoint, Parked, View } from '../ports/view-store.ts';
import type { Folds } from './execute.ts';
import { isFaultOfStore } from './faults.ts';
import { atMostAtOnce } from './at-once.ts';

/** Something that hears the log and acts. What it does under the same cause again is done already. */
export interface Hearer {
  readonly name: string;
  /** No event of another type concerns anybody. */
  readonly types: readonly string[];
  /** The keys that an event concerns; none: it is not heard. What concerns one key stands in one stream. */
  readonly concerns: (event: Recorded) => readonly Uuid[];
  /**
   * Whether each event counts. Otherwise only the last of a stretch that concerns a key: what such a hearer does
   * follows from what is known now, not from the event.
   */
  readonly each: boolean;
  /** The folds are shared by all that hear a key in one go: what they all look at is read once. */
  readonly hear: (key: Uuid, cause: Recorded, folds: Folds) => Promise<void>;
}

export interface RunWorkflowsParts {
  readonly log: Pick<EventStore, 'readAll' | 'readStream'>;
  /** Where the checkpoint and what is parked is kept; lost, everything is heard again, and done already. */
  readonly view: View;
  readonly hearers: readonly Hearer[];
  /** How many hearings are under way at once. */
  readonly atOnce?: number;
  /** Asked before each page is read and before each hearing: others may go first. */
  readonly mayGo?: () => Promise<void>;
  /** How many events are taken in before they are heard; the more, the less is heard twice. */
  readonly stretch?: number;
  /** Which keys are heard here; absent: all. Others hear the rest. */
  readonly mine?: IsIn;
}

/** Whether a key is among some. */
export type IsIn = (key: Uuid) => boolean;

interface Heard {
  readonly hearer: Hearer;
  readonly key: Uuid;
  readonly causes: Recorded[];
}

/** What is to be heard of one key, by the names of the hearers. */
type OfKey = Map<string, Heard>;

/** Read and parsed in one go, some milliseconds. */
const pageSize = 500;

const nameOf = (hearer: string, key: Uuid): string => `${hearer} ${key}`;
/** The key in the name under which it is parked. */
export const keyOf = (name: string): Uuid => name.slice(name.lastIndexOf(' ') + 1) as Uuid;

const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/**
 * Lets hearers hear the log, a stretch at a time: different keys at once, the events of one key in order. The
 * checkpoint moves when all of a stretch is done; a crash before that hears it again, and the ids of what follows
 * make that once. A hearer that throws has its key parked, with whatever comes later for it; the others go on.
 */
export class RunWorkflows {
  readonly #parts: RunWorkflowsParts;
  readonly #byType = new Map<string, readonly Hearer[]>();
  readonly #parked: Map<string, Parked>;
  #at: Checkpoint | undefined;

  constructor(parts: RunWorkflowsParts) {
    this.#parts = parts;
    for (const hearer of parts.hearers)
      for (const type of new Set(hearer.types))
        this.#byType.set(type, [...(this.#byType.get(type) ?? []), hearer]);
    this.#at = parts.view.checkpoint();
    this.#parked = new Map(parts.view.parked().map((each) => [each.key, each]));
  }

  get position(): bigint | undefined {
    return this.#at?.position;
  }

  parked(): readonly Parked[] {
    return [...this.#parked.values()];
  }

  isParked(hearer: string, key: Uuid): boolean {
    return this.#parked.has(nameOf(hearer, key));
  }

  /** Hears until there is nothing more; answers how many events it took in. */
  async catchUp(signal?: AbortSignal): Promise<number> {
    let all = 0;
    for (;;) {
      const taken = await this.#stretch(signal);
      if (taken === 0) return all;
      all += taken;
    }
  }

  /** Tries what is parked again, of one key or of all, with the event on which it stopped; answers how many are left. */
  async retry(name?: string): Promise<number> {
    for (const [parkedAs, parked] of [...this.#parked]) {
      if (name !== undefined && parkedAs !== name) continue;
      const hearer = this.#parts.hearers.find((each) => nameOf(each.name, keyOf(parkedAs)) === parkedAs);
      if (!hearer) continue;
      const upTo = this.#at?.position ?? -1n;
      const causes = (await this.#parts.log.readStream(parked.stream)).filter(
        (event) =>
          event.position >= parked.position &&
          event.position <= upTo &&
          hearer.concerns(event).some((key) => nameOf(hearer.name, key) === parkedAs),
      );
      const failed = await this.#hear({ hearer, key: keyOf(parkedAs), causes }, new Map());
      this.#note(this.#at, failed ? [failed] : [], failed ? [] : [parkedAs]);
    }
    return this.#parked.size;
  }

  /** Something else than an event could not be done for a key, as firing a timer: it stands still until it is retried. */
  park(hearer: string, key: Uuid, stream: string, error: unknown): void {
    const position = this.#at?.position ?? 0n;
    this.#note(
      this.#at,
      [
        {
          key: nameOf(hearer, key),
          event: key,
          stream,
          type: 'timer',
          position,
          error: reasonOf(error),
          later: 0,
        },
      ],
      [],
    );
  }

  /**
   * Hears what others may have heard, for some keys: after a position (`undefined`: from the first event on) as far as
   * this one has come.
   */
  async hearAgain(isIn: IsIn, after: bigint | undefined, signal?: AbortSignal): Promise<void> {
    const upTo = this.#at?.position;
    for (let from = after; upTo !== undefined && (from === undefined || from < upTo);) {
      const { taken, at, parked } = await this.#take(from, isIn, signal, upTo);
      if (taken === 0) return;
      if (parked.length > 0) this.#note(this.#at, parked, []);
      from = at;
    }
  }

  /** Whoever hears these keys from now on comes upon what is parked of them by himself. */
  forget(isIn: IsIn): void {
    const freed = [...this.#parked.keys()].filter((name) => isIn(keyOf(name)));
    if (freed.length > 0) this.#note(this.#at, [], freed);
  }

  async #stretch(signal: AbortSignal | undefined): Promise<number> {
    const { mine = () => true } = this.#parts;
    const { taken, at, parked } = await this.#take(this.#at?.position, mine, signal);
    if (taken > 0 && at !== undefined) this.#note({ position: at, ordinal: 0, hash: '' }, parked, []);
    return taken;
  }

  /** Takes a stretch of the log in and hears what of it concerns some keys; answers how far it came. */
  async #take(
    after: bigint | undefined,
    isIn: IsIn,
    signal: AbortSignal | undefined,
    upTo?: bigint,
  ): Promise<{
    readonly taken: number;
    readonly at: bigint | undefined;
    readonly parked: readonly Parked[];
  }> {
    const { log, stretch = 20_000, atOnce = 64, mayGo } = this.#parts;
    const wanted = new Map<Uuid, OfKey>();
    const parked: Parked[] = [];
    let taken = 0;
    let at = after;
    while (taken < stretch) {
      await mayGo?.();
      signal?.throwIfAborted();
      const read = await log.readAll(at, pageSize);
      const page = upTo === undefined ? read : read.filter(({ position }) => position <= upTo);
      for (const event of page)
        for (const hearer of this.#byType.get(event.type) ?? [])
          for (const key of hearer.concerns(event))
            if (isIn(key)) this.#want(wanted, parked, { hearer, key, event });
      taken += page.length;
      at = page.at(-1)?.position ?? at;
      if (page.length < pageSize) break;
    }
    // One key after the other, so that what its hearers look at is read once and what they say shares a commit.
    const hearings = function* () {
      for (const ofKey of wanted.values()) {
        const folds: Folds = new Map();
        for (const heard of ofKey.values()) yield { heard, folds };
      }
    };
    await atMostAtOnce(atOnce, hearings(), async ({ heard, folds }) => {
      await mayGo?.();
      signal?.throwIfAborted();
      const failed = await this.#hear(heard, folds);
      if (failed) parked.push(failed);
    });
    return { taken, at, parked };
  }

  #want(
    wanted: Map<Uuid, OfKey>,
    parked: Parked[],
    { hearer, key, event }: { hearer: Hearer; key: Uuid; event: Recorded },
  ): void {
    const name = nameOf(hearer.name, key);
    const before = this.#parked.get(name);
    if (before) {
      const later = { ...before, later: before.later + 1 };
      this.#parked.set(name, later);
      parked.push(later);
      return;
    }
    const ofKey = wanted.get(key) ?? new Map<string, Heard>();
    wanted.set(key, ofKey);
    const known = ofKey.get(hearer.name);
    if (!known) ofKey.set(hearer.name, { hearer, key, causes: [event] });
    else if (hearer.each) known.causes.push(event);
    else known.causes[0] = event;
  }

  /** In order; what it could not hear, and whatever comes after that, is parked. */
  async #hear({ hearer, key, causes }: Heard, folds: Folds): Promise<Parked | undefined> {
    for (const [index, cause] of causes.entries())
      try {
        await hearer.hear(key, cause, folds);
      } catch (error) {
        if (isFaultOfStore(error)) throw error;
        return {
          key: nameOf(hearer.name, key),
          event: cause.id,
          stream: cause.stream,
          type: cause.type,
          position: cause.position,
          error: reasonOf(error),
          later: causes.length - index - 1,
        };
      }
    return undefined;
  }

  #note(to: Checkpoint | undefined, parked: readonly Parked[], freed: readonly string[]): void {
    const next = to ?? { position: 0n, ordinal: 0, hash: '' };
    const change = { rows: new Map(), parked, freed, joins: [] };
    if (!this.#parts.view.commit(this.#at, next, change))
      throw new Error('somebody else runs the workflows on this checkpoint');
    this.#at = next;
    for (const key of freed) this.#parked.delete(key);
    for (const each of parked) this.#parked.set(each.key, each);
  }
}

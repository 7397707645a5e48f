import type { Projection, Rows, StorySource } from '../kernel/projection.ts';
import type { EventStore } from '../ports/event-store.ts';
import type {
  Change,
  Checkpoint,
  Comparison,
  Join,
  Parked,
  View,
  ViewFile,
  ViewStore,
} from '../ports/view-store.ts';
import { buildViews, unknownHash } from './build-views.ts';
import { Chain } from './chain.ts';
import { HeldStreams } from './held-streams.ts';
import { Stories } from './stories.ts';
import { bySource } from './story-sources.ts';
import { readableOf, tell } from './tell.ts';

/** What is known of a read model after each commit. */
export interface Standing {
  readonly name: string;
  readonly version: number;
  readonly file: string;
  readonly checkpoint: Checkpoint | undefined;
  readonly parked: readonly Parked[];
}

/** How a new version compared with the one that it replaced, both at the same position. */
export interface Swapped {
  readonly name: string;
  readonly from: ViewFile;
  readonly to: ViewFile;
  readonly at: Checkpoint | undefined;
  /** Absent between two versions: they are meant to differ. */
  readonly comparison?: Comparison;
}

export interface ProjectionRunnerParts {
  readonly log: EventStore;
  readonly views: ViewStore;
  readonly projections: readonly Projection[];
  /** Events of stories, of all sources together, kept at hand while following. */
  readonly mostHeld?: number;
  readonly pageSize?: number;
  /** Called after each commit and each swap. */
  readonly onStanding?: (standing: Standing) => void;
  readonly onBuilding?: (ordinal: number) => void;
}

/** A page is small enough that nobody waits long for its commit. */
const defaultPage = 500;
const defaultMostHeld = 100_000;
/** How soon an event of another process is noticed when nobody rings. */
const lookAgainAfter = 100;
/** Under load each student has several events in this time, and is told once instead of several times. */
const rest = 200;

interface Live {
  readonly projection: Projection;
  view: View;
  parked: Map<string, Parked>;
}

/**
 * Follows the log and keeps the read models in step: one read for all of them, a page at a time, a page's rows
 * and the checkpoint in one transaction. One thing at a time: a page, a swap, another try.
 */
export class ProjectionRunner {
  readonly #log: EventStore;
  readonly #views: ViewStore;
  readonly #projections: readonly Projection[];
  readonly #mostHeld: number;
  readonly #pageSize: number;
  readonly #onStanding: (standing: Standing) => void;
  readonly #onBuilding: ((ordinal: number) => void) | undefined;
  readonly #live = new Map<string, Live>();
  readonly #held = new HeldStreams();
  readonly #stories: ReadonlyMap<StorySource, Stories>;
  #chain: { readonly chain: Chain; readonly at: bigint | undefined } | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #ring: (() => void) | undefined;
  #rung = false;
  #hurried = false;

  constructor(parts: ProjectionRunnerParts) {
    this.#log = parts.log;
    this.#views = parts.views;
    this.#projections = parts.projections;
    this.#mostHeld = parts.mostHeld ?? defaultMostHeld;
    this.#pageSize = parts.pageSize ?? defaultPage;
    this.#onStanding = parts.onStanding ?? (() => undefined);
    this.#onBuilding = parts.onBuilding;
    this.#stories = bySource(parts.projections, (source) => new Stories(parts.log, source, this.#held));
  }

  /** Opens what is there and fits, and builds the rest from the first event on. */
  async start(signal?: AbortSignal): Promise<void> {
    await this.#alone(async () => {
      const missing: Projection[] = [];
      for (const projection of this.#projections)
        if (!(await this.#openLive(projection))) missing.push(projection);
      if (missing.length > 0) {
        const files = await buildViews({
          log: this.#log,
          views: this.#views,
          projections: missing,
          chained: true,
          ...(signal && { signal }),
          ...(this.#onBuilding && { onPage: this.#onBuilding }),
        });
        for (const [index, projection] of missing.entries()) {
          const file = files[index];
          if (!file) throw new Error(`${projection.name} was not built`);
          this.#views.swap(file);
          this.#take(projection, this.#views.open(projection, file));
        }
      }
      for (const { name } of this.#projections) {
        const live = this.#views.live(name)?.file;
        for (const old of this.#views.kept(name)) if (old.file !== live) this.#views.remove(old);
      }
      for (const live of this.#live.values()) {
        const { joins } = this.#storiesOf(live.projection);
        for (const join of live.view.joins()) joins.add(join);
        this.#tellStanding(live);
      }
    });
  }

  /** Reads until there is nothing more. */
  async catchUp(): Promise<void> {
    while ((await this.#alone(() => this.#page())) > 0);
  }

  /**
   * Follows the log until told to stop. After a page that was not full it rests a moment, so that what comes
   * meanwhile is told once and shares a commit; whoever waits for it cuts the rest short.
   */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const read = await this.#alone(() => this.#page());
      if (read === 0) await this.#wait(signal, lookAgainAfter, () => this.#rung);
      else if (read < this.#pageSize) await this.#wait(signal, rest, () => this.#hurried);
    }
  }

  /** Somebody waits for what was written: look now, and do not rest. */
  hurry(): void {
    this.#hurried = true;
    this.#ring?.();
  }

  /** Something was written: look now. */
  nudge(): void {
    this.#rung = true;
    this.#ring?.();
  }

  standings(): Standing[] {
    return [...this.#live.values()].map(standingOf);
  }

  /** Tries what is parked once more, of one key or of all; answers how many keys are parked still. */
  async retry(name?: string, key?: string): Promise<number> {
    return this.#alone(async () => {
      let left = 0;
      for (const live of this.#live.values()) {
        if (name !== undefined && live.projection.name !== name) continue;
        const at = live.view.checkpoint();
        const keys = [...live.parked.keys()].filter((each) => key === undefined || each === key);
        if (at && keys.length > 0) {
          const kept = new Map([...live.parked].filter(([each]) => !keys.includes(each)));
          const change = await this.#change(live.projection, keys, at.position, kept, []);
          this.#commit(live, at, at, { ...change, freed: keys });
        }
        left += live.parked.size;
      }
      return left;
    });
  }

  /**
   * Lets a version that was built beside take the place of the live one, at the position at which the live one
   * stands. The old file stays until it is confirmed that it can go.
   */
  async adopt(file: ViewFile, projection = this.#projectionOf(file.name)): Promise<Swapped> {
    return this.#alone(async () => {
      const live = this.#live.get(file.name);
      if (!live) throw new Error(`${file.name} is not running`);
      const view = this.#views.open(projection, file);
      try {
        while ((live.view.checkpoint()?.position ?? -1n) < (view.checkpoint()?.position ?? -1n))
          if ((await this.#page()) === 0) throw new Error(`${file.file} was built from another log`);
        await this.#bringTo(live.view.checkpoint(), view, projection);
      } catch (error) {
        view.close();
        throw error;
      }
      const from = { name: live.view.name, version: live.view.version, file: live.view.file };
      const at = live.view.checkpoint();
      const comparison =
        live.projection.version === projection.version
          ? this.#views.compare(projection, from, file)
          : undefined;
      this.#views.swap(file);
      live.view.close();
      this.#tellStanding(this.#take(projection, view));
      return { name: file.name, from, to: file, at, ...(comparison && { comparison }) };
    });
  }

  /** The versions before the live one can go. */
  async confirm(name: string): Promise<readonly ViewFile[]> {
    return this.#alone(async () => {
      const live = this.#views.live(name)?.file;
      const old = this.#views.kept(name).filter(({ file }) => file !== live);
      for (const each of old) this.#views.remove(each);
      return old;
    });
  }

  async close(): Promise<void> {
    await this.#alone(async () => {
      for (const { view } of this.#live.values()) view.close();
      this.#live.clear();
    });
  }

  #projectionOf(name: string): Projection {
    const found = this.#projections.find((each) => each.name === name);
    if (!found) throw new Error(`There is no read model ${name}`);
    return found;
  }

  #storiesOf({ name, stories }: Projection): Stories {
    const found = this.#stories.get(stories);
    if (!found) throw new Error(`${name} is told from stories that nobody follows here`);
    return found;
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#turn;
    const mine = before.then(work, work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** Until what is waited for, until stopped, or for so many milliseconds. */
  async #wait(signal: AbortSignal, atMost: number, enough: () => boolean): Promise<void> {
    const until = performance.now() + atMost;
    while (!enough() && !this.#hurried && !signal.aborted) {
      const left = until - performance.now();
      if (left <= 0) break;
      await new Promise<void>((resolve) => {
        const go = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', go);
          resolve();
        };
        const timer = setTimeout(go, left);
        signal.addEventListener('abort', go, { once: true });
        this.#ring = go;
      });
    }
    this.#ring = undefined;
    this.#rung = false;
    this.#hurried = false;
  }

  #take(projection: Projection, view: View): Live {
    const live = {
      projection,
      view,
      parked: new Map(view.parked().map((each) => [each.key, each])),
    };
    this.#live.set(projection.name, live);
    return live;
  }

  /** Whether the live version is of this build and of this log. */
  async #openLive(projection: Projection): Promise<boolean> {
    const file = this.#views.live(projection.name);
    if (!file || file.version !== projection.version) return false;
    const view = this.#views.open(projection, file);
    if (await this.#isOfThisLog(view)) {
      this.#take(projection, view);
      return true;
    }
    view.close();
    return false;
  }

  /** What was read last is read again: the same events give the same chain. */
  async #isOfThisLog(view: View): Promise<boolean> {
    const last = view.checkpoint();
    if (!last) return true;
    const before = view.before();
    // Swapped in and nothing since: there is no stretch whose hashes at both ends are known.
    if (before?.hash === unknownHash) return ((await this.#log.head()) ?? -1n) >= last.position;
    const chain = new Chain(before);
    let at = before?.position;
    while (at === undefined || at < last.position) {
      const page = (await this.#log.readAll(at, this.#pageSize)).filter(
        ({ position }) => position <= last.position,
      );
      const end = page.at(-1);
      if (!end) return false;
      for (const event of page) chain.add(event);
      at = end.position;
    }
    return chain.hash === last.hash;
  }

  /** One page for all read models that have not seen it; answers how many events it had. */
  async #page(): Promise<number> {
    const behind = [...this.#live.values()].sort((a, b) => order(a.view.checkpoint(), b.view.checkpoint()));
    const first = behind[0];
    if (!first) return 0;
    const from = first.view.checkpoint();
    const page = await this.#log.readAll(from?.position, this.#pageSize);
    const last = page.at(-1);
    if (!last) return 0;
    const chain = this.#chainAt(from);
    for (const event of page) chain.add(event);
    const next = chain.at(last.position);
    this.#chain = { chain, at: last.position };
    for (const [source, stories] of this.#stories) {
      const { keys, joins } = await stories.take(page);
      for (const live of behind) {
        const expected = live.view.checkpoint();
        if (live.projection.stories !== source || (expected?.position ?? -1n) >= next.position) continue;
        const change = await this.#change(live.projection, keys, next.position, live.parked, joins);
        if (this.#commit(live, expected, next, change)) this.#tellStanding(live);
      }
    }
    this.#held.keep(this.#mostHeld);
    return page.length;
  }

  #chainAt(from: Checkpoint | undefined): Chain {
    if (this.#chain && this.#chain.at === from?.position) return this.#chain.chain;
    // Somebody else moved the checkpoint, or a read model lags behind the others: what is held may miss events.
    if (this.#chain) this.#held.forget();
    return new Chain(from);
  }

  async #change(
    projection: Projection,
    keys: Iterable<string>,
    upTo: bigint,
    parkedBefore: ReadonlyMap<string, Parked>,
    joins: readonly Join[],
  ): Promise<Change> {
    const stories = this.#storiesOf(projection);
    const rows = new Map<string, Rows>();
    const parked: Parked[] = [];
    for (const key of keys) {
      const story = readableOf(projection.stories, await stories.story(key, upTo));
      const told = tell(projection, story, parkedBefore.get(key));
      rows.set(key, told.rows);
      if (told.parked) parked.push(told.parked);
    }
    return { rows, parked, freed: [], joins };
  }

  #commit(live: Live, expected: Checkpoint | undefined, next: Checkpoint, change: Change): boolean {
    if (!live.view.commit(expected, next, change)) return false;
    for (const key of change.freed) live.parked.delete(key);
    for (const each of change.parked) live.parked.set(each.key, each);
    return true;
  }

  /** Brings a version that nobody reads yet to where the live one stands, in one commit. */
  async #bringTo(target: Checkpoint | undefined, view: View, projection: Projection): Promise<void> {
    const stories = this.#storiesOf(projection);
    const from = view.checkpoint();
    if (!target) return;
    const keys = new Set<string>();
    const joins: Join[] = [];
    const chain = new Chain({ position: 0n, ordinal: 0, hash: '', ...from });
    let at = from?.position;
    while (at === undefined || at < target.position) {
      const page = (await this.#log.readAll(at, this.#pageSize)).filter(
        ({ position }) => position <= target.position,
      );
      for (const event of page) {
        chain.count(event);
        const key = stories.keyOf(event.stream);
        if (key === undefined) continue;
        for (const each of stories.joins.touchedBy(key)) keys.add(each);
        const into = projection.stories.joins(event);
        if (into !== undefined) joins.push({ from: key, into });
      }
      at = page.at(-1)?.position ?? target.position;
    }
    if (chain.ordinal !== target.ordinal) throw new Error(`${view.file} was built from another log`);
    const parked = new Map(view.parked().map((each) => [each.key, each]));
    const change = await this.#change(projection, keys, target.position, parked, joins);
    if (!view.commit(from, target, change)) throw new Error(`${view.file} is written by somebody else`);
  }

  #tellStanding(live: Live): void {
    this.#onStanding(standingOf(live));
  }
}

const standingOf = ({ projection, view, parked }: Live): Standing => ({
  name: projection.name,
  version: projection.version,
  file: view.file,
  checkpoint: view.checkpoint(),
  parked: [...parked.values()],
});

const order = (a: Checkpoint | undefined, b: Checkpoint | undefined): number => {
  const [one, two] = [a?.position ?? -1n, b?.position ?? -1n];
  return one < two ? -1 : one > two ? 1 : 0;
};

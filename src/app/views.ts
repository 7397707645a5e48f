import type { Standing, Swapped } from '../engine/run-projections.ts';
import type { ViewRows } from '../kernel/projection.ts';
import type { Seen, ViewStore } from '../ports/view-store.ts';
import { Thread, threadFile } from './thread.ts';

type News = { readonly standing: Standing } | { readonly building: number };

/** The read models of this service: followed in a thread of their own, read here. */
export class Views {
  readonly #store: ViewStore;
  readonly #names: readonly string[];
  readonly #thread: Thread<News>;
  readonly #standings = new Map<string, Standing>();
  readonly #waiting = new Set<() => void>();
  #nudged = false;
  building = 0;

  constructor(
    parts: {
      readonly store: ViewStore;
      readonly names: readonly string[];
      readonly log: string;
      readonly folder: string;
    },
    onDeath: (error: Error) => void,
  ) {
    this.#store = parts.store;
    this.#names = parts.names;
    this.#thread = new Thread<News>(
      threadFile('views-worker'),
      { log: parts.log, views: parts.folder },
      (news) => {
        if ('building' in news) {
          this.building = news.building;
          return;
        }
        this.#standings.set(news.standing.name, news.standing);
        for (const wake of [...this.#waiting]) wake();
      },
      onDeath,
    );
  }

  /** Something was committed; one call per turn is enough. */
  nudge(): void {
    if (this.#nudged) return;
    this.#nudged = true;
    setImmediate(() => {
      this.#nudged = false;
      this.#thread.ask('nudge').catch(() => undefined);
    });
  }

  /** All of them there, and none further behind than this position. */
  hasReached(position: bigint): boolean {
    return this.#names.every((name) => (this.#standings.get(name)?.checkpoint?.position ?? -1n) >= position);
  }

  get areThere(): boolean {
    return this.#names.every((name) => this.#standings.has(name));
  }

  standings(): readonly Standing[] {
    return [...this.#standings.values()];
  }

  /** Whether it came so far in time. */
  reached(position: bigint, within: number): Promise<boolean> {
    if (this.hasReached(position)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.hasReached(position)) end(true);
      };
      const end = (inTime: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(inTime);
      };
      const timer = setTimeout(() => end(false), within);
      this.#waiting.add(look);
    });
  }

  read<T>(name: string, work: (rows: ViewRows) => T): Seen<T> | undefined {
    return this.#store.read(name, work);
  }

  async rebuild(names: readonly string[]): Promise<readonly Swapped[]> {
    return (await this.#thread.ask('rebuild', names)) as readonly Swapped[];
  }

  async retry(): Promise<number> {
    return (await this.#thread.ask('retry')) as number;
  }

  async close(): Promise<void> {
    await this.#thread.close();
    this.#store.close();
  }
}

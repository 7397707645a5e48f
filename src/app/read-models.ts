import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Swapped } from '../engine/run-projections.ts';
import type { Projection, ViewRows } from '../kernel/projection.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Parked, Seen, ViewFile, ViewStore } from '../ports/view-store.ts';
import { projections } from '../../projections/index.ts';
import type { LogPlace } from './log-place.ts';
import type { Asks, FromWorker, ToldStanding, ToWorker, WorkerStart } from './projections-protocol.ts';

export interface ReadModelsParts {
  /** The log over the connection of this thread: for its head, never for following. */
  readonly log: EventStore;
  /** Read models over connections of this thread, for reading. */
  readonly views: ViewStore;
  /** Where a thread opens it for itself. */
  readonly place: LogPlace;
  readonly viewsFolder: string;
  readonly mostHeld?: number;
  /** Told when a worker broke off; it is started again by itself. */
  readonly onFault?: (error: Error) => void;
  readonly onBuilding?: (ordinal: number) => void;
}

/** How a read model stands against the log. */
export interface ReadModelStatus {
  readonly name: string;
  readonly version: number;
  readonly position: bigint | undefined;
  readonly ordinal: number;
  readonly hash: string | undefined;
  /** Events of the log that it has not seen, counted up to a limit. */
  readonly lag: number;
  readonly parked: number;
  /** The first of them. */
  readonly parkedKeys: readonly Parked[];
}

interface Waiting {
  readonly position: bigint;
  readonly name: string | undefined;
  readonly resolve: (reached: boolean) => void;
  readonly timer: NodeJS.Timeout;
}

interface Asked {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

const mostLagCounted = 500;
/**
 * Enough for what a worker holds; with more it would only collect its garbage later. One that builds makes so much
 * of it that each collection less counts, and takes its memory away with it.
 */
const limits = {
  follow: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 24 },
  build: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48 },
};
const firstPause = 500;
const longestPause = 30_000;

/** From source in tests, from `dist` in production: the worker lies beside this file in the same form. */
const workerFile = new URL(
  `./projections-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`,
  import.meta.url,
);

/**
 * The read models as the service sees them: kept by a worker thread, read on the thread that asks, over
 * read-only connections that follow a swap by themselves.
 */
export class ReadModels {
  readonly #parts: ReadModelsParts;
  readonly #standings = new Map<string, ToldStanding>();
  readonly #waiting = new Set<Waiting>();
  readonly #asked = new Map<number, Asked>();
  #worker: Worker | undefined;
  #builder: Worker | undefined;
  #asks = 0;
  #stopping = false;
  #pause = firstPause;
  #again: NodeJS.Timeout | undefined;
  #started: (() => void)[] = [];
  #fault: Error | undefined;
  #rebuilding: Promise<unknown> = Promise.resolve();

  constructor(parts: ReadModelsParts) {
    this.#parts = parts;
  }

  /** Starts following; resolved when every read model is live, which takes a while when it has to be built. */
  async start(): Promise<void> {
    const started = new Promise<void>((resolve) => {
      this.#started.push(resolve);
    });
    await this.#buildMissing();
    if (this.#stopping) return;
    this.#follow();
    await started;
  }

  /** The fault that keeps them from following now, if any. */
  get fault(): Error | undefined {
    return this.#fault;
  }

  /** Something was written: the worker looks now instead of soon. */
  nudge(): void {
    this.#send({ kind: 'nudge', hurry: false });
  }

  /** Whether the read models (or this one) reach a position within the time; woken by the commit. */
  async waitFor(position: bigint, timeoutMs: number, name?: string): Promise<boolean> {
    if (this.#reached(position, name)) return true;
    this.#send({ kind: 'nudge', hurry: true });
    return new Promise((resolve) => {
      const waiting: Waiting = {
        position,
        name,
        resolve,
        timer: setTimeout(() => {
          this.#waiting.delete(waiting);
          resolve(false);
        }, timeoutMs),
      };
      this.#waiting.add(waiting);
    });
  }

  /** Reads a live read model at one checkpoint; undefined while it is built for the first time. */
  read<T>(name: string, work: (rows: ViewRows) => T): Seen<T> | undefined {
    return this.#parts.views.read(name, work);
  }

  async status(): Promise<readonly ReadModelStatus[]> {
    const head = await this.#parts.log.head();
    // Most stand at the same position: what is behind it is read once.
    const lags = new Map<bigint | undefined, Promise<number>>();
    const lagAt = (position: bigint | undefined): Promise<number> => {
      const lag = lags.get(position) ?? this.#lag(position, head);
      lags.set(position, lag);
      return lag;
    };
    return Promise.all(
      projections.map(async ({ name, version }) => {
        const standing = this.#standings.get(name);
        const checkpoint = standing?.checkpoint;
        return {
          name,
          version: standing?.version ?? version,
          position: checkpoint?.position,
          ordinal: checkpoint?.ordinal ?? 0,
          hash: checkpoint?.hash,
          lag: await lagAt(checkpoint?.position),
          parked: standing?.parkedInAll ?? 0,
          parkedKeys: standing?.parked ?? [],
        };
      }),
    );
  }

  /** Tries what is parked again; answers how many keys are parked still. */
  async retry(name?: string, key?: string): Promise<number> {
    return this.#ask('retry', [name, key]);
  }

  /**
   * Builds read models anew beside the live ones, in a thread of their own, and swaps each at the position at
   * which the live one stands. The old files stay until they are confirmed.
   */
  async rebuild(...names: readonly string[]): Promise<readonly Swapped[]> {
    const wanted = names.length > 0 ? names : projections.map(({ name }) => name);
    for (const name of wanted) projectionOf(name);
    const mine = this.#rebuilding.then(() => this.#rebuildNow(wanted));
    this.#rebuilding = mine.catch(() => undefined);
    return mine;
  }

  /** The versions before the live one can go. */
  async confirm(name: string): Promise<readonly ViewFile[]> {
    return this.#ask('confirm', [name]);
  }

  /** SHA-256 over the canonical dump of the live version: equal to that of any other build from the same log. */
  digest(name: string): string {
    const live = this.#parts.views.live(name);
    if (!live) throw new Error(`${name} is not built yet`);
    const hash = createHash('sha256');
    for (const line of this.#parts.views.dump(projectionOf(name), live)) hash.update(`${line}\n`);
    return hash.digest('hex');
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#again);
    await this.#builder?.terminate();
    const worker = this.#worker;
    if (worker) {
      const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      this.#send({ kind: 'ask', id: ++this.#asks, name: 'stop', ask: [] });
      await gone;
    }
    for (const { resolve, timer } of this.#waiting) {
      clearTimeout(timer);
      resolve(false);
    }
    this.#waiting.clear();
    this.#parts.views.close();
  }

  /**
   * What is not there yet is built in a thread of its own, which takes its memory away with it. Should that
   * break off, the thread that follows builds it.
   */
  async #buildMissing(): Promise<void> {
    const missing = projections.filter(
      ({ name, version }) => this.#parts.views.live(name)?.version !== version,
    );
    if (missing.length === 0) return;
    try {
      await this.#build(
        missing.map(({ name }) => name),
        true,
      );
    } catch (error) {
      this.#parts.onFault?.(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #follow(): void {
    const worker = this.#spawn({ kind: 'follow' });
    this.#worker = worker;
    worker.on('message', (message: FromWorker) => this.#hear(message));
    worker.on('error', (error) => {
      this.#fault = error instanceof Error ? error : new Error(String(error));
      this.#parts.onFault?.(this.#fault);
    });
    worker.once('exit', () => {
      this.#worker = undefined;
      for (const { reject } of this.#asked.values())
        reject(new Error('The read models broke off; ask again.'));
      this.#asked.clear();
      if (this.#stopping) return;
      this.#again = setTimeout(() => this.#follow(), this.#pause);
      this.#pause = Math.min(this.#pause * 2, longestPause);
    });
  }

  #spawn(work: WorkerStart['work']): Worker {
    const { place, viewsFolder, mostHeld } = this.#parts;
    const start: WorkerStart = {
      log: place,
      viewsFolder,
      work,
      ...(mostHeld !== undefined && { mostHeld }),
    };
    return new Worker(workerFile, { workerData: start, execArgv: [], resourceLimits: limits[work.kind] });
  }

  #hear(message: FromWorker): void {
    switch (message.kind) {
      case 'building':
        this.#parts.onBuilding?.(message.ordinal);
        return;
      case 'started':
        this.#fault = undefined;
        this.#pause = firstPause;
        for (const resolve of this.#started.splice(0)) resolve();
        return;
      case 'standing':
        this.#standings.set(message.standing.name, message.standing);
        this.#wake();
        return;
      case 'answer':
        this.#asked.get(message.id)?.resolve(message.answer as never);
        this.#asked.delete(message.id);
        return;
      case 'refusal':
        this.#asked.get(message.id)?.reject(new Error(message.error));
        this.#asked.delete(message.id);
        return;
      case 'built':
        return;
    }
  }

  #reached(position: bigint, name: string | undefined): boolean {
    const wanted = name === undefined ? projections.map((each) => each.name) : [name];
    return wanted.every((each) => (this.#standings.get(each)?.checkpoint?.position ?? -1n) >= position);
  }

  #wake(): void {
    for (const waiting of this.#waiting) {
      if (!this.#reached(waiting.position, waiting.name)) continue;
      this.#waiting.delete(waiting);
      clearTimeout(waiting.timer);
      waiting.resolve(true);
    }
  }

  async #lag(position: bigint | undefined, head: bigint | undefined): Promise<number> {
    if (head === undefined || (position !== undefined && position >= head)) return 0;
    return (await this.#parts.log.readAll(position, mostLagCounted)).length;
  }

  async #rebuildNow(names: readonly string[]): Promise<readonly Swapped[]> {
    const swapped: Swapped[] = [];
    for (const file of await this.#build(names, false)) swapped.push(await this.#ask('adopt', [file]));
    return swapped;
  }

  async #build(names: readonly string[], live: boolean): Promise<readonly ViewFile[]> {
    const worker = this.#spawn({ kind: 'build', names, live });
    this.#builder = worker;
    let files: readonly ViewFile[] | undefined;
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'built') files = message.files;
      else if (message.kind === 'building') this.#parts.onBuilding?.(message.ordinal);
    });
    return new Promise((resolve, reject) => {
      worker.on('error', reject);
      worker.once('exit', () => {
        this.#builder = undefined;
        if (files) resolve(files);
        else reject(new Error('The rebuild broke off; the read models stay as they were.'));
      });
    });
  }

  #send(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }

  async #ask<Name extends keyof Asks>(name: Name, ask: Asks[Name]['ask']): Promise<Asks[Name]['answer']> {
    if (!this.#worker) throw new Error('The read models are not running.');
    const id = ++this.#asks;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#send({ kind: 'ask', id, name, ask } as ToWorker);
    });
  }
}

const projectionOf = (name: string): Projection => {
  const found = projections.find((each) => each.name === name);
  if (!found)
    throw new Error(
      `There is no read model ${name}; there are ${projections.map((each) => each.name).join(', ')}`,
    );
  return found;
};

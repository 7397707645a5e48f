import { randomUUID } from 'node:crypto';
import { type Job, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

export interface BullmqParts {
  /** With user and password: never told. */
  readonly url: string;
  /** What every key in Redis begins with; absent: `wissel`. */
  readonly prefix?: string;
  /** What went wrong, once until it goes well again. */
  readonly onFault: (error: unknown) => void;
  /** A worker that nothing came through was built anew. */
  readonly onRebuilt?: () => void;
  readonly canary?: Canary;
}

/** A job that has to come through, in milliseconds. */
export interface Canary {
  readonly every: number;
  readonly within: number;
}

export interface WatchedParts extends BullmqParts {
  readonly name: string;
  readonly concurrency: number;
  /** Milliseconds before the next attempt of a job, after so many. */
  readonly pauseAfter?: (attempts: number) => number;
}

const usual: Canary = { every: 60_000, within: 10_000 };
const canaryName = 'canary';
/** Milliseconds in which a server that is there has answered. */
const patience = 5_000;
const longestPause = 1_000;
/** How long closing waits for what is under way, which is then left to be done again. */
const longestClose = 3_000;

/** Again and again, soon: whoever waits for Redis has something of its own that goes on without it. */
const usualOptions = {
  disconnectTimeout: 300,
  connectTimeout: patience,
  retryStrategy: (times: number): number => Math.min(times * 100, longestPause),
};
/** What cannot be asked now is refused now, and not kept for later. */
const asking: Speaking = { ...usualOptions, commandTimeout: patience, enableOfflineQueue: false };
/** A command that blocks until something comes has no time of its own; BullMQ asks for the null. */
const waiting: Speaking = { ...usualOptions, maxRetriesPerRequest: null };

interface Speaking {
  readonly connectTimeout: number;
  readonly disconnectTimeout: number;
  readonly retryStrategy: (times: number) => number;
  readonly commandTimeout?: number;
  readonly enableOfflineQueue?: boolean;
  readonly maxRetriesPerRequest?: null;
}

/** The connections of a queue and its worker, so that they can be broken off whatever becomes of what hangs on them. */
class Connections {
  readonly #url: string;
  readonly #open: Redis[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  open(speaking: Speaking, connectionName = 'wissel'): Redis {
    const redis = new Redis(this.#url, { ...speaking, connectionName });
    // A worker makes itself another one after this, to block on.
    redis.duplicate = (other) => this.open(speaking, other?.connectionName);
    // Told by the queue and the worker; without a listener it would be printed.
    redis.on('error', () => undefined);
    this.#open.push(redis);
    return redis;
  }

  end(): void {
    for (const redis of this.#open) redis.disconnect();
  }
}

interface Line {
  readonly connections: Connections;
  readonly queue: Queue;
  worker?: Worker;
}

/** What hangs is left hanging, without its connections. */
const giveUp = ({ connections, queue, worker }: Line): Promise<unknown> => {
  const ended = Promise.allSettled([worker?.close(true), queue.close()]);
  connections.end();
  return ended;
};

const within = async (milliseconds: number, work: Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([
      work.then(
        () => true,
        () => false,
      ),
      late,
    ]);
  } finally {
    clearTimeout(timer);
  }
};

interface Working {
  readonly work: (job: Job) => Promise<void>;
  running: number;
}

/**
 * A queue of BullMQ, and a worker that is watched: a worker can stand still for ever over a connection that looks
 * sound (`isRunning()` true, no error), so a canary has to come through it. When it does not, worker and
 * connections are built anew.
 */
export class WatchedQueue {
  readonly #parts: WatchedParts;
  readonly #canary: Canary;
  /** Who waits for a canary, by its id. */
  readonly #canaries = new Map<string, () => void>();
  #line: Line;
  #working: Working | undefined;
  #watch: NodeJS.Timeout | undefined;
  #told = false;
  #closed = false;

  constructor(parts: WatchedParts) {
    this.#parts = parts;
    this.#canary = parts.canary ?? usual;
    this.#line = this.#openLine();
  }

  /** The queue, over the connection of now: never kept beyond a call. */
  get queue(): Queue {
    return this.#line.queue;
  }

  /** Jobs come to this from now on. */
  listen(work: (job: Job) => Promise<void>): void {
    this.#working = { work, running: 0 };
    this.#openWorker(this.#line, this.#working);
    this.#watchSoon();
  }

  /** It goes well (again). */
  well(): void {
    this.#told = false;
  }

  /** Told once until it goes well again: an outage is one piece of news. */
  fault(error: unknown): void {
    if (this.#told || this.#closed) return;
    this.#told = true;
    this.#parts.onFault(error);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#watch);
    const line = this.#line;
    // A worker that closes waits for its jobs without end, and keeps the process alive meanwhile; one that pauses can be given up.
    if (line.worker) await within(longestClose, line.worker.pause());
    await within(longestClose, giveUp(line));
  }

  #openLine(): Line {
    const { name, url, prefix = 'wissel' } = this.#parts;
    const connections = new Connections(url);
    const queue = new Queue(name, { connection: connections.open(asking), prefix });
    const line: Line = { connections, queue };
    queue.on('error', (error) => this.#faultOf(line, error));
    queue.waitUntilReady().then(
      () => this.well(),
      (error: unknown) => this.#faultOf(line, error),
    );
    return line;
  }

  #openWorker(line: Line, working: Working): void {
    const { name, prefix = 'wissel', concurrency, pauseAfter } = this.#parts;
    const worker = new Worker(
      name,
      async (job) => {
        if (job.name === canaryName) return this.#canaries.get(job.id ?? '')?.();
        working.running += 1;
        try {
          await working.work(job);
        } finally {
          working.running -= 1;
        }
      },
      {
        connection: line.connections.open(waiting),
        prefix,
        concurrency,
        // After an outage it looks again within a second, and not within fifteen.
        runRetryDelay: longestPause,
        // A job over which the process was killed is tried again; the second time is no reason yet to give it up.
        maxStalledCount: 5,
        ...(pauseAfter && { settings: { backoffStrategy: pauseAfter } }),
      },
    );
    worker.on('error', (error) => this.#faultOf(line, error));
    line.worker = worker;
  }

  /** What is still said of a line that was given up is no news. */
  #faultOf(line: Line, error: unknown): void {
    if (line === this.#line) this.fault(error);
  }

  #watchSoon(): void {
    if (this.#closed) return;
    this.#watch = setTimeout(() => {
      void this.#look().finally(() => this.#watchSoon());
    }, this.#canary.every);
    this.#watch.unref();
  }

  async #look(): Promise<void> {
    const working = this.#working;
    // Where every hand is at work nothing can come through, and nothing has to.
    if (!working || working.running >= this.#parts.concurrency) return;
    if (await this.#comesThrough(this.#line.queue)) {
      this.well();
      return;
    }
    if (this.#closed || working.running >= this.#parts.concurrency) return;
    const hanging = this.#line;
    this.#line = this.#openLine();
    this.#openWorker(this.#line, working);
    this.#parts.onRebuilt?.();
    void giveUp(hanging);
  }

  async #comesThrough(queue: Queue): Promise<boolean> {
    const id = `${canaryName}-${randomUUID()}`;
    const here = new Promise<void>((resolve) => this.#canaries.set(id, resolve));
    const sent = queue
      .add(canaryName, {}, { jobId: id, removeOnComplete: true, removeOnFail: true })
      .then(() => here);
    try {
      if (await within(this.#canary.within, sent)) return true;
      // Another instance may have taken it: that the queue is served is what counts.
      const gone = queue.getJob(id).then((job) => {
        if (job) throw new Error('it is there still');
      });
      return await within(this.#canary.within, gone);
    } finally {
      this.#canaries.delete(id);
    }
  }
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Whether a `redis-server` is on this machine. */
export const redisIsHere = (): boolean =>
  spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

const safe = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction'];

/** A Redis of one test, that it can kill, pause and empty. */
export class OwnRedis {
  readonly port: number;
  readonly #folder: string;
  readonly #settings: readonly string[];
  #process: ChildProcess | undefined;

  private constructor(port: number, settings: readonly string[]) {
    this.port = port;
    this.#settings = settings;
    this.#folder = mkdtempSync(join(tmpdir(), 'wissel-redis-'));
  }

  static async start(settings: readonly string[] = safe): Promise<OwnRedis> {
    const redis = new OwnRedis(await freePort(), settings);
    await redis.up();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, at the same port and with what it kept. */
  async up(): Promise<void> {
    const own = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--dir', this.#folder, '--save', ''];
    const started = spawn('redis-server', [...own, ...this.#settings], { stdio: 'ignore' });
    this.#process = started;
    started.once('error', () => undefined);
    const end = Date.now() + 10_000;
    while (!(await this.#answers())) {
      if (Date.now() > end || started.exitCode !== null) throw new Error('redis-server does not start');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** As a power cut: it gets no time to write anything. */
  async kill(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (process?.exitCode !== null || process.signalCode !== null) return;
    const gone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGCONT');
    process.kill('SIGKILL');
    await gone;
  }

  /** The process stands still: connections stay open and nothing is answered. */
  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }

  /** Asks something over a connection of its own. */
  async ask<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.port, '127.0.0.1', { maxRetriesPerRequest: 0, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      return await work(redis);
    } finally {
      redis.disconnect();
    }
  }

  flush(): Promise<unknown> {
    return this.ask((redis) => redis.flushall());
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #answers(): Promise<boolean> {
    return this.ask((redis) => redis.ping()).then(
      () => true,
      // That it wants a password is an answer too.
      (error: unknown) => String(error).includes('NOAUTH'),
    );
  }
}

const mustBeHere = (process.env['TESTS_MUST_HAVE'] ?? '').split(',').includes('redis');

/** Why tests with a Redis are skipped; absent: they run. Where nothing may be skipped, this throws. */
const whyNoRedis = (given: string | undefined): string | undefined => {
  if (given || redisIsHere()) return undefined;
  const why = 'no Redis: set REDIS_URL, or install redis-server';
  if (mustBeHere) throw new Error(`${why} (TESTS_MUST_HAVE=redis)`);
  return why;
};

/** Says aloud what is skipped and why; answers whether it is. */
const skipped = (what: string, why: string | undefined): boolean => {
  if (why !== undefined) process.stderr.write(`SKIPPED ${what}: ${why}\n`);
  return why !== undefined;
};

/** Whether what needs a Redis that may be killed can run. */
export const skipsWithoutOwnRedis = (what: string): boolean => skipped(what, whyNoRedis(undefined));

/** Whether what any Redis will do for can run. */
export const skipsWithoutRedis = (what: string): boolean =>
  skipped(what, whyNoRedis(process.env['REDIS_URL']));

export interface AnyRedis {
  readonly url: string;
  end(): Promise<void>;
}

/** The Redis of this test run, or one of its own. */
export const anyRedis = async (): Promise<AnyRedis> => {
  const given = process.env['REDIS_URL'];
  return given ? { url: given, end: async () => undefined } : OwnRedis.start();
};

/** Takes away what a test left in a Redis that is not its own. */
export const forgetKeys = async (url: string, prefix: string): Promise<void> => {
  const redis = new Redis(url);
  try {
    let cursor = '0';
    do {
      const [next, keys] = await redis.scan(cursor, 'MATCH', `${prefix}*`, 'COUNT', 1_000);
      if (keys.length > 0) await redis.unlink(...keys);
      cursor = next;
    } while (cursor !== '0');
  } finally {
    redis.disconnect();
  }
};

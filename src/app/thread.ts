import { type MessagePort, Worker } from 'node:worker_threads';

/** A question to a thread and its answer; what is told without being asked has no id. */
interface Asked {
  readonly id: number;
  readonly kind: string;
  readonly given: unknown;
}
/** An error as it crosses threads: by its name others still know what it is. */
interface Failed {
  readonly name: string;
  readonly message: string;
}
type Told =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failed: Failed }
  | { readonly news: unknown };

const patience = 1_000;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** In tests the threads start from source, in production from what was built. */
export const threadFile = (name: string): URL =>
  new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** A thread that is asked things. When it dies, everything that waits for it fails, and it says so once. */
export class Thread<News> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #gone: Error | undefined;
  #closing = false;

  constructor(file: URL, data: unknown, onNews: (news: News) => void, onDeath: (error: Error) => void) {
    this.#worker = new Worker(file, { workerData: data });
    this.#worker.on('message', (told: Told) => {
      if ('news' in told) {
        onNews(told.news as News);
        return;
      }
      const waiting = this.#waiting.get(told.id);
      this.#waiting.delete(told.id);
      if ('failed' in told)
        waiting?.reject(Object.assign(new Error(told.failed.message), { name: told.failed.name }));
      else waiting?.resolve(told.answer);
    });
    const die = (error: Error): void => {
      if (this.#gone) return;
      this.#gone = error;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
      if (!this.#closing) onDeath(error);
    };
    this.#worker.on('error', (error) => die(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', (code) => die(new Error(`the thread ended (${code})`)));
  }

  ask(kind: string, given?: unknown): Promise<unknown> {
    if (this.#gone) return Promise.reject(this.#gone);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, kind, given } satisfies Asked);
    });
  }

  async close(): Promise<void> {
    this.#closing = true;
    // A thread in the middle of a long reading loses nothing by being ended: it only reads.
    if (!this.#gone)
      await Promise.race([
        this.ask('close').catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, patience).unref()),
      ]);
    await this.#worker.terminate();
  }
}

/** The other side: answers what is asked, one answer per question, in no promised order. */
export const answering = (
  port: MessagePort,
  answers: Readonly<Record<string, (given: never) => unknown>>,
): ((news: unknown) => void) => {
  port.on('message', ({ id, kind, given }: Asked) => {
    const answer = async (): Promise<void> => {
      const found = answers[kind];
      if (!found) throw new Error(`nobody here answers ${kind}`);
      port.postMessage({ id, answer: await found(given as never) });
    };
    answer().catch((error: unknown) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      port.postMessage({ id, failed: { name, message } });
    });
  });
  return (news) => port.postMessage({ news });
};

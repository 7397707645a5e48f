import type { Recorded } from '../kernel/message.ts';
import type { EventStore } from './event-store.ts';

const pageSize = 1_000;

/** Tells those who wait that there is news; a store rings it after each commit. */
export class Bell {
  #rung = 0;
  #silent = false;
  readonly #waiting = new Set<() => void>();

  get rung(): number {
    return this.#rung;
  }

  /** Rings for the last time: whoever waits goes on and finds the store closed. */
  get silent(): boolean {
    return this.#silent;
  }

  ring(): void {
    this.#rung++;
    for (const wake of [...this.#waiting]) wake();
  }

  silence(): void {
    this.#silent = true;
    this.ring();
  }

  /** Returns at the first ring after the `heard`-th, when the signal is aborted, or after so many milliseconds. */
  wait(heard: number, signal: AbortSignal, atMost?: number): Promise<void> {
    if (this.#rung !== heard || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        clearTimeout(timer);
        resolve();
      };
      const timer = atMost === undefined ? undefined : setTimeout(wake, atMost);
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

/**
 * How every store follows: it reads pages, and the bell only wakes it. `pollEvery` is for a reader whose
 * writer is elsewhere and rings no bell here.
 */
export async function* followPages(
  store: Pick<EventStore, 'readAll'>,
  bell: Bell,
  after: bigint | undefined,
  signal: AbortSignal,
  pollEvery?: number,
): AsyncGenerator<readonly Recorded[]> {
  let position = after;
  while (!signal.aborted && !bell.silent) {
    const heard = bell.rung;
    const page = await store.readAll(position, pageSize);
    const last = page.at(-1);
    if (last) {
      position = last.position;
      yield page;
    } else {
      await bell.wait(heard, signal, pollEvery);
    }
  }
}

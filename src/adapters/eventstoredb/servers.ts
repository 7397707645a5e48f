import { setTimeout as pause } from 'node:timers/promises';
import { type Credentials, EventStoreDBClient } from '@eventstore/db-client';
import { UnusableConnectionString } from './connection-string.ts';
import { StoreAway } from '../../ports/event-store.ts';
import { kindOf, Refused, type Trouble, troubleOf } from './trouble.ts';

const firstPause = 50;
const longestPause = 1_000;

/** What goes with every call. */
export interface Call {
  readonly credentials: Credentials;
  readonly requiresLeader: true;
}

const passing: ReadonlySet<Trouble> = new Set(['unknown', 'not the leader', 'not readable yet']);

const clientOf = (server: string): EventStoreDBClient => {
  try {
    return EventStoreDBClient.connectionString(server);
  } catch (error) {
    // What it cannot read it repeats, but user and password were never in it.
    throw new UnusableConnectionString(error instanceof Error ? error.message : 'its options');
  }
};

/**
 * The servers of one log, a client for each: the client's own search among several ends the process when it fails while
 * another call waits for it. Every call asks for the leader; a server that is not it names it, and the client
 * goes there.
 */
export class Servers {
  readonly #clients: readonly EventStoreDBClient[];
  #turn = 0;

  constructor(servers: readonly string[]) {
    this.#clients = servers.map(clientOf);
  }

  get client(): EventStoreDBClient {
    const client = this.#clients[this.#turn];
    if (!client) throw new RangeError('a log without servers');
    return client;
  }

  /** The next server's turn, unless another call was here first. */
  leave(client: EventStoreDBClient): void {
    if (this.client === client) this.#turn = (this.#turn + 1) % this.#clients.length;
  }

  /**
   * Asks again until the answer is known or the patience is over. Between two tries there is always a pause: when a call
   * has failed the client closes its channel a moment later, and an append in that moment would end the process.
   */
  async answer<T>(
    patience: number,
    ask: (client: EventStoreDBClient) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const from = performance.now();
    for (let wait = firstPause; ; wait = Math.min(wait * 2, longestPause)) {
      const { client } = this;
      try {
        return await ask(client);
      } catch (error) {
        if (error instanceof Refused) throw error;
        const trouble = troubleOf(error);
        if (!passing.has(trouble)) throw error;
        if (trouble === 'unknown') this.leave(client);
        const waited = performance.now() - from;
        const away = (): StoreAway =>
          new StoreAway(`EventStoreDB gave no answer in ${Math.round(waited)} ms: ${kindOf(error)}`);
        if (signal?.aborted || waited + wait > patience) throw away();
        await pause(wait);
        if (signal?.aborted) throw away();
      }
    }
  }

  /** Ends what runs. The client itself would go on working after it. */
  async dispose(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.dispose()));
  }
}

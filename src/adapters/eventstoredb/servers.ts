import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { StoreAway } from '../../ports/event-store.ts';
import { type Connection, UnusableConnectionString } from './connection-string.ts';
import { kindOf, Refused, troubleOf } from './trouble.ts';

const firstPause = 50;
const longestPause = 1_000;

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

  constructor({ servers }: Connection) {
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
    goOn: () => boolean = () => true,
  ): Promise<T> {
    const until = performance.now() + patience;
    for (let wait = firstPause; ; wait = Math.min(wait * 2, longestPause)) {
      const { client } = this;
      try {
        return await ask(client);
      } catch (error) {
        if (error instanceof Refused) throw error;
        const trouble = troubleOf(error);
        if (trouble !== 'unknown' && trouble !== 'not the leader') throw error;
        if (trouble === 'unknown') this.leave(client);
        const away = new StoreAway(`EventStoreDB gave no answer in ${patience} ms: ${kindOf(error)}`);
        if (!goOn() || performance.now() + wait > until) throw away;
        await pause(wait);
        if (!goOn()) throw away;
      }
    }
  }

  /** Ends what runs. The client itself would go on working after it. */
  async dispose(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.dispose()));
  }
}

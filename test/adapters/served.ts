import { afterEach } from '@jest/globals';
import { type EventStoreDbOptions, openEventStoreDb } from '../../src/adapters/eventstoredb/event-store.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import {
  type StandIn,
  type StandInCluster,
  type StandInOptions,
  startStandIn,
  startStandInCluster,
} from '../support/stand-in/start.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A stand-in of EventStoreDB that goes when the test is done. */
export const served = async (options?: StandInOptions): Promise<StandIn> => {
  const server = await startStandIn(options);
  closing.push(() => server.close());
  return server;
};

export const clustered = async (count: number): Promise<StandInCluster> => {
  const cluster = await startStandInCluster(count);
  closing.push(async () => {
    for (const node of cluster.nodes) await node.close();
  });
  return cluster;
};

/** A store on it, with a patience that a test has. */
export const opened = async (
  { connectionString }: { readonly connectionString: string },
  options: Partial<EventStoreDbOptions> = {},
): Promise<EventStore> => {
  const store = await openEventStoreDb({
    deadline: 400,
    patience: 4_000,
    pollEvery: 60_000,
    connectionString,
    ...options,
  });
  closing.push(() => store.close());
  return store;
};

/** Takes from a follower until there are so many. */
export const followed = async (
  store: EventStore,
  count: number,
  after?: bigint,
): Promise<readonly string[]> => {
  const stop = new AbortController();
  const found: string[] = [];
  for await (const page of store.follow(after, stop.signal)) {
    found.push(...page.map(({ id }) => id));
    if (found.length >= count) stop.abort();
  }
  return found;
};

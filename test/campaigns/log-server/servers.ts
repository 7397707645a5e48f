import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../../src/ports/random.ts';
import type { AppendFault, ReadFault, SubscriptionFault } from '../../support/stand-in/faults.ts';
import { type StandIn, startStandIn, startStandInCluster } from '../../support/stand-in/start.ts';

/** Something that goes wrong with the servers of the log. */
export interface Trouble {
  readonly name: string;
  /** Whether nobody can be served meanwhile. */
  readonly away: boolean;
  /** Resolves when it is over, and the servers are there as before. */
  readonly happen: () => Promise<void>;
}

/** The servers that a campaign makes trouble for: stand-ins here, real ones where somebody drives them. */
export interface Servers {
  readonly connectionString: string;
  readonly troubles: readonly Trouble[];
  close(): Promise<void>;
}

/** Of an outage (ms): longer than who answers is patient. */
const [shortest, longest] = [600, 1_600];
const mostFaults = 6;

const appendFaults: readonly AppendFault[] = [
  'not leader',
  'unavailable',
  'commit phase timeout',
  'commit phase timeout, but written',
  'late acknowledgement',
  'lost acknowledgement',
  'no acknowledgement',
  'broken before',
];
const readFaults: readonly ReadFault[] = ['not leader', 'unavailable', 'no answer', 'broken half-way'];
const subscriptionFaults: readonly SubscriptionFault[] = [
  'unavailable',
  'consumer too slow',
  'server stops',
  'ended',
];

const timings = { lateMs: 300, writeTimeoutMs: 300 };

/** One stand-in of EventStoreDB, or a cluster of them whose leader changes; how long anything lasts follows from the chance given. */
export const standIns = async (howMany: number, random: Random): Promise<Servers> => {
  const cluster = howMany > 1 ? await startStandInCluster(howMany, timings) : undefined;
  const nodes: readonly StandIn[] = cluster?.nodes ?? [await startStandIn(timings)];
  let leading = 0;

  const below = (limit: number): number => Math.floor(random.number() * limit);
  const oneOf = <T>(all: readonly T[]): T => {
    const one = all[below(all.length)];
    if (one === undefined) throw new RangeError('nothing to choose from');
    return one;
  };
  const aWhile = (): Promise<void> => pause(shortest + random.number() * (longest - shortest));
  const leader = (): StandIn => nodes[leading] ?? oneOf(nodes);
  const all = (act: (node: StandIn) => Promise<void> | void): Promise<unknown> =>
    Promise.all(nodes.map(async (node) => act(node)));
  const nextLeads = (): void => {
    leading = (leading + 1) % nodes.length;
    cluster?.lead(leading);
  };

  const away: readonly Trouble[] = [
    {
      name: 'stopped, and started again',
      away: true,
      happen: async () => {
        await all((node) => node.stop());
        await aWhile();
        await all((node) => node.restart());
      },
    },
    {
      name: 'standing still',
      away: true,
      happen: async () => {
        await all((node) => node.pause());
        await aWhile();
        await all((node) => node.resume());
      },
    },
  ];
  const withSeveral: readonly Trouble[] = [
    {
      name: 'another leads',
      away: false,
      happen: async () => nextLeads(),
    },
    {
      name: 'the leader stopped, another leads, the first comes back',
      away: true,
      happen: async () => {
        const gone = leader();
        await gone.stop();
        await aWhile();
        nextLeads();
        void aWhile().then(() => gone.restart());
      },
    },
  ];
  const small: readonly Trouble[] = [
    {
      name: 'connections broken',
      away: false,
      happen: async () => leader().breakConnections(),
    },
    ...appendFaults.map((fault) => ({
      name: `appends: ${fault}`,
      away: false,
      happen: async () => leader().faults.next('append', fault, 1 + below(mostFaults)),
    })),
    {
      name: 'reads go wrong',
      away: false,
      happen: async () => leader().faults.next('read', oneOf(readFaults), 1 + below(mostFaults)),
    },
    {
      name: 'subscriptions ended and refused',
      away: false,
      happen: async () => {
        leader().faults.next('subscribe', oneOf(readFaults), below(mostFaults));
        leader().faults.endSubscriptions(oneOf(subscriptionFaults));
      },
    },
  ];

  return {
    connectionString: cluster?.connectionString ?? leader().connectionString,
    troubles: [...away, ...(cluster ? withSeveral : []), ...small],
    close: async () => {
      await all((node) => node.close());
    },
  };
};

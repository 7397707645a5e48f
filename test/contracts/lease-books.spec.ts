import { afterAll, beforeAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventStoreDbLeaseBook } from '../../src/adapters/eventstoredb/lease-book.ts';
import { memoryLeaseBook } from '../../src/adapters/memory/lease-book.ts';
import { type StandIn, startStandIn } from '../support/stand-in/start.ts';
import { leasesContract } from './leases.contract.ts';

leasesContract('memory', () => {
  const book = memoryLeaseBook();
  return Promise.resolve({ book, another: () => Promise.resolve(book) });
});

const onServers = (connectionString: () => string) => {
  const name = randomUUID();
  const open = () => eventStoreDbLeaseBook({ connectionString: connectionString(), name });
  return Promise.resolve({ book: open(), another: () => Promise.resolve(open()) });
};

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());
leasesContract('a lease stream on the stand-in of EventStoreDB', () =>
  onServers(() => standIn.connectionString),
);

const { EVENTSTORE_URL: server } = process.env;
if (server !== undefined)
  leasesContract('a lease stream on the EventStoreDB of EVENTSTORE_URL', () => onServers(() => server));

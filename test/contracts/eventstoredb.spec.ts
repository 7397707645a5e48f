import { afterEach, describe, it } from '@jest/globals';
import { openEventStoreDb } from '../../src/adapters/eventstoredb/event-store.ts';
import { type StandIn, startStandIn } from '../support/stand-in/start.ts';
import { eventStoreContract } from './event-store.contract.ts';

let standIn: StandIn | undefined;
afterEach(async () => {
  await standIn?.close();
  standIn = undefined;
});

eventStoreContract('EventStoreDB, as a stand-in plays it', async () => {
  standIn = await startStandIn();
  return openEventStoreDb({ connectionString: standIn.connectionString });
});

const connectionString = process.env['EVENTSTORE_URL'];
if (connectionString)
  eventStoreContract('EventStoreDB, a real server', () => openEventStoreDb({ connectionString }), {
    holdsMore: true,
  });
else
  describe('event store: EventStoreDB, a real server', () => {
    it.skip('skipped: no server at EVENTSTORE_URL', () => undefined);
  });

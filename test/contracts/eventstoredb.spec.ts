import { openEventStoreDb } from '../../src/adapters/eventstoredb/event-store.ts';
import { eventStoreContract } from './event-store.contract.ts';

const url = process.env['EVENTSTORE_URL'];
if (url) eventStoreContract('EventStoreDB', () => openEventStoreDb({ connectionString: url }));

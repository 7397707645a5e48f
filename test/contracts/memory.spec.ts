import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { eventStoreContract } from './event-store.contract.ts';

eventStoreContract('memory', () => Promise.resolve(memoryEventStore()));

import { openSqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { freshFolder } from '../adapters/fresh-folder.ts';
import { eventStoreContract } from './event-store.contract.ts';

eventStoreContract('sqlite', () => openSqliteEventStore({ file: `${freshFolder()}/log.sqlite` }));

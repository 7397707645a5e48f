import { memoryViewStore } from '../../src/adapters/memory/view-store.ts';
import { sqliteViewStore } from '../../src/adapters/sqlite/view-store.ts';
import { freshFolder } from '../adapters/fresh-folder.ts';
import { viewStoreContract } from './view-store.contract.ts';

viewStoreContract('sqlite', () => sqliteViewStore(`${freshFolder()}/views`));
viewStoreContract('memory', memoryViewStore);

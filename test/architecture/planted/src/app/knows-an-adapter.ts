import { store } from '../adapters/memory/store.ts'; export const planted = store;

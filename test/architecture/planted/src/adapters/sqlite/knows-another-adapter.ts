import { store } from '../memory/store.ts'; export const planted = store;

import { here } from './circle-here.ts'; export const there = () => here;

import { decide } from '../staff/decider.ts'; export const planted = decide;

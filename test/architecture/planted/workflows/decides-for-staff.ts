import { decide } from '../src/domain/staff/decider.ts'; export const planted = decide;

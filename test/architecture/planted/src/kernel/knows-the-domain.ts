import { decide } from '../domain/staff/decider.ts'; export const planted = decide;

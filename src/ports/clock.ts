import type { Instant } from '../kernel/instant.ts';

export interface Clock {
  now(): Instant;
}

import type { Instant } from '../kernel/instant.ts';

/**
 * A hint that it is time to look, and nothing more: what is due stands in the log, and a sweep of it finds what no
 * hint was given for. Its contract is `test/contracts/timers.contract.ts`.
 */
export interface Timers {
  /** Asks to be woken at a moment, or soon after; the same key again takes the place of the one before. */
  wakeAt(key: string, at: Instant): void;
  /** Never before its moment. One listener; what came before it listens is told when it does. */
  listen(wake: (key: string) => void): void;
  close(): Promise<void>;
}

import type { Instant } from '../../kernel/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Timers } from '../../ports/timers.ts';

/**
 * Longer waits are made in hops: beyond 2^31 - 1 ms (24.8 days) Node would wake at once, and a clock that is put
 * right meanwhile is looked at again.
 */
const longestHop = 3_600_000;

const millis = (at: Instant): number => Date.parse(at);

/** Hints in this process; gone with it, which costs nothing but time until the next sweep. */
export const inProcessTimers = (clock: Clock): Timers => {
  const waiting = new Map<string, Instant>();
  let wake: ((key: string) => void) | undefined;
  let hop: NodeJS.Timeout | undefined;

  const look = (): void => {
    clearTimeout(hop);
    hop = undefined;
    const now = millis(clock.now());
    for (const [key, at] of wake ? waiting : [])
      if (millis(at) <= now) {
        waiting.delete(key);
        wake?.(key);
      }
    const next = Math.min(...[...waiting.values()].map(millis));
    if (!wake || next === Infinity) return;
    hop = setTimeout(look, Math.min(Math.max(next - now, 1), longestHop));
    hop.unref();
  };

  return {
    wakeAt: (key, at) => {
      waiting.set(key, at);
      look();
    },
    listen: (listener) => {
      wake = listener;
      look();
    },
    close: async () => {
      clearTimeout(hop);
      waiting.clear();
      wake = undefined;
    },
  };
};

import { Redis } from 'ioredis';

/** Milliseconds after which a server that says nothing is taken for one that is not there. */
const patience = 5_000;
const longestPause = 1_000;

/**
 * A connection for asking, once somebody connects it: what cannot be asked now is refused now, and not kept for
 * later. `again`: it is made anew when it breaks.
 */
export const openRedis = (url: string, again: boolean): Redis => {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: patience,
    disconnectTimeout: 300,
    commandTimeout: patience,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => (again ? Math.min(times * 100, longestPause) : null),
  });
  // What goes wrong is thrown by what was asked.
  redis.on('error', () => undefined);
  return redis;
};

/** Where a Redis is, for people: without user and password. */
export const placeOf = (url: string): string => new URL(url).host;

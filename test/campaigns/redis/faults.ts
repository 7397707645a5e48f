import { setTimeout } from 'node:timers/promises';
import type { OwnRedis } from '../../support/redis.ts';

/** What happens to a Redis: everything in it gone, killed and back, killed and back empty, standing still, holding up. */
export const faults = ['emptied', 'killed', 'killedAndEmptied', 'frozen', 'paused'] as const;
export type Fault = (typeof faults)[number];

const strike: Readonly<Record<Fault, (redis: OwnRedis, lasts: number) => Promise<unknown>>> = {
  emptied: (redis) => redis.flush(),
  killed: async (redis, lasts) => {
    await redis.kill();
    await setTimeout(lasts);
    await redis.up();
  },
  killedAndEmptied: async (redis, lasts) => {
    await redis.kill();
    await setTimeout(lasts);
    await redis.up();
    await redis.flush();
  },
  frozen: async (redis, lasts) => {
    redis.freeze();
    await setTimeout(lasts);
    redis.thaw();
  },
  paused: async (redis, lasts) => {
    await redis.ask((client) => client.call('CLIENT', 'PAUSE', String(Math.round(lasts)), 'ALL'));
    await setTimeout(lasts);
  },
};

/** One after the other, evenly over a time; an outage lasts half of what there is until the next fault. */
export const faultsFor = async (
  redis: OwnRedis,
  planned: readonly Fault[],
  milliseconds: number,
): Promise<void> => {
  const each = milliseconds / planned.length;
  for (const fault of planned) {
    const from = Date.now();
    await setTimeout(each / 4);
    await strike[fault](redis, each / 2);
    await setTimeout(Math.max(0, from + each - Date.now()));
  }
};

import { beforeAll, describe, expect, it } from '@jest/globals';
import { OwnRedis, skipsWithoutOwnRedis } from '../support/redis.ts';
import { type Played, play, type Playing, wrongIn } from './redis/campaign.ts';
import { faults } from './redis/faults.ts';

const what = 'escalations while their Redis is killed, emptied and held up';

const played = async (playing: Playing): Promise<Played> => {
  const redis = await OwnRedis.start();
  try {
    return await play(redis, playing);
  } finally {
    await redis.end();
  }
};

if (skipsWithoutOwnRedis(what)) it.skip(what, () => undefined);
else
  describe(what, () => {
    let honest: Played;
    let withoutSweep: Played;
    beforeAll(async () => {
      // Beside each other: both of them mostly wait.
      [honest, withoutSweep] = await Promise.all([
        played({ escalations: 300, day: 500, build: 'honest', faults }),
        played({
          escalations: 30,
          day: 400,
          build: 'withoutSweep',
          faults: ['emptied', 'emptied', 'emptied'],
        }),
      ]);
    }, 60_000);

    it('are missed by nobody, come once, and at most a sweep and five seconds late', () => {
      expect(honest).toMatchObject({ escalated: 300, missed: 0, twice: 0, early: 0 });
      expect(wrongIn(honest)).toEqual([]);
    });

    it('are missed when nobody sweeps: hints alone do not do it', () => {
      expect(withoutSweep.missed).toBeGreaterThan(0);
      expect(wrongIn(withoutSweep)).not.toEqual([]);
    });
  });

import { askedFor } from './asked-for.ts';
import { OwnRedis, redisIsHere } from '../support/redis.ts';
import { builds, play, wrongIn } from './redis/campaign.ts';
import { faults } from './redis/faults.ts';

const {
  numbers: { escalations, rounds, day },
  build,
} = askedFor(
  'npm run campaign:redis -- [--escalations N] [--rounds R] [--day MILLISECONDS]',
  {
    escalations: { usually: 10_000, most: 1_000_000 },
    rounds: { usually: 2, most: 100 },
    day: { usually: 4_000, most: 3_600_000 },
  },
  builds,
);

if (!redisIsHere()) {
  process.stderr.write('SKIPPED: no redis-server on this machine\n');
  process.exit(1);
}
const redis = await OwnRedis.start();
try {
  const planned = Array.from({ length: rounds }, () => faults).flat();
  const played = await play(redis, { escalations, day, build, faults: planned });
  const wrong = wrongIn(played);
  process.stdout.write(`${JSON.stringify({ build, ...played, wrong })}\n`);
  // Of a build that is broken it is the campaign that fails when it finds nothing.
  process.exitCode = (wrong.length === 0) === (build === 'honest') ? 0 : 1;
} finally {
  await redis.end();
}

import { parseArgs } from 'node:util';
import { OwnRedis, redisIsHere } from '../support/redis.ts';
import { type Build, builds, play, wrongIn } from './redis/campaign.ts';
import { faults } from './redis/faults.ts';

const usage = `npm run campaign:redis -- [--escalations N] [--rounds R] [--day MILLISECONDS] [--build ${builds.join('|')}]`;
const stop = (text: string): never => {
  process.stderr.write(`${text}\n${usage}\n`);
  process.exit(2);
};

const options = (() => {
  try {
    return parseArgs({
      options: {
        escalations: { type: 'string', default: '10000' },
        rounds: { type: 'string', default: '2' },
        day: { type: 'string', default: '4000' },
        build: { type: 'string', default: 'honest' },
      },
    }).values;
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
})();
const whole = (name: 'escalations' | 'rounds' | 'day', most: number): number => {
  const value = Number(options[name]);
  return /^\d{1,9}$/.test(options[name]) && value >= 1 && value <= most
    ? value
    : stop(`--${name} is a whole number from 1 to ${most}, not ${options[name]}`);
};
const [escalations, rounds, day] = [
  whole('escalations', 1_000_000),
  whole('rounds', 100),
  whole('day', 3_600_000),
];
const build =
  builds.find((each): each is Build => each === options.build) ?? stop(`--build ${options.build}?`);

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

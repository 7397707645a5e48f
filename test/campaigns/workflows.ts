import { parseArgs } from 'node:util';
import { type Build, builds } from './workflows/builds.ts';
import { faultsIn } from './workflows/campaign.ts';
import { playAll } from './workflows/seeds.ts';

const usage = `npm run campaign:workflows -- [--seeds N] [--seed FIRST] [--students N] [--years Y] [--build ${builds.join('|')}]`;
const stop = (text: string): never => {
  process.stderr.write(`${text}\n${usage}\n`);
  process.exit(2);
};

const options = (() => {
  try {
    return parseArgs({
      options: {
        seeds: { type: 'string', default: '20' },
        seed: { type: 'string', default: '1' },
        students: { type: 'string', default: '150' },
        years: { type: 'string', default: '3' },
        build: { type: 'string', default: 'honest' },
      },
    }).values;
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
})();

const whole = (name: 'seeds' | 'seed' | 'students' | 'years', most: number): number => {
  const value = Number(options[name]);
  return /^\d{1,9}$/.test(options[name]) && value >= 1 && value <= most
    ? value
    : stop(`--${name} is a whole number from 1 to ${most}, not ${options[name]}`);
};
const [seeds, first] = [whole('seeds', 100_000), whole('seed', 999_999_999)];
const [students, years] = [whole('students', 20_000), whole('years', 10)];
const build =
  builds.find((each): each is Build => each === options.build) ?? stop(`--build ${options.build}?`);

const from = performance.now();
const results = await playAll(
  Array.from({ length: seeds }, (_, index) => ({ seed: String(first + index), students, years, build })),
  (result) => {
    const { seed, tasks, escalations, signals, crashes } = result;
    process.stderr.write(
      `seed ${seed}: ${tasks} tasks, ${escalations} escalations, ${signals} signals, ${crashes} crashes, ${faultsIn(result)} faults\n`,
    );
  },
);
process.stderr.write(`${((performance.now() - from) / 1_000).toFixed(1)} s\n`);
const faulty = results.filter((result) => faultsIn(result) > 0);
process.stdout.write(`${JSON.stringify({ played: results.length, faulty }, undefined, 2)}\n`);
// Of a build that is broken it is the campaign that fails when it finds nothing.
process.exitCode = (faulty.length === 0) === (build === 'honest') ? 0 : 1;

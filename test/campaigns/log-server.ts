import { parseArgs } from 'node:util';
import { faultsIn } from './check-log.ts';
import { playAll } from './in-children.ts';
import { type Build, builds } from './log-server/builds.ts';
import type { Result } from './log-server/campaign.ts';
import type { Playing } from './log-server/child.ts';

const usage = `npm run campaign:log -- [--seeds N] [--seed FIRST] [--commands N] [--build ${builds.join('|')}]`;
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
        commands: { type: 'string', default: '2000' },
        build: { type: 'string', default: 'honest' },
      },
    }).values;
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
})();

const whole = (name: 'seeds' | 'seed' | 'commands', most: number): number => {
  const value = Number(options[name]);
  return /^\d{1,9}$/.test(options[name]) && value >= 1 && value <= most
    ? value
    : stop(`--${name} is a whole number from 1 to ${most}, not ${options[name]}`);
};
const [seeds, first, commands] = [
  whole('seeds', 100_000),
  whole('seed', 999_999_999),
  whole('commands', 1_000_000),
];
const build =
  builds.find((each): each is Build => each === options.build) ?? stop(`--build ${options.build}?`);

/** What the specification asks: readers are back so long after the server (ms). */
const backWithin = 10_000;

process.stderr.write('on a stand-in of EventStoreDB: odd seeds one server, even seeds a cluster of three\n');
const from = performance.now();
const results = await playAll<Result>(
  new URL('log-server/child.ts', import.meta.url),
  Array.from({ length: seeds }, (_, index): Playing => {
    const seed = first + index;
    return { seed: String(seed), servers: seed % 2 === 1 ? 1 : 3, commands, build, backWithin };
  }),
  (result) => {
    const { seed, acknowledged, refused, unknown, troubles, outages, slowest, findings } = result;
    const back = Object.entries(slowest).map(([who, took]) => `${who} ${took} ms`);
    process.stderr.write(
      `seed ${seed}: ${acknowledged} acknowledged, ${refused} refused, ${unknown} times unknown, ${troubles} troubles of which ${outages} outages, back at the latest after: ${back.join(', ')}; ${faultsIn(findings)} faults\n`,
    );
  },
);
process.stderr.write(`${((performance.now() - from) / 1_000).toFixed(1)} s\n`);
const faulty = results.filter(({ findings }) => faultsIn(findings) > 0);
process.stdout.write(`${JSON.stringify({ played: results.length, faulty }, undefined, 2)}\n`);
// Of a build that is broken it is the campaign that fails when it finds nothing.
process.exitCode = (faulty.length === 0) === (build === 'honest') ? 0 : 1;

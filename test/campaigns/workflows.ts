import { askedFor } from './asked-for.ts';
import { builds } from './workflows/builds.ts';
import { faultsIn } from './workflows/campaign.ts';
import { playAll } from './workflows/seeds.ts';

const {
  numbers: { seeds, seed: first, students, years },
  build,
} = askedFor(
  'npm run campaign:workflows -- [--seeds N] [--seed FIRST] [--students N] [--years Y]',
  {
    seeds: { usually: 20, most: 100_000 },
    seed: { usually: 1, most: 999_999_999 },
    students: { usually: 150, most: 20_000 },
    years: { usually: 3, most: 10 },
  },
  builds,
);

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

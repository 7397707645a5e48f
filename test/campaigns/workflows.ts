import { askedFor, conclude } from './asked-for.ts';
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
conclude(
  { played: results.length },
  results.filter((result) => faultsIn(result) > 0),
  { from, build },
);

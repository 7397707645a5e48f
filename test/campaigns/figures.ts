import { askedFor, conclude } from './asked-for.ts';
import { builds } from './figures/builds.ts';
import type { Compared } from './figures/campaign.ts';
import { playAll } from './in-children.ts';

const {
  numbers: { schools, seed: first, students, years },
  build,
} = askedFor(
  'npm run campaign:figures -- [--schools N] [--seed FIRST] [--students N] [--years Y]',
  {
    schools: { usually: 10, most: 10_000 },
    seed: { usually: 1, most: 999_999_999 },
    students: { usually: 1_000, most: 20_000 },
    years: { usually: 3, most: 10 },
  },
  builds,
);

const from = performance.now();
const results = await playAll<Compared>(
  new URL('figures/child.ts', import.meta.url),
  Array.from({ length: schools }, (_, index) => ({ seed: String(first + index), students, years, build })),
  ({ seed, events, lines, findings }) => {
    process.stderr.write(
      `seed ${seed}: ${events} events, ${lines} lines computed twice, ${findings.length} findings\n`,
    );
  },
);
conclude(
  { compared: results.length },
  results.filter(({ findings }) => findings.length > 0),
  { from, build },
);

import { askedFor, conclude } from './asked-for.ts';
import { faultsIn } from './check-log.ts';
import { playAll } from './in-children.ts';
import { builds } from './log-server/builds.ts';
import type { Result } from './log-server/campaign.ts';
import type { Playing } from './log-server/child.ts';

const {
  numbers: { seeds, seed: first, commands },
  build,
} = askedFor(
  'npm run campaign:log -- [--seeds N] [--seed FIRST] [--commands N]',
  {
    seeds: { usually: 20, most: 100_000 },
    seed: { usually: 1, most: 999_999_999 },
    commands: { usually: 2_000, most: 1_000_000 },
  },
  builds,
);

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
conclude(
  { played: results.length },
  results.filter(({ findings }) => faultsIn(findings) > 0),
  { from, build },
);

import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { appendRate } from './append.ts';
import { type Measure, type Progress, share, threeRounds } from './measure.ts';
import { startPostgres } from './postgres.ts';
import { rebuildRate } from './rebuild.ts';
import { withScratch } from './scratch.ts';

const folder = fileURLToPath(new URL('./peers', import.meta.url));
const secondsOfAppends = 5;
const eventsToRebuild = 3_000;
/** Some 100,000 events: with fewer, starting the thread is all that is measured. */
const trajectoriesWeRebuild = 3_000;

const run = promisify(execFile);

/** The peers are no dependencies of ours: they are fetched when somebody wants to compare. */
const install = (progress: Progress): void => {
  if (existsSync(join(folder, 'node_modules'))) return;
  progress('installing the peers');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
};

interface Rates {
  readonly appendsPerSecond: number;
  readonly rebuiltPerSecond: number;
}

const emmett = async (url: string): Promise<Rates> => {
  const { stdout } = await run(
    process.execPath,
    [join(folder, 'emmett.mjs'), url, `${secondsOfAppends}`, `${eventsToRebuild}`],
    { cwd: dirname(folder) },
  );
  return JSON.parse(stdout) as Rates;
};

/** The same append and a rebuild on Emmett with PostgreSQL, in turns with ours. */
export const measures = async function* (progress: Progress): AsyncGenerator<Measure> {
  install(progress);
  const rounds = await threeRounds(async (number) => {
    const postgres = await startPostgres();
    if (!postgres) return undefined;
    try {
      const theirs = await emmett(postgres.url);
      const ours = await withScratch(async (scratch) => ({
        appendsPerSecond: await appendRate(join(scratch, 'append')),
        rebuiltPerSecond: await rebuildRate(join(scratch, 'rebuild'), trajectoriesWeRebuild),
      }));
      progress(
        `round ${number}: Emmett on ${postgres.version}: ${Math.round(theirs.appendsPerSecond)} appends/s, ${Math.round(theirs.rebuiltPerSecond)} rebuilt/s`,
      );
      return { theirs, ours };
    } finally {
      await postgres.stop();
    }
  });
  const done = rounds.filter((round) => round !== undefined);
  if (done.length === 0) {
    progress(
      'SKIPPED: no PostgreSQL found (initdb and postgres on the path, or Debian’s package postgresql)',
    );
    return;
  }
  for (const [what, rate] of [
    ['append, 64 callers', 'appendsPerSecond'],
    ['rebuild', 'rebuiltPerSecond'],
  ] as const)
    yield share(
      what,
      'events/s',
      'Emmett 0.42.0 with PostgreSQL',
      done.map(({ ours, theirs }) => ({ value: ours[rate], limit: theirs[rate] })),
    );
};

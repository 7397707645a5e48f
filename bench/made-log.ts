import { openSqliteEventStore } from '../src/adapters/sqlite/event-store.ts';
import { seededRandom } from '../src/adapters/system/seeded-random.ts';
import { type Batch, madeHistories, madeSchool } from '../test/support/made-histories.ts';

/**
 * Run by the rebuild benchmark as a process of its own, so that what making a school takes up is not counted:
 * about 36 events a trajectory; sixteen begin on each day, so that some ten thousand go on beside each other.
 */
const [file = '', trajectories = ''] = process.argv.slice(2);
const perDay = 16;
const together = 1_000;

const log = await openSqliteEventStore({ file });
let written = 0;
let told = 0;
let waiting: Batch[] = [];
const flush = async (): Promise<void> => {
  await Promise.all(
    waiting.map(({ stream, first, events }) => log.append(stream, first === 0 ? 'none' : first - 1, events)),
  );
  waiting = [];
};
for (const batches of madeHistories(madeSchool(seededRandom('rebuild')), {
  trajectories: Number(trajectories),
  perDay,
})) {
  waiting.push(...batches);
  written += batches.reduce((sum, { events }) => sum + events.length, 0);
  if (waiting.length >= together) await flush();
  if (written - told < 200_000) continue;
  told = written;
  process.stdout.write(`${written} events written\n`);
}
await flush();
await log.close();

import { parentPort, workerData } from 'node:worker_threads';
import { projections } from '../../projections/index.ts';
import { trajectoryStories } from '../../projections/trajectory-story.ts';
import { openSqliteEventStore } from '../adapters/sqlite/event-store.ts';
import { sqliteViewStore } from '../adapters/sqlite/view-store.ts';
import { buildViews } from '../engine/build-views.ts';
import { ProjectionRunner } from '../engine/run-projections.ts';
import { answering } from './thread.ts';

/** Follows the log into the read models, away from the thread that answers requests. */
const { log: file, views: folder } = workerData as { readonly log: string; readonly views: string };
if (!parentPort) throw new Error('this file is run as a thread');

const log = await openSqliteEventStore({ file, readOnly: true });
const views = sqliteViewStore(folder);
const stop = new AbortController();
let running: Promise<void> | undefined;

const tell = answering(parentPort, {
  nudge: () => runner.nudge(),
  rebuild: async (names: readonly string[]) => {
    const chosen = projections.filter(({ name }) => names.includes(name));
    const files = await buildViews({
      log,
      views,
      source: trajectoryStories,
      projections: chosen,
      signal: stop.signal,
      onPage: (ordinal) => tell({ building: ordinal }),
    });
    const swapped = [];
    for (const built of files) {
      swapped.push(await runner.adopt(built));
      await runner.confirm(built.name);
    }
    return swapped;
  },
  retry: () => runner.retry(),
  close: async () => {
    stop.abort();
    await running?.catch(() => undefined);
    await runner.close();
    views.close();
    await log.close();
  },
});

const runner = new ProjectionRunner({
  log,
  views,
  source: trajectoryStories,
  projections,
  onStanding: (standing) => tell({ standing }),
  onBuilding: (ordinal) => tell({ building: ordinal }),
});
running = runner.start(stop.signal).then(() => runner.run(stop.signal));
// Nobody waits for the run itself: when it fails, the thread dies and says why.
running.catch((error: unknown) => {
  if (!stop.signal.aborted)
    setImmediate(() => {
      throw error;
    });
});

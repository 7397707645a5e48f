import { parentPort, workerData } from 'node:worker_threads';
import { sqliteViewStore } from '../adapters/sqlite/view-store.ts';
import { buildViews } from '../engine/build-views.ts';
import { ProjectionRunner } from '../engine/run-projections.ts';
import { projections } from '../../projections/index.ts';
import { asLongAsItTakes, openForReading } from './open-log.ts';
import {
  type Asks,
  type FromWorker,
  mostParkedTold,
  type ToWorker,
  type WorkerStart,
} from './projections-protocol.ts';

/**
 * Runs in a worker thread, over connections of its own: the log read-only, the read models for writing. The
 * thread that answers requests never waits for either.
 */
const { log: place, viewsFolder, work, mostHeld } = workerData as WorkerStart;
const port = parentPort;
if (!port) throw new Error('projections-worker.ts is started as a worker thread');
const tell = (message: FromWorker): void => port.postMessage(message);

const held = mostHeld === undefined ? {} : { mostHeld };
const log = await openForReading(place, asLongAsItTakes);
const views = sqliteViewStore(viewsFolder);

/** Often enough to be seen moving. */
const tellEvery = 10_000;
let lastTold = 0;
const building = (ordinal: number): void => {
  if (ordinal - lastTold < tellEvery) return;
  lastTold = ordinal;
  tell({ kind: 'building', ordinal });
};

const build = async (names: readonly string[], live: boolean): Promise<void> => {
  const files = await buildViews({
    log,
    views,
    projections: projections.filter(({ name }) => names.includes(name)),
    chained: live,
    onPage: building,
    ...held,
  });
  if (live) for (const file of files) views.swap(file);
  tell({ kind: 'built', files });
};

const follow = async (): Promise<void> => {
  const stopping = new AbortController();
  const runner = new ProjectionRunner({
    log,
    views,
    projections,
    onBuilding: building,
    onStanding: (standing) =>
      tell({
        kind: 'standing',
        standing: {
          ...standing,
          parked: standing.parked.slice(0, mostParkedTold),
          parkedInAll: standing.parked.length,
        },
      }),
    ...held,
  });
  const answer = async (message: ToWorker & { kind: 'ask' }): Promise<Asks[keyof Asks]['answer']> => {
    switch (message.name) {
      case 'retry':
        return runner.retry(...message.ask);
      case 'adopt':
        return runner.adopt(...message.ask);
      case 'confirm':
        return runner.confirm(...message.ask);
      case 'stop':
        stopping.abort();
        // It may be waiting for servers that are away.
        void log.close();
        return null;
    }
  };
  port.on('message', (message: ToWorker) => {
    if (message.kind === 'nudge') {
      if (message.hurry) runner.hurry();
      else runner.nudge();
      return;
    }
    answer(message).then(
      (given) => tell({ kind: 'answer', id: message.id, answer: given }),
      (error: unknown) =>
        tell({
          kind: 'refusal',
          id: message.id,
          error: error instanceof Error ? error.message : String(error),
        }),
    );
  });
  try {
    await runner.start(stopping.signal);
    tell({ kind: 'started' });
    await runner.run(stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  } finally {
    await runner.close();
  }
};

try {
  await (work.kind === 'build' ? build(work.names, work.live) : follow());
} finally {
  views.close();
  await log.close();
  port.close();
}

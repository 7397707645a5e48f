import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projections } from '../../projections/index.ts';
import { sqliteViewStore } from '../../src/adapters/sqlite/view-store.ts';
import { buildViews } from '../../src/engine/build-views.ts';
import { ProjectionRunner } from '../../src/engine/run-projections.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { ViewStore } from '../../src/ports/view-store.ts';

const viewsIn = (folder: string): ViewStore => {
  mkdirSync(folder, { recursive: true });
  return sqliteViewStore(folder);
};

/** The read models in step with the log, in the folder beside it. */
export const runnerOver = (
  log: EventStore,
  folder: string,
): { runner: ProjectionRunner; views: ViewStore } => {
  const views = viewsIn(join(folder, 'views'));
  return { views, runner: new ProjectionRunner({ log, views, projections, pageSize: 50 }) };
};

const dumpOf = (views: ViewStore, projection: (typeof projections)[number]): readonly string[] => {
  const live = views.live(projection.name);
  return live ? [...views.dump(projection, live)] : [];
};

export interface ViewsCompared {
  /** How many rows the read models hold together. */
  readonly rows: number;
  /** What a rebuild from the first event on says otherwise. */
  readonly differences: readonly string[];
}

/** Lets the read models catch up from where the last kill left them, and holds them against a rebuild from zero. */
export const compareWithRebuild = async (log: EventStore, folder: string): Promise<ViewsCompared> => {
  const { runner, views } = runnerOver(log, folder);
  await runner.start();
  await runner.catchUp();
  const anew = viewsIn(join(folder, 'rebuilt'));
  for (const file of await buildViews({ log, views: anew, projections, chained: true })) anew.swap(file);
  let rows = 0;
  const differences: string[] = [];
  for (const projection of projections) {
    const [followed, rebuilt] = [dumpOf(views, projection), dumpOf(anew, projection)];
    rows += rebuilt.length;
    if (followed.join('\n') !== rebuilt.join('\n'))
      differences.push(`${projection.name}: ${followed.length} rows, and ${rebuilt.length} when built anew`);
    const parked = runner.standings().flatMap((standing) => standing.parked);
    differences.push(...parked.map(({ key, error }) => `${projection.name}: ${key} is parked: ${error}`));
  }
  await runner.close();
  views.close();
  anew.close();
  return { rows, differences };
};

import { describe, expect, it } from '@jest/globals';
import { openSqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { sqliteViewStore } from '../../src/adapters/sqlite/view-store.ts';
import { seededRandom } from '../../src/adapters/system/seeded-random.ts';
import { buildViews } from '../../src/engine/build-views.ts';
import { ProjectionRunner } from '../../src/engine/run-projections.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { ViewStore } from '../../src/ports/view-store.ts';
import { projections } from '../../projections/index.ts';
import { freshFolder } from '../adapters/fresh-folder.ts';
import { madeCases } from '../support/made-cases.ts';
import { madeHistories, madeSchool } from '../support/made-histories.ts';

const dumps = (views: ViewStore): Record<string, string[]> =>
  Object.fromEntries(
    projections.map((projection) => {
      const live = views.live(projection.name);
      return [projection.name, live ? [...views.dump(projection, live)] : []];
    }),
  );

const rebuilt = async (log: EventStore, mostHeld?: number): Promise<Record<string, string[]>> => {
  const views = sqliteViewStore(freshFolder());
  const files = await buildViews({
    log,
    views,
    projections,
    chained: true,
    ...(mostHeld !== undefined && { mostHeld }),
  });
  for (const file of files) views.swap(file);
  const result = dumps(views);
  views.close();
  return result;
};

describe('read models and their rebuild', () => {
  for (const seed of ['one', 'two', 'three'])
    it(`say the same, byte for byte, after the history ${seed}`, async () => {
      const log = await openSqliteEventStore({ file: `${freshFolder()}/log.sqlite` });
      const views = sqliteViewStore(freshFolder());
      const runner = new ProjectionRunner({ log, views, projections, pageSize: 37, mostHeld: 400 });
      await runner.start();
      let days = 0;
      const school = madeSchool(seededRandom(seed));
      const cases = madeCases(school, { cases: 30 });
      for (const batches of madeHistories(school, { trajectories: 60, perDay: 1, guided: true })) {
        const ofCases = days % 3 === 0 ? cases.next() : undefined;
        await Promise.all(
          [...batches, ...(ofCases?.done === false ? ofCases.value : [])].map(({ stream, first, events }) =>
            log.append(stream, first === 0 ? 'none' : first - 1, events),
          ),
        );
        if (++days % 5 === 0) await runner.catchUp();
      }
      await runner.catchUp();
      const followed = dumps(views);
      for (const { name } of projections) expect(followed[name]?.length).toBeGreaterThan(0);
      expect(await rebuilt(log)).toEqual(followed);
      expect(await rebuilt(log, 100)).toEqual(followed);
      await runner.close();
      views.close();
      await log.close();
    });
});

import { describe, expect, it } from '@jest/globals';
import { openSqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { sqliteViewStore } from '../../src/adapters/sqlite/view-store.ts';
import { seededRandom } from '../../src/adapters/system/seeded-random.ts';
import { memoryViewStore } from '../../src/adapters/memory/view-store.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { hearersOf } from '../../src/app/workflows/hearers.ts';
import { checkpointIn } from '../../src/app/workflows/checkpoint.ts';
import { staffStream } from '../../src/domain/staff/ids.ts';
import { buildViews } from '../../src/engine/build-views.ts';
import { Engine } from '../../src/engine/execute.ts';
import { ProjectionRunner } from '../../src/engine/run-projections.ts';
import { RunWorkflows } from '../../src/engine/run-workflows.ts';
import { instant } from '../../src/kernel/instant.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { ViewStore } from '../../src/ports/view-store.ts';
import { projections } from '../../projections/index.ts';
import { workflows } from '../../workflows/index.ts';
import { freshFolder } from '../adapters/fresh-folder.ts';
import { appendFacts } from '../support/appended.ts';
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

/** What is asked because of all this; the made lives go on as they were made, so no signal is told to them. */
const workflowsOver = (log: EventStore): RunWorkflows => {
  const clock = { now: () => instant('2026-07-31T16:00:00.000Z') };
  const engine = new Engine({ store: log, clock, hashing: developmentHashing });
  return new RunWorkflows({
    log,
    view: checkpointIn(memoryViewStore()),
    hearers: hearersOf(engine, workflows, async () => []).filter(({ name }) => name !== 'tell-signals'),
  });
};

describe('read models and their rebuild', () => {
  for (const seed of ['one', 'two', 'three'])
    it(`say the same, byte for byte, after the history ${seed}`, async () => {
      const log = await openSqliteEventStore({ file: `${freshFolder()}/log.sqlite` });
      const views = sqliteViewStore(freshFolder());
      const runner = new ProjectionRunner({ log, views, projections, pageSize: 37, mostHeld: 400 });
      await runner.start();
      const asking = workflowsOver(log);
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
        if (days % 40 === 0) await asking.catchUp();
      }
      for (const id of school.staff)
        await appendFacts(log, staffStream(id), [
          { type: 'StaffRegistered', data: { on: '2024-08-01', name: 'Anna Bakker' } },
        ]);
      await asking.catchUp();
      await runner.catchUp();
      expect(asking.parked()).toEqual([]);
      const followed = dumps(views);
      for (const { name } of projections) expect(followed[name]?.length).toBeGreaterThan(0);
      expect(await rebuilt(log)).toEqual(followed);
      expect(await rebuilt(log, 100)).toEqual(followed);
      await runner.close();
      views.close();
      await log.close();
    });
});

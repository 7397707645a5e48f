import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSqliteEventStore, type SqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { sqliteViewStore } from '../../src/adapters/sqlite/view-store.ts';
import { seededRandom } from '../../src/adapters/system/seeded-random.ts';
import { ReadModels } from '../../src/app/read-models.ts';
import { buildViews } from '../../src/engine/build-views.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import { projections } from '../../projections/index.ts';
import { dependants, dossier, dossierList } from '../../projections/dossiers.ts';
import { timeline } from '../../projections/timelines.ts';
import { freshFolder } from '../adapters/fresh-folder.ts';
import { type Batch, madeHistories, madeSchool } from '../support/made-histories.ts';

const daysOf = (seed: string, trajectories: number): readonly (readonly Batch[])[] => [
  ...madeHistories(madeSchool(seededRandom(seed)), { trajectories, perDay: 2, guided: true }),
];

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const opened = async (folder: string): Promise<SqliteEventStore> => {
  const log = await openSqliteEventStore({ file: `${folder}/log.sqlite` });
  closing.push(() => log.close());
  return log;
};

const write = async (log: SqliteEventStore, batches: readonly Batch[]): Promise<bigint> => {
  const appended = await Promise.all(
    batches.map(({ stream, first, events }) => log.append(stream, first === 0 ? 'none' : first - 1, events)),
  );
  return appended.reduce((last, each) => (each.done && each.position > last ? each.position : last), 0n);
};

const following = (folder: string, log: SqliteEventStore): ReadModels => {
  const readModels = new ReadModels({
    log,
    views: sqliteViewStore(`${folder}/views`),
    place: { kind: 'file', file: `${folder}/log.sqlite` },
    viewsFolder: `${folder}/views`,
  });
  closing.push(() => readModels.stop());
  return readModels;
};

const digestFromZero = async (log: SqliteEventStore, name: string): Promise<readonly string[]> => {
  const views = sqliteViewStore(freshFolder());
  const wanted = projections.filter((each) => each.name === name);
  const [file] = await buildViews({
    log,
    views,
    projections: wanted,
    chained: false,
  });
  const [projection] = wanted;
  return file && projection ? [...views.dump(projection, file)] : [];
};

describe('the read models of a running service', () => {
  it('are built at the start, follow the log in a thread of their own, and answer who waits for a position', async () => {
    const folder = freshFolder();
    const log = await opened(folder);
    const days = daysOf('service', 12);
    for (const batches of days.slice(0, 40)) await write(log, batches);
    const readModels = following(folder, log);
    await readModels.start();
    for (const batches of days.slice(40, 120)) {
      const position = await write(log, batches);
      expect(await readModels.waitFor(position, 5_000)).toBe(true);
    }
    const status = await readModels.status();
    expect(status.map(({ name, lag, parked }) => [name, lag, parked])).toEqual(
      projections.map(({ name }) => [name, 0, 0]),
    );
    expect(new Set(status.map(({ hash }) => hash)).size).toBe(1);
    const list = readModels.read('dossiers', (rows) => dossierList(rows, { limit: 50 }))?.value;
    expect(list?.size).toBe(12);
    const [first] = list?.dossiers ?? [];
    const id = first?.trajectory as StudentId;
    expect(readModels.read('dossiers', (rows) => dossier(rows, id))?.value).toEqual(first);
    expect(readModels.read('timelines', (rows) => timeline(rows, id))?.value).toHaveLength(
      first?.events ?? -1,
    );
    const led = list?.dossiers.find(({ coach }) => coach);
    expect(
      led?.coach &&
        readModels
          .read('dossiers', (rows) => dependants(rows, led.coach?.id ?? ('' as never)))
          ?.value.map(({ trajectory, as }) => `${trajectory} ${as}`),
    ).toContain(`${led?.trajectory} coach`);
  });

  it('says so when a position is not reached in time', async () => {
    const folder = freshFolder();
    const log = await opened(folder);
    const readModels = following(folder, log);
    await readModels.start();
    expect(await readModels.waitFor(1_000n, 50)).toBe(false);
  });

  it('are rebuilt beside while the log goes on, with the same rows as before and as from zero', async () => {
    const folder = freshFolder();
    const log = await opened(folder);
    const days = daysOf('rebuilt', 30);
    for (const batches of days.slice(0, 60)) await write(log, batches);
    const readModels = following(folder, log);
    await readModels.start();
    let last = 0n;
    const rebuild = { done: false };
    const rebuilt = readModels.rebuild().finally(() => {
      rebuild.done = true;
    });
    for (const batches of days.slice(60)) {
      last = await write(log, batches);
      if (rebuild.done) break;
    }
    for (const { comparison, from, to } of await rebuilt) {
      expect(comparison).toMatchObject({ onlyInFirst: [], onlyInSecond: [], different: [] });
      expect(to.file).not.toBe(from.file);
    }
    expect(await readModels.waitFor(last, 5_000)).toBe(true);
    const views = sqliteViewStore(`${folder}/views`);
    for (const projection of projections) {
      const live = views.live(projection.name);
      expect(live && [...views.dump(projection, live)]).toEqual(await digestFromZero(log, projection.name));
      expect(views.kept(projection.name)).toHaveLength(2);
      await readModels.confirm(projection.name);
      expect(views.kept(projection.name)).toHaveLength(1);
    }
    views.close();
  });

  it('are whole after the process was killed while it wrote them, and go on from there', async () => {
    const folder = freshFolder();
    const log = await opened(folder);
    const days = daysOf('killed', 25);
    for (const batches of days.slice(0, 20)) await write(log, batches);
    for (let kill = 0; kill < 4; kill++) {
      const child = spawn(process.execPath, [`${import.meta.dirname}/follow-until-killed.ts`, folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      for (const batches of days.slice(20 + kill * 25, 45 + kill * 25)) await write(log, batches);
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const readModels = following(folder, log);
    await readModels.start();
    expect(await readModels.waitFor((await log.head()) ?? 0n, 5_000)).toBe(true);
    const views = sqliteViewStore(`${folder}/views`);
    for (const projection of projections) {
      const live = views.live(projection.name);
      expect(live && [...views.dump(projection, live)]).toEqual(await digestFromZero(log, projection.name));
    }
    views.close();
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { openSqliteEventStore, type SqliteEventStore } from '../src/adapters/sqlite/event-store.ts';
import { sqliteViewStore } from '../src/adapters/sqlite/view-store.ts';
import { systemClock } from '../src/adapters/system/clock.ts';
import { developmentHashing } from '../src/adapters/system/hashing.ts';
import { systemRandom } from '../src/adapters/system/random.ts';
import { ReadModels } from '../src/app/read-models.ts';
import type { StudentId } from '../src/domain/student/ids.ts';
import { studentSubject } from '../src/domain/student/subject.ts';
import { trajectorySubject } from '../src/domain/trajectory/subject.ts';
import { Engine } from '../src/engine/execute.ts';
import { amsterdamDate } from '../src/kernel/instant.ts';
import { atMost, type Measure, type Progress, plain, share, threeRounds } from './measure.ts';
import { withScratch } from './scratch.ts';

/** Of which a million events come. */
const trajectories = 29_600;
const offeredPerSecond = 200;

/** Runs a file of this folder as a process of its own, and answers the last line that it says. */
const inItsOwnProcess = async (
  name: string,
  argv: readonly string[],
  progress: Progress,
): Promise<string> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL(name, import.meta.url)), ...argv], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = '';
  child.stdout.on('data', (told: Buffer) => {
    last = told.toString().trim();
    progress(last);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${name} broke off`);
  return last;
};

const fill = async (file: string, many: number, progress: Progress): Promise<void> => {
  await inItsOwnProcess('./made-log.ts', [file, String(many)], progress);
};

const perSecond = (count: number, from: number): number => (count * 1_000) / (performance.now() - from);

/** Every event read and parsed, in pages, and nothing else. */
const readAndParse = async (file: string): Promise<number> =>
  Number(await inItsOwnProcess('./read-and-parse.ts', [file], () => undefined));

interface Served {
  readonly p99: number;
  readonly delayP99: number;
}

/**
 * Students registered and their trajectories opened by turns, at a fixed rate for as long as the
 * work takes; each is timed from when it was due.
 */
const whileServing = async (log: SqliteEventStore, work: () => Promise<unknown>): Promise<Served> => {
  const engine = new Engine({ store: log, clock: systemClock, hashing: developmentHashing });
  const answered = createHistogram();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const pending = new Set<Promise<void>>();
  const on = amsterdamDate(systemClock.now());
  const registered: StudentId[] = [];
  const ask = async (due: number): Promise<void> => {
    const context = {
      commandId: systemRandom.uuid(),
      actor: { id: 'simulator', role: 'simulator' },
      source: 'bench',
    } as const;
    const known = registered.pop();
    const id = known ?? (systemRandom.uuid() as string as StudentId);
    const answer =
      known === undefined
        ? await engine.execute(studentSubject, id, { type: 'RegisterStudent', claims: [] }, context)
        : await engine.execute(trajectorySubject, id, { type: 'OpenTrajectory', on }, context);
    if (known === undefined) registered.push(id);
    if (answer.outcome !== 'done') throw new Error(`a command was ${answer.outcome}`);
    answered.record(Math.max(1, Math.round((performance.now() - due) * 1_000)));
  };
  const begun = performance.now();
  let asked = 0;
  const offer = (): void => {
    for (; asked < ((performance.now() - begun) * offeredPerSecond) / 1_000; asked++) {
      const one = ask(begun + (asked * 1_000) / offeredPerSecond);
      pending.add(one);
      void one.finally(() => pending.delete(one));
    }
  };
  const timer = setInterval(offer, 2);
  delay.enable();
  try {
    await work();
  } finally {
    clearInterval(timer);
    delay.disable();
    await Promise.all(pending);
  }
  return { p99: answered.percentile(99) / 1_000, delayP99: delay.percentile(99) / 1_000_000 };
};

/** Most memory that this process held, sampled from the kernel's account of it. */
const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1_024;

const ordinalOf = (status: readonly { readonly ordinal: number }[]): number => status[0]?.ordinal ?? 0;

/** Events per second from which all read models are built anew, of a log of its own; for those who compare us with others. */
export const rebuildRate = async (folder: string, many: number): Promise<number> => {
  const file = `${folder}/log.sqlite`;
  await fill(file, many, () => undefined);
  const log = await openSqliteEventStore({ file });
  const viewsFolder = `${folder}/views`;
  const readModels = new ReadModels({
    log,
    place: { kind: 'file', file },
    viewsFolder,
    views: sqliteViewStore(viewsFolder),
  });
  const from = performance.now();
  await readModels.start();
  const rate = perSecond(ordinalOf(await readModels.status()), from);
  await readModels.stop();
  await log.close();
  return rate;
};

export async function* measures(progress: Progress): AsyncGenerator<Measure> {
  const found: Measure[] = await withScratch(async (folder) => {
    const file = `${folder}/log.sqlite`;
    await fill(file, trajectories, progress);
    const log = await openSqliteEventStore({ file });
    const parts = { log, place: { kind: 'file' as const, file }, viewsFolder: `${folder}/views` };
    const readModels = new ReadModels({ ...parts, views: sqliteViewStore(`${folder}/views`) });
    const first = performance.now();
    await readModels.start();
    const fromNothing = perSecond(ordinalOf(await readModels.status()), first);
    const events = ordinalOf(await readModels.status());
    progress('the read models are live');
    const rebuild = async (): Promise<void> => {
      for (const { name, comparison } of await readModels.rebuild()) {
        if (
          !comparison ||
          comparison.different.length + comparison.onlyInFirst.length + comparison.onlyInSecond.length > 0
        )
          throw new Error(`${name} was rebuilt to something else`);
        await readModels.confirm(name);
      }
    };
    const results = await threeRounds(async (round) => {
      progress(`round ${round}: read and parse`);
      const limit = await readAndParse(file);
      progress(`round ${round}: rebuild`);
      const from = performance.now();
      await rebuild();
      const value = perSecond(events, from);
      progress(`round ${round}: ${Math.round(value)} of ${Math.round(limit)} events/s`);
      progress(`round ${round}: rebuild while commands come`);
      return { value, limit, ...(await whileServing(log, rebuild)) };
    });
    await readModels.stop();
    await log.close();
    return [
      share('rebuild of all read models', 'events/s', 'reading and parsing the same log', results, 0.3),
      plain('first build, with the chain', 'events/s', [fromNothing]),
      atMost('peak memory of the process', 'MB', [peakMegabytes()], 500),
      atMost(
        `command meanwhile, ${offeredPerSecond}/s offered, p99`,
        'ms',
        results.map(({ p99 }) => p99),
        50,
      ),
      atMost(
        'event-loop delay meanwhile, p99',
        'ms',
        results.map(({ delayP99 }) => delayP99),
        20,
      ),
    ];
  });
  yield* found;
}

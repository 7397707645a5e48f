import { randomUUID } from 'node:crypto';
import { inProcessTimers } from '../src/adapters/in-process/timers.ts';
import { openSqliteEventStore } from '../src/adapters/sqlite/event-store.ts';
import { sqliteViewStore } from '../src/adapters/sqlite/view-store.ts';
import { developmentHashing } from '../src/adapters/system/hashing.ts';
import { systemMonotonic } from '../src/adapters/system/monotonic.ts';
import { ReadModels } from '../src/app/read-models.ts';
import { act, hearersOf } from '../src/app/workflows/hearers.ts';
import { RunningWorkflows } from '../src/app/workflows/running.ts';
import type { StudentId } from '../src/domain/student/ids.ts';
import { trajectoryStream } from '../src/domain/trajectory/ids.ts';
import { workflowKeyOf } from '../src/domain/workflow/ids.ts';
import type { TrajectoryWorkflow } from '../src/domain/workflow/known.ts';
import { atMostAtOnce } from '../src/engine/at-once.ts';
import { Engine } from '../src/engine/execute.ts';
import { SteadyClock } from '../src/engine/steady-clock.ts';
import { Sweep } from '../src/engine/sweep.ts';
import { addDays } from '../src/kernel/calendar-date.ts';
import { amsterdamDate, type Instant, instant, startOfDay } from '../src/kernel/instant.ts';
import { type Uuid, uuid } from '../src/kernel/message.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { EventStore, NewEvent } from '../src/ports/event-store.ts';
import { dueTimers, nextDue, type PendingTimer, timers } from '../projections/timers.ts';
import { atMost, type Measure, type Progress, quantile, share, threeRounds } from './measure.ts';
import { withScratch } from './scratch.ts';

const callers = 64;
const started = 10_000;
const dueAtOnce = 10_000;
const twoSteps = 5_000;
const million = 1_000_000;
const looks = 500;
const goals = { timers: 2_000, twoSteps: 1_000 };

const someone = (): Uuid => uuid(randomUUID());
const now = (): Instant => instant(new Date().toISOString());
const midnight = (clock: Clock): Instant => startOfDay(addDays(amsterdamDate(clock.now()), 1));

/** Asks something of a student from tomorrow on. */
const tomorrow: TrajectoryWorkflow = {
  name: 'bench-tomorrow',
  about: 'trajectory',
  hears: ['InfoshopVisited'],
  versions: {
    1: ({ today, student: person }) => ({
      terms: [
        {
          step: 'tomorrow',
          asksOn: addDays(today, 1),
          due: addDays(today, 7),
          of: { role: 'student', person },
          climbs: 5,
          ladder: [],
          causes: [],
          does: 'record-conversation',
        },
      ],
      findings: [],
    }),
  },
};
/** The same from one day on, whatever is told. */
const from = (day: ReturnType<typeof amsterdamDate>): TrajectoryWorkflow => ({
  ...tomorrow,
  name: 'bench-due',
  versions: {
    1: (known) => ({
      terms: (tomorrow.versions[1]?.(known).terms ?? []).map((term) => ({ ...term, asksOn: day })),
      findings: [],
    }),
  },
});
/** After one visit it asks, after the next it is done. */
const untilNext: TrajectoryWorkflow = {
  ...tomorrow,
  name: 'bench-until-next',
  versions: {
    1: (known) => ({
      terms:
        known.trajectory.history.length === 1
          ? (tomorrow.versions[1]?.(known).terms ?? []).map((term) => ({ ...term, asksOn: known.today }))
          : [],
      findings: [],
    }),
  },
};

const visit = (on: string): NewEvent => {
  const id = someone();
  return {
    id,
    type: 'InfoshopVisited',
    version: 1,
    data: { on },
    meta: {
      commandId: id,
      commandHash: '',
      actor: { id: 'bench', role: 'simulator' },
      causationId: id,
      correlationId: id,
      recordedAt: now(),
      source: 'bench',
    },
  };
};

const perSecond = async (count: number, work: () => Promise<void>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - begun);
};

const startTimers = (engine: Engine, workflow: TrajectoryWorkflow, keys: readonly Uuid[]): Promise<void> =>
  atMostAtOnce(callers, keys, (key) => {
    const cause = someone();
    return act(engine, workflow, key, { type: 'Hear', cause }, { commandId: cause });
  });

const keys = (count: number): readonly Uuid[] => Array.from({ length: count }, someone);

const timersPerSecond = (): Promise<number> =>
  withScratch(async (folder) => {
    const store = await openSqliteEventStore({ file: `${folder}/log.sqlite` });
    const engine = new Engine({ store, clock: { now }, hashing: developmentHashing });
    const rate = await perSecond(started, () => startTimers(engine, tomorrow, keys(started)));
    await store.close();
    return rate;
  });

/** A store that tells what was appended, once it is on disk. */
const telling = (
  store: EventStore,
  appended: (stream: string, events: readonly NewEvent[]) => void,
): EventStore => ({
  append: async (stream, expected, events) => {
    const done = await store.append(stream, expected, events);
    if (done.done) appended(stream, events);
    return done;
  },
  readStream: (stream, since) => store.readStream(stream, since),
  readAll: (after, limit) => store.readAll(after, limit),
  head: () => store.head(),
  follow: (after, signal) => store.follow(after, signal),
  close: () => store.close(),
});

/** A service's workflows over a log and read models of their own; the clock runs as fast as any, from when it is told. */
const withService = <T>(
  workflow: (clock: Clock) => TrajectoryWorkflow,
  clock: Clock,
  appended: (stream: string, events: readonly NewEvent[]) => void,
  work: (parts: {
    readonly engine: Engine;
    readonly store: EventStore;
    readonly running: RunningWorkflows;
    readonly readModels: ReadModels;
    readonly workflow: TrajectoryWorkflow;
  }) => Promise<T>,
): Promise<T> =>
  withScratch(async (folder) => {
    const logFile = `${folder}/log.sqlite`;
    const log = await openSqliteEventStore({ file: logFile });
    const store = telling(log, appended);
    const engine = new Engine({ store, clock, hashing: developmentHashing });
    const viewsFolder = `${folder}/views`;
    const views = sqliteViewStore(viewsFolder);
    const readModels = new ReadModels({ log, place: { kind: 'file', file: logFile }, viewsFolder, views });
    await readModels.start();
    const only = workflow(clock);
    const running = new RunningWorkflows({
      engine,
      log: store,
      checkpoints: sqliteViewStore(`${folder}/checkpoints`),
      readModels,
      workflows: [only],
      hearers: hearersOf(engine, [only], async () => []),
      clock,
      monotonic: systemMonotonic,
      timers: inProcessTimers(clock),
      onFault: (error) => {
        throw error;
      },
      onClockJump: () => {
        throw new Error('the clock jumped');
      },
    });
    try {
      return await work({ engine, store, running, readModels, workflow: only });
    } finally {
      await running.stop();
      await readModels.stop();
      await log.close();
    }
  });

/** Milliseconds from the instant at which they were all due until each stood in the log. */
const lateness = async (): Promise<readonly number[]> => {
  const late: number[] = [];
  let ahead = 0;
  const clock: Clock = {
    now: () => instant(new Date(Date.now() + ahead).toISOString()),
  };
  const due = midnight(clock);
  let done: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    done = resolve;
  });
  await withService(
    () => from(amsterdamDate(due)),
    clock,
    (_, events) => {
      for (const { type } of events)
        if (type === 'TaskAsked') {
          late.push(Date.parse(clock.now()) - Date.parse(due));
          if (late.length === dueAtOnce) done();
        }
    },
    async ({ engine, store, running, readModels, workflow }) => {
      await startTimers(engine, workflow, keys(dueAtOnce));
      const head = await store.head();
      if (head === undefined || !(await readModels.waitFor(head, 60_000, 'timers')))
        throw new Error('the index of timers is behind');
      ahead = Date.parse(due) - Date.now() - 2_000;
      running.start();
      await all;
    },
  );
  return late;
};

const twoStepsPerSecond = (): Promise<number> => {
  const waiting = new Map<string, () => void>();
  const clock: Clock = { now };
  let nudge: () => void = () => undefined;
  return withService(
    () => untilNext,
    clock,
    (stream) => {
      if (!workflowKeyOf(stream)) return nudge();
      const key = stream.slice(-36);
      waiting.get(key)?.();
      waiting.delete(key);
    },
    async ({ store, running }) => {
      nudge = () => running.nudge();
      running.start();
      const on = amsterdamDate(clock.now());
      const heard = (student: StudentId): Promise<void> =>
        new Promise((resolve) => waiting.set(student, resolve));
      return perSecond(twoSteps, () =>
        atMostAtOnce(callers, keys(twoSteps) as readonly StudentId[], async (student) => {
          for (const expected of ['none', 0] as const) {
            const answered = heard(student);
            await store.append(trajectoryStream(student), expected, [visit(on)]);
            await answered;
          }
        }),
      );
    },
  );
};

/** Milliseconds of each look at a million timers of which none is due. */
const looksAtMillion = (): Promise<readonly number[]> =>
  withScratch(async (folder) => {
    const views = sqliteViewStore(folder);
    const building = views.build(timers);
    const at = startOfDay(addDays(amsterdamDate(now()), 30));
    for (let number = 0; number < million; number++) {
      const set = someone();
      building.put(`${tomorrow.name}-${set}`, { timers: [{ at, step: 'tomorrow', set }] });
    }
    views.swap(building.finish({ at: undefined, before: undefined, parked: [], joins: [] }));
    const sweep = new Sweep<PendingTimer>({
      clock: new SteadyClock({ now }, systemMonotonic, () => undefined),
      timers: inProcessTimers({ now }),
      due: (until, limit) => views.read(timers.name, (rows) => dueTimers(rows, until, limit))?.value ?? [],
      next: () => views.read(timers.name, (rows) => nextDue(rows))?.value,
      nameOf: ({ set }) => set,
      fire: () => Promise.reject(new Error('nothing is due')),
    });
    const took: number[] = [];
    for (let look = 0; look < looks; look++) {
      const begun = performance.now();
      await sweep.sweep();
      took.push(performance.now() - begun);
    }
    views.close();
    return took;
  });

export const measures = async function* (progress: Progress): AsyncGenerator<Measure> {
  const told = async <T>(what: string, work: () => Promise<T>): Promise<readonly T[]> =>
    threeRounds(async (round) => {
      progress(`round ${round}: ${what}`);
      return work();
    });
  const against = (rates: readonly number[], limit: number) => rates.map((value) => ({ value, limit }));
  yield share(
    `durable timers started, ${callers} at once`,
    'timers/s',
    'goal',
    against(await told(`${started} timers started`, timersPerSecond), goals.timers),
    1,
  );
  yield share(
    `workflows of two steps, ${callers} at once`,
    'workflows/s',
    'goal',
    against(await told(`${twoSteps} workflows of two steps`, twoStepsPerSecond), goals.twoSteps),
    1,
  );
  const late = await told(`${dueAtOnce} timers due in one instant`, lateness);
  yield atMost(
    `${dueAtOnce} timers due in one instant, lateness p99`,
    'ms',
    late.map((all) => quantile(all, 0.99)),
    1_000,
  );
  progress('a million timers');
  yield atMost(
    'a sweep with a million timers ahead, p99 of a look',
    'ms',
    [quantile(await looksAtMillion(), 0.99)],
    5,
  );
};

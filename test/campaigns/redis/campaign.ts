import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bullmqTimers } from '../../../src/adapters/bullmq/timers.ts';
import { openSqliteEventStore } from '../../../src/adapters/sqlite/event-store.ts';
import { sqliteViewStore } from '../../../src/adapters/sqlite/view-store.ts';
import { systemClock } from '../../../src/adapters/system/clock.ts';
import { developmentHashing } from '../../../src/adapters/system/hashing.ts';
import { ReadModels } from '../../../src/app/read-models.ts';
import { act, hearersOf } from '../../../src/app/workflows/hearers.ts';
import { RunningWorkflows } from '../../../src/app/workflows/running.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import type { WorkflowData } from '../../../src/domain/workflow/events.ts';
import type { TrajectoryWorkflow } from '../../../src/domain/workflow/known.ts';
import { atMostAtOnce } from '../../../src/engine/at-once.ts';
import { Engine } from '../../../src/engine/execute.ts';
import { addDays, calendarDate, weekdayOf } from '../../../src/kernel/calendar-date.ts';
import { type Instant, instant } from '../../../src/kernel/instant.ts';
import { uuid } from '../../../src/kernel/message.ts';
import type { EventStore } from '../../../src/ports/event-store.ts';
import type { OwnRedis } from '../../support/redis.ts';
import { type Fault, faultsFor } from './faults.ts';

/** What is under test: as it is, or with the next sweep beyond the end of the campaign, so that only hints remain. */
export const builds = ['honest', 'withoutSweep'] as const;
export type Build = (typeof builds)[number];

export interface Playing {
  readonly escalations: number;
  /** Milliseconds that a day takes. */
  readonly day: number;
  readonly build: Build;
  readonly faults: readonly Fault[];
}

export interface Played {
  readonly escalated: number;
  readonly missed: number;
  readonly twice: number;
  readonly early: number;
  /** Milliseconds by which the latest came after its moment. */
  readonly latest: number;
  readonly faults: readonly string[];
}

/** Milliseconds between two sweeps of the honest build, and what is given beyond it. */
export const sweepEvery = 1_000;
export const allowance = 5_000;

/** A Monday after which no holiday comes for four weeks. */
const begin = calendarDate('2026-03-02');
const dueDays = 10;

/** The day by which something is due that is asked now; the step says which. */
const dueOf = (key: string): ReturnType<typeof calendarDate> => {
  const schoolDays = Number.parseInt(key.slice(0, 8), 16) % dueDays;
  let day = begin;
  for (let passed = 0; passed < schoolDays;) {
    day = addDays(day, 1);
    if (![6, 7].includes(weekdayOf(day))) passed += 1;
  }
  return day;
};

/** Asks at once, and climbs one rung on the school day after the one on which it was due. */
const asksOnce: TrajectoryWorkflow = {
  name: 'campaign-asks-once',
  about: 'trajectory',
  hears: ['InfoshopVisited'],
  versions: {
    1: ({ today, student }) => ({
      terms: [
        {
          step: 'once',
          asksOn: today,
          due: dueOf(student),
          of: { role: 'student', person: student },
          climbs: 1,
          ladder: [{ role: 'teamLeader' }],
          causes: [],
          does: 'record-conversation',
        },
      ],
      findings: [],
    }),
  },
};

/** A clock that stands on the first morning until it is let go, and then runs through a day in some milliseconds. */
class FastClock {
  readonly #day: number;
  readonly #from = Date.parse(`${begin}T08:00:00.000Z`);
  #begun: number | undefined;
  #elapsed = 0;

  constructor(day: number) {
    this.#day = day;
  }

  go(): void {
    this.#begun = Date.now();
  }

  now(): Instant {
    this.#elapsed = this.#begun === undefined ? 0 : ((Date.now() - this.#begun) * 86_400_000) / this.#day;
    return instant(new Date(this.#from + Math.floor(this.#elapsed)).toISOString());
  }

  /** As of the last look at the clock: a millisecond between the two looks would be taken for a jump of half a minute. */
  elapsed(): number {
    return this.#elapsed;
  }

  /** Milliseconds of ours from the start to a moment of its own. */
  until(at: Instant): number {
    return ((Date.parse(at) - this.#from) * this.#day) / 86_400_000;
  }

  /** When that is by our clock. */
  inOurTime(at: Instant): Instant {
    return instant(new Date((this.#begun ?? Date.now()) + Math.ceil(this.until(at))).toISOString());
  }
}

/** When each key is to climb, as the log says. */
const climbsIn = async (log: EventStore): Promise<ReadonlyMap<string, Instant>> => {
  const climbs = new Map<string, Instant>();
  for (const { stream, type, data } of await log.readAll(undefined, Number.MAX_SAFE_INTEGER)) {
    const set = data as WorkflowData['TimerSet'];
    if (type === 'TimerSet' && set.kind === 'climb') climbs.set(stream, set.at);
  }
  return climbs;
};

/**
 * Escalations that wait in the log of a running service, its hints in a Redis that is killed, emptied and held up
 * meanwhile. The log, its read models, the workflows and the hints are those of the service.
 */
export const play = async (
  redis: OwnRedis,
  { escalations, day, build, faults }: Playing,
): Promise<Played> => {
  const folder = mkdtempSync(join(tmpdir(), 'wissel-redis-campaign-'));
  const clock = new FastClock(day);
  const logFile = join(folder, 'log.sqlite');
  const viewsFolder = join(folder, 'views');
  const late = new Map<string, number[]>();
  let climbs: ReadonlyMap<string, Instant> = new Map();
  const log = await openSqliteEventStore({ file: logFile });
  const store: EventStore = {
    append: async (stream, expected, events) => {
      const appended = await log.append(stream, expected, events);
      const at = climbs.get(stream);
      if (appended.done && at && events.some(({ type }) => type === 'TaskEscalated'))
        late.set(stream, [...(late.get(stream) ?? []), clock.until(clock.now()) - clock.until(at)]);
      return appended;
    },
    readStream: (stream, from) => log.readStream(stream, from),
    readAll: (after, limit) => log.readAll(after, limit),
    head: () => log.head(),
    follow: (after, signal) => log.follow(after, signal),
    close: () => log.close(),
  };
  const engine = new Engine({ store, clock, hashing: developmentHashing });
  const readModels = new ReadModels({
    log,
    place: { kind: 'file', file: logFile },
    viewsFolder,
    views: sqliteViewStore(viewsFolder),
  });
  const hints = bullmqTimers({
    url: redis.url,
    instance: 'campaign',
    clock: systemClock,
    onFault: () => undefined,
    // A worker that is built anew is given its hints again: of the build without a sweep nothing else may look.
    canary: { every: build === 'honest' ? 2_000 : 3_600_000, within: 1_000 },
  });
  const running = new RunningWorkflows({
    engine,
    log: store,
    checkpoints: sqliteViewStore(join(folder, 'checkpoints')),
    readModels,
    workflows: [asksOnce],
    hearers: hearersOf(engine, [asksOnce], async () => []),
    clock,
    monotonic: clock,
    timers: {
      wakeAt: (key, at) => hints.wakeAt(key, clock.inOurTime(at)),
      listen: (wake) => hints.listen(wake),
      close: () => hints.close(),
    },
    sweepEvery: build === 'honest' ? sweepEvery : Number.POSITIVE_INFINITY,
    onFault: (error) => {
      throw error;
    },
    onClockJump: () => undefined,
  });
  try {
    await readModels.start();
    const keys = Array.from({ length: escalations }, () => uuid(randomUUID()) as StudentId);
    await atMostAtOnce(64, keys, (key) => {
      const cause = uuid(randomUUID());
      return act(engine, asksOnce, key, { type: 'Hear', cause }, { commandId: cause });
    });
    climbs = await climbsIn(log);
    const head = await log.head();
    if (
      climbs.size !== escalations ||
      head === undefined ||
      !(await readModels.waitFor(head, 60_000, 'timers'))
    )
      throw new Error('not every escalation stands in the index');
    running.start();
    clock.go();
    const last = Math.max(...[...climbs.values()].map((at) => clock.until(at)));
    const end = Date.now() + last + sweepEvery + allowance;
    await faultsFor(redis, faults, last);
    while (late.size < escalations && Date.now() < end) await setTimeout(20);
    // Time for what would come a second time.
    await setTimeout(sweepEvery * 2);
    const all = [...late.values()];
    return {
      escalated: late.size,
      missed: escalations - late.size,
      twice: all.filter((times) => times.length > 1).length,
      early: all.flat().filter((by) => by < 0).length,
      latest: Math.round(Math.max(0, ...all.flat())),
      faults,
    };
  } finally {
    await running.stop();
    await readModels.stop();
    await log.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What the campaign finds wrong; empty: nothing. */
export const wrongIn = ({ missed, twice, early, latest }: Played): readonly string[] => [
  ...(missed > 0 ? [`${missed} missed`] : []),
  ...(twice > 0 ? [`${twice} twice`] : []),
  ...(early > 0 ? [`${early} early`] : []),
  ...(latest > sweepEvery + allowance ? [`one ${latest} ms late`] : []),
];

import { memoryEventStore } from '../../../src/adapters/memory/event-store.ts';
import { memoryViewStore } from '../../../src/adapters/memory/view-store.ts';
import { developmentHashing } from '../../../src/adapters/system/hashing.ts';
import { fire, hearersOf } from '../../../src/app/workflows/hearers.ts';
import { isWorkflows, TimerIndex } from '../../../src/app/workflows/player.ts';
import { type StaffId, staffStream } from '../../../src/domain/staff/ids.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import { trajectoryStream } from '../../../src/domain/trajectory/ids.ts';
import { trajectoryReadable } from '../../../src/domain/trajectory/state.ts';
import type { Engine } from '../../../src/engine/execute.ts';
import { RunWorkflows } from '../../../src/engine/run-workflows.ts';
import { evening, VirtualClock } from '../../../src/engine/virtual-days.ts';
import { addDays, type CalendarDate } from '../../../src/kernel/calendar-date.ts';
import { amsterdamDate, type Instant, startOfDay } from '../../../src/kernel/instant.ts';
import type { Recorded } from '../../../src/kernel/message.ts';
import { type EventStore, StoreClosed } from '../../../src/ports/event-store.ts';
import type { View } from '../../../src/ports/view-store.ts';
import type { PendingTimer } from '../../../projections/timers.ts';
import { workflows } from '../../../workflows/index.ts';
import { makeSchool, planOf } from '../../simulation/made-school.ts';
import { type Build, engineOf, timersOf } from './builds.ts';
import { CrashingStore } from './crashing-store.ts';
import { dependantsOf } from './dependants.ts';
import { FaultPlan, noFaults } from './fault-plan.ts';

/** When the workflows looked: what was recorded by then was there to be known. */
export interface Look {
  readonly kind: 'hears' | 'fires';
  readonly on: CalendarDate;
  /** The store's head before it and after it. */
  readonly from: bigint;
  readonly to: bigint;
}

export interface PlayedSchool {
  readonly store: EventStore;
  readonly looks: readonly Look[];
  readonly crashes: number;
  readonly parked: readonly string[];
  /** Timers that stay due however often they are fired. */
  readonly stuck: readonly string[];
}

export interface Playing {
  readonly seed: string;
  readonly students: number;
  readonly years: number;
  readonly build: Build;
}

const shape = { name: 'run-workflows', version: 1, tables: [] };

const checkpointAt = (position: bigint | undefined): View => {
  const views = memoryViewStore();
  const at = position === undefined ? undefined : { position, ordinal: 0, hash: '' };
  views.swap(views.build(shape).finish({ at, before: undefined, parked: [], joins: [] }));
  const live = views.live(shape.name);
  if (!live) throw new Error('a checkpoint that was swapped in is live');
  return views.open(shape, live);
};

/** What workflows say lies in between, so an event may have another place in its stream than it had. */
const appendAnew = async (store: EventStore, happened: readonly Recorded[]): Promise<void> => {
  for (const { stream, revision: _place, position: _token, ...event } of happened) {
    const length = (await store.readStream(stream)).length;
    await store.append(stream, length === 0 ? 'none' : length - 1, [event]);
  }
};

/** One life of the process that runs workflows. */
interface Life {
  readonly store: EventStore;
  readonly engine: Engine;
  readonly run: RunWorkflows;
}

const oftenEnough = 8;

class School {
  readonly store = memoryEventStore();
  readonly looks: Look[] = [];
  readonly parked = new Set<string>();
  readonly stuck = new Set<string>();
  crashes = 0;
  readonly #build: Build;
  readonly #plan: FaultPlan;
  readonly #clock: VirtualClock;
  readonly #view = checkpointAt(undefined);
  readonly #students = new Set<StudentId>();
  #life: Life;
  /** Another that takes itself for the one that runs: its lease was lost. */
  #second: Life | undefined;
  #timers: TimerIndex;
  #faults = noFaults;
  #firedBefore: readonly PendingTimer[] = [];

  constructor({ build, seed }: Playing, from: CalendarDate) {
    this.#build = build;
    this.#plan = new FaultPlan(seed);
    this.#clock = new VirtualClock(startOfDay(from));
    this.#life = this.#begin();
    this.#timers = new TimerIndex(this.store);
  }

  async day(on: CalendarDate, happened: readonly Recorded[], last: boolean): Promise<void> {
    this.#faults = last ? noFaults : this.#plan.next();
    this.#second = undefined;
    const { down, heldBack, sweepsLate, again, early, crashes } = this.#faults;
    this.#clock.turnTo(startOfDay(on));
    if (crashes > 0) await this.#crash();
    if (!down && early) await this.#fireEarly();
    if (!down && !sweepsLate) await this.#look('fires', on, () => this.#fireAll());
    await appendAnew(this.store, happened);
    for (const { stream, type } of happened)
      if (type === 'TrajectoryOpened') this.#students.add(stream.slice('trajectory-'.length) as StudentId);
    this.#clock.turnTo(evening(on));
    if (!down && !heldBack) {
      if (again > 0) this.#setBack(BigInt(again));
      await this.#look('hears', on, () => this.#hear());
    }
    if (!down && !sweepsLate) await this.#look('fires', on, () => this.#fireAll());
    // Nobody waits for a morning after the last day.
    if (last) await this.#look('hears', on, () => this.#hear());
  }

  /** A member of staff on whom others depend is gone all the same: what crossed was seen by nobody. */
  async somebodyLeaves(on: CalendarDate): Promise<readonly Recorded[]> {
    const coaches = new Map<StaffId, number>();
    for (const student of this.#students) {
      const { coach } = (await this.#life.engine.fold(trajectoryReadable, trajectoryStream(student))).state;
      if (coach) coaches.set(coach.id, (coaches.get(coach.id) ?? 0) + 1);
    }
    const [gone] = [...coaches].sort((one, other) => one[1] - other[1] || (one[0] < other[0] ? -1 : 1));
    if (!gone) return [];
    const id = this.#plan.random.uuid();
    return [
      {
        id,
        stream: staffStream(gone[0]),
        revision: 0,
        position: 0n,
        type: 'StaffLeft',
        version: 1,
        data: { on },
        meta: {
          commandId: id,
          commandHash: '',
          actor: { id: 'simulator', role: 'simulator' },
          causationId: id,
          correlationId: id,
          recordedAt: `${on}T12:00:00.000Z` as Instant,
          source: 'race',
        },
      },
    ];
  }

  #begin(): Life {
    const store = new CrashingStore(this.store, this.#plan.random, this.#faults.crashes);
    const engine = engineOf(this.#build, { store, clock: this.#clock, hashing: developmentHashing });
    return { store, engine, run: this.#runner(engine, store, this.#view) };
  }

  #runner(engine: Engine, log: EventStore, view: View): RunWorkflows {
    const hearers = hearersOf(engine, workflows, (staff) => dependantsOf(engine, this.#students, staff));
    return new RunWorkflows({ log, view, hearers });
  }

  async #crash(): Promise<void> {
    this.#life = this.#begin();
    // The index of timers is a read model: it outlives the process, and can be made anew from the log.
    if (this.#build === 'forgetsTimers' || this.#plan.random.number() < 0.1)
      this.#timers = await timersOf(this.#build, this.store);
  }

  async #look(kind: Look['kind'], on: CalendarDate, work: () => Promise<void>): Promise<void> {
    const from = (await this.store.head()) ?? 0n;
    await this.#untilDone(work);
    this.looks.push({ kind, on, from, to: (await this.store.head()) ?? 0n });
    for (const { key, error } of this.#life.run.parked()) this.parked.add(`${key}: ${error}`);
  }

  /** Begun anew as often as the process ends. */
  async #untilDone(work: () => Promise<void>): Promise<void> {
    for (;;)
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof StoreClosed)) throw error;
        this.crashes += 1;
        this.#second = undefined;
        await this.#crash();
      }
  }

  async #hear(): Promise<void> {
    const { second } = this.#faults;
    if (second === 'none') {
      await this.#life.run.catchUp();
      return;
    }
    const behind = (this.#life.run.position ?? 0n) - 100n;
    this.#second ??= this.#begin();
    const { engine, store } = this.#second;
    const view = second === 'sameCheckpoint' ? this.#view : checkpointAt(behind > 0n ? behind : undefined);
    const other = this.#runner(engine, store, view);
    const ended = await Promise.allSettled([this.#life.run.catchUp(), other.catchUp()]);
    for (const each of ended)
      if (each.status === 'rejected') {
        if (each.reason instanceof StoreClosed) throw each.reason;
        if (!String(each.reason).includes('somebody else runs the workflows')) throw each.reason;
        const { store: mine, engine: warm } = this.#life;
        this.#life = { store: mine, engine: warm, run: this.#runner(warm, mine, this.#view) };
      }
    await this.#life.run.catchUp();
  }

  /** Delivers what was delivered: the checkpoint stands further back than what was done. */
  #setBack(events: bigint): void {
    const at = this.#view.checkpoint();
    if (!at || at.position <= events) return;
    const change = { rows: new Map(), parked: [], freed: [], joins: [] };
    this.#view.commit(at, { ...at, position: at.position - events }, change);
    const { store, engine } = this.#life;
    this.#life = { store, engine, run: this.#runner(engine, store, this.#view) };
  }

  async #fireAll(): Promise<void> {
    const fired = new Map<string, number>();
    for (;;) {
      await this.#timers.read();
      const now =
        this.#build === 'firesEarly'
          ? startOfDay(addDays(amsterdamDate(this.#clock.now()), 1))
          : this.#clock.now();
      const due = this.#timers.due(now).filter(({ set }) => !this.stuck.has(set));
      if (due.length === 0) return;
      for (const timer of due) {
        await this.#fire(timer);
        const times = (fired.get(timer.set) ?? 0) + 1;
        fired.set(timer.set, times);
        if (times > oftenEnough) this.stuck.add(timer.set);
      }
      if (this.#faults.twice) {
        for (const timer of this.#firedBefore) await this.#fire(timer);
        this.#firedBefore = due.slice(0, 20);
      }
    }
  }

  async #fire(timer: PendingTimer): Promise<void> {
    const { engine } = this.#life;
    if (!this.#faults.twice && this.#faults.second === 'none') return fire(engine, workflows, timer);
    this.#second ??= this.#begin();
    const other = this.#faults.second === 'none' ? engine : this.#second.engine;
    await Promise.all([fire(engine, workflows, timer), fire(other, workflows, timer)]);
  }

  async #fireEarly(): Promise<void> {
    await this.#timers.read();
    const ahead = this.#timers.due('9999' as Instant).filter(({ at }) => at > this.#clock.now());
    for (const timer of ahead.slice(0, 30)) await this.#untilDone(() => this.#fire(timer));
  }
}

/** Plays a simulated school through the workflows, day by day, with all that goes wrong by its seed. */
export const playSchool = async (playing: Playing): Promise<PlayedSchool> => {
  const { store } = await makeSchool(planOf(playing.students, playing.years, playing.seed));
  const events = (await store.readAll(undefined, Number.MAX_SAFE_INTEGER)).filter(
    (each) => !isWorkflows(each),
  );
  const days = Map.groupBy(events, ({ meta }) => amsterdamDate(meta.recordedAt));
  const all = [...days.keys()];
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a school in which nothing happens');
  const school = new School(playing, first);
  const leaving = all[Math.floor(all.length / 2)];
  for (let on = first; on <= last; on = addDays(on, 1)) {
    const gone = on === leaving ? await school.somebodyLeaves(on) : [];
    await school.day(on, [...(days.get(on) ?? []), ...gone], on === last);
  }
  return {
    store: school.store,
    looks: school.looks,
    crashes: school.crashes,
    parked: [...school.parked],
    stuck: [...school.stuck],
  };
};

import type { AnyWorkflow } from '../../domain/workflow/known.ts';
import type { Engine } from '../../engine/execute.ts';
import { isFaultOfStore } from '../../engine/faults.ts';
import { type Hearer, RunWorkflows } from '../../engine/run-workflows.ts';
import { type ClockJump, SteadyClock } from '../../engine/steady-clock.ts';
import { Sweep } from '../../engine/sweep.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { Monotonic } from '../../ports/monotonic.ts';
import type { Timers } from '../../ports/timers.ts';
import type { Parked, View, ViewShape, ViewStore } from '../../ports/view-store.ts';
import { dueTimers, nextDue, type PendingTimer } from '../../../projections/timers.ts';
import type { ReadModels } from '../read-models.ts';
import { fire, nameOfTimer } from './hearers.ts';
import { PeopleFirst, type PeopleWaiting } from './people-first.ts';

/** The checkpoint of the workflows is kept as that of a read model without rows. */
const shape: ViewShape = { name: 'run-workflows', version: 1, tables: [] };

export const checkpointIn = (views: ViewStore): View => {
  const live = views.live(shape.name);
  if (live?.version === shape.version) return views.open(shape, live);
  const file = views.build(shape).finish({ at: undefined, before: undefined, parked: [], joins: [] });
  views.swap(file);
  return views.open(shape, file);
};

/** Meanwhile it may have been told to stop. */
const isOver = ({ aborted }: AbortSignal): boolean => aborted;

export interface RunningParts {
  readonly engine: Engine;
  readonly log: Pick<EventStore, 'readAll' | 'readStream' | 'head'>;
  readonly checkpoints: ViewStore;
  readonly readModels: Pick<ReadModels, 'read' | 'waitFor'>;
  readonly workflows: readonly AnyWorkflow[];
  readonly hearers: readonly Hearer[];
  readonly clock: Clock;
  readonly monotonic: Monotonic;
  readonly timers: Timers;
  /** Absent: nobody, as on the command line. */
  readonly peopleWaiting?: PeopleWaiting;
  readonly onFault: (error: unknown) => void;
  readonly onClockJump: (jump: ClockJump) => void;
}

export interface WorkflowsStatus {
  /** Events of the log that were not heard yet, up to a limit. */
  readonly lag: number;
  readonly parked: readonly Parked[];
  /** Whether the clock on the wall is believed; while it is not, no timer fires. */
  readonly clockBelieved: boolean;
}

interface Waiting {
  readonly position: bigint;
  readonly resolve: (reached: boolean) => void;
  readonly timer: NodeJS.Timeout;
}

const mostLagCounted = 500;
/** How soon an event of another process is heard when nobody rings. */
const lookAgainAfter = 250;
const pauseAfterFault = 2_000;

/** The workflows of a service: they hear the log as it grows, and what is due is swept. */
export class RunningWorkflows {
  readonly #parts: RunningParts;
  readonly #view: View;
  readonly #run: RunWorkflows;
  readonly #clock: SteadyClock;
  readonly #sweep: Sweep<PendingTimer>;
  readonly #stopping = new AbortController();
  readonly #waiting = new Set<Waiting>();
  #loops: Promise<unknown> = Promise.resolve();
  #ring: (() => void) | undefined;
  #rung = false;

  constructor(parts: RunningParts) {
    this.#parts = parts;
    const { engine, log, checkpoints, readModels, workflows, hearers, clock, monotonic, timers } = parts;
    this.#view = checkpointIn(checkpoints);
    const { peopleWaiting } = parts;
    // Who waits for what workflows will say is not helped by their rest.
    const first =
      peopleWaiting && new PeopleFirst(() => (this.#waiting.size > 0 ? 0 : peopleWaiting()), monotonic);
    this.#run = new RunWorkflows({
      log,
      view: this.#view,
      hearers,
      ...(first && { mayGo: () => first.ask() }),
    });
    this.#clock = new SteadyClock(clock, monotonic, parts.onClockJump);
    this.#sweep = new Sweep<PendingTimer>({
      clock: this.#clock,
      timers,
      due: (now, limit) =>
        (readModels.read('timers', (rows) => dueTimers(rows, now, limit))?.value ?? []).filter(
          ({ workflow, key }) => !this.#run.isParked(workflow, key),
        ),
      next: () => readModels.read('timers', nextDue)?.value,
      nameOf: nameOfTimer,
      fire: async (timer) => {
        try {
          await fire(engine, workflows, timer);
        } catch (error) {
          if (isFaultOfStore(error)) throw error;
          this.#run.park(timer.workflow, timer.key, `workflow-${timer.workflow}-${timer.key}`, error);
        }
      },
    });
  }

  start(): void {
    const { signal } = this.#stopping;
    this.#loops = Promise.all([this.#hear(signal), this.#sweep.run(signal, this.#parts.onFault)]);
  }

  /** Something was written: hear it now. */
  nudge(): void {
    this.#rung = true;
    this.#ring?.();
  }

  /** Whether everything up to a position is heard within the time; what is parked is heard, as far as it can be. */
  async waitFor(position: bigint, milliseconds: number): Promise<boolean> {
    if (this.#heard(position)) return true;
    this.nudge();
    return new Promise((resolve) => {
      const waiting: Waiting = {
        position,
        resolve,
        timer: setTimeout(() => {
          this.#waiting.delete(waiting);
          resolve(false);
        }, milliseconds),
      };
      this.#waiting.add(waiting);
    });
  }

  async status(): Promise<WorkflowsStatus> {
    const head = await this.#parts.log.head();
    const at = this.#run.position;
    const behind = head !== undefined && (at === undefined || at < head);
    return {
      lag: behind ? (await this.#parts.log.readAll(at, mostLagCounted)).length : 0,
      parked: this.#run.parked(),
      clockBelieved: this.#clock.believed,
    };
  }

  retry(name?: string): Promise<number> {
    return this.#run.retry(name);
  }

  /** Hears and fires until nothing is left to do now: for the command line, and for tests. */
  async settle(): Promise<void> {
    for (;;) {
      const heard = await this.#run.catchUp();
      const head = await this.#parts.log.head();
      if (head !== undefined) await this.#parts.readModels.waitFor(head, 60_000, 'timers');
      const fired = await this.#sweep.sweep();
      if (heard === 0 && fired === 0) return;
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#ring?.();
    await this.#loops;
    for (const { resolve, timer } of this.#waiting) {
      clearTimeout(timer);
      resolve(false);
    }
    this.#waiting.clear();
    await this.#parts.timers.close();
    this.#view.close();
  }

  async #hear(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      let wait = lookAgainAfter;
      try {
        this.#rung = false;
        if ((await this.#run.catchUp(signal)) > 0) this.#sweep.hurry();
        this.#wake();
      } catch (error) {
        if (isOver(signal)) return;
        this.#parts.onFault(error);
        wait = pauseAfterFault;
      }
      await this.#wait(signal, wait);
    }
  }

  #heard(position: bigint): boolean {
    return (this.#run.position ?? -1n) >= position;
  }

  #wake(): void {
    for (const waiting of this.#waiting) {
      if (!this.#heard(waiting.position)) continue;
      this.#waiting.delete(waiting);
      clearTimeout(waiting.timer);
      waiting.resolve(true);
    }
  }

  async #wait(signal: AbortSignal, milliseconds: number): Promise<void> {
    if (signal.aborted || this.#rung) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.#ring = undefined;
        resolve();
      };
      const timer = setTimeout(go, milliseconds);
      this.#ring = go;
    });
  }
}

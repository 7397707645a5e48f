import { setTimeout as pause } from 'node:timers/promises';
import type { AnyWorkflow } from '../../domain/workflow/known.ts';
import type { Engine } from '../../engine/execute.ts';
import { isFaultOfStore } from '../../engine/faults.ts';
import { type Hearer, RunWorkflows } from '../../engine/run-workflows.ts';
import { type ClockJump, SteadyClock } from '../../engine/steady-clock.ts';
import { Sweep } from '../../engine/sweep.ts';
import type { Uuid } from '../../kernel/message.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { Monotonic } from '../../ports/monotonic.ts';
import type { Timers } from '../../ports/timers.ts';
import type { Parked, View, ViewStore } from '../../ports/view-store.ts';
import { dueTimers, nextDue, type PendingTimer } from '../../../projections/timers.ts';
import type { ReadModels } from '../read-models.ts';
import { fire, nameOfTimer } from './hearers.ts';
import { PeopleFirst, type PeopleWaiting } from './people-first.ts';
import { checkpointAt, checkpointIn } from './checkpoint.ts';
import { type SharedWith, Sharing } from './sharing.ts';

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
  /** Milliseconds between two sweeps; absent: as the sweep has it. */
  readonly sweepEvery?: number;
  /** What others on the same log hear and fire is theirs; absent: there are no others. */
  readonly sharedWith?: SharedWith;
  /** Absent: nobody, as on the command line. */
  readonly peopleWaiting?: PeopleWaiting;
  readonly onFault: (error: unknown) => void;
  readonly onClockJump: (jump: ClockJump) => void;
  /** Something came to be this instance's to do, perhaps because another one is gone. */
  readonly onTakenOver?: () => void;
}

export interface WorkflowsStatus {
  /** Events of the log that were not heard yet, up to a limit. */
  readonly lag: number;
  readonly parked: readonly Parked[];
  /** Whether the clock on the wall is believed; while it is not, no timer fires. */
  readonly clockBelieved: boolean;
  /** How many of the parts of all keys are heard here; absent: there are no others who hear. */
  readonly parts?: number;
}

interface Waiting {
  readonly position: bigint;
  readonly resolve: (reached: boolean) => void;
  readonly timer: NodeJS.Timeout;
}

/** So many fires take some milliseconds, and then whoever waits has a turn. */
const firedWhilePeopleWait = 64;
const mostLagCounted = 500;
/** How soon an event of another process is heard when nobody rings. */
const lookAgainAfter = 250;
const pauseAfterFault = 2_000;
const longestLeave = 1_000;

/** The workflows of a service: they hear the log as it grows, and what is due is swept. */
export class RunningWorkflows {
  readonly #parts: RunningParts;
  readonly #view: View;
  readonly #sharing: Sharing | undefined;
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
    const { peopleWaiting, sharedWith } = parts;
    this.#view = sharedWith ? checkpointAt(sharedWith.from) : checkpointIn(checkpoints);
    // Who waits for what workflows will say is not helped by their rest.
    const first =
      peopleWaiting && new PeopleFirst(() => (this.#waiting.size > 0 ? 0 : peopleWaiting()), monotonic);
    this.#run = new RunWorkflows({
      log,
      view: this.#view,
      hearers,
      ...(first && { mayGo: () => first.ask() }),
      mine: (key) => this.#isMine(key),
    });
    this.#sharing = sharedWith && new Sharing(sharedWith, this.#run, monotonic);
    this.#clock = new SteadyClock(clock, monotonic, parts.onClockJump);
    this.#sweep = new Sweep<PendingTimer>({
      clock: this.#clock,
      timers,
      ...(parts.sweepEvery !== undefined && { every: parts.sweepEvery }),
      due: (now, limit) => readModels.read('timers', (rows) => dueTimers(rows, now, limit))?.value ?? [],
      mayFire: ({ workflow, key }) => this.#isMine(key) && !this.#run.isParked(workflow, key),
      next: (after) => readModels.read('timers', (rows) => nextDue(rows, after))?.value,
      nameOf: nameOfTimer,
      ...(peopleWaiting && { atOnce: () => (peopleWaiting() > 0 ? firedWhilePeopleWait : Infinity) }),
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
    this.#loops = Promise.all([
      this.#hear(signal),
      this.#sweep.run(signal, this.#parts.onFault),
      this.#comeBy(signal),
    ]);
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
      ...(this.#sharing && { parts: this.#sharing.parts }),
    };
  }

  /** Whether it is this instance that sends the mail of everybody. */
  get sendsMail(): boolean {
    return this.#sharing?.sendsMail ?? true;
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
    // While the servers are away nobody can be told; the others find out by themselves.
    const left = this.#loops.then(() => this.#sharing?.leave()).catch(this.#parts.onFault);
    await Promise.race([left, pause(longestLeave, undefined, { ref: false })]);
    await this.#parts.sharedWith?.book.close();
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
        await this.#sharing?.takeOver(signal);
        if ((await this.#run.catchUp(signal)) > 0) this.#sweep.hurry();
        this.#wake();
        if (this.#sharing && this.#waiting.size > 0) {
          await this.#sharing.help(signal);
          this.#wake();
        }
      } catch (error) {
        if (isOver(signal)) return;
        this.#parts.onFault(error);
        wait = pauseAfterFault;
      }
      await this.#wait(signal, wait);
    }
  }

  /** Tells the others that it is there, and finds what they left. */
  async #comeBy(signal: AbortSignal): Promise<void> {
    const { sharedWith, onFault, onTakenOver } = this.#parts;
    if (!this.#sharing || !sharedWith) return;
    while (!signal.aborted) {
      try {
        if (await this.#sharing.turn()) {
          this.nudge();
          onTakenOver?.();
        }
      } catch (error) {
        if (!isOver(signal)) onFault(error);
      }
      await pause(sharedWith.lasts / 3, undefined, { signal }).catch(() => undefined);
    }
  }

  #isMine(key: Uuid): boolean {
    return this.#sharing?.mine(key) ?? true;
  }

  #heard(position: bigint): boolean {
    if (this.#sharing && !this.#sharing.hasHeard(position)) return false;
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

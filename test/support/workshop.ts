import { fire, hearersOf } from '../../src/app/workflows/hearers.ts';
import { TimerIndex, tasksIn } from '../../src/app/workflows/player.ts';
import { checkpointIn } from '../../src/app/workflows/checkpoint.ts';
import { developmentHashing, playground } from '../../src/app/wiring.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import type { AnyWorkflow } from '../../src/domain/workflow/known.ts';
import { Engine } from '../../src/engine/execute.ts';
import { RunWorkflows } from '../../src/engine/run-workflows.ts';
import { evening, VirtualClock } from '../../src/engine/virtual-days.ts';
import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import { type Instant, instant } from '../../src/kernel/instant.ts';
import type { Happening, Recorded } from '../../src/kernel/message.ts';
import { appendFacts } from './appended.ts';
import type { TaskShown } from '../../projections/tasks.ts';

/** Workflows that run over a log in memory as a service runs them, at the moments of a clock that is turned by hand. */
export class Workshop {
  readonly #log = playground();
  readonly store = this.#log.store;
  readonly clock = new VirtualClock(instant('2025-08-01T06:00:00.000Z'));
  readonly engine = new Engine({ store: this.store, clock: this.clock, hashing: developmentHashing });
  readonly #index = new TimerIndex(this.store);
  readonly #dependants: (staff: StaffId) => readonly StudentId[];
  readonly #fired = new Set<string>();
  #workflows: readonly AnyWorkflow[] = [];
  #run: RunWorkflows | undefined;

  constructor(
    workflows: readonly AnyWorkflow[],
    dependants: (staff: StaffId) => readonly StudentId[] = () => [],
  ) {
    this.#dependants = dependants;
    this.build(workflows);
  }

  /** Another build of the program takes over, with these workflows. */
  build(workflows: readonly AnyWorkflow[]): void {
    this.#workflows = workflows;
    this.#run = new RunWorkflows({
      log: this.store,
      view: checkpointIn(this.#log.views),
      hearers: hearersOf(this.engine, workflows, async (staff) => this.#dependants(staff)),
    });
  }

  get run(): RunWorkflows {
    if (!this.#run) throw new Error('nobody runs the workflows');
    return this.#run;
  }

  /** Recorded on a day, and heard at once. */
  async happens(day: CalendarDate, stream: string, ...facts: readonly Happening[]): Promise<void> {
    const at = instant(`${day}T10:00:00.000Z`);
    await this.#fireUntil(at);
    this.clock.turnTo(at);
    await appendFacts(this.store, stream, facts, at);
    await this.hear();
  }

  async hear(): Promise<void> {
    await this.run.catchUp();
    await this.#fireUntil(this.clock.now());
    await this.run.catchUp();
  }

  /** To the evening of a day. */
  async until(day: CalendarDate): Promise<void> {
    await this.#fireUntil(evening(day));
    this.clock.turnTo(evening(day));
  }

  tasks(): Promise<readonly TaskShown[]> {
    return tasksIn(this.store);
  }

  async *events(): AsyncGenerator<Recorded> {
    yield* await this.store.readAll(undefined, 100_000);
  }

  async #fireUntil(upTo: Instant): Promise<void> {
    const standing = ({ workflow, key }: { readonly workflow: string; readonly key: StudentId | string }) =>
      !this.run.isParked(workflow, key as StudentId);
    for (;;) {
      await this.#index.read();
      const next = this.#index.next(standing);
      if (next === undefined || next > upTo) return;
      this.clock.turnTo(next);
      for (const timer of this.#index.due(this.clock.now()).filter(standing)) {
        if (this.#fired.has(timer.set)) throw new Error(`${timer.step} fired, and nothing came of it`);
        this.#fired.add(timer.set);
        await fire(this.engine, this.#workflows, timer);
      }
      await this.run.catchUp();
    }
  }
}

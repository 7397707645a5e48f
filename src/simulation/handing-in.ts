import type { Engine } from '../engine/execute.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Random } from '../ports/random.ts';
import { momentOf } from './days.ts';
import { dateText, type Diary, type Step } from './diary.ts';
import type { Beside, BesideOf } from './beside.ts';
import type { OnlyWriter } from './only-writer.ts';

export interface RefusalCount {
  readonly command: string;
  readonly code: string;
  readonly count: number;
  /** The first of them. */
  readonly example: { readonly day: CalendarDate; readonly lane: string; readonly refusal: unknown };
}

/** Commands of one round that are handed in at once; more would only wait for each other. */
const atOnce = 1_000;

/** Quiet days are handed over together: a commit for each would take longer than all that is in it. */
const keptAtMost = 500;

/** Hands the days of a diary to the engine, with the clock on that day. */
export class HandingIn {
  readonly engine: Engine;
  readonly #writer: OnlyWriter;
  readonly #random: Random;
  readonly #beside: Beside | undefined;
  readonly #refused = new Map<string, RefusalCount>();
  #now = momentOf(0, 0);
  commands = 0;

  constructor(
    writer: OnlyWriter,
    random: Random,
    engineWith: (parts: { store: EventStore; clock: Clock; random: Random }) => Engine,
    besideOf?: BesideOf,
  ) {
    this.#writer = writer;
    this.#random = random;
    this.engine = engineWith({ store: writer, clock: { now: () => this.#now }, random });
    this.#beside = besideOf?.({
      store: writer,
      engine: this.engine,
      turnTo: (at) => {
        this.#now = at;
      },
    });
  }

  refusals(): readonly RefusalCount[] {
    return [...this.#refused.values()];
  }

  /** All days up to and including one; each is done before the next begins. */
  async until(diary: Diary, last: number, done: (day: number) => void = () => undefined): Promise<void> {
    for (const { day, steps } of diary.until(last)) {
      await this.#beside?.before(dateText(day));
      await this.#day(day, steps);
      await this.#beside?.after(dateText(day));
      if (this.#writer.kept >= keptAtMost) await this.#writer.handOver();
      done(day);
    }
    await this.#writer.handOver();
  }

  async #day(day: number, steps: readonly Step[]): Promise<void> {
    let lanes = [...Map.groupBy(steps, ({ lane }) => lane).values()];
    for (let round = 0; lanes.length > 0; round++) {
      this.#now = momentOf(day, round);
      const together = lanes.flatMap((lane) => lane[round] ?? []);
      // Most lanes have a step or two on a day, and a few have twenty.
      lanes = lanes.filter((lane) => lane.length > round + 1);
      for (let from = 0; from < together.length; from += atOnce)
        await this.#round(day, together.slice(from, from + atOnce));
    }
  }

  async #round(day: number, steps: readonly Step[]): Promise<void> {
    const commands = steps.map((each) => ({ each, id: each.commandId ?? this.#random.uuid() }));
    const answers = await this.#writer.together(
      commands.map(({ each, id }) => ({
        id,
        ask: () =>
          each.ask(this.engine, { commandId: id, actor: each.actor, source: 'simulation', ...each.door }),
      })),
    );
    this.commands += answers.length;
    for (const [index, answer] of answers.entries()) {
      const step = steps[index];
      if (!step) continue;
      if (answer.outcome === 'done') step.heard?.(answer.events);
      else this.#note(day, step, answer);
    }
  }

  #note(day: number, { type, lane }: Step, answer: { readonly outcome: string }): void {
    const refusal = 'refusal' in answer ? answer.refusal : answer;
    const code =
      typeof refusal === 'object' && refusal !== null && 'code' in refusal
        ? String(refusal.code)
        : answer.outcome;
    const key = `${type} ${code}`;
    const known = this.#refused.get(key);
    this.#refused.set(
      key,
      known
        ? { ...known, count: known.count + 1 }
        : { command: type, code, count: 1, example: { day: dateText(day), lane, refusal } },
    );
  }
}

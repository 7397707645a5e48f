import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type Instant, startOfDay } from '../../kernel/instant.ts';
import type { Recorded, Uuid } from '../../kernel/message.ts';
import type { StoryEvent } from '../../kernel/projection.ts';
import { institutionStream } from '../../domain/institution/ids.ts';
import { institutionSubject } from '../../domain/institution/subject.ts';
import type { ChangeSetting } from '../../domain/institution/commands.ts';
import { workflowEvents, type WorkflowEvent } from '../../domain/workflow/events.ts';
import { workflowKeyOf } from '../../domain/workflow/ids.ts';
import type { AnyWorkflow } from '../../domain/workflow/known.ts';
import { type WorkflowState, workflowReadable } from '../../domain/workflow/state.ts';
import { told } from '../../engine/codec.ts';
import { Engine } from '../../engine/execute.ts';
import { RunWorkflows } from '../../engine/run-workflows.ts';
import { byDay, evening, VirtualClock } from '../../engine/virtual-days.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { Hashing } from '../../ports/hashing.ts';
import type { View } from '../../ports/view-store.ts';
import { type TaskShown, tasks } from '../../../projections/tasks.ts';
import type { PendingTimer } from '../../../projections/timers.ts';
import { fire, hearersOf } from './hearers.ts';

/** The timers that stand in a log, kept by reading its workflow streams as they grow. */
export class TimerIndex {
  readonly #log: Pick<EventStore, 'readAll'>;
  readonly #states = new Map<string, WorkflowState>();
  readonly #pending = new Map<string, readonly PendingTimer[]>();
  #at: bigint | undefined;

  /** Of what stands after a position; all of it, when none is given. */
  constructor(log: Pick<EventStore, 'readAll'>, after?: bigint) {
    this.#log = log;
    this.#at = after;
  }

  async read(): Promise<void> {
    for (;;) {
      const page = await this.#log.readAll(this.#at, 5_000);
      for (const event of page) this.#take(event);
      const last = page.at(-1);
      if (!last) return;
      this.#at = last.position;
    }
  }

  due(now: Instant): readonly PendingTimer[] {
    return this.#all()
      .filter(({ at }) => at <= now)
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  next(): Instant | undefined {
    let next: Instant | undefined;
    for (const { at } of this.#all()) if (next === undefined || at < next) next = at;
    return next;
  }

  #all(): PendingTimer[] {
    return [...this.#pending.values()].flat();
  }

  #take(event: Recorded): void {
    const of = workflowKeyOf(event.stream);
    if (!of) return;
    const before = this.#states.get(event.stream) ?? workflowReadable.initial;
    const state = workflowReadable.evolve(before, told<WorkflowEvent>(workflowEvents, event));
    this.#states.set(event.stream, state);
    const pending = [...state.steps].flatMap(([step, { timer, over }]) =>
      timer && over === undefined ? [{ ...of, step, set: timer.id, at: timer.at }] : [],
    );
    if (pending.length > 0) this.#pending.set(event.stream, pending);
    else this.#pending.delete(event.stream);
  }
}

export interface Playing {
  /** What happened, in the order in which it was recorded; of workflows nothing, they are played anew. */
  readonly events: AsyncIterable<Recorded>;
  readonly workflows: readonly AnyWorkflow[];
  /** An empty store of its own. */
  readonly store: EventStore;
  readonly checkpoint: View;
  readonly hashing: Hashing;
  /** Terms that are otherwise from a day on; said on that day, before it is heard. */
  readonly changed?: readonly Omit<ChangeSetting, 'type'>[];
  /** The last day that is played. */
  readonly until: CalendarDate;
}

/** What workflows said or asked: played anew, it is said anew. */
export const isWorkflows = ({ stream, meta }: Recorded): boolean =>
  workflowKeyOf(stream) !== undefined || meta.source === 'workflow';

/** Positions are the store's own; what is compared with them comes from the same store. */
const storyEventOf = (event: Recorded): StoryEvent => ({
  id: event.id,
  key: event.stream.slice(tasks.stories.prefix.length),
  revision: event.revision,
  type: event.type,
  version: event.version,
  data: event.data,
  position: event.position,
  commandId: event.meta.commandId,
  recordedAt: event.meta.recordedAt,
  role: event.meta.actor.role,
});

/** Every task that the workflows of a log asked, with what became of it. */
export const tasksIn = async (log: Pick<EventStore, 'readAll'>): Promise<readonly TaskShown[]> => {
  const stories = new Map<string, StoryEvent[]>();
  for (let at: bigint | undefined; ;) {
    const page: readonly Recorded[] = await log.readAll(at, 5_000);
    const last = page.at(-1);
    if (!last) break;
    for (const event of page)
      if (workflowKeyOf(event.stream)) {
        const story = storyEventOf(event);
        const known = stories.get(story.key);
        if (known) known.push(story);
        else stories.set(story.key, [story]);
      }
    at = last.position;
  }
  return [...stories].flatMap(([key, events]) =>
    (tasks.rows({ key, events, joined: [] })['tasks'] ?? []).map(
      ({ shown }) => JSON.parse(String(shown)) as TaskShown,
    ),
  );
};

/** What workflows say lies in between, so an event may have another place in its stream than it had. */
export const appendAnew = async (
  store: Pick<EventStore, 'append' | 'readStream'>,
  happened: readonly Recorded[],
): Promise<void> => {
  for (const { stream, revision: _place, position: _token, ...event } of happened) {
    const length = (await store.readStream(stream)).length;
    await store.append(stream, length === 0 ? 'none' : length - 1, [event]);
  }
};

/**
 * Plays what happened through workflows, day by day, into a store of its own: in the morning what is due fires, in the
 * evening the day is heard. Nothing is written anywhere else.
 */
export const play = async ({
  events,
  workflows,
  store,
  checkpoint,
  hashing,
  changed = [],
  until,
}: Playing): Promise<readonly TaskShown[]> => {
  let engine: Engine | undefined;
  let run: RunWorkflows | undefined;
  let clock: VirtualClock | undefined;
  let changes = changed;
  const index = new TimerIndex(store);

  const fireUntil = async (upTo: Instant): Promise<void> => {
    for (;;) {
      await index.read();
      const next = index.next();
      if (!engine || !clock || next === undefined || next > upTo) return;
      clock.turnTo(next);
      for (const timer of index.due(clock.now())) await fire(engine, workflows, timer);
    }
  };

  for await (const { day, events: ofDay } of byDay(events)) {
    if (day > until) break;
    if (!clock || !engine || !run) {
      clock = new VirtualClock(startOfDay(day));
      engine = new Engine({ store, clock, hashing });
      run = new RunWorkflows({
        log: store,
        view: checkpoint,
        hearers: hearersOf(engine, workflows, async () => []),
      });
    }
    await fireUntil(startOfDay(day));
    clock.turnTo(startOfDay(day));
    const happened = ofDay.filter((event) => !isWorkflows(event));
    await appendAnew(store, happened);
    const now = changes.filter(({ from }) => from <= day);
    changes = changes.filter(({ from }) => from > day);
    await change(engine, now);
    clock.turnTo(evening(day));
    await run.catchUp();
  }
  await fireUntil(evening(until));
  clock?.turnTo(evening(until));
  return tasksIn(store);
};

const change = async (engine: Engine, changed: readonly Omit<ChangeSetting, 'type'>[]): Promise<void> => {
  for (const [index, each] of changed.entries()) {
    const answer = await engine.execute(
      institutionSubject,
      institutionStream,
      { type: 'ChangeSetting', ...each },
      {
        commandId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` as Uuid,
        actor: { id: 'rehearsal', role: 'system' },
        source: 'rehearsal',
      },
    );
    if (answer.outcome === 'refused') throw new RehearsalRefused(`${each.setting}: ${answer.refusal.code}`);
  }
};

/** The terms to be rehearsed cannot be so. */
export class RehearsalRefused extends Error {
  override readonly name = 'RehearsalRefused';
}

import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type Instant, startOfDay } from '../../kernel/instant.ts';
import type { Recorded, Uuid } from '../../kernel/message.ts';
import type { StoryEvent } from '../../kernel/projection.ts';
import { institutionStream } from '../../domain/institution/ids.ts';
import { institutionSubject } from '../../domain/institution/subject.ts';
import type { ChangeSetting } from '../../domain/institution/commands.ts';
import type { InstitutionData } from '../../domain/institution/events.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { trajectoryReadable } from '../../domain/trajectory/state.ts';
import { workflowEvents, type WorkflowEvent } from '../../domain/workflow/events.ts';
import { workflowKeyOf, workflowStream } from '../../domain/workflow/ids.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import { type AnyWorkflow, dependsOn } from '../../domain/workflow/known.ts';
import { type WorkflowState, workflowReadable } from '../../domain/workflow/state.ts';
import { told } from '../../engine/codec.ts';
import { Engine } from '../../engine/execute.ts';
import { RunWorkflows } from '../../engine/run-workflows.ts';
import { byDay, evening, VirtualClock } from '../../engine/virtual-days.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { Hashing } from '../../ports/hashing.ts';
import { isFaultOfStore } from '../../engine/faults.ts';
import type { Parked, View } from '../../ports/view-store.ts';
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

  next(counts: (timer: PendingTimer) => boolean = () => true): Instant | undefined {
    let next: Instant | undefined;
    for (const timer of this.#all())
      if ((next === undefined || timer.at < next) && counts(timer)) next = timer.at;
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
  /** What happened, in the order in which it was recorded. Of workflows only what people did with their tasks counts: the rest is played anew. */
  readonly events: AsyncIterable<Recorded>;
  readonly workflows: readonly AnyWorkflow[];
  /** An empty store of its own. */
  readonly store: EventStore;
  readonly checkpoint: View;
  readonly hashing: Hashing;
  /** Terms that are otherwise from a day on; said on that day, before it is heard. */
  readonly changed?: readonly Terms[];
  /** The last day that is played. */
  readonly until: CalendarDate;
}

/** What a person does with a task is nobody's to say again. */
const deeds: ReadonlySet<string> = new Set<WorkflowEvent['type']>([
  'TaskClaimed',
  'TaskReassigned',
  'TaskSnoozed',
  'TaskWithdrawn',
]);

/** What workflows said or asked: played anew, it is said anew. */
export const isWorkflows = ({ stream, meta }: Recorded): boolean =>
  workflowKeyOf(stream) !== undefined || meta.source === 'workflow';

type Terms = Omit<ChangeSetting, 'type'>;

/** What was said of the same term from that day on would take away what is to be tried. */
const isOverruled = ({ type, data }: Recorded, changed: readonly Terms[]): boolean => {
  if (type !== 'SettingChanged') return false;
  const { setting, landschap, from } = data as InstitutionData['SettingChanged'];
  return changed.some(
    (each) => each.setting === setting && each.landschap === landschap && each.from <= from,
  );
};

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

export interface Played {
  readonly tasks: readonly TaskShown[];
  /** What could not be played, as a running workflow that throws is parked. */
  readonly parked: readonly Parked[];
}

/** The terms to be rehearsed cannot be so. */
export class RehearsalRefused extends Error {
  override readonly name = 'RehearsalRefused';
  readonly terms: Terms;
  readonly code: string;

  constructor(terms: Terms, code: string) {
    super(`${terms.setting}: ${code}`);
    this.terms = terms;
    this.code = code;
  }
}

/**
 * Plays what happened through workflows, day by day, into a store of its own: in the morning what is due fires, in the
 * evening the day is heard. What was asked and done on one day is not asked. Nothing is written anywhere else.
 */
export const play = async (playing: Playing): Promise<Played> => {
  let player: Player | undefined;
  for await (const { day, events } of byDay(playing.events)) {
    if (day > playing.until) break;
    player ??= new Player(playing, day);
    await player.live(day, events);
  }
  return player ? player.finish() : { tasks: [], parked: [] };
};

class Player {
  readonly #playing: Playing;
  readonly #clock: VirtualClock;
  readonly #engine: Engine;
  readonly #run: RunWorkflows;
  readonly #index: TimerIndex;
  readonly #lengths = new Map<string, number>();
  readonly #students = new Set<StudentId>();
  #ahead: readonly Terms[];
  #said = 0;

  constructor(playing: Playing, from: CalendarDate) {
    const { store, checkpoint, hashing, workflows, changed = [] } = playing;
    this.#playing = playing;
    this.#clock = new VirtualClock(startOfDay(from));
    this.#engine = new Engine({ store, clock: this.#clock, hashing });
    this.#run = new RunWorkflows({
      log: store,
      view: checkpoint,
      hearers: hearersOf(this.#engine, workflows, (staff) => this.#dependants(staff)),
    });
    this.#index = new TimerIndex(store);
    this.#ahead = changed;
  }

  async live(day: CalendarDate, events: readonly Recorded[]): Promise<void> {
    const { changed = [] } = this.#playing;
    await this.#fireUntil(startOfDay(day));
    this.#clock.turnTo(startOfDay(day));
    for (const event of events)
      if (!isWorkflows(event) && !isOverruled(event, changed)) await this.#append(event);
    await this.#change(this.#ahead.filter(({ from }) => from <= day));
    this.#ahead = this.#ahead.filter(({ from }) => from > day);
    this.#clock.turnTo(evening(day));
    await this.#run.catchUp();
    for (const event of events) if (deeds.has(event.type)) await this.#does(event);
  }

  async finish(): Promise<Played> {
    const last = evening(this.#playing.until);
    await this.#fireUntil(last);
    this.#clock.turnTo(last);
    return { tasks: await tasksIn(this.#playing.store), parked: this.#run.parked() };
  }

  /** What is said of the terms, and what a signal tells a trajectory, lies in between: an event may have another place. */
  async #append({ stream, revision: _place, position: _token, ...event }: Recorded): Promise<void> {
    const { store } = this.#playing;
    if (stream.startsWith('trajectory-')) this.#students.add(stream.slice('trajectory-'.length) as StudentId);
    for (;;) {
      const length = this.#lengths.get(stream) ?? 0;
      const appended = await store.append(stream, length === 0 ? 'none' : length - 1, [event]);
      this.#lengths.set(stream, appended.done ? length + 1 : length + appended.since.length);
      if (appended.done) return;
    }
  }

  /** Withdrawn, handed to another, put off: as long as it is asked here too. */
  async #does(event: Recorded): Promise<void> {
    const { step } = event.data as { readonly step: string };
    const { state } = await this.#engine.fold(workflowReadable, event.stream);
    const known = state.steps.get(step);
    if (known?.task && known.over === undefined) await this.#append(event);
  }

  async #fireUntil(upTo: Instant): Promise<void> {
    const { workflows } = this.#playing;
    for (;;) {
      await this.#index.read();
      const standing = ({ workflow, key }: PendingTimer): boolean => !this.#run.isParked(workflow, key);
      const next = this.#index.next(standing);
      if (next === undefined || next > upTo) return;
      this.#clock.turnTo(next);
      for (const timer of this.#index.due(this.#clock.now()).filter(standing))
        try {
          await fire(this.#engine, workflows, timer);
        } catch (error) {
          if (isFaultOfStore(error)) throw error;
          this.#run.park(timer.workflow, timer.key, workflowStream(timer), error);
        }
    }
  }

  async #change(changed: readonly Terms[]): Promise<void> {
    for (const each of changed) {
      this.#said += 1;
      const answer = await this.#engine.execute(
        institutionSubject,
        institutionStream,
        { type: 'ChangeSetting', ...each },
        {
          commandId: `00000000-0000-4000-8000-${String(this.#said).padStart(12, '0')}` as Uuid,
          actor: { id: 'rehearsal', role: 'system' },
          source: 'rehearsal',
        },
      );
      if (answer.outcome === 'refused') throw new RehearsalRefused(each, answer.refusal.code);
    }
  }

  /** Who leaves is rare; then every student is looked at. */
  async #dependants(staff: StaffId): Promise<readonly StudentId[]> {
    const found: StudentId[] = [];
    for (const student of this.#students) {
      const { state } = await this.#engine.fold(trajectoryReadable, trajectoryStream(student));
      if (dependsOn(state).has(staff)) found.push(student);
    }
    return found;
  }
}

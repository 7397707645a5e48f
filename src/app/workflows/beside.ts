import { calendarOf } from '../../domain/institution/calendar.ts';
import { institutionStream } from '../../domain/institution/ids.ts';
import { institution } from '../../domain/institution/state.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { trajectoryReadable } from '../../domain/trajectory/state.ts';
import { trajectorySubject } from '../../domain/trajectory/subject.ts';
import type { WorkflowData } from '../../domain/workflow/events.ts';
import { workflowKeyOf } from '../../domain/workflow/ids.ts';
import type { Engine } from '../../engine/execute.ts';
import { derivedId } from '../../engine/ids.ts';
import { evening } from '../../engine/virtual-days.ts';
import { RunWorkflows } from '../../engine/run-workflows.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type Instant, instant, startOfDay } from '../../kernel/instant.ts';
import type { Recorded, Uuid } from '../../kernel/message.ts';
import { type Talk, talkAbout } from '../../simulation/answering.ts';
import type { Beside, BesideOf } from '../../simulation/beside.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { memoryViewStore } from '../wiring.ts';
import { workflows } from '../../../workflows/index.ts';
import { fire, hearersOf } from './hearers.ts';
import { TimerIndex } from './player.ts';
import { checkpointIn } from './checkpoint.ts';

interface Promised extends Talk {
  readonly task: Uuid;
  readonly student: StudentId;
  readonly coach: Uuid;
}

/** Coaches who do, on a later day, what their worklist asks: who was asked and is the student's coach still. */
class Coaches {
  readonly #store: Pick<EventStore, 'readAll'>;
  readonly #engine: Engine;
  #promised: readonly Promised[] = [];
  #at: bigint | undefined;

  constructor(store: Pick<EventStore, 'readAll'>, engine: Engine) {
    this.#store = store;
    this.#engine = engine;
  }

  /** Looks at what was asked since. */
  async look(): Promise<void> {
    for (;;) {
      const page = await this.#store.readAll(this.#at, 5_000);
      const last = page.at(-1);
      if (!last) return;
      this.#at = last.position;
      for (const event of page) if (event.type === 'TaskAsked') await this.#isAsked(event);
    }
  }

  async talk(day: CalendarDate): Promise<void> {
    const due = this.#promised.filter(({ on }) => on <= day);
    if (due.length === 0) return;
    this.#promised = this.#promised.filter(({ on }) => on > day);
    for (const { task, student, coach, kind } of due) {
      const stream = trajectoryStream(student);
      const { state } = await this.#engine.fold(trajectoryReadable, stream);
      if (state.coach?.id !== coach || state.left !== undefined) continue;
      await this.#engine.execute(
        trajectorySubject,
        student,
        { type: 'RecordConversation', on: day, kind, faceToFace: true, present: ['student', 'coach'] },
        { commandId: derivedId(task, stream), actor: { id: coach, role: 'coach' }, source: 'simulation' },
      );
    }
  }

  async #isAsked({ id, stream, data }: Recorded): Promise<void> {
    const of = workflowKeyOf(stream);
    const asked = data as WorkflowData['TaskAsked'];
    const { person: coach } = asked.of;
    if (!of || coach === undefined) return;
    const { state } = await this.#engine.fold(institution, institutionStream);
    const talk = talkAbout({ task: id, workflow: of.workflow, due: asked.due }, calendarOf(state));
    if (talk)
      this.#promised = [...this.#promised, { ...talk, task: id, student: of.key as StudentId, coach }];
  }
}

/**
 * The workflows of this build beside a simulated school: in the morning what is due fires, in the evening the day is
 * heard; coaches do some of what they are asked. One after another, so that the log does not depend on timing. Nobody leaves a simulated school on whom
 * somebody depends.
 */
export const workflowsBeside: BesideOf = ({ store, engine, turnTo }): Beside => {
  const timers = new TimerIndex(store);
  const run = new RunWorkflows({
    log: store,
    view: checkpointIn(memoryViewStore()),
    hearers: hearersOf(engine, workflows, () => Promise.resolve([])),
    atOnce: 1,
  });
  const fireUntil = async (upTo: Instant): Promise<void> => {
    await timers.read();
    for (let next = timers.next(); next !== undefined && next <= upTo; next = timers.next()) {
      turnTo(next);
      for (const timer of timers.due(next)) await fire(engine, workflows, timer);
      await timers.read();
    }
  };
  const coaches = new Coaches(store, engine);
  return {
    before: async (day) => {
      await fireUntil(startOfDay(day));
      turnTo(instant(`${day}T06:30:00.000Z`));
      await coaches.talk(day);
    },
    after: async (day) => {
      turnTo(evening(day));
      await run.catchUp();
      const [parked] = run.parked();
      if (parked) throw new Error(`${parked.key}: ${parked.error}`);
      await coaches.look();
    },
  };
};

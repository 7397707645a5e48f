import { randomUUID } from 'node:crypto';
import { embedded } from '../../src/app/log-place.ts';
import { inProcessTimers, openWriting, systemMonotonic, viewsOf } from '../../src/app/wiring.ts';
import { hearersOf } from '../../src/app/workflows/hearers.ts';
import { RunningWorkflows } from '../../src/app/workflows/running.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import { trajectoryStream } from '../../src/domain/trajectory/ids.ts';
import { trajectorySubject } from '../../src/domain/trajectory/subject.ts';
import { workflowStream } from '../../src/domain/workflow/ids.ts';
import type { TrajectoryKnown, TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { type WorkflowState, workflowReadable } from '../../src/domain/workflow/state.ts';
import type { Engine } from '../../src/engine/execute.ts';
import { addDays } from '../../src/kernel/calendar-date.ts';
import { instant } from '../../src/kernel/instant.ts';
import { type Uuid, uuid } from '../../src/kernel/message.ts';
import type { Term } from '../../src/kernel/workflow.ts';
import type { EventStore } from '../../src/ports/event-store.ts';

const callers = 64;
const warmUp = 1_000;
/** More than are gone through in the seconds of a measurement. */
const students = 10_000;
const office = { id: 'bench', role: 'simulator' } as const;

const visitsTo = ({ trajectory }: TrajectoryKnown): readonly { readonly id: Uuid }[] =>
  trajectory.history.filter(({ type }) => type === 'InfoshopVisited');

const workflowOf = (
  name: string,
  asks: (visits: readonly Uuid[], known: TrajectoryKnown) => readonly Term[],
): TrajectoryWorkflow => ({
  name,
  about: 'trajectory',
  hears: ['InfoshopVisited'],
  versions: {
    1: (known) => ({
      terms: asks(
        visitsTo(known).map(({ id }) => id),
        known,
      ),
      findings: [],
    }),
  },
});

const visit = (step: string, causes: readonly Uuid[], { today }: TrajectoryKnown): Term => ({
  step,
  asksOn: today,
  due: addDays(today, 7),
  of: { role: 'infoshop' },
  climbs: 5,
  ladder: [],
  causes,
  does: 'record-infoshop-visit',
});

/** After a first visit a second one is asked for, after that a third, and then it is done. */
const twoSteps = workflowOf('bench-two-steps', (visits, known) => {
  if (visits.length === 1) return [visit('first', visits, known)];
  return visits.length === 2 ? [visit('second', visits, known)] : [];
});

/** After a visit it waits for a year before it asks anything. */
const farTimer = workflowOf('bench-far-timer', (visits, known) =>
  visits.length > 0
    ? [{ ...visit('far', visits, known), asksOn: addDays(known.today, 365), due: addDays(known.today, 372) }]
    : [],
);

/** Trajectories that stand open already; that is not what is measured. */
const opened = async (store: EventStore): Promise<readonly StudentId[]> => {
  const made = Array.from({ length: students }, () => uuid(randomUUID()) as StudentId);
  await Promise.all(
    made.map((student) => {
      const commandId = uuid(randomUUID());
      return store.append(trajectoryStream(student), 'none', [
        {
          id: uuid(randomUUID()),
          type: 'TrajectoryOpened',
          version: 1,
          data: { on: '2026-09-01' },
          meta: {
            commandId,
            commandHash: 'a'.repeat(64),
            actor: office,
            causationId: commandId,
            correlationId: commandId,
            recordedAt: instant('2026-09-01T08:00:00.000Z'),
            source: 'simulator',
          },
        },
      ]);
    }),
  );
  return made;
};

interface Service {
  readonly engine: Engine;
  readonly students: readonly StudentId[];
  /** Resolved when the workflow has heard what happened last to this student, and what came of it is durable. */
  readonly heard: (student: StudentId) => Promise<void>;
}

/**
 * What a service runs, with this workflow: the log, the engine, and the loop that hears. Its doors and its read models
 * are left out, which the peers do not have.
 */
const withService = async <T>(
  folder: string,
  workflow: TrajectoryWorkflow,
  work: (service: Service) => Promise<T>,
): Promise<T> => {
  const waiting = new Map<Uuid, () => void>();
  let broken: (error: unknown) => void = () => undefined;
  const fault = new Promise<never>((_, reject) => {
    broken = reject;
  });
  let running: RunningWorkflows | undefined;
  const writing = await openWriting(embedded(folder), {
    onFatal: broken,
    onCommitted: () => running?.nudge(),
  });
  const ready = await opened(writing.store);
  const workflows = (running = new RunningWorkflows({
    engine: writing.engine,
    log: writing.store,
    checkpoints: viewsOf(embedded(folder)),
    readModels: { read: () => undefined, waitFor: async () => true },
    workflows: [workflow],
    hearers: hearersOf(writing.engine, [workflow], async () => []).map((hearer) => ({
      ...hearer,
      hear: async (key, cause, folds) => {
        // What throws is parked, and its caller would wait for ever.
        await hearer.hear(key, cause, folds).catch(broken);
        waiting.get(key)?.();
        waiting.delete(key);
      },
    })),
    clock: writing.clock,
    monotonic: systemMonotonic,
    timers: inProcessTimers(writing.clock),
    onFault: broken,
    onClockJump: () => undefined,
  }));
  workflows.start();
  try {
    return await Promise.race([
      fault,
      work({
        engine: writing.engine,
        students: ready,
        heard: (student) => new Promise((resolve) => waiting.set(student, resolve)),
      }),
    ]);
  } finally {
    await workflows.stop();
    await writing.close();
  }
};

/** A figure counts only what the workflows did indeed. */
const did = async (
  { engine, students: ready }: Service,
  { name }: TrajectoryWorkflow,
  many: number,
  holds: (state: WorkflowState) => boolean,
): Promise<void> => {
  for (const student of ready.slice(0, many)) {
    const { state } = await engine.fold(workflowReadable, workflowStream({ workflow: name, key: student }));
    if (!holds(state)) throw new Error(`${name} did not do its work for ${student}`);
  }
};

const visits = async (engine: Engine, student: StudentId, about: string): Promise<void> => {
  const answer = await engine.execute(
    trajectorySubject,
    student,
    { type: 'RecordInfoshopVisit', on: engine.today(), about, conversation: false },
    { commandId: uuid(randomUUID()), actor: office, source: 'simulator' },
  );
  if (answer.outcome !== 'done') throw new Error(`a visit was not recorded: ${answer.outcome}`);
};

/** Each caller takes the next student when it is done with one, until time is up; answers how many were taken. */
const byCallers = async (
  rest: Iterable<StudentId>,
  milliseconds: number,
  work: (student: StudentId) => Promise<void>,
): Promise<number> => {
  let taken = 0;
  const until = performance.now() + milliseconds;
  const caller = async (): Promise<void> => {
    for (const student of rest) {
      await work(student);
      taken++;
      if (performance.now() >= until) return;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return taken;
};

/** Start, first step, second step, done: each is recorded, heard and acted upon before the next. */
export const twoStepRate = (folder: string, milliseconds: number): Promise<number> =>
  withService(folder, twoSteps, async (service) => {
    const { engine, students: ready, heard } = service;
    const goThrough = async (student: StudentId): Promise<void> => {
      for (const about of ['start', 'first', 'second']) {
        const then = heard(student);
        await visits(engine, student, about);
        await then;
      }
    };
    const rest = ready.values();
    const before = await byCallers(rest, warmUp, goThrough);
    const from = performance.now();
    const done = await byCallers(rest, milliseconds, goThrough);
    const took = performance.now() - from;
    await did(service, twoSteps, before + done, ({ steps }) =>
      ['first', 'second'].every((step) => steps.get(step)?.over === 'ended'),
    );
    return (done * 1_000) / took;
  });

/** Workflows that each set a timer a year ahead, from their start until the last timer stands in the log. */
export const timerRate = (folder: string, milliseconds: number): Promise<number> =>
  withService(folder, farTimer, async (service) => {
    const { engine, students: ready, heard } = service;
    let set: Promise<void>[] = [];
    const start = async (student: StudentId): Promise<void> => {
      set.push(heard(student));
      await visits(engine, student, 'start');
    };
    const rest = ready.values();
    const before = await byCallers(rest, warmUp, start);
    await Promise.all(set);
    set = [];
    const from = performance.now();
    const started = await byCallers(rest, milliseconds, start);
    await Promise.all(set);
    const took = performance.now() - from;
    await did(service, farTimer, before + started, ({ steps }) => steps.get('far')?.timer?.kind === 'ask');
    return (started * 1_000) / took;
  });

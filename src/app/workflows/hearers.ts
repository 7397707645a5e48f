import type { StaffId } from '../../domain/staff/ids.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import type { SignalRule } from '../../domain/trajectory/events.ts';
import { type SignalId, trajectoryStream } from '../../domain/trajectory/ids.ts';
import { trajectoryReadable } from '../../domain/trajectory/state.ts';
import { trajectorySubject } from '../../domain/trajectory/subject.ts';
import type { WorkflowCommand } from '../../domain/workflow/commands.ts';
import type { WorkflowData } from '../../domain/workflow/events.ts';
import { workflowKeyOf, workflowStream } from '../../domain/workflow/ids.ts';
import type { AnyWorkflow } from '../../domain/workflow/known.ts';
import { workflowSubject } from '../../domain/workflow/subject.ts';
import type { Answer, CommandContext, Engine, Folds } from '../../engine/execute.ts';
import { derivedId } from '../../engine/ids.ts';
import type { Hearer } from '../../engine/run-workflows.ts';
import { amsterdamDate } from '../../kernel/instant.ts';
import { isUuid, type Recorded, type Uuid } from '../../kernel/message.ts';
import type { PendingTimer } from '../../../projections/timers.ts';

/** The trajectories of which a member of staff is coach, asked coach or scout, as of a position in the log. */
export type DependantsAt = (staff: StaffId, position: bigint) => Promise<readonly StudentId[]>;

const system = { id: 'system', role: 'system' } as const;

const prefixes = {
  trajectory: 'trajectory-',
  sabCase: 'sabCase-',
  student: 'student-',
  staff: 'staff-',
} as const;

/** Somebody else was there first, again and again: it is tried until it is its turn. */
const done = async (ask: () => Promise<Answer>): Promise<Answer> => {
  for (;;) {
    const answer = await ask();
    if (answer.outcome !== 'conflict') return answer;
  }
};

const keyIn = (stream: string, prefix: string): Uuid | undefined => {
  if (!stream.startsWith(prefix)) return undefined;
  const key = stream.slice(prefix.length);
  return isUuid(key) ? key : undefined;
};

/** Events of these types concern the key that their stream is of. */
const ofType = (prefix: string, types: readonly string[]): Pick<Hearer, 'types' | 'concerns'> => {
  const heard = new Set(types);
  return {
    types,
    concerns: ({ type, stream }) => {
      const key = heard.has(type) ? keyIn(stream, prefix) : undefined;
      return key === undefined ? [] : [key];
    },
  };
};

/** Lets a workflow act for a key, under an id that follows from the cause: the same cause again is done already. */
export const act = async (
  engine: Engine,
  workflow: AnyWorkflow,
  key: Uuid,
  command: WorkflowCommand,
  context: Pick<CommandContext, 'commandId' | 'causationId' | 'correlationId' | 'folds'>,
): Promise<void> => {
  const answer = await done(() =>
    engine.execute(workflowSubject(workflow), key, command, {
      ...context,
      actor: system,
      source: 'workflow',
    }),
  );
  if (answer.outcome !== 'done')
    throw new Error(`${workflow.name} could not act for ${key}: ${answer.outcome}`);
};

const hears = (
  engine: Engine,
  workflow: AnyWorkflow,
  key: Uuid,
  cause: Recorded,
  folds?: Folds,
): Promise<void> =>
  act(
    engine,
    workflow,
    key,
    { type: 'Hear', cause: cause.id },
    {
      commandId: derivedId(cause.id, workflowStream({ workflow: workflow.name, key })),
      causationId: cause.id,
      correlationId: cause.meta.correlationId,
      ...(folds && { folds }),
    },
  );

const hearerOf = (engine: Engine, workflow: AnyWorkflow): Hearer => {
  return {
    name: workflow.name,
    each: false,
    ...ofType(prefixes[workflow.about], workflow.hears),
    hear: (key, cause, folds) => hears(engine, workflow, key, cause, folds),
  };
};

/** What becomes of a student is heard in his open case too: he is gone, or has another coach. */
const afterStudent = (engine: Engine, workflow: AnyWorkflow): readonly Hearer[] => {
  if (workflow.about !== 'sabCase') return [];
  return [
    {
      name: `${workflow.name}-after-student`,
      each: false,
      ...ofType(prefixes.trajectory, workflow.hearsOfStudent),
      hear: async (key, cause, folds) => {
        const { state } = await engine.fold(trajectoryReadable, trajectoryStream(key as StudentId));
        const { openCase } = state.secondLine;
        if (openCase !== undefined) await hears(engine, workflow, openCase, cause, folds);
      },
    },
  ];
};

/** What is known of the person beside his trajectory can be another: an age, corrected. */
const afterPerson = (engine: Engine, workflow: AnyWorkflow): readonly Hearer[] => {
  if (workflow.about !== 'trajectory' || !workflow.hearsOfPerson) return [];
  return [
    {
      name: `${workflow.name}-after-person`,
      each: false,
      ...ofType(prefixes.student, workflow.hearsOfPerson),
      hear: (key, cause, folds) => hears(engine, workflow, key, cause, folds),
    },
  ];
};

/** Who leaves is not heard on the trajectories that still name him: each workflow that asks after people looks at these. */
const whoLeft = (engine: Engine, workflows: readonly AnyWorkflow[], dependantsAt: DependantsAt): Hearer => ({
  name: 'staff-left',
  each: true,
  ...ofType(prefixes.staff, ['StaffLeft']),
  hear: async (key, cause) => {
    for (const student of await dependantsAt(key as StaffId, cause.position))
      for (const workflow of workflows)
        if (workflow.about === 'trajectory') await hears(engine, workflow, student, cause);
  },
});

/** A rule that came true is told to the trajectory; one that left or was merged meanwhile has no use for it. */
const tellSignal = async (engine: Engine, key: Uuid, { id, data, meta }: Recorded): Promise<void> => {
  const { rule, ruleVersion, events } = data as WorkflowData['SignalFound'];
  const student = key as StudentId;
  await done(() =>
    engine.execute(
      trajectorySubject,
      student,
      {
        type: 'RaiseSignal',
        on: amsterdamDate(meta.recordedAt),
        signal: id as SignalId,
        rule: rule as SignalRule,
        ruleVersion,
        events,
      },
      {
        commandId: derivedId(id, trajectoryStream(student)),
        actor: system,
        source: 'workflow',
        causationId: id,
        correlationId: meta.correlationId,
      },
    ),
  );
};

const signals = (engine: Engine): Hearer => ({
  name: 'tell-signals',
  each: true,
  types: ['SignalFound'],
  concerns: ({ type, stream }) => {
    const of = type === 'SignalFound' ? workflowKeyOf(stream) : undefined;
    return of ? [of.key] : [];
  },
  hear: (key, cause) => tellSignal(engine, key, cause),
});

export const hearersOf = (
  engine: Engine,
  workflows: readonly AnyWorkflow[],
  dependantsAt: DependantsAt,
): readonly Hearer[] => [
  ...workflows.flatMap((workflow) => [
    hearerOf(engine, workflow),
    ...afterStudent(engine, workflow),
    ...afterPerson(engine, workflow),
  ]),
  whoLeft(engine, workflows, dependantsAt),
  signals(engine),
];

/** A step may come to have a timer at the same moment again; by the event that set it, it is another one. */
export const nameOfTimer = ({ set }: PendingTimer): string => set;

/** Fires a timer of a workflow that this build has. */
export const fire = async (
  engine: Engine,
  workflows: readonly AnyWorkflow[],
  timer: PendingTimer,
): Promise<void> => {
  const workflow = workflows.find(({ name }) => name === timer.workflow);
  if (!workflow) throw new Error(`there is no workflow ${timer.workflow} in this build`);
  const { key, step, set, at } = timer;
  await act(
    engine,
    workflow,
    key,
    { type: 'Fire', step, at },
    {
      commandId: derivedId(set, workflowStream({ workflow: workflow.name, key })),
      causationId: set,
    },
  );
};

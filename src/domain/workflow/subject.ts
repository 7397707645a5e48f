import { isUuid, type Uuid } from '../../kernel/message.ts';
import type { Asking, Subject } from '../../kernel/subject.ts';
import { latestVersion, type Reaction, type Workflow } from '../../kernel/workflow.ts';
import { calendarOf } from '../institution/calendar.ts';
import { institutionStream } from '../institution/ids.ts';
import { institution } from '../institution/state.ts';
import { type StaffId, staffStream } from '../staff/ids.ts';
import { type Staff, staffReadable } from '../staff/state.ts';
import type { WorkflowCommand } from './commands.ts';
import { type Claiming, decideWorkflow } from './decider.ts';
import type { WorkflowEvent } from './events.ts';
import type { WorkflowFacts } from './facts.ts';
import { workflowStream } from './ids.ts';
import { type AnyWorkflow, knownOfCase, knownOfTrajectory } from './known.ts';
import { mayAsk } from './may-ask.ts';
import type { WorkflowRefusal } from './refusals.ts';
import { askedNow, type WorkflowState, workflowReadable } from './state.ts';

export type WorkflowSubject = Subject<
  Uuid,
  WorkflowCommand,
  WorkflowEvent,
  WorkflowState,
  WorkflowFacts & Claiming,
  WorkflowRefusal
>;

const reactionOf = <Known>(workflow: Workflow<Known>, version: number, known: Known): Reaction => {
  const react = workflow.versions[version];
  if (!react)
    throw new Error(`${workflow.name} version ${version} is not known to this build; keep it or migrate`);
  return react(known);
};

/** What a rule says of one key by a version. */
const reacts = async (
  workflow: AnyWorkflow,
  version: number,
  key: Uuid,
  asking: Pick<Asking, 'today' | 'fold'>,
): Promise<Reaction> =>
  workflow.about === 'trajectory'
    ? reactionOf(workflow, version, await knownOfTrajectory(key, asking))
    : reactionOf(workflow, version, await knownOfCase(key, asking));

/** What a person does with a task asks nothing of the rule; neither does it of a version that this build no longer has. */
const untouched: Reaction = { terms: [], findings: [] };

/** What the command needs of the rule: nothing, what it says by the latest version, or by the one it keeps to. */
const reactionFor = async (
  workflow: AnyWorkflow,
  command: WorkflowCommand,
  { version, latest }: { readonly version: number; readonly latest: number },
  key: Uuid,
  asking: Asking,
): Promise<Reaction> => {
  if ('task' in command) return untouched;
  if (command.type === 'Migrate' && version === latest) return untouched;
  return reacts(workflow, command.type === 'Migrate' ? latest : version, key, asking);
};

const nobody: ReadonlyMap<Uuid, Staff> = new Map();

/**
 * Those whose own streams are looked into: who is asked (for a deputy), who asks, and who is to be asked instead. What
 * is heard is the system's own, and climbs to nobody.
 */
const gatherStaff = async (
  command: WorkflowCommand,
  now: WorkflowState,
  { actor, fold }: Asking,
): Promise<ReadonlyMap<Uuid, Staff>> => {
  if (command.type === 'Hear' || command.type === 'Migrate') return nobody;
  const persons = [...now.steps.values()].flatMap(({ task, over }) =>
    task && over === undefined ? [askedNow(task), ...task.ladder].map(({ person }) => person) : [],
  );
  const named = new Set(
    [
      ...persons,
      command.type === 'ReassignTask' ? command.to.person : undefined,
      isUuid(actor.id) && actor.role !== 'student' ? actor.id : undefined,
    ].filter((each) => each !== undefined),
  );
  return new Map(
    await Promise.all(
      [...named].map(async (id) => [id, await fold(staffReadable, staffStream(id as StaffId))] as const),
    ),
  );
};

/** A workflow as a subject: its stream decides, by its rule, what comes of what it hears. */
export const workflowSubject = (workflow: AnyWorkflow): WorkflowSubject => ({
  ...workflowReadable,
  name: `workflow ${workflow.name}`,
  stream: (key) => workflowStream({ workflow: workflow.name, key }),
  gather: async (command, now, key, asking) => {
    const latest = latestVersion(workflow);
    const version = now.version ?? latest;
    const reaction = await reactionFor(workflow, command, { version, latest }, key, asking);
    return {
      today: asking.today,
      calendar: calendarOf(await asking.fold(institution, institutionStream)),
      version,
      reaction,
      latest: { version: latest, reaction },
      staff: await gatherStaff(command, now, asking),
      by: asking.actor.id as Uuid,
    };
  },
  mayAsk,
  decide: decideWorkflow,
});

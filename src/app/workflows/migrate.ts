import { setImmediate as breath } from 'node:timers/promises';
import type { WorkflowData } from '../../domain/workflow/events.ts';
import { workflowKeyOf, type WorkflowKey, workflowStream } from '../../domain/workflow/ids.ts';
import type { AnyWorkflow } from '../../domain/workflow/known.ts';
import { type StepState, type WorkflowState, workflowReadable } from '../../domain/workflow/state.ts';
import type { Engine } from '../../engine/execute.ts';
import { isFaultOfStore } from '../../engine/faults.ts';
import { derivedId } from '../../engine/ids.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { latestVersion, type AskedOf } from '../../kernel/workflow.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { act } from './hearers.ts';

/** A task that is another one by the new version. */
export interface TaskMigrated {
  readonly step: string;
  readonly change: 'asked' | 'moved' | 'ended';
  readonly of: AskedOf;
  readonly due: { readonly from?: CalendarDate; readonly to?: CalendarDate };
}

export interface Migrated extends WorkflowKey {
  readonly from: number;
  readonly to: number;
  readonly tasks: readonly TaskMigrated[];
  /** Why it could not; nothing of it was written. */
  readonly failed?: string;
}

interface Running extends WorkflowKey {
  readonly version: number;
}

const page = 2_000;

/** Which workflows run by which version: no stream knows them all, so the log is read. */
const runningIn = async (log: Pick<EventStore, 'readAll'>): Promise<readonly Running[]> => {
  const found = new Map<string, Running>();
  for (let at: bigint | undefined; ;) {
    const events = await log.readAll(at, page);
    at = events.at(-1)?.position;
    if (at === undefined) return [...found.values()];
    for (const { stream, type, data } of events)
      if (type === 'WorkflowBegun' || type === 'WorkflowMigrated') {
        const of = workflowKeyOf(stream);
        const { version } = data as WorkflowData['WorkflowBegun'];
        if (of) found.set(stream, { ...of, version });
      }
    await breath();
  }
};

const openIn = (known: StepState | undefined) =>
  known?.task && known.over === undefined ? known.task : undefined;

const differences = (before: WorkflowState, after: WorkflowState): readonly TaskMigrated[] =>
  [...new Set([...before.steps.keys(), ...after.steps.keys()])].flatMap((step): readonly TaskMigrated[] => {
    const [was, is] = [openIn(before.steps.get(step)), openIn(after.steps.get(step))];
    if (was && !is) return [{ step, change: 'ended', of: was.of, due: { from: was.due } }];
    if (is && is.id !== was?.id) return [{ step, change: 'asked', of: is.of, due: { to: is.due } }];
    if (!was || !is) return [];
    const same = was.due === is.due && JSON.stringify(was.of) === JSON.stringify(is.of);
    return same ? [] : [{ step, change: 'moved', of: is.of, due: { from: was.due, to: is.due } }];
  });

export interface Migrating {
  /** In a dry run an engine that writes nothing. */
  readonly engine: Engine;
  readonly log: Pick<EventStore, 'readAll'>;
  readonly workflows: readonly AnyWorkflow[];
}

/** Lets every running workflow of an older version go on by the latest one. What a later build began is left alone. */
export const migrate = async ({ engine, log, workflows }: Migrating): Promise<readonly Migrated[]> => {
  const migrated: Migrated[] = [];
  for (const { workflow: name, key, version: from } of await runningIn(log)) {
    const workflow = workflows.find((each) => each.name === name);
    if (!workflow) continue;
    const to = latestVersion(workflow);
    if (from >= to) continue;
    const of = { workflow: name, key };
    const stream = workflowStream(of);
    const { state: before } = await engine.fold(workflowReadable, stream);
    try {
      await act(
        engine,
        workflow,
        key,
        { type: 'Migrate' },
        { commandId: derivedId(key, `${stream}/migrate/${from}/${to}`) },
      );
      const { state: after } = await engine.fold(workflowReadable, stream);
      migrated.push({ ...of, from, to, tasks: differences(before, after) });
    } catch (error) {
      if (isFaultOfStore(error)) throw error;
      migrated.push({
        ...of,
        from,
        to,
        tasks: [],
        failed: error instanceof Error ? error.message : String(error),
      });
    }
    // A service goes on answering between two.
    if (migrated.length % 50 === 0) await breath();
  }
  return migrated;
};

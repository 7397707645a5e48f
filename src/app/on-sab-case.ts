import type { SabCaseCommand } from '../domain/sab-case/commands.ts';
import { type CaseId, sabCaseStream } from '../domain/sab-case/ids.ts';
import { sabCaseSubject } from '../domain/sab-case/subject.ts';
import type { Answer, CommandContext, Engine } from '../engine/execute.ts';
import type { EventStore } from '../ports/event-store.ts';
import { followUpsOf, runFollowUp, voidedBecause } from './follow-ups.ts';

interface Parts {
  readonly engine: Engine;
  readonly store: Pick<EventStore, 'readStream'>;
}

/** In the order of the case, so that no note overtakes the one before it; what is noted already is noted. */
const noteAll = async ({ engine, store }: Parts, id: CaseId): Promise<void> => {
  const events = await store.readStream(sabCaseStream(id));
  for (const followUp of events.flatMap(followUpsOf)) await runFollowUp(engine, followUp);
};

/**
 * The case decides, then its trajectory is told. What a process that was broken off left untold is told first:
 * a referral that the trajectory refuses is void before anybody works on it.
 */
export const executeOnSabCase = async (
  parts: Parts,
  id: CaseId,
  command: SabCaseCommand,
  context: CommandContext,
): Promise<Answer> => {
  const { engine } = parts;
  await noteAll(parts, id);
  const answer = await engine.execute(sabCaseSubject, id, command, context);
  if (answer.outcome !== 'done') return answer;
  await noteAll(parts, id);
  if (command.type !== 'ReferToSab') return answer;
  // Asked again, the case has it still, and the trajectory's no is the answer still.
  const why = await voidedBecause(engine, id);
  return why === undefined ? answer : { outcome: 'refused', refusal: { code: why } };
};

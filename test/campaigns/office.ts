import { systemClock } from '../../src/adapters/system/clock.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { LogReader } from '../../src/app/figures/log-reader.ts';
import { type FollowUp, followUpsOf, runFollowUp } from '../../src/app/follow-ups.ts';
import { executeOnSabCase } from '../../src/app/on-sab-case.ts';
import { registerStudent } from '../../src/app/register-student.ts';
import { trajectorySubject } from '../../src/domain/trajectory/subject.ts';
import { type Answer, type CommandContext, Engine } from '../../src/engine/execute.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import { counterSubject } from './counter.ts';
import type { Request } from './load.ts';

/** What was answered, in text that goes through a pipe. */
export interface Reply {
  readonly outcome: 'done' | 'refused' | 'conflict' | 'otherBody' | 'failed';
  readonly stream?: string;
  readonly revision?: number;
  readonly position?: string;
  readonly events?: readonly string[];
  readonly repeated?: boolean;
  readonly why?: string;
}

const replyOf = (answer: Answer): Reply => {
  if (answer.outcome !== 'done')
    return { outcome: answer.outcome, ...(answer.outcome === 'refused' && { why: answer.refusal.code }) };
  const { outcome, stream, revision, position, events, repeated } = answer;
  return {
    outcome,
    stream,
    revision,
    position: String(position),
    events: events.map(({ id }) => id),
    repeated,
  };
};

/** What a service does when it starts: it reads the log, and repeats the follow-ups that are missing. */
export const restartedOver = async (store: EventStore): Promise<void> => {
  const engine = new Engine({ store, clock: systemClock, hashing: developmentHashing });
  const missing: FollowUp[] = [];
  await new LogReader(store, (followUps) => missing.push(...followUps)).catchUp();
  for (const followUp of missing) await runFollowUp(engine, followUp);
};

/** The engine and the subjects as in service, over this log. */
export const officeOver = (store: EventStore): ((request: Request) => Promise<Reply>) => {
  const hashing = developmentHashing;
  const engine = new Engine({ store, clock: systemClock, hashing });

  const execute = async (request: Request): Promise<Answer> => {
    const context: CommandContext = {
      commandId: request.commandId,
      actor: { id: 'campaign', role: 'simulator' },
      source: 'campaign',
    };
    switch (request.kind) {
      case 'count': {
        const { counter, events } = request;
        return engine.execute(counterSubject, counter, { type: 'Count', events }, context);
      }
      case 'register': {
        const { student, person } = request;
        return registerStudent({ engine, hashing }, student, 'RegisterStudent', person, context);
      }
      case 'trajectory': {
        const { student, command } = request;
        const answer = await engine.execute(trajectorySubject, student, command, context);
        if (command.type === 'MergeInto' && answer.outcome === 'done') {
          const written = await store.readStream(answer.stream, answer.revision);
          for (const followUp of written.flatMap(followUpsOf)) await runFollowUp(engine, followUp);
        }
        return answer;
      }
      case 'sabCase':
        return executeOnSabCase({ engine, store }, request.case, request.command, context);
    }
  };
  return (request) =>
    execute(request).then(replyOf, (error: unknown) => ({ outcome: 'failed', why: String(error) }));
};

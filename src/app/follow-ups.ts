import { numberStream } from '../domain/number/ids.ts';
import { numberSubject } from '../domain/number/subject.ts';
import { type StudentId, studentStream } from '../domain/student/ids.ts';
import { studentReadable } from '../domain/student/state.ts';
import type { Engine } from '../engine/execute.ts';
import { derivedId } from '../engine/ids.ts';
import type { Recorded, Uuid } from '../kernel/message.ts';

/** What other streams must hold because of an event. */
export interface FollowUp {
  readonly causedBy: Uuid;
  readonly correlationId: Uuid;
  /** The numbers of a duplicate belong to the student who goes on. */
  readonly moveNumbers: { readonly from: StudentId; readonly to: StudentId };
}

const trajectoryPrefix = 'trajectory-';

export const followUpsOf = ({ id, stream, type, data, meta }: Recorded): readonly FollowUp[] =>
  type === 'TrajectoryMerged' && stream.startsWith(trajectoryPrefix)
    ? [
        {
          causedBy: id,
          correlationId: meta.correlationId,
          moveNumbers: {
            from: stream.slice(trajectoryPrefix.length) as StudentId,
            to: (data as { readonly into: StudentId }).into,
          },
        },
      ]
    : [];

/** Done again, it is done already: each command has the id that its cause and its stream give it. */
export const runFollowUp = async (
  engine: Engine,
  { causedBy, correlationId, moveNumbers: { from, to } }: FollowUp,
): Promise<void> => {
  const { state } = await engine.fold(studentReadable, studentStream(from));
  for (const { number } of state.numbers) {
    const answer = await engine.execute(
      numberSubject,
      number,
      { type: 'MoveNumber', from, to },
      {
        commandId: derivedId(causedBy, numberStream(number)),
        actor: { id: 'system', role: 'system' },
        source: 'follow-up',
        causationId: causedBy,
        correlationId,
      },
    );
    // A number that meanwhile belongs to somebody else, or to nobody, is not this merge's to move.
    if (answer.outcome === 'conflict' || answer.outcome === 'otherBody')
      throw new Error(`a number of a merged student could not be moved: ${answer.outcome}`);
  }
};

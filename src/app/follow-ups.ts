import { type NumberKey, numberStream } from '../domain/number/ids.ts';
import { numberSubject } from '../domain/number/subject.ts';
import type { SabCaseEvent } from '../domain/sab-case/events.ts';
import { type CaseId, caseId, sabCaseStream } from '../domain/sab-case/ids.ts';
import { type SabCase, sabCaseReadable } from '../domain/sab-case/state.ts';
import { sabCaseSubject } from '../domain/sab-case/subject.ts';
import { type StudentId, studentStream } from '../domain/student/ids.ts';
import { studentReadable } from '../domain/student/state.ts';
import type { NoteSab } from '../domain/trajectory/commands.ts';
import { trajectoryStream } from '../domain/trajectory/ids.ts';
import { sabNoteOf } from '../domain/trajectory/sab-notes.ts';
import { trajectoryReadable } from '../domain/trajectory/state.ts';
import { trajectorySubject } from '../domain/trajectory/subject.ts';
import type { Answer, CommandContext, Engine } from '../engine/execute.ts';
import { derivedId } from '../engine/ids.ts';
import { Turns } from '../engine/turns.ts';
import type { Recorded, Uuid } from '../kernel/message.ts';

interface Caused {
  readonly causedBy: Uuid;
  readonly correlationId: Uuid;
}
/** The numbers of a duplicate belong to the student who goes on. */
export interface MoveNumbers extends Caused {
  readonly kind: 'moveNumbers';
  readonly from: StudentId;
  readonly to: StudentId;
}
/** The trajectory holds how far the second line is with a case. */
export interface NoteOfCase extends Caused {
  readonly kind: 'noteSab';
  readonly note: NoteSab;
}
/** What other streams must hold because of an event. */
export type FollowUp = MoveNumbers | NoteOfCase;

const trajectoryPrefix = 'trajectory-';
const casePrefix = 'sabCase-';

export const followUpsOf = ({ id, stream, type, data, meta }: Recorded): readonly FollowUp[] => {
  const caused = { causedBy: id, correlationId: meta.correlationId };
  if (type === 'TrajectoryMerged' && stream.startsWith(trajectoryPrefix))
    return [
      {
        ...caused,
        kind: 'moveNumbers',
        from: stream.slice(trajectoryPrefix.length) as StudentId,
        to: (data as { readonly into: StudentId }).into,
      },
    ];
  if (!stream.startsWith(casePrefix)) return [];
  const note = sabNoteOf(caseId(stream.slice(casePrefix.length)), { type, data } as SabCaseEvent);
  return note ? [{ ...caused, kind: 'noteSab', note }] : [];
};

/** Each command has the id that its cause and its stream give it: done again, it is done already. */
const contextFor = ({ causedBy, correlationId }: Caused, stream: string): CommandContext => ({
  commandId: derivedId(causedBy, stream),
  actor: { id: 'system', role: 'system' },
  source: 'follow-up',
  causationId: causedBy,
  correlationId,
});

/** A refusal is an answer here; what is not decided at all must be tried again. */
const decided = <Given extends Answer>(answer: Given, what: string): Given => {
  if (answer.outcome === 'conflict' || answer.outcome === 'otherBody')
    throw new Error(`${what}: ${answer.outcome}`);
  return answer;
};

const moveNumbers = async (engine: Engine, followUp: MoveNumbers): Promise<void> => {
  const { from, to } = followUp;
  const { state } = await engine.fold(studentReadable, studentStream(from));
  const move = async (number: NumberKey): Promise<void> => {
    const context = contextFor(followUp, numberStream(number));
    const answer = await engine.execute(numberSubject, number, { type: 'MoveNumber', from, to }, context);
    // A number that meanwhile belongs to somebody else, or to nobody, is not this merge's to move.
    decided(answer, 'a number of a merged student could not be moved');
  };
  for (const { number } of state.numbers) await move(number);
  await carryOpenCase(engine, from);
};

/**
 * A case that is open goes on with the student who goes on: his trajectory holds that he is referred, so that he is not
 * referred twice. Where it cannot (he has a case of his own, or no coach), the second line still has both.
 */
const carryOpenCase = async (engine: Engine, from: StudentId): Promise<void> => {
  const { state: duplicate } = await engine.fold(trajectoryReadable, trajectoryStream(from));
  const { openCase } = duplicate.secondLine;
  const merge = duplicate.told.findLast((event) => event.type === 'TrajectoryMerged');
  const referral = duplicate.history.findLast(
    (event) => event.type === 'ReferredToSab' && event.data.case === openCase,
  );
  if (openCase === undefined || !merge || referral?.type !== 'ReferredToSab') return;
  const { on, into } = merge.data;
  const caused = { causedBy: merge.id, correlationId: merge.commandId };
  const answer = await engine.execute(
    trajectorySubject,
    into,
    { type: 'NoteSab', on, case: openCase, step: 'referred', urgent: referral.data.urgent },
    contextFor(caused, trajectoryStream(into)),
  );
  decided(answer, 'an open SAB case could not be carried to the student who goes on');
};

/** A note goes to whoever goes on: a duplicate that was merged takes nothing any more. */
const noteWhereItGoesOn = async (
  engine: Engine,
  followUp: NoteOfCase,
  student: StudentId,
): Promise<Answer> => {
  const context = contextFor(followUp, trajectoryStream(student));
  const answer = await engine.execute(trajectorySubject, student, followUp.note, context);
  if (answer.outcome !== 'refused' || answer.refusal.code !== 'TrajectoryMerged')
    return decided(answer, 'a note of a SAB case could not be made');
  await carryOpenCase(engine, student);
  return noteWhereItGoesOn(engine, followUp, answer.refusal.into);
};

/**
 * Void is void: what was decided on such a case meanwhile is told to no trajectory. Whoever writes one of the two streams
 * looks at the other afterwards, so that of two instances at once at least one sees both: a case that is void is
 * not left with a trajectory that holds it.
 */
const noteSab = async (engine: Engine, followUp: NoteOfCase): Promise<void> => {
  const { on, case: id, step } = followUp.note;
  const { state } = await engine.fold(sabCaseReadable, sabCaseStream(id));
  const { student } = state;
  const voided = voidingOf(state);
  if (student === undefined || (voided && voided.id !== followUp.causedBy)) return;
  const answer = await noteWhereItGoesOn(engine, followUp, student);
  if (step !== 'referred') return;
  if (answer.outcome === 'refused') {
    const context = contextFor(followUp, sabCaseStream(id));
    const why = answer.refusal.code;
    const asVoid = await engine.execute(sabCaseSubject, id, { type: 'VoidCase', on, why }, context);
    decided(asVoid, 'a SAB case that its trajectory refused could not be voided');
  }
  await takeBackIfVoid(engine, id, student);
};

const voidingOf = ({ told }: SabCase) => told.find((event) => event.type === 'CaseVoided');

const takeBackIfVoid = async (engine: Engine, id: CaseId, student: StudentId): Promise<void> => {
  const { state } = await engine.fold(sabCaseReadable, sabCaseStream(id));
  const voided = voidingOf(state);
  const note = voided && sabNoteOf(id, voided);
  if (!note) return;
  const caused = { causedBy: voided.id, correlationId: voided.commandId };
  await noteWhereItGoesOn(engine, { ...caused, kind: 'noteSab', note }, student);
};

/** The request and the reader of the log may come upon the same note at once; within a process one goes first. */
const turns = new Turns();

export const runFollowUp = (engine: Engine, followUp: FollowUp): Promise<void> =>
  followUp.kind === 'moveNumbers'
    ? moveNumbers(engine, followUp)
    : turns.take([sabCaseStream(followUp.note.case)], () => noteSab(engine, followUp));

/** What became of a referral that the trajectory refused: the code of that refusal. */
export const voidedBecause = async (engine: Engine, id: CaseId): Promise<string | undefined> => {
  const { state } = await engine.fold(sabCaseReadable, sabCaseStream(id));
  return voidingOf(state)?.data.why;
};

/**
 * The follow-ups of a log that is read from its first event on, until they are seen done. A note is done when the
 * event of its command is there. That one number was moved does not tell that all were: a merge is followed up again
 * at each start, and so is a note that was refused for good; done again, neither changes anything.
 */
export class PendingFollowUps {
  readonly #pending = new Map<Uuid, FollowUp>();

  read(event: Recorded): void {
    const { causationId, commandId } = event.meta;
    const cause = this.#pending.get(causationId);
    if (cause?.kind === 'noteSab' && commandId === derivedId(causationId, event.stream))
      this.#pending.delete(causationId);
    for (const followUp of followUpsOf(event)) this.#pending.set(followUp.causedBy, followUp);
  }

  /** What is still to be done, each once. */
  take(): readonly FollowUp[] {
    const taken = [...this.#pending.values()];
    this.#pending.clear();
    return taken;
  }
}

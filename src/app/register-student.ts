import { checkNumber } from '../domain/number/check-number.ts';
import { type NumberKind, numberStream } from '../domain/number/ids.ts';
import type { InvalidNumber, NumberRefusal } from '../domain/number/refusals.ts';
import { numberReadable } from '../domain/number/state.ts';
import { numberSubject } from '../domain/number/subject.ts';
import type { Claim, Identity, StudentCommand } from '../domain/student/commands.ts';
import { type StudentId, studentStream } from '../domain/student/ids.ts';
import type { StudentRefusal } from '../domain/student/refusals.ts';
import { studentSubject } from '../domain/student/subject.ts';
import type { Answer, CommandContext, Engine } from '../engine/execute.ts';
import { derivedId } from '../engine/ids.ts';
import { numberKey } from '../engine/number-key.ts';
import { Turns } from '../engine/turns.ts';
import type { Hashing } from '../ports/hashing.ts';

/** Who somebody is, with the numbers as they were typed. */
export interface Person extends Identity {
  readonly bsn?: string;
  readonly onderwijsnummer?: string;
}

type Registered = Answer<StudentRefusal | NumberRefusal | InvalidNumber>;

interface Parts {
  readonly engine: Engine;
  readonly hashing: Hashing;
}

const numbersOf = ({
  bsn,
  onderwijsnummer,
  studentNumber,
}: Person): readonly [NumberKind, string | undefined][] => [
  ['bsn', bsn],
  ['onderwijsnummer', onderwijsnummer],
  ['studentNumber', studentNumber],
];

/** The keys of the numbers given, or the first number that cannot be one. */
const claimsOf = (hashing: Hashing, person: Person): readonly Claim[] | InvalidNumber => {
  const claims: Claim[] = [];
  for (const [kind, typed] of numbersOf(person)) {
    if (typed === undefined) continue;
    const checked = checkNumber(kind, typed);
    if (!checked.valid) return checked.refusal;
    claims.push({ kind, number: numberKey(hashing, kind, checked.number) });
  }
  return claims;
};

/**
 * A claim binds only once its student is registered; between the two somebody else could take it over. So who
 * asks for the same number waits until the one before is answered.
 */
const turns = new Turns();

/**
 * Registers or corrects somebody: the numbers are claimed first, each on its own stream, then the student's
 * stream decides; when it says no, what was claimed for it is released. A kill in between leaves claims for a
 * student who has no events, which bind nobody.
 */
export const registerStudent = async (
  parts: Parts,
  id: StudentId,
  type: StudentCommand['type'],
  person: Person,
  context: CommandContext,
): Promise<Registered> => {
  const claims = claimsOf(parts.hashing, person);
  if ('code' in claims) return { outcome: 'refused', refusal: claims };
  return turns.take(
    claims.map(({ number }) => number),
    () => registerWith(claims, parts, id, type, person, context),
  );
};

const registerWith = async (
  claims: readonly Claim[],
  { engine }: Parts,
  id: StudentId,
  type: StudentCommand['type'],
  person: Person,
  context: CommandContext,
): Promise<Registered> => {
  const { bsn: _bsn, onderwijsnummer: _onderwijsnummer, ...identity } = person;
  const command: StudentCommand = { ...identity, type, claims };
  // Asked again, it is answered as the first time, whatever has become of the numbers since.
  const before = await engine.answered(studentSubject, studentStream(id), command, context);
  if (before) return before;

  const claimed: Claim[] = [];
  const release = async (): Promise<void> => {
    for (const { number } of claimed) {
      const stream = numberStream(number);
      const { revision } = await engine.fold(numberReadable, stream);
      await engine.execute(
        numberSubject,
        number,
        { type: 'ReleaseNumber', student: id },
        { ...derived(context), commandId: derivedId(context.commandId, `${stream}/released/${revision}`) },
      );
    }
  };

  for (const claim of claims) {
    const answer = await claimNumber(engine, id, claim, context);
    if (answer.outcome !== 'done') {
      await release();
      return answer.outcome === 'refused' && answer.refusal.code === 'NumberInUse'
        ? { outcome: 'refused', refusal: { ...answer.refusal, kind: claim.kind } }
        : answer;
    }
    // Also when it was claimed in an earlier try that was killed before it released; what he has by now stays his.
    if (answer.events.length > 0) claimed.push(claim);
  }

  const answer = await engine.execute(studentSubject, id, command, context);
  if (answer.outcome !== 'done') await release();
  return answer;
};

/** Caused by the command, and not bound to the revision that the asker saw of another stream. */
const derived = ({
  commandId,
  seenRevision: _seen,
  ...context
}: CommandContext): Omit<CommandContext, 'commandId'> => ({
  ...context,
  causationId: commandId,
});

/**
 * Under an id that follows from the command. Where an earlier try under that id was refused afterwards, the
 * claim was released again, and this try claims anew.
 */
const claimNumber = async (
  engine: Engine,
  student: StudentId,
  { number }: Claim,
  context: CommandContext,
): Promise<Answer<NumberRefusal>> => {
  const stream = numberStream(number);
  const command = { type: 'ClaimNumber', student } as const;
  const first = await engine.execute(numberSubject, number, command, {
    ...derived(context),
    commandId: derivedId(context.commandId, stream),
  });
  if (first.outcome !== 'done' || !first.repeated) return first;
  const { state, revision } = await engine.fold(numberReadable, stream);
  if (state.holder === student) return first;
  return engine.execute(numberSubject, number, command, {
    ...derived(context),
    commandId: derivedId(context.commandId, `${stream}/${revision}`),
  });
};

import type { Answer } from '../../engine/execute.ts';
import type { Done } from '../../http/messages.ts';
import { Problem, problem } from '../../http/problem.ts';
import { etagOf } from '../../http/headers.ts';
import { type RefusalCode, refusalStatus } from '../../http/refusal-status.ts';
import { refusalWords } from '../../http/refusal-words.ts';
import type { Refused } from '../../kernel/subject.ts';

const isKnown = (code: string): code is RefusalCode => Object.hasOwn(refusalStatus, code);

export const refusalProblem = (refusal: Refused): Problem => {
  const { code, ...about } = refusal;
  if (!isKnown(code)) throw new Error(`${code} has no status and no words`);
  return new Problem(code, refusalStatus[code], refusalWords[code], about);
};

/** What became of a command, as an answer or as a problem. */
export const outcomeOf = (answer: Answer, seenRevision: number | undefined): Done => {
  switch (answer.outcome) {
    case 'done':
      return answer;
    case 'refused':
      throw refusalProblem(answer.refusal);
    case 'conflict':
      throw problem(
        seenRevision === undefined || seenRevision === answer.revision ? 'Conflict' : 'RevisionIsOld',
        { revision: answer.revision },
        answer.revision < 0 ? {} : { etag: etagOf(answer.revision) },
      );
    case 'otherBody':
      throw problem('IdempotencyKeyReused');
  }
};

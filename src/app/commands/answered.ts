import type { Answer, CommandContext } from '../../engine/execute.ts';
import type { Asked, Done } from '../../http/messages.ts';
import { Admission } from './admission.ts';
import { outcomeOf } from './outcome.ts';

export const contextOf = (asked: Asked): CommandContext => ({ ...asked, source: 'api' });

/** Enough to share a commit, few enough that nobody else waits long for the event loop. */
const admission = new Admission(24);

/** Waits for a place, has it decided, and says what became of it; a refusal is thrown as a problem. */
export const answered = async (asked: Asked, answer: () => Promise<Answer>): Promise<Done> =>
  outcomeOf(await admission.run(answer), asked.seenRevision);

import { nothing } from '../../../kernel/decider.ts';
import type { RecordConversation } from '../commands.ts';
import { fact, type Said, unless } from '../said.ts';
import { isTold, type Trajectory } from '../state.ts';

/** Who has a coach has somebody to talk with; before that there are the infoshop and the scout. */
export const recordConversation = (
  { on, kind, faceToFace, agreements, goals, studentWants, present }: RecordConversation,
  now: Trajectory,
): Said => {
  const data = { on, kind, faceToFace, agreements, goals, studentWants, present };
  return isTold(now, 'ConversationHeld', data)
    ? nothing
    : unless([!now.coach && { code: 'NotPlaced' }], fact('ConversationHeld', data));
};

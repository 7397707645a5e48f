import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOfCoach, asking, nothingToAsk } from '../asking.ts';
import { changesOfGuidance, talkedSince } from '../standing.ts';
import { startProgrammeOf, weekOf } from './start-programme.ts';

/** In which weeks a conversation is held, and in which the choice is discussed (DOMAIN.md §4). */
const conversations = [3, 6, 9];
const choice = 8;

/**
 * A conversation in the week, or the first one after it: what came late has been done. The choice needs one that can
 * be about it. When the choice is made the start programme is over, and with it what was still to be talked about.
 */
export const theStartProgrammeHasItsConversations: TrajectoryWorkflow = {
  name: 'the-start-programme-has-its-conversations',
  about: 'trajectory',
  hears: [
    ...changesOfGuidance,
    'StartProgrammeStarted',
    'StartProgrammeExtended',
    'StartProgrammeCompleted',
    'ConversationHeld',
  ],
  versions: {
    1: (known) => {
      const running = startProgrammeOf(known);
      if (!running || running.programme.completed) return nothingToAsk;
      const { now, programme, started } = running;
      return asking(
        ...[...conversations, choice].map((n) => {
          const { first, asksOn, last } = weekOf(known, started, n);
          if (first > programme.endsOn) return undefined;
          const done =
            n === choice
              ? talkedSince(now.stay, first, 'switch', 'reflection', 'career')
              : talkedSince(now.stay, first);
          if (done) return undefined;
          return askedOfCoach(known, now, {
            step: `${n === choice ? 'choice' : 'conversation'}-week-${n}/${started.id}`,
            since: started.data.on,
            asksOn,
            due: { by: last },
            climbs: 'startConversationClimb',
            causes: [started],
            does: 'record-conversation',
          });
        }),
      );
    },
  },
};

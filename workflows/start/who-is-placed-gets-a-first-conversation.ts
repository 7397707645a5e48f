import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOfCoach, asking, nothingToAsk } from '../asking.ts';
import { changesOfGuidance, guided, lastOf } from '../standing.ts';

/** The coach begins at once: a first conversation within the term, of whatever kind (DOMAIN.md §4). */
export const whoIsPlacedGetsAFirstConversation: TrajectoryWorkflow = {
  name: 'who-is-placed-gets-a-first-conversation',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'ConversationHeld'],
  versions: {
    1: (known) => {
      const now = guided(known);
      if (!now || lastOf(now.stay, 'ConversationHeld')) return nothingToAsk;
      return asking(
        askedOfCoach(known, now, {
          step: `first-conversation/${now.placed.id}`,
          since: now.placement.on,
          due: 'firstConversation',
          climbs: 'firstConversationClimb',
          causes: [now.placed],
          does: 'record-conversation',
        }),
      );
    },
  },
};

import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOfCoach, asking, nothingToAsk } from '../asking.ts';
import { changesOfGuidance, factsOf, guided, talkedSince } from '../standing.ts';

/** A signal is no verdict: the coach talks with the student (DOMAIN.md §4). One conversation answers all before it. */
export const aSignalIsTalkedOver: TrajectoryWorkflow = {
  name: 'a-signal-is-talked-over',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'SignalRaised', 'ConversationHeld'],
  versions: {
    1: (known) => {
      const now = guided(known);
      if (!now) return nothingToAsk;
      return asking(
        ...factsOf(now.stay, 'SignalRaised')
          .filter(({ data }) => !talkedSince(now.stay, data.on, 'support'))
          .map((signal) =>
            askedOfCoach(known, now, {
              step: `support/${signal.id}`,
              since: signal.data.on,
              due: 'signalAnswered',
              climbs: 'signalClimb',
              causes: [signal],
              does: 'record-conversation',
            }),
          ),
      );
    },
  },
};

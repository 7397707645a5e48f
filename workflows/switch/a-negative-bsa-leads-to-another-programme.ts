import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOfCoach, asking, nothingToAsk } from '../asking.ts';
import { changesOfGuidance, factsOf, guided, lastOf, talkedSince } from '../standing.ts';

/** A negative advice ends nothing: it obliges the school to look for another programme (DOMAIN.md §3.7 and §4). */
export const aNegativeBsaLeadsToAnotherProgramme: TrajectoryWorkflow = {
  name: 'a-negative-bsa-leads-to-another-programme',
  about: 'trajectory',
  hears: [
    ...changesOfGuidance,
    'BsaRecorded',
    'ConversationHeld',
    'SwitchRequested',
    'PlaceRefused',
    'SwitchWithdrawn',
  ],
  versions: {
    1: (known) => {
      const now = guided(known);
      if (!now) return nothingToAsk;
      // The advice that was given last is the one that holds.
      const bsa = lastOf(now.stay, 'BsaRecorded');
      if (bsa?.data.advice !== 'negative') return nothingToAsk;
      const { on } = bsa.data;
      const underWay =
        known.trajectory.openSwitch !== undefined ||
        factsOf(now.stay, 'SwitchRequested').some(({ data }) => data.on >= on) ||
        now.stay.slice(now.stay.indexOf(bsa)).some(({ type }) => type === 'Switched');
      if (underWay || talkedSince(now.stay, on, 'switch', 'career')) return nothingToAsk;
      return asking(
        askedOfCoach(known, now, {
          step: `another-programme/${bsa.id}`,
          since: on,
          due: 'otherProgrammeDiscussed',
          climbs: 'otherProgrammeClimb',
          causes: [bsa],
          does: 'record-conversation',
        }),
      );
    },
  },
};

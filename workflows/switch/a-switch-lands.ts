import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOfCoach, asking, nothingToAsk } from '../asking.ts';
import { changesOfGuidance } from '../standing.ts';
import { lastSwitch } from './switches.ts';

/** The new coach says how the student was received, good or not (DOMAIN.md §3.5 and §4). */
export const aSwitchLands: TrajectoryWorkflow = {
  name: 'a-switch-lands',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'LandingConfirmed'],
  versions: {
    1: (known) => {
      const last = lastSwitch(known);
      if (!last || last.landing) return nothingToAsk;
      return asking(
        askedOfCoach(known, last.now, {
          step: `landing/${last.switched.id}`,
          since: last.switched.data.on,
          due: 'landingTerm',
          climbs: 'landingClimb',
          causes: [last.switched],
          does: 'confirm-landing',
        }),
      );
    },
  },
};

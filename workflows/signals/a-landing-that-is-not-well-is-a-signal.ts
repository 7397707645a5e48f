import { addDays } from '../../src/kernel/calendar-date.ts';
import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { nothingToAsk, schoolDaysAfter, signalling } from '../asking.ts';
import { changesOfGuidance } from '../standing.ts';
import { lastSwitch } from '../switch/switches.ts';

/** Not confirmed in its term, or confirmed as not well received. */
export const aLandingThatIsNotWellIsASignal: TrajectoryWorkflow = {
  name: 'a-landing-that-is-not-well-is-a-signal',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'LandingConfirmed'],
  versions: {
    1: (known) => {
      const last = lastSwitch(known);
      if (!last) return nothingToAsk;
      const { now, switched, landing } = last;
      const term = schoolDaysAfter(known, switched.data.on, 'landingTerm', now.landschap);
      return signalling('landingNotWell', 1, known, [
        ...(landing
          ? []
          : [{ on: addDays(term, 1), step: `unconfirmed/${switched.id}`, events: [switched] }]),
        ...(landing && !landing.data.wellReceived
          ? [{ on: landing.data.on, step: `received/${landing.id}`, events: [switched, landing] }]
          : []),
      ]);
    },
  },
};

import { latest } from '../../src/kernel/calendar-date.ts';
import type { ToldEvent } from '../../src/domain/trajectory/state.ts';
import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOf, asking, nothingToAsk } from '../asking.ts';
import { type Fact, lastOf } from '../standing.ts';
import { openApplications } from './applications.ts';

const indexOf = (history: readonly ToldEvent[], event: ToldEvent | undefined): number =>
  event ? history.indexOf(event) : -1;

/** Planned and held within the term; who did not come is asked anew, for a no-show is not a failure (DOMAIN.md §4). */
export const anApplicationGetsAScoutgesprek: TrajectoryWorkflow = {
  name: 'an-application-gets-a-scoutgesprek',
  about: 'trajectory',
  hears: [
    'Applied',
    'ScoutAssigned',
    'ApplicationRedirected',
    'ApplicationWithdrawn',
    'ScoutgesprekPlanned',
    'ScoutgesprekMissed',
    'ScoutgesprekHeld',
    'PlacedProvisionally',
    'Left',
    'TrajectoryMerged',
    'Corrected',
  ],
  versions: {
    1: (known) => {
      if (known.trajectory.mergedInto !== undefined) return nothingToAsk;
      return asking(
        ...openApplications(known).flatMap(({ landschap, on, scout, applied, after }) => {
          if (lastOf(after, 'ScoutgesprekHeld')) return [];
          const planned = lastOf(after, 'ScoutgesprekPlanned');
          const missed: Fact<'ScoutgesprekMissed'> | undefined = lastOf(after, 'ScoutgesprekMissed');
          const stands = planned !== undefined && indexOf(after, planned) > indexOf(after, missed);
          const since = missed ? latest(on, missed.data.on) : on;
          const causes = missed ? [applied, missed] : [applied];
          const climbs = 'scoutgesprekClimb';
          return [
            !stands &&
              askedOf(known, scout, landschap, {
                step: `planned/${applied.id}`,
                since,
                due: 'scoutgesprekPlanned',
                climbs,
                causes,
                does: 'plan-scoutgesprek',
              }),
            askedOf(known, scout, landschap, {
              step: `held/${applied.id}`,
              since,
              due: 'scoutgesprekHeld',
              climbs,
              causes,
              does: 'record-scoutgesprek',
            }),
          ];
        }),
      );
    },
  },
};

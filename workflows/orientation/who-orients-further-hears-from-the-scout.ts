import type { ToldEvent } from '../../src/domain/trajectory/state.ts';
import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOf, asking, nothingToAsk } from '../asking.ts';
import { type Fact, factsOf, latestOf } from '../standing.ts';
import { openApplications } from './applications.ts';

const contacts: readonly ToldEvent['type'][] = [
  'InfoshopVisited',
  'MeeloopdagAttended',
  'BuddystageStarted',
  'Applied',
  'ApplicationRedirected',
  'ScoutgesprekPlanned',
  'ScoutgesprekHeld',
  'PlacedProvisionally',
];

/** Told afterwards or told late: it comes after the scoutgesprek by its day, and on the same day by being told later. */
const comesAfter = (history: readonly ToldEvent[], held: Fact<'ScoutgesprekHeld'>): boolean =>
  history.some(
    (event, index) =>
      contacts.includes(event.type) &&
      'on' in event.data &&
      (event.data.on > held.data.on || (event.data.on === held.data.on && index > history.indexOf(held))),
  );

/** `orientFurther` and `notYet` are no farewell: the school comes back to it within the term (DOMAIN.md §4). */
export const whoOrientsFurtherHearsFromTheScout: TrajectoryWorkflow = {
  name: 'who-orients-further-hears-from-the-scout',
  about: 'trajectory',
  hears: [
    'InfoshopVisited',
    'MeeloopdagAttended',
    'BuddystageStarted',
    'Applied',
    'ScoutAssigned',
    'ApplicationRedirected',
    'ApplicationWithdrawn',
    'ScoutgesprekPlanned',
    'ScoutgesprekHeld',
    'PlacedProvisionally',
    'Left',
    'TrajectoryMerged',
    'Corrected',
  ],
  versions: {
    1: (known) => {
      const { history, mergedInto } = known.trajectory;
      if (mergedInto !== undefined) return nothingToAsk;
      return asking(
        ...openApplications(known).map(({ landschap, scout, after }) => {
          const held = latestOf(factsOf(after, 'ScoutgesprekHeld'));
          if (!held || !['orientFurther', 'notYet'].includes(held.data.outcome)) return undefined;
          if (comesAfter(history, held)) return undefined;
          return askedOf(known, scout, landschap, {
            step: `next-contact/${held.id}`,
            since: held.data.on,
            due: 'nextContact',
            climbs: 'nextContactClimb',
            causes: [held],
            does: 'plan-scoutgesprek',
          });
        }),
      );
    },
  },
};

import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOf, asking, nothingToAsk } from '../asking.ts';
import { changesOfGuidance, factsOf } from '../standing.ts';
import { openSwitch } from './switches.ts';

/**
 * A place is offered or refused by the scouts of the receiving landschap (DOMAIN.md §4); when the asked coach said
 * no, another one is to be asked, and the term runs anew.
 */
export const whoAsksToSwitchGetsAnAnswer: TrajectoryWorkflow = {
  name: 'who-asks-to-switch-gets-an-answer',
  about: 'trajectory',
  hears: [
    ...changesOfGuidance,
    'SwitchRequested',
    'PlaceOffered',
    'PlaceRefused',
    'StudentDeclined',
    'SwitchWithdrawn',
  ],
  versions: {
    1: (known) => {
      const open = openSwitch(known);
      if (!open || (open.asked.stage !== 'requested' && open.asked.stage !== 'declined')) return nothingToAsk;
      const { now, asked, requested } = open;
      const { landschap } = asked.to;
      const declined = factsOf(now.stay, 'StudentDeclined').findLast(({ data }) => data.switch === asked.id);
      const cause = declined ?? requested;
      return asking(
        askedOf(known, { role: 'scout', landschap }, landschap, {
          step: `place/${cause.id}`,
          since: cause.data.on,
          due: 'placeAnswered',
          climbs: 'placeClimb',
          causes: declined ? [requested, declined] : [requested],
          does: 'offer-place',
        }),
      );
    },
  },
};

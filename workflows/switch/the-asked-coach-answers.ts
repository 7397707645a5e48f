import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOf, asking, coachOf, nothingToAsk } from '../asking.ts';
import { changesOfGuidance, factsOf } from '../standing.ts';
import { openSwitch } from './switches.ts';

/** A place was offered: whether the student moves is for the asked coach to say (DOMAIN.md §4). */
export const theAskedCoachAnswers: TrajectoryWorkflow = {
  name: 'the-asked-coach-answers',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'PlaceOffered', 'PlaceRefused', 'StudentDeclined', 'SwitchWithdrawn'],
  versions: {
    1: (known) => {
      const open = openSwitch(known);
      if (open?.asked.stage !== 'offered') return nothingToAsk;
      const { now, asked, requested } = open;
      const { landschap } = asked.to;
      const offered = factsOf(now.stay, 'PlaceOffered').findLast(({ data }) => data.switch === asked.id);
      return asking(
        offered &&
          askedOf(known, coachOf(offered.data.coach, landschap), landschap, {
            step: `answer/${offered.id}`,
            since: offered.data.on,
            due: 'offerAnswered',
            climbs: 'offerClimb',
            causes: [requested, offered],
            does: 'accept-student',
          }),
      );
    },
  },
};

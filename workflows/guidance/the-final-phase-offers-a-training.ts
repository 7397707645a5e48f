import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOfCoach, asking, nothingToAsk } from '../asking.ts';
import { changesOfGuidance, factsOf, guided, lastOf } from '../standing.ts';

/** Careerskills or Leerdoor, for who is nearly through (DOMAIN.md §4): offered is enrolled, or withdrawn with a reason. */
export const theFinalPhaseOffersATraining: TrajectoryWorkflow = {
  name: 'the-final-phase-offers-a-training',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'FinalPhaseEntered', 'TrainingEnrolled'],
  versions: {
    1: (known) => {
      const now = guided(known);
      const { finalPhaseOn } = known.trajectory.guidance;
      const entered = now && lastOf(now.stay, 'FinalPhaseEntered');
      if (!entered || finalPhaseOn === undefined) return nothingToAsk;
      const since = now.stay.slice(now.stay.indexOf(entered));
      if (factsOf(since, 'TrainingEnrolled').some(({ data }) => data.training !== 'workskills'))
        return nothingToAsk;
      return asking(
        askedOfCoach(known, now, {
          step: `training/${entered.id}`,
          since: finalPhaseOn,
          due: 'finalPhaseOffered',
          climbs: 'finalPhaseClimb',
          causes: [entered],
          does: 'enrol-in-training',
        }),
      );
    },
  },
};

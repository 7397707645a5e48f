import { addDays } from '../../src/kernel/calendar-date.ts';
import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOf, asking, days, nothingToAsk, straightUp, yearsAfter } from '../asking.ts';
import { lastOf } from '../standing.ts';

/**
 * So many years after leaving the operator erases what may be kept no longer (`reference/domain.md` §7 of the
 * specification). Nothing that is recorded says yet that it was done: until then he says so by withdrawing the task.
 */
export const whatWasKeptLongEnoughIsErased: TrajectoryWorkflow = {
  name: 'what-was-kept-long-enough-is-erased',
  about: 'trajectory',
  hears: ['Left', 'Returned', 'TrajectoryMerged', 'Corrected'],
  versions: {
    1: (known) => {
      const { left, lastPlacement, mergedInto, history } = known.trajectory;
      const gone = lastOf(history, 'Left');
      if (!left || !gone || mergedInto !== undefined) return nothingToAsk;
      const landschap = lastPlacement?.programme.landschap;
      const since = yearsAfter(left.on, days(known, 'retention', left.on, landschap));
      return asking(
        askedOf(known, { role: 'operator' }, landschap, {
          step: `erased/${gone.id}`,
          since,
          due: { by: known.calendar.addSchoolDays(addDays(since, -1), 1) },
          climbs: 'retentionClimb',
          ladder: straightUp,
          causes: [gone],
          does: 'erase-data',
        }),
      );
    },
  },
};

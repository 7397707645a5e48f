import { addDays } from '../../src/kernel/calendar-date.ts';
import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOfCoach, asking, nothingToAsk } from '../asking.ts';
import { changesOfGuidance } from '../standing.ts';
import { startProgrammeOf } from './start-programme.ts';

/** Over, extensions included, and nobody has written down what the student chose (DOMAIN.md §4). */
export const theStartProgrammeEndsWithAChoice: TrajectoryWorkflow = {
  name: 'the-start-programme-ends-with-a-choice',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'StartProgrammeStarted', 'StartProgrammeExtended', 'StartProgrammeCompleted'],
  versions: {
    1: (known) => {
      const running = startProgrammeOf(known);
      if (!running || running.programme.completed) return nothingToAsk;
      const { now, programme, started } = running;
      return asking(
        askedOfCoach(known, now, {
          step: `choice/${started.id}`,
          since: programme.endsOn,
          asksOn: addDays(programme.endsOn, 1),
          due: 'choiceRecorded',
          climbs: 'choiceClimb',
          causes: [started],
          does: 'complete-start-programme',
        }),
      );
    },
  },
};

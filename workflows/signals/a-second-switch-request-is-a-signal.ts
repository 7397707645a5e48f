import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { nothingToAsk, type Sign, signalling, yearsAfter } from '../asking.ts';
import { changesOfGuidance, factsOf, guided } from '../standing.ts';

/** A switch asked for within a year of the one before, whatever became of that, also before a return. */
export const aSecondSwitchRequestIsASignal: TrajectoryWorkflow = {
  name: 'a-second-switch-request-is-a-signal',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'SwitchRequested'],
  versions: {
    1: (known) => {
      if (!guided(known)) return nothingToAsk;
      const requests = factsOf(known.trajectory.history, 'SwitchRequested').toSorted((one, other) =>
        one.data.on < other.data.on ? -1 : one.data.on > other.data.on ? 1 : 0,
      );
      return signalling(
        'secondSwitchRequest',
        1,
        known,
        requests.flatMap((request, index): readonly Sign[] => {
          const before = requests[index - 1];
          return before && request.data.on < yearsAfter(before.data.on, 1)
            ? [{ on: request.data.on, step: `request/${request.id}`, events: [before, request] }]
            : [];
        }),
      );
    },
  },
};

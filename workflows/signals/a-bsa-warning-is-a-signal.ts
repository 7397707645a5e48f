import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { nothingToAsk, signalling } from '../asking.ts';
import { changesOfGuidance, factsOf, guided } from '../standing.ts';

/** Each warning that the studieadvies may be negative. */
export const aBsaWarningIsASignal: TrajectoryWorkflow = {
  name: 'a-bsa-warning-is-a-signal',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'BsaWarningRecorded'],
  versions: {
    1: (known) => {
      const now = guided(known);
      if (!now) return nothingToAsk;
      const warnings = factsOf(now.stay, 'BsaWarningRecorded');
      return signalling(
        'bsaWarning',
        1,
        known,
        warnings.map((warning) => ({
          on: warning.data.on,
          step: `warning/${warning.id}`,
          events: [warning],
        })),
      );
    },
  },
};

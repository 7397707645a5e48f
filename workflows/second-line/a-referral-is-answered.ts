import type { CaseWorkflow } from '../../src/domain/workflow/known.ts';
import { asking, nothingToAsk } from '../asking.ts';
import { askedInCase, changesOfCase, changesOfStudent, isGone, lastOfCase } from './case.ts';

/** The second line accepts or returns a referral, an urgent one at once (DOMAIN.md §4); whichever adviser takes it. */
export const aReferralIsAnswered: CaseWorkflow = {
  name: 'a-referral-is-answered',
  about: 'sabCase',
  hears: changesOfCase,
  hearsOfStudent: changesOfStudent,
  versions: {
    1: (known) => {
      const opened = lastOfCase(known.now, 'CaseOpened');
      if (known.now.stage !== 'referred' || !opened || isGone(known)) return nothingToAsk;
      return asking(
        askedInCase(known, {
          step: `answered/${opened.id}`,
          of: { role: 'adviser' },
          since: opened.data.on,
          due: known.now.urgent ? 'urgentReferralAnswered' : 'referralAnswered',
          climbs: 'referralClimb',
          causes: [opened],
          does: 'accept-referral',
        }),
      );
    },
  },
};

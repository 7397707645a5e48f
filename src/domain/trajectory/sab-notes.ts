import type { SabCaseEvent } from '../sab-case/events.ts';
import type { CaseId } from '../sab-case/ids.ts';
import type { NoteSab, SabProgress } from './commands.ts';

const progressIn = (event: SabCaseEvent): SabProgress | undefined => {
  switch (event.type) {
    case 'CaseOpened':
      return { step: 'referred', urgent: event.data.urgent };
    case 'ReferralAccepted':
      return { step: 'accepted' };
    case 'ReferralReturned':
      return { step: 'returned' };
    case 'StepPlanStarted':
      return { step: 'planAgreed' };
    case 'CaseClosed':
      return { step: 'closed' };
    // A trajectory that took it all the same, because another instance was at it too, gives it back.
    case 'CaseVoided':
      return { step: 'returned' };
    default:
      return undefined;
  }
};

/** What the trajectory is to hold of an event of a case: that it came so far, and nothing of what was said. */
export const sabNoteOf = (id: CaseId, event: SabCaseEvent): NoteSab | undefined => {
  const progress = progressIn(event);
  return progress && { type: 'NoteSab', on: event.data.on, case: id, ...progress };
};

import type { CaseWorkflow } from '../../src/domain/workflow/known.ts';
import { asking, nothingToAsk } from '../asking.ts';
import { askedInCase, changesOfCase, changesOfStudent, isGone, lastOfCase } from './case.ts';

/**
 * A stappenplan is drafted, and talked over with student and coach (DOMAIN.md §4). Another draft is to be talked
 * over anew, and has its own term for it.
 */
export const anAcceptedCaseGetsAPlan: CaseWorkflow = {
  name: 'an-accepted-case-gets-a-plan',
  about: 'sabCase',
  hears: [...changesOfCase, 'CaseAssigned', 'StepPlanDrafted', 'ConsultationHeld', 'StepPlanStarted'],
  hearsOfStudent: changesOfStudent,
  versions: {
    1: (known) => {
      const { stage, adviser, plan, consultations } = known.now;
      const accepted = lastOfCase(known.now, 'ReferralAccepted');
      if (stage !== 'accepted' || !accepted || adviser === undefined || isGone(known)) return nothingToAsk;
      const of = { role: 'adviser' as const, person: adviser };
      const drafted = lastOfCase(known.now, 'StepPlanDrafted');
      const consulted = (whom: string): boolean => consultations.some((each) => each.with === whom);
      const cause = drafted && drafted.data.version > 1 ? drafted : accepted;
      return asking(
        !plan &&
          askedInCase(known, {
            step: `drafted/${accepted.id}`,
            of,
            since: accepted.data.on,
            due: 'planDrafted',
            climbs: 'planClimb',
            causes: [accepted],
            does: 'draft-step-plan',
          }),
        !(consulted('student') && consulted('coach')) &&
          askedInCase(known, {
            step: `consulted/${cause.id}`,
            of,
            since: cause.data.on,
            due: 'planConsulted',
            climbs: 'planClimb',
            causes: [cause],
            does: 'record-consultation',
          }),
      );
    },
  },
};

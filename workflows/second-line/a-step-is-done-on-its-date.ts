import { latest } from '../../src/kernel/calendar-date.ts';
import type { AskedOf } from '../../src/kernel/workflow.ts';
import type { StepOwner } from '../../src/domain/sab-case/events.ts';
import type { CaseKnown, CaseWorkflow } from '../../src/domain/workflow/known.ts';
import { asking, coachOf, nothingToAsk } from '../asking.ts';
import { askedInCase, changesOfCase, changesOfStudent, isGone, lastOfCase } from './case.ts';

/** Parents and others are no part of the school: the adviser sees to what is theirs. */
const ownerOf = (who: StepOwner, { now, student, trajectory }: CaseKnown): AskedOf => {
  const coach = trajectory.coach?.id ?? now.coach;
  if (who === 'student' && student !== undefined) return { role: 'student', person: student };
  if (who === 'coach' && coach !== undefined)
    return coachOf(coach, trajectory.placement?.programme.landschap ?? now.landschap);
  return { role: 'adviser', ...(now.adviser !== undefined && { person: now.adviser }) };
};

/** Each step of a plan that runs is done on its date, or revised, by whose step it is (DOMAIN.md §4). */
export const aStepIsDoneOnItsDate: CaseWorkflow = {
  name: 'a-step-is-done-on-its-date',
  about: 'sabCase',
  hears: [...changesOfCase, 'CaseAssigned', 'StepPlanStarted', 'StepPlanRevised', 'StepCompleted'],
  hearsOfStudent: changesOfStudent,
  versions: {
    1: (known) => {
      const { stage, plan } = known.now;
      const told = lastOfCase(known.now, 'StepPlanDrafted', 'StepPlanRevised');
      if (stage !== 'planned' || plan?.startedOn === undefined || !told || isGone(known)) return nothingToAsk;
      const since = latest(plan.startedOn, plan.draftedOn);
      return asking(
        ...[...plan.steps.values()].map(
          ({ step, who, by, doneOn, replaced }) =>
            doneOn === undefined &&
            !replaced &&
            askedInCase(known, {
              step: `step/${step}`,
              of: ownerOf(who, known),
              since,
              due: { by },
              climbs: 'stepClimb',
              causes: [told],
              does: 'complete-step',
            }),
        ),
      );
    },
  },
};

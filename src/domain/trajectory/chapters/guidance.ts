import { nothing, refuse } from '../../../kernel/decider.ts';
import type {
  AddToPortfolio,
  AgreeGoal,
  EndBpv,
  EnterFinalPhase,
  ReachGoal,
  RecordConversation,
  StartBpv,
} from '../commands.ts';
import { before } from '../order.ts';
import { fact, type Said, unless } from '../said.ts';
import { isTold, isToldHere, type Trajectory } from '../state.ts';

/** Who has a coach has somebody to talk with; before that there are the infoshop and the scout. */
export const recordConversation = (
  { type: _, on, kind, faceToFace, agreements, goals, studentWants, present, session }: RecordConversation,
  now: Trajectory,
): Said => {
  const data = { on, kind, faceToFace, agreements, goals, studentWants, present, session };
  return isTold(now, 'ConversationHeld', data)
    ? nothing
    : unless([!now.coach && { code: 'NotPlaced' }], fact('ConversationHeld', data));
};

export const addToPortfolio = ({ type: _, ...data }: AddToPortfolio, now: Trajectory): Said =>
  isTold(now, 'PortfolioItemAdded', data)
    ? nothing
    : unless(
        [
          !now.coach && { code: 'NotPlaced' },
          now.guidance.portfolio.has(data.item) && { code: 'IdInUse', id: data.item },
        ],
        fact('PortfolioItemAdded', data),
      );

export const agreeGoal = ({ type: _, ...data }: AgreeGoal, now: Trajectory): Said =>
  isTold(now, 'GoalAgreed', data)
    ? nothing
    : unless(
        [
          !now.coach && { code: 'NotPlaced' },
          now.guidance.goals.has(data.goal) && { code: 'IdInUse', id: data.goal },
          data.by !== undefined &&
            data.by < data.on && { code: 'InvalidPeriod', from: data.on, until: data.by },
        ],
        fact('GoalAgreed', data),
      );

export const reachGoal = ({ on, goal }: ReachGoal, now: Trajectory): Said => {
  if (isTold(now, 'GoalReached', { on, goal })) return nothing;
  const agreed = now.guidance.goals.get(goal);
  if (!agreed) return refuse({ code: 'UnknownGoal', goal });
  return unless(
    [
      agreed.endedOn !== undefined && { code: 'GoalAlreadyReached', goal, on: agreed.endedOn },
      before(on, 'GoalAgreed', agreed.on),
    ],
    fact('GoalReached', { on, goal }),
  );
};

export const startBpv = ({ type: _, ...data }: StartBpv, now: Trajectory): Said => {
  const { on, bpv, plannedEnd } = data;
  return isTold(now, 'BpvStarted', data)
    ? nothing
    : unless(
        [
          !now.placement && { code: 'NotPlaced' },
          now.guidance.bpvs.has(bpv) && { code: 'IdInUse', id: bpv },
          plannedEnd !== undefined &&
            plannedEnd < on && { code: 'InvalidPeriod', from: on, until: plannedEnd },
          before(on, 'PlacedProvisionally', now.placement?.on),
        ],
        fact('BpvStarted', data),
      );
};

export const endBpv = ({ type: _, ...data }: EndBpv, now: Trajectory): Said => {
  const { on, bpv } = data;
  if (isTold(now, 'BpvEnded', data)) return nothing;
  const begun = now.guidance.bpvs.get(bpv);
  if (!begun) return refuse({ code: 'UnknownBpv', bpv });
  return unless(
    [
      begun.endedOn !== undefined && { code: 'BpvAlreadyEnded', bpv, on: begun.endedOn },
      before(on, 'BpvStarted', begun.on),
    ],
    fact('BpvEnded', data),
  );
};

/** Once in a programme; a switch or a programme that follows a diploma has a final phase of its own. */
export const enterFinalPhase = ({ on }: EnterFinalPhase, now: Trajectory): Said => {
  const { placement, guidance } = now;
  const { finalPhaseOn } = guidance;
  if (finalPhaseOn !== undefined && isToldHere(now, 'FinalPhaseEntered', { on })) return nothing;
  return unless(
    [
      !placement && { code: 'NotPlaced' },
      finalPhaseOn !== undefined && { code: 'AlreadyInFinalPhase', on: finalPhaseOn },
      before(on, 'PlacedProvisionally', placement?.since),
    ],
    fact('FinalPhaseEntered', { on }),
  );
};

import { sameData } from '../../kernel/data.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { decideBy, type Decisions, nothing, refuse } from '../../kernel/decider.ts';
import type { StaffId } from '../staff/ids.ts';
import { hasRole } from '../staff/state.ts';
import type { SabCaseCommand } from './commands.ts';
import type { SabCaseEvent } from './events.ts';
import type { SabCaseFacts } from './facts.ts';
import type { SabCaseRefusal } from './refusals.ts';
import { before, fact, type Guard, type Said, unless } from './said.ts';
import { isOpen, type SabCase } from './state.ts';
import { isPlanned, notAgreed, planned, wrongSteps } from './step-plan.ts';

const notOpen = (now: SabCase): Guard => !isOpen(now) && { code: 'CaseNotOpen', stage: now.stage };
/** Work on a case begins when it is accepted. */
const notTakenOn = (now: SabCase): Guard =>
  notOpen(now) || (now.stage === 'referred' && { code: 'ReferralNotAccepted' });

const alreadyAccepted = ({ acceptedOn, adviser }: SabCase): Guard =>
  acceptedOn !== undefined &&
  adviser !== undefined && { code: 'ReferralAlreadyAccepted', on: acceptedOn, adviser };

const notOfSecondLine = ({ staff }: SabCaseFacts, adviser: StaffId, on: CalendarDate): Guard => {
  const found = staff.get(adviser);
  if (!found?.registered) return { code: 'UnknownStaff', staff: adviser };
  if (found.leftOn !== undefined && found.leftOn < on)
    return { code: 'StaffHasLeft', staff: adviser, on: found.leftOn };
  return (
    !hasRole(found, 'adviser', on) &&
    !hasRole(found, 'sabCoordinator', on) && { code: 'LacksRole', staff: adviser, role: 'adviser' }
  );
};

export const sabCaseDecisions: Decisions<
  SabCaseCommand,
  SabCase,
  SabCaseFacts,
  SabCaseEvent,
  SabCaseRefusal
> = {
  /** The coach asks, and remains responsible. */
  ReferToSab: ({ on, student, question, tried, urgent }, now, { trajectory }) => {
    const [opened] = now.told;
    if (opened)
      return sameData({ ...opened.data, on, student, question, tried, urgent }, opened.data)
        ? nothing
        : refuse({ code: 'CaseIdInUse' });
    const { coach, placement, openedOn, secondLine } = trajectory;
    if (!coach || !placement) return refuse({ code: 'NotPlaced' });
    const { landschap } = placement.programme;
    return unless(
      now,
      [
        secondLine.openCase !== undefined && { code: 'CaseAlreadyOpen', case: secondLine.openCase },
        !urgent && !secondLine.support.some((held) => held <= on) && { code: 'SupportConversationMissing' },
        before(on, 'TrajectoryOpened', openedOn),
      ],
      fact('CaseOpened', { on, student, coach: coach.id, landschap, urgent, question, tried }),
    );
  },

  VoidCase: ({ on, why }, now) => unless(now, [notOpen(now)], fact('CaseVoided', { on, why })),

  AcceptReferral: ({ on, adviser }, now, facts) =>
    unless(
      now,
      [
        notOpen(now),
        alreadyAccepted(now),
        notOfSecondLine(facts, adviser, on),
        before(on, 'CaseOpened', now.openedOn),
      ],
      fact('ReferralAccepted', { on, adviser }),
    ),

  ReturnReferral: ({ on, why }, now) =>
    unless(
      now,
      [notOpen(now), alreadyAccepted(now), before(on, 'CaseOpened', now.openedOn)],
      fact('ReferralReturned', { on, why }),
    ),

  AssignCase: ({ on, adviser }, now, facts) =>
    now.adviser === adviser
      ? nothing
      : unless(
          now,
          [
            notTakenOn(now),
            notOfSecondLine(facts, adviser, on),
            before(on, 'ReferralAccepted', now.acceptedOn),
            before(on, 'CaseAssigned', now.assignedOn),
          ],
          fact('CaseAssigned', { on, adviser }),
        ),

  RecordSabConversation: ({ type: _, ...data }, now) =>
    unless(
      now,
      [notTakenOn(now), before(data.on, 'ReferralAccepted', now.acceptedOn)],
      fact('SabConversationHeld', data),
    ),

  DraftStepPlan: ({ on, steps }, now) =>
    isPlanned(now, 'StepPlanDrafted', on, steps)
      ? nothing
      : unless(
          now,
          [
            notTakenOn(now),
            now.plan?.startedOn !== undefined && {
              code: 'StepPlanAlreadyStarted',
              on: now.plan.startedOn,
            },
            wrongSteps(steps, on),
            before(on, 'ReferralAccepted', now.acceptedOn),
            before(on, 'StepPlanDrafted', now.plan?.draftedOn),
          ],
          fact('StepPlanDrafted', { on, ...planned(now, steps) }),
        ),

  RecordConsultation: ({ type: _, ...data }, now) =>
    unless(
      now,
      [
        notTakenOn(now),
        !now.plan && { code: 'StepPlanMissing' },
        before(data.on, 'StepPlanDrafted', now.plan?.draftedOn),
      ],
      fact('ConsultationHeld', data),
    ),

  StartStepPlan: ({ on }, now) => {
    const { plan } = now;
    return unless(
      now,
      [
        notTakenOn(now),
        !plan && { code: 'StepPlanMissing' },
        plan?.startedOn !== undefined && { code: 'StepPlanAlreadyStarted', on: plan.startedOn },
        notAgreed(now, on),
      ],
      fact('StepPlanStarted', { on, version: plan?.version ?? 0 }),
    );
  },

  CompleteStep: ({ on, step, result }, now) => {
    const found = now.plan?.steps.get(step);
    return unless(
      now,
      [
        notTakenOn(now),
        now.plan?.startedOn === undefined && { code: 'StepPlanNotStarted' },
        (!found || found.replaced) && { code: 'UnknownStep', step },
        found?.doneOn !== undefined && { code: 'StepAlreadyDone', step, on: found.doneOn },
        before(on, 'StepPlanStarted', now.plan?.startedOn),
      ],
      fact('StepCompleted', { on, step, result }),
    );
  },

  ReviseStepPlan: ({ on, steps, why }, now) =>
    isPlanned(now, 'StepPlanRevised', on, steps)
      ? nothing
      : unless(
          now,
          [
            notTakenOn(now),
            now.plan?.startedOn === undefined && { code: 'StepPlanNotStarted' },
            wrongSteps(steps, on),
            before(on, 'StepPlanStarted', now.plan?.startedOn),
            before(on, 'StepPlanRevised', now.plan?.revisedOn),
          ],
          fact('StepPlanRevised', { on, ...planned(now, steps), why }),
        ),

  PauseClock: ({ on, waitingFor, why }, now) =>
    unless(
      now,
      [
        notOpen(now),
        now.paused && { code: 'ClockAlreadyPaused', on: now.paused.on },
        before(on, 'CaseOpened', now.openedOn),
        before(on, 'ClockResumed', now.resumedOn),
      ],
      fact('ClockPaused', { on, waitingFor, why }),
    ),

  ResumeClock: ({ on }, now) =>
    unless(
      now,
      [notOpen(now), !now.paused && { code: 'ClockNotPaused' }, before(on, 'ClockPaused', now.paused?.on)],
      fact('ClockResumed', { on }),
    ),

  UseLoopbaanbox: ({ on, remarks }, now) =>
    unless(
      now,
      [notTakenOn(now), before(on, 'ReferralAccepted', now.acceptedOn)],
      fact('LoopbaanboxUsed', { on, remarks }),
    ),

  EscalateCase: ({ on, to, why }, now) =>
    unless(
      now,
      [notOpen(now), before(on, 'CaseOpened', now.openedOn)],
      fact('CaseEscalated', { on, to, why }),
    ),

  CloseCase: ({ on, outcome, feedback }, now) =>
    unless(
      now,
      [notTakenOn(now), before(on, 'ReferralAccepted', now.acceptedOn)],
      fact('CaseClosed', { on, outcome, feedback }),
    ),

  ThankForReferral: ({ on, from, words }, now) =>
    unless(
      now,
      [
        (now.stage === 'none' || now.stage === 'voided') && { code: 'CaseNotOpen', stage: now.stage },
        before(on, 'CaseOpened', now.openedOn),
      ],
      fact('ThankedForReferral', { on, from, words }),
    ),
};

const decideCase = decideBy(sabCaseDecisions);

/** First what holds for every command, then its own rules. */
export const decideSabCase = (command: SabCaseCommand, now: SabCase, facts: SabCaseFacts): Said => {
  if (command.on > facts.today) return refuse({ code: 'DateInFuture', on: command.on, today: facts.today });
  if (command.type !== 'ReferToSab' && now.stage === 'none')
    return refuse({ code: 'OutOfOrder', why: 'missing', fact: 'CaseOpened' });
  return decideCase(command, now, facts);
};

import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type MayLack, sameData, whatIsThere } from '../../kernel/data.ts';
import { accept, type Decision, decideBy, type Decisions, nothing, refuse } from '../../kernel/decider.ts';
import type { StaffId } from '../staff/ids.ts';
import { hasRole } from '../staff/state.ts';
import type { SabCaseCommand, StepAsked } from './commands.ts';
import type { Consulted, SabCaseData, SabCaseEvent } from './events.ts';
import type { SabCaseFacts } from './facts.ts';
import type { SabCaseRefusal } from './refusals.ts';
import { type Consultation, isOpen, type SabCase } from './state.ts';

type Said = Decision<SabCaseEvent, SabCaseRefusal>;
type Guard = SabCaseRefusal | false | undefined;

const fact = <Type extends SabCaseEvent['type']>(
  type: Type,
  data: MayLack<SabCaseData[Type]>,
): SabCaseEvent => ({ type, data: whatIsThere(data) }) as SabCaseEvent;

/** After these the same words are a new wish: paused, resumed and paused again on one day is paused. */
const undoes = (later: SabCaseEvent, event: SabCaseEvent): boolean => {
  switch (event.type) {
    case 'ClockPaused':
      return later.type === 'ClockResumed';
    case 'ClockResumed':
      return later.type === 'ClockPaused';
    case 'CaseAssigned':
      return later.type === 'CaseAssigned';
    case 'ConsultationHeld':
      return (
        later.type === 'StepPlanDrafted' ||
        (later.type === 'ConsultationHeld' && later.data.with === event.data.with)
      );
    default:
      return false;
  }
};

const isTold = ({ told }: SabCase, event: SabCaseEvent): boolean => {
  const at = told.findLastIndex(({ type, data }) => type === event.type && sameData(data, event.data));
  return at >= 0 && !told.slice(at + 1).some((later) => undoes(later, event));
};

/** The first guard that says no decides; what is told already adds no second fact. */
const unless = (now: SabCase, guards: readonly Guard[], event: SabCaseEvent): Said => {
  if (isTold(now, event)) return nothing;
  for (const guard of guards) if (guard) return refuse(guard);
  return accept(event);
};

const before = (on: CalendarDate, type: SabCaseEvent['type'], factOn: CalendarDate | undefined): Guard =>
  factOn !== undefined && on < factOn && { code: 'OutOfOrder', why: 'before', fact: type, on: factOn };

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

/** The steps with the numbers that come next in this case, and apart from them what is to be done. */
const planned = (now: SabCase, steps: readonly StepAsked[]) => {
  const last = Math.max(0, ...(now.plan?.steps.keys() ?? []));
  return {
    version: (now.plan?.version ?? 0) + 1,
    steps: steps.map(({ who, by }, index) => ({ step: last + index + 1, who, by })),
    whats: steps.map(({ what }) => what),
  };
};

const wrongSteps = (steps: readonly StepAsked[], on: CalendarDate): Guard => {
  const late = steps.find(({ by }) => by < on);
  return (
    (steps.length === 0 && { code: 'NoSteps' }) || (late && { code: 'StepDueBeforePlan', by: late.by, on })
  );
};

/** Asked again, the numbers would be the next ones: the plan is the same when its words, owners and days are. */
const isPlanned = (
  { told }: SabCase,
  type: 'StepPlanDrafted' | 'StepPlanRevised',
  on: CalendarDate,
  steps: readonly StepAsked[],
): boolean => {
  const last = told.findLast((event) => event.type === 'StepPlanDrafted' || event.type === 'StepPlanRevised');
  return (
    last?.type === type &&
    last.data.on === on &&
    sameData(
      last.data.steps.map(({ who, by }, index) => ({ what: last.data.whats[index], who, by })),
      steps.map(({ what, who, by }) => ({ what, who, by })),
    )
  );
};

/** The last by its day, for what is recorded late is not newer; of one day, the one recorded last. */
const lastOf = (held: readonly Consultation[]): Consultation | undefined =>
  held.reduce<Consultation | undefined>((last, each) => (last && last.on > each.on ? last : each), undefined);

/** Student and coach agreed with the present draft, and the parents of a student who is under 16. */
const withoutConsent = (held: readonly Consultation[]): Guard => {
  const agrees = (whom: Consulted): boolean =>
    lastOf(held.filter((each) => each.with === whom))?.agreed === true;
  const without = (['student', 'coach'] as const).filter((whom) => !agrees(whom));
  if (without.length > 0) return { code: 'ConsultationMissing', with: without };
  return lastOf(held)?.under16 === true && !agrees('parents') && { code: 'ParentsNotConsulted' };
};

/** A plan starts on a day on which everybody whom it takes had agreed, and nobody has come back on it since. */
const notAgreed = ({ consultations }: SabCase, on: CalendarDate): Guard =>
  withoutConsent(consultations.filter((each) => each.on <= on)) || withoutConsent(consultations);

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
    const { coach, placement, secondLine } = trajectory;
    if (!coach || !placement) return refuse({ code: 'NotPlaced' });
    const { landschap } = placement.programme;
    return unless(
      now,
      [
        secondLine.openCase !== undefined && { code: 'CaseAlreadyOpen', case: secondLine.openCase },
        !urgent && !secondLine.support.some((held) => held <= on) && { code: 'SupportConversationMissing' },
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
        before(on, 'StepPlanDrafted', plan?.draftedOn),
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

import type { SabCaseRefusal } from '../../../src/domain/sab-case/refusals.ts';

/** Every reason to say no; one that is added or taken away does not compile until it is so here too. */
const codes: { readonly [Code in SabCaseRefusal['code']]: true } = {
  NotYours: true,
  OutOfOrder: true,
  DateInFuture: true,
  NotPlaced: true,
  CaseIdInUse: true,
  CaseAlreadyOpen: true,
  SupportConversationMissing: true,
  CaseNotOpen: true,
  ReferralNotAccepted: true,
  ReferralAlreadyAccepted: true,
  UnknownStaff: true,
  StaffHasLeft: true,
  LacksRole: true,
  NoSteps: true,
  StepDueBeforePlan: true,
  StepPlanMissing: true,
  StepPlanAlreadyStarted: true,
  StepPlanNotStarted: true,
  ConsultationMissing: true,
  ParentsNotConsulted: true,
  UnknownStep: true,
  StepAlreadyDone: true,
  ClockAlreadyPaused: true,
  ClockNotPaused: true,
};

export const sabRefusalCodes = Object.keys(codes) as readonly SabCaseRefusal['code'][];

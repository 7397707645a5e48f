import type { DeliveryRefusal } from '../domain/delivery/refusals.ts';
import type { InstitutionRefusal } from '../domain/institution/refusals.ts';
import type { InvalidNumber, NumberRefusal } from '../domain/number/refusals.ts';
import type { ReportRefusal } from '../domain/report/refusals.ts';
import type { SabCaseRefusal } from '../domain/sab-case/refusals.ts';
import type { StaffRefusal } from '../domain/staff/refusals.ts';
import type { StudentRefusal } from '../domain/student/refusals.ts';
import type { TrajectoryRefusal } from '../domain/trajectory/refusals.ts';
import type { WorkflowRefusal } from '../domain/workflow/refusals.ts';

/** Every reason to say no. One without a status or without words does not compile. */
export type RefusalCode = (
  | TrajectoryRefusal
  | SabCaseRefusal
  | StudentRefusal
  | StaffRefusal
  | NumberRefusal
  | InvalidNumber
  | InstitutionRefusal
  | DeliveryRefusal
  | WorkflowRefusal
  | ReportRefusal
)['code'];

/**
 * 403: not yours to ask. 404: what the path names does not exist. 409: it does not fit what is so now, and may fit later. 422: what was given cannot be
 * so: it names something that does not exist, or breaks a rule that no later fact will change.
 */
export const refusalStatus: Readonly<Record<RefusalCode, 403 | 404 | 409 | 422>> = {
  NotYours: 403,
  OnlyTheAskedCoachAnswers: 403,

  OutOfOrder: 409,
  DateInFuture: 422,
  TrajectoryMerged: 409,

  UnknownStudent: 422,
  UnknownStaff: 422,
  StaffHasLeft: 422,
  LacksRole: 422,
  UnknownLandschap: 422,
  UnknownProgramme: 422,
  NiveauDoesNotFit: 422,
  UnknownVariant: 422,

  AlreadyOpened: 409,
  NotOfferedHere: 422,
  BuddystageRuns: 409,
  CannotMerge: 422,

  AlreadyApplied: 409,

  ScoutgesprekMissing: 409,
  AlreadyPlaced: 409,
  NotPlaced: 409,
  AlreadyEnrolled: 409,
  NotInsideIt: 422,
  AlreadyResponsible: 409,

  AlreadyStarted: 409,
  AlreadyCompleted: 409,
  NoExtension: 422,

  ConversationMissing: 409,
  AnotherSwitchIsOpen: 409,
  AlreadyThere: 409,
  AfterStartProgramme: 409,
  UnknownSwitch: 422,
  SwitchIdInUse: 409,
  SwitchNotOpen: 409,
  CoachDeclinedBefore: 409,
  LandingAlreadyConfirmed: 409,

  IdInUse: 409,
  InvalidExpiry: 422,
  // The token names it, and the token is the path.
  UnknownInvitation: 404,
  InvitationUsed: 409,
  InvitationExpired: 409,
  NothingRated: 422,
  UnknownCompetence: 422,
  RatedTwice: 422,
  ScoreOffScale: 422,
  UnknownGoal: 422,
  GoalAlreadyReached: 409,
  UnknownBpv: 422,
  BpvAlreadyEnded: 409,
  AlreadyInFinalPhase: 409,

  NotAtRisk: 409,
  NotInFinalPhase: 409,
  UnknownTrainingGroup: 422,
  GroupIsOver: 422,
  AlreadyInTraining: 409,
  NotInTraining: 409,
  AttendanceAlreadyRecorded: 409,

  CaseAlreadyOpen: 409,
  CaseIdInUse: 409,
  SupportConversationMissing: 409,
  CaseNotOpen: 409,
  ReferralNotAccepted: 409,
  ReferralAlreadyAccepted: 409,
  NoSteps: 422,
  StepDueBeforePlan: 422,
  StepPlanMissing: 409,
  StepPlanAlreadyStarted: 409,
  StepPlanNotStarted: 409,
  ConsultationMissing: 409,
  ParentsNotConsulted: 409,
  UnknownStep: 422,
  StepAlreadyDone: 409,
  ClockAlreadyPaused: 409,
  ClockNotPaused: 409,

  UnknownEvent: 422,
  NotCorrectable: 422,
  InvalidValues: 422,
  CorrectionBreaks: 409,

  InvalidNumber: 422,
  NumberInUse: 409,
  NotTheHolder: 409,
  StillTheirs: 409,
  InvalidBirthDate: 422,
  TooManyNumbers: 422,

  AlreadyRegistered: 409,
  NotAStaffRole: 422,
  OwnDeputy: 422,
  StillResponsible: 409,
  InvalidPeriod: 422,

  UnknownDomein: 422,
  NoLeerweg: 422,
  LwpTwice: 422,
  CompetenceTwice: 422,
  NoCompetences: 422,
  InvalidScale: 422,
  GroupIsForAnotherTraining: 409,
  OutsideSchoolYear: 422,
  InvalidSetting: 422,
  NotPerLandschap: 422,
  UnknownTable: 422,

  TaskNotOpen: 409,
  AlreadyClaimed: 409,
  InvalidFollowUp: 422,

  UnknownDelivery: 422,
  MadeBeforeItsPeriod: 422,
  AlreadyRecorded: 409,
  AlreadyListed: 409,
  CountYearAhead: 422,
  NotRecorded: 409,
  TooManyNamed: 422,

  SealedOtherwise: 409,
};

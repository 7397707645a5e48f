import { decideBy, type Decisions } from '../../kernel/decider.ts';
import * as application from './chapters/application.ts';
import * as concern from './chapters/concern.ts';
import { correct } from './chapters/corrections.ts';
import * as guidance from './chapters/guidance.ts';
import * as leaving from './chapters/leaving.ts';
import * as leermeter from './chapters/leermeter.ts';
import * as orientation from './chapters/orientation.ts';
import * as placement from './chapters/placement.ts';
import { recordDuoVerdict, recordRegisterFacts } from './chapters/register.ts';
import * as startProgramme from './chapters/start-programme.ts';
import * as switching from './chapters/switching.ts';
import * as trainings from './chapters/trainings.ts';
import type { TrajectoryCommand } from './commands.ts';
import type { TrajectoryEvent } from './events.ts';
import type { TrajectoryFacts } from './facts.ts';
import { againstTheOrder } from './order.ts';
import type { TrajectoryRefusal } from './refusals.ts';
import type { Said } from './said.ts';
import type { Trajectory } from './state.ts';

/** The table of contents: where the rule of each command stands. */
export const trajectoryDecisions: Decisions<
  TrajectoryCommand,
  Trajectory,
  TrajectoryFacts,
  TrajectoryEvent,
  TrajectoryRefusal
> = {
  RecordPriorEducation: orientation.recordPriorEducation,
  RecordExemption: orientation.recordExemption,
  OpenTrajectory: orientation.openTrajectory,
  RecordInfoshopVisit: orientation.recordInfoshopVisit,
  RecordMeeloopdag: orientation.recordMeeloopdag,
  StartBuddystage: orientation.startBuddystage,
  EndBuddystage: orientation.endBuddystage,
  MergeInto: orientation.mergeInto,

  Apply: application.apply,
  PlanScoutgesprek: application.planScoutgesprek,
  RecordScoutgesprekNoShow: application.recordScoutgesprekNoShow,
  RecordScoutgesprek: application.recordScoutgesprek,
  RedirectApplication: application.redirectApplication,
  WithdrawApplication: application.withdrawApplication,

  Place: placement.place,
  EnrolDefinitively: placement.enrolDefinitively,
  SpecifyProgramme: placement.specifyProgramme,
  CancelPlacement: placement.cancelPlacement,
  OfferResponsibility: placement.offerResponsibility,
  AcceptResponsibility: placement.acceptResponsibility,
  DeclineResponsibility: placement.declineResponsibility,

  StartStartProgramme: startProgramme.startStartProgramme,
  HandInLwp: startProgramme.handInLwp,
  AssessLwp: startProgramme.assessLwp,
  ExtendStartProgramme: startProgramme.extendStartProgramme,
  CompleteStartProgramme: startProgramme.completeStartProgramme,

  RequestSwitch: switching.requestSwitch,
  OfferPlace: switching.offerPlace,
  RefusePlace: switching.refusePlace,
  AcceptStudent: switching.acceptStudent,
  DeclineStudent: switching.declineStudent,
  ConfirmLanding: switching.confirmLanding,
  WithdrawSwitch: switching.withdrawSwitch,

  RecordConversation: guidance.recordConversation,
  InviteRater: leermeter.inviteRater,
  RateLeermeter: leermeter.rateLeermeter,
  AddToPortfolio: guidance.addToPortfolio,
  AgreeGoal: guidance.agreeGoal,
  ReachGoal: guidance.reachGoal,
  StartBpv: guidance.startBpv,
  EndBpv: guidance.endBpv,
  EnterFinalPhase: guidance.enterFinalPhase,

  RecordAbsenceReport: concern.recordAbsenceReport,
  RecordBsaWarning: concern.recordBsaWarning,
  RecordBsa: concern.recordBsa,
  RaiseConcern: concern.raiseConcern,
  RaiseSignal: concern.raiseSignal,
  NoteSab: concern.noteSab,
  RecordLoopbaanboxSession: concern.recordLoopbaanboxSession,

  EnrolInTraining: trainings.enrolInTraining,
  RecordTrainingAttendance: trainings.recordTrainingAttendance,
  CompleteTraining: trainings.completeTraining,
  LeaveTraining: trainings.leaveTraining,

  AwardDiploma: leaving.awardDiploma,
  IssueMboVerklaring: leaving.issueMboVerklaring,
  StartFollowOn: leaving.startFollowOn,
  Leave: leaving.leave,
  RecordDestination: leaving.recordDestination,
  Return: leaving.comeBack,

  Correct: correct,
  RecordRegisterFacts: recordRegisterFacts,
  RecordDuoVerdict: recordDuoVerdict,
};

const decideInOrder = decideBy(trajectoryDecisions);

/** First what holds for every command, then its own rules. */
export const decideTrajectory = (command: TrajectoryCommand, now: Trajectory, facts: TrajectoryFacts): Said =>
  againstTheOrder(command, now, facts) ?? decideInOrder(command, now, facts);

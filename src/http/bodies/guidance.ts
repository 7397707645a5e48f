import { trajectoryEvents } from '../../domain/trajectory/events.ts';
import { date, structural } from '../../kernel/schema.ts';
import { bodyOf } from './given.ts';

const on = structural(date, 'when it was true (Europe/Amsterdam)');
const { session: _group, ...conversation } = trajectoryEvents.ConversationHeld.fields;
const { leermeter: _inUse, invitation: _token, ...rating } = trajectoryEvents.LeermeterRated.fields;

/** Guidance, concern and trainings, as far as they are asked of one trajectory. */
export const guidanceBodies = {
  RecordConversation: bodyOf('RecordConversation', conversation),
  InviteRater: bodyOf('InviteRater', trajectoryEvents.RaterInvited.fields),
  RateLeermeter: bodyOf('RateLeermeter', rating),
  AddToPortfolio: bodyOf('AddToPortfolio', trajectoryEvents.PortfolioItemAdded.fields),
  AgreeGoal: bodyOf('AgreeGoal', trajectoryEvents.GoalAgreed.fields),
  ReachGoal: bodyOf('ReachGoal', trajectoryEvents.GoalReached.fields),
  StartBpv: bodyOf('StartBpv', trajectoryEvents.BpvStarted.fields),
  EndBpv: bodyOf('EndBpv', trajectoryEvents.BpvEnded.fields),
  EnterFinalPhase: bodyOf('EnterFinalPhase', { on }),

  RecordAbsenceReport: bodyOf('RecordAbsenceReport', trajectoryEvents.AbsenceReportRecorded.fields),
  RecordBsaWarning: bodyOf('RecordBsaWarning', { on }),
  RecordBsa: bodyOf('RecordBsa', trajectoryEvents.BsaRecorded.fields),
  RaiseConcern: bodyOf('RaiseConcern', trajectoryEvents.ConcernRaised.fields),

  EnrolInTraining: bodyOf('EnrolInTraining', trajectoryEvents.TrainingEnrolled.fields),
  RecordTrainingAttendance: bodyOf(
    'RecordTrainingAttendance',
    trajectoryEvents.TrainingAttendanceRecorded.fields,
  ),
  CompleteTraining: bodyOf('CompleteTraining', trajectoryEvents.TrainingCompleted.fields),
  LeaveTraining: bodyOf('LeaveTraining', trajectoryEvents.TrainingLeft.fields),
};

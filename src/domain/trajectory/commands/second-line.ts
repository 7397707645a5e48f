import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Uuid } from '../../../kernel/message.ts';
import type { Training } from '../../institution/ids.ts';
import type { CaseId } from '../../sab-case/ids.ts';
import type { AbsenceKind, Attendance, SignalRule } from '../events/second-line.ts';
import type { SessionId, SignalId } from '../ids.ts';
import type { Asked } from './asked.ts';

export interface RecordAbsenceReport extends Asked<'RecordAbsenceReport'> {
  readonly kind: AbsenceKind;
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly hours?: number;
}
export type RecordBsaWarning = Asked<'RecordBsaWarning'>;
export interface RecordBsa extends Asked<'RecordBsa'> {
  readonly advice: 'positive' | 'negative';
}
export interface RaiseConcern extends Asked<'RaiseConcern'> {
  readonly what: string;
  readonly seenBy: string;
}
/** By a workflow, in the name of a rule. */
export interface RaiseSignal extends Asked<'RaiseSignal'> {
  readonly signal: SignalId;
  readonly rule: SignalRule;
  readonly ruleVersion: number;
  readonly events: readonly Uuid[];
}

/** How far the second line is with a case. */
export type SabProgress =
  | { readonly step: 'referred'; readonly urgent: boolean }
  | { readonly step: 'accepted' | 'returned' | 'planAgreed' | 'closed' };
/** Follows from what was decided on the case itself. */
export type NoteSab = Asked<'NoteSab'> & { readonly case: CaseId } & SabProgress;
export interface RecordLoopbaanboxSession extends Asked<'RecordLoopbaanboxSession'> {
  readonly session: SessionId;
}

interface OfTraining<Type extends string> extends Asked<Type> {
  readonly training: Training;
}
export interface EnrolInTraining extends OfTraining<'EnrolInTraining'> {
  readonly group?: string;
}
export interface RecordTrainingAttendance extends OfTraining<'RecordTrainingAttendance'> {
  readonly session: SessionId;
  readonly attendance: Attendance;
}
export type CompleteTraining = OfTraining<'CompleteTraining'>;
export interface LeaveTraining extends OfTraining<'LeaveTraining'> {
  readonly reason: string;
}

export type SecondLineCommand =
  | RecordAbsenceReport
  | RecordBsaWarning
  | RecordBsa
  | RaiseConcern
  | RaiseSignal
  | NoteSab
  | RecordLoopbaanboxSession
  | EnrolInTraining
  | RecordTrainingAttendance
  | CompleteTraining
  | LeaveTraining;

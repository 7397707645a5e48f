import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { StaffId } from '../staff/ids.ts';
import type { StudentId } from '../student/ids.ts';
import type { CaseOutcome, Consulted, escalatedTo, StepOwner, WaitingFor } from './events.ts';

interface Asked<Type extends string> {
  readonly type: Type;
  readonly on: CalendarDate;
}

export interface ReferToSab extends Asked<'ReferToSab'> {
  readonly student: StudentId;
  readonly question: string;
  readonly tried: string;
  readonly urgent: boolean;
}
/** By the system, when the trajectory says no to what was decided here. */
export interface VoidCase extends Asked<'VoidCase'> {
  readonly why: string;
}
export interface AcceptReferral extends Asked<'AcceptReferral'> {
  readonly adviser: StaffId;
}
export interface ReturnReferral extends Asked<'ReturnReferral'> {
  readonly why: string;
}
export interface AssignCase extends Asked<'AssignCase'> {
  readonly adviser: StaffId;
}
export interface RecordSabConversation extends Asked<'RecordSabConversation'> {
  readonly faceToFace: boolean;
  readonly present: readonly string[];
  readonly forCoach?: string;
  readonly confidential?: string;
}
export interface StepAsked {
  readonly what: string;
  readonly who: StepOwner;
  readonly by: CalendarDate;
}
export interface DraftStepPlan extends Asked<'DraftStepPlan'> {
  readonly steps: readonly StepAsked[];
}
export interface RecordConsultation extends Asked<'RecordConsultation'> {
  readonly with: Consulted;
  readonly agreed: boolean;
  /** Worked out at the edge from the birth date, which no rule may rest on; not known counts as under 16. */
  readonly under16: boolean;
  readonly remarks?: string;
}
export type StartStepPlan = Asked<'StartStepPlan'>;
export interface CompleteStep extends Asked<'CompleteStep'> {
  readonly step: number;
  readonly result?: string;
}
/** All that is still to be done from now on; what was done stays done. */
export interface ReviseStepPlan extends Asked<'ReviseStepPlan'> {
  readonly steps: readonly StepAsked[];
  readonly why: string;
}
export interface PauseClock extends Asked<'PauseClock'> {
  readonly waitingFor: WaitingFor;
  readonly why?: string;
}
export type ResumeClock = Asked<'ResumeClock'>;
export interface UseLoopbaanbox extends Asked<'UseLoopbaanbox'> {
  readonly remarks?: string;
}
export interface EscalateCase extends Asked<'EscalateCase'> {
  readonly to: (typeof escalatedTo)[number];
  readonly why: string;
}
export interface CloseCase extends Asked<'CloseCase'> {
  readonly outcome: CaseOutcome;
  readonly feedback: string;
}
export interface ThankForReferral extends Asked<'ThankForReferral'> {
  readonly from: 'adviser' | 'coach';
  readonly words: string;
}

export type SabCaseCommand =
  | ReferToSab
  | VoidCase
  | AcceptReferral
  | ReturnReferral
  | AssignCase
  | RecordSabConversation
  | DraftStepPlan
  | RecordConsultation
  | StartStepPlan
  | CompleteStep
  | ReviseStepPlan
  | PauseClock
  | ResumeClock
  | UseLoopbaanbox
  | EscalateCase
  | CloseCase
  | ThankForReferral;

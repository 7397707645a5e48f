import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { ConversationKind, outsideRaters, PortfolioArea, Rater } from '../events/guidance.ts';
import type { BpvId, GoalId, InvitationId, PortfolioItemId, SessionId } from '../ids.ts';
import type { Asked } from './asked.ts';

export interface RecordConversation extends Asked<'RecordConversation'> {
  readonly kind: ConversationKind;
  readonly faceToFace: boolean;
  readonly agreements?: string;
  readonly goals?: string;
  readonly studentWants?: string;
  readonly present: readonly string[];
  /** Of a group: every student of it is asked with the same session. */
  readonly session?: SessionId;
}
export interface InviteRater extends Asked<'InviteRater'> {
  readonly invitation: InvitationId;
  readonly rater: (typeof outsideRaters)[number];
  readonly whom?: string;
  readonly expiresOn: CalendarDate;
}
export interface RateLeermeter extends Asked<'RateLeermeter'> {
  readonly rater: Rater;
  readonly scores: readonly { readonly competence: string; readonly score: number }[];
  readonly remarks?: string;
  /** Of a rater outside the school: it is used once. */
  readonly invitation?: InvitationId;
}
export interface AddToPortfolio extends Asked<'AddToPortfolio'> {
  readonly item: PortfolioItemId;
  readonly area: PortfolioArea;
  readonly kind: 'product' | 'reflection';
  readonly title: string;
  readonly words?: string;
  readonly link?: string;
}
export interface AgreeGoal extends Asked<'AgreeGoal'> {
  readonly goal: GoalId;
  readonly what: string;
  readonly by?: CalendarDate;
}
export interface ReachGoal extends Asked<'ReachGoal'> {
  readonly goal: GoalId;
}
export interface StartBpv extends Asked<'StartBpv'> {
  readonly bpv: BpvId;
  readonly company: string;
  readonly international: boolean;
  readonly plannedEnd?: CalendarDate;
  readonly hours?: number;
}
export interface EndBpv extends Asked<'EndBpv'> {
  readonly bpv: BpvId;
  readonly hours?: number;
}
export type EnterFinalPhase = Asked<'EnterFinalPhase'>;

export type GuidanceCommand =
  | RecordConversation
  | InviteRater
  | RateLeermeter
  | AddToPortfolio
  | AgreeGoal
  | ReachGoal
  | StartBpv
  | EndBpv
  | EnterFinalPhase;

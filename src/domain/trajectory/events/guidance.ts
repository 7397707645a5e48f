import {
  choice,
  date,
  event,
  freeText,
  group,
  list,
  optional,
  personal,
  structural,
  text,
  uuidOf,
  wholeNumber,
  yesNo,
} from '../../../kernel/schema.ts';
import type { BpvId, GoalId, InvitationId, PortfolioItemId, SessionId } from '../ids.ts';

/** What a conversation is about; a switch rests on one of kind `switch` or `reflection`. */
export const conversationKinds = ['leermeter', 'reflection', 'switch', 'support', 'career'] as const;
export type ConversationKind = (typeof conversationKinds)[number];

/** Who gives a rating in the Leermeter (Landstede portrait: student, coach, praktijkopleiders and others). */
export const raters = ['student', 'coach', 'praktijkopleider', 'other'] as const;
export type Rater = (typeof raters)[number];
/** Raters who do not work here, and rate by an invitation. */
export const outsideRaters = ['praktijkopleider', 'other'] as const;

/** The six areas of the portfolio (Landstede portrait). */
export const portfolioAreas = ['leren', 'loopbaan', 'burgerschap', 'zingeving', 'ethiek', 'dialoog'] as const;
export type PortfolioArea = (typeof portfolioAreas)[number];

const on = structural(date, 'when it was true');
const goal = structural(uuidOf<GoalId>(), 'the goal it belongs to');
const bpv = structural(uuidOf<BpvId>(), 'the practical training it belongs to');
/** What a group did together. */
export const session = uuidOf<SessionId>();

export const scoreFields = {
  competence: structural(text(80), 'code of a competence of the Leermeter'),
  score: structural(wholeNumber(0, 100), 'on the scale of the Leermeter'),
};

/** Guidance through the whole career (DOMAIN.md §3.6 of the specification). */
export const guidanceEvents = {
  ConversationHeld: event({
    by: ['RecordConversation', 'RecordGroupConversation'],
    says: 'A conversation between student and coach.',
    fields: {
      on,
      kind: structural(choice(...conversationKinds)),
      faceToFace: structural(yesNo),
      agreements: optional(freeText(text())),
      goals: optional(freeText(text())),
      studentWants: optional(freeText(text())),
      present: structural(list(text(80), 20), 'roles of who was there'),
      session: optional(structural(session, 'of a group: its session')),
    },
  }),
  RaterInvited: event({
    by: ['InviteRater'],
    says: 'Somebody outside the school was asked to rate, once and for a time.',
    fields: {
      on,
      invitation: structural(uuidOf<InvitationId>()),
      rater: structural(choice(...outsideRaters)),
      whom: optional(personal(text(200), 'who is asked')),
      expiresOn: structural(date, 'the last day on which it can be used; may lie ahead'),
    },
  }),
  LeermeterRated: event({
    by: ['RateLeermeter', 'RateByInvitation'],
    says: 'Competences of the student were rated in the Leermeter.',
    fields: {
      on,
      rater: structural(choice(...raters)),
      leermeter: structural(wholeNumber(0, 9_999), 'version of the Leermeter; 0 ships with the software'),
      scores: structural(list(group('score', scoreFields), 60)),
      remarks: optional(freeText(text())),
      invitation: optional(structural(uuidOf<InvitationId>(), 'the invitation that was used')),
    },
  }),
  PortfolioItemAdded: event({
    by: ['AddToPortfolio'],
    says: 'Something was added to the portfolio.',
    fields: {
      on,
      item: structural(uuidOf<PortfolioItemId>()),
      area: structural(choice(...portfolioAreas)),
      kind: structural(choice('product', 'reflection')),
      title: freeText(text(200)),
      words: optional(freeText(text(), 'the reflection itself, or what the product shows')),
      link: optional(freeText(text(500), 'where the product is kept')),
    },
  }),
  GoalAgreed: event({
    by: ['AgreeGoal'],
    says: 'Student and coach agreed on a goal.',
    fields: {
      on,
      goal: structural(uuidOf<GoalId>()),
      what: freeText(text()),
      by: optional(structural(date, 'when it is to be reached; may lie ahead')),
    },
  }),
  GoalReached: event({
    by: ['ReachGoal'],
    says: 'A goal was reached.',
    fields: { on, goal },
  }),
  BpvStarted: event({
    by: ['StartBpv'],
    says: 'Practical training (beroepspraktijkvorming) began.',
    fields: {
      on,
      bpv: structural(uuidOf<BpvId>()),
      company: personal(text(200)),
      international: structural(yesNo),
      plannedEnd: optional(structural(date, 'may lie ahead')),
      hours: optional(structural(wholeNumber(1, 9_999), 'hours that are planned')),
    },
  }),
  BpvEnded: event({
    by: ['EndBpv'],
    says: 'Practical training is over.',
    fields: {
      on,
      bpv,
      hours: optional(structural(wholeNumber(0, 9_999), 'hours that were made')),
    },
  }),
  FinalPhaseEntered: event({
    by: ['EnterFinalPhase'],
    says: 'The last part of the programme begins.',
    fields: { on },
  }),
};

import {
  choice,
  date,
  event,
  freeText,
  list,
  optional,
  special,
  structural,
  text,
  uuidOf,
  wholeNumber,
  yesNo,
} from '../../../kernel/schema.ts';
import { trainings } from '../../institution/ids.ts';
import type { CaseId } from '../../sab-case/ids.ts';
import type { SignalId } from '../ids.ts';
import { session } from './guidance.ts';

/**
 * Kinds of absence report (`reference/domain.md` §4.5 of the specification): V3 and V4 (16 hours in four weeks, under
 * 18 and from 18 on), RMC (from 18 on), LRV (long absence), L (luxe), O (other).
 */
export const absenceKinds = ['V3', 'V4', 'RMC', 'LRV', 'L', 'O'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** The signal rules of DOMAIN.md §4; the rule itself is a workflow's. */
export const signalRules = [
  'absence16Hours',
  'noConversation',
  'lwpsOverdue',
  'bsaWarning',
  'secondSwitchRequest',
  'landingNotWell',
] as const;
export type SignalRule = (typeof signalRules)[number];

export const attendances = ['present', 'excused', 'absent'] as const;
export type Attendance = (typeof attendances)[number];

const on = structural(date, 'when it was true');
const ofCase = { on, case: structural(uuidOf<CaseId>(), 'the SAB case') };
const training = structural(choice(...trainings));

/** Concern, the second line and its trainings (DOMAIN.md §3.7 of the specification). Of a SAB case never what was said. */
export const secondLineEvents = {
  AbsenceReportRecorded: event({
    by: ['RecordAbsenceReport'],
    says: 'Absence was reported (verzuimmelding).',
    fields: {
      on: structural(date, 'the day of the report'),
      kind: structural(choice(...absenceKinds)),
      from: structural(date, 'first day of the absence'),
      to: optional(structural(date, 'last day; absent: not over yet')),
      hours: optional(structural(wholeNumber(1, 2_000), 'unauthorised hours')),
    },
  }),
  BsaWarningRecorded: event({
    by: ['RecordBsaWarning'],
    says: 'The student was warned that the studieadvies may be negative.',
    fields: { on },
  }),
  BsaRecorded: event({
    by: ['RecordBsa'],
    says: 'The bindend studieadvies; a negative one obliges the school to guide to another programme, and ends nothing.',
    fields: { on, advice: structural(choice('positive', 'negative')) },
  }),
  ConcernRaised: event({
    by: ['RaiseConcern'],
    says: 'Somebody is worried about the student.',
    fields: { on, what: special(text()), seenBy: structural(text(80), 'role of who saw it') },
  }),
  SignalRaised: event({
    by: ['RaiseSignal'],
    says: 'A rule that everybody can read fired; no risk score.',
    fields: {
      on,
      signal: structural(uuidOf<SignalId>()),
      rule: structural(choice(...signalRules)),
      ruleVersion: structural(wholeNumber(1, 9_999)),
      events: structural(list(uuidOf(), 200), 'ids of the events that fired it'),
    },
  }),

  ReferredToSab: event({
    by: ['ReferToSab'],
    says: 'Referred to the second line; the coach remains responsible.',
    fields: { ...ofCase, urgent: structural(yesNo) },
  }),
  SabReferralAccepted: event({
    by: ['AcceptReferral'],
    says: 'The second line took the referral on.',
    fields: ofCase,
  }),
  SabReferralReturned: event({
    by: ['ReturnReferral'],
    says: 'The second line gave the referral back to the coach.',
    fields: ofCase,
  }),
  SabPlanAgreed: event({
    by: ['StartStepPlan'],
    says: 'A stappenplan was agreed and runs.',
    fields: ofCase,
  }),
  SabCaseClosed: event({
    by: ['CloseCase'],
    says: 'The second line closed the case, with feedback to the coach.',
    fields: ofCase,
  }),
  LoopbaanboxSessionAttended: event({
    by: ['RunLoopbaanboxSession'],
    says: 'Took part in a session with the loopbaanbox in a group.',
    fields: { on, session: structural(session) },
  }),

  TrainingEnrolled: event({
    by: ['EnrolInTraining'],
    says: 'Enrolled in a training.',
    fields: { on, training, group: optional(structural(text(80), 'code of the training group')) },
  }),
  TrainingAttendanceRecorded: event({
    by: ['RecordTrainingAttendance', 'RecordTrainingSession'],
    says: 'Was there, or not, at a session of a training.',
    fields: {
      on,
      training,
      session: structural(session),
      attendance: structural(choice(...attendances)),
    },
  }),
  TrainingCompleted: event({
    by: ['CompleteTraining'],
    says: 'Completed a training.',
    fields: { on, training },
  }),
  TrainingLeft: event({
    by: ['LeaveTraining'],
    says: 'Left a training before its end.',
    fields: { on, training, reason: freeText(text()) },
  }),
};

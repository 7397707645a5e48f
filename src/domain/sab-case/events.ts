import type { HappeningsOf } from '../../kernel/message.ts';
import {
  choice,
  type DataByType,
  type DataOf,
  date,
  event,
  freeText,
  group,
  list,
  optional,
  special,
  structural,
  text,
  uuidOf,
  wholeNumber,
  yesNo,
} from '../../kernel/schema.ts';
import { landschapCode } from '../institution/ids.ts';
import type { StaffId } from '../staff/ids.ts';
import type { StudentId } from '../student/ids.ts';

export const stepOwners = ['student', 'coach', 'adviser', 'parents', 'other'] as const;
export type StepOwner = (typeof stepOwners)[number];

export const consulted = ['student', 'coach', 'parents'] as const;
export type Consulted = (typeof consulted)[number];

/** What the clock of a case may wait for. */
export const waitingFor = ['student', 'parents', 'coach', 'thirdParty'] as const;
export type WaitingFor = (typeof waitingFor)[number];

/** The ladder of the second line (DOMAIN.md §4 of the specification). */
export const escalatedTo = ['sabCoordinator', 'programmeManager'] as const;

export const caseOutcomes = [
  'goesOn',
  'switches',
  'training',
  'careElsewhere',
  'leaves',
  'contactLost',
  'other',
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

const on = structural(date, 'when it was true');
const adviser = structural(uuidOf<StaffId>(), 'the adviser who works on the case');

export const stepFields = {
  step: structural(wholeNumber(1, 9_999), 'its number in this case; never given twice'),
  who: structural(choice(...stepOwners), 'who is to do it'),
  by: structural(date, 'when it is due'),
};
export type PlannedStep = DataOf<typeof stepFields>;

const plan = {
  on,
  version: structural(wholeNumber(1, 9_999), 'of the plan of this case'),
  steps: structural(list(group('step', stepFields), 40)),
  whats: special(list(text(1_000), 40), 'what is to be done, one for each step'),
};

/** A case of the second line (Student Advies en Begeleiding): what is said here stays here. */
export const sabCaseEvents = {
  CaseOpened: event({
    by: ['ReferToSab'],
    says: 'The coach asks the second line to help.',
    fields: {
      on,
      student: structural(uuidOf<StudentId>(), 'whose trajectory it is'),
      coach: structural(uuidOf<StaffId>(), 'who is responsible and stays so'),
      landschap: structural(landschapCode, 'in which the student was placed then'),
      urgent: structural(yesNo),
      question: special(text()),
      tried: special(text(), 'what was tried already'),
    },
  }),
  CaseVoided: event({
    by: ['VoidCase'],
    says: 'Two referrals crossed, or the student left meanwhile: this case never was.',
    fields: { on, why: structural(text(80), 'code of the refusal by the trajectory') },
  }),
  ReferralAccepted: event({
    by: ['AcceptReferral'],
    says: 'The second line takes it on.',
    fields: { on, adviser },
  }),
  ReferralReturned: event({
    by: ['ReturnReferral'],
    says: 'The second line gives it back to the coach, with why.',
    fields: { on, why: special(text()) },
  }),
  CaseAssigned: event({
    by: ['AssignCase'],
    says: 'Another adviser works on the case from now on.',
    fields: { on, adviser },
  }),
  SabConversationHeld: event({
    by: ['RecordSabConversation'],
    says: 'A conversation of the second line.',
    fields: {
      on,
      faceToFace: structural(yesNo),
      present: structural(list(text(80), 20), 'roles of who was there'),
      forCoach: optional(special(text(), 'what the coach needs to guide')),
      confidential: optional(special(text(), 'for the second line only')),
    },
  }),
  StepPlanDrafted: event({
    by: ['DraftStepPlan'],
    says: 'A stappenplan was drafted, to be talked over.',
    fields: plan,
  }),
  ConsultationHeld: event({
    by: ['RecordConsultation'],
    says: 'The stappenplan was talked over with one of those whom it concerns.',
    fields: {
      on,
      with: structural(choice(...consulted)),
      agreed: structural(yesNo),
      under16: structural(yesNo, 'whether the student was under 16, or his age is not known'),
      remarks: optional(special(text())),
    },
  }),
  StepPlanStarted: event({
    by: ['StartStepPlan'],
    says: 'Everybody whom it takes has agreed: the stappenplan runs.',
    fields: { on, version: structural(wholeNumber(1, 9_999)) },
  }),
  StepCompleted: event({
    by: ['CompleteStep'],
    says: 'A step was done.',
    fields: { on, step: stepFields.step, result: optional(special(text())) },
  }),
  StepPlanRevised: event({
    by: ['ReviseStepPlan'],
    says: 'The stappenplan goes on with other steps; what was done stays done, and the old plan can be read.',
    fields: { ...plan, why: special(text()) },
  }),
  ClockPaused: event({
    by: ['PauseClock'],
    says: 'The terms of the case stand still.',
    fields: { on, waitingFor: structural(choice(...waitingFor)), why: optional(special(text())) },
  }),
  ClockResumed: event({
    by: ['ResumeClock'],
    says: 'The terms of the case run again.',
    fields: { on },
  }),
  LoopbaanboxUsed: event({
    by: ['UseLoopbaanbox'],
    says: 'The adviser worked with the loopbaanbox, with this student alone.',
    fields: { on, remarks: optional(special(text())) },
  }),
  CaseEscalated: event({
    by: ['EscalateCase'],
    says: 'The adviser asks for help higher up.',
    fields: { on, to: structural(choice(...escalatedTo)), why: special(text()) },
  }),
  CaseClosed: event({
    by: ['CloseCase'],
    says: 'The case is closed, with feedback to the coach.',
    fields: { on, outcome: structural(choice(...caseOutcomes)), feedback: special(text()) },
  }),
  ThankedForReferral: event({
    by: ['ThankForReferral'],
    says: 'A compliment, from the second line to the first or back.',
    fields: { on, from: structural(choice('adviser', 'coach')), words: freeText(text(1_000)) },
  }),
};

export type SabCaseData = DataByType<typeof sabCaseEvents>;
export type SabCaseEvent = HappeningsOf<SabCaseData>;

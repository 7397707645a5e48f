import type { SabCaseCommand } from '../../domain/sab-case/commands.ts';
import { sabCaseEvents, stepFields } from '../../domain/sab-case/events.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import { group, list, optional, special, structural, text, uuidOf } from '../../kernel/schema.ts';
import type { SabCaseRequest } from '../messages.ts';
import type { Exposed } from './exposed.ts';
import { type BodyClass, bodyOf } from './given.ts';

const { coach: _responsible, landschap: _placed, ...referral } = sabCaseEvents.CaseOpened.fields;
const { under16: _workedOut, ...consultation } = sabCaseEvents.ConsultationHeld.fields;
const { on } = referral;
const steps = structural(
  list(
    group('step', {
      what: special(text(1_000), 'what is to be done'),
      who: stepFields.who,
      by: stepFields.by,
    }),
    40,
  ),
  'they are numbered in this order',
);

type OverHttp = Exposed<SabCaseCommand, 'VoidCase'>['type'];

/** The commands of a SAB case, one line each; that a case is void, follows. */
export const sabCaseBodies: {
  readonly [Type in OverHttp]: BodyClass<Omit<Extract<SabCaseRequest, { type: Type }>, 'type'>>;
} = {
  ReferToSab: bodyOf('ReferToSab', referral),
  AcceptReferral: bodyOf('AcceptReferral', {
    on,
    adviser: optional(structural(uuidOf<StaffId>(), 'who works on it; absent: yourself')),
  }),
  ReturnReferral: bodyOf('ReturnReferral', sabCaseEvents.ReferralReturned.fields),
  AssignCase: bodyOf('AssignCase', sabCaseEvents.CaseAssigned.fields),
  RecordSabConversation: bodyOf('RecordSabConversation', sabCaseEvents.SabConversationHeld.fields),
  DraftStepPlan: bodyOf('DraftStepPlan', { on, steps }),
  RecordConsultation: bodyOf('RecordConsultation', consultation),
  StartStepPlan: bodyOf('StartStepPlan', { on }),
  CompleteStep: bodyOf('CompleteStep', sabCaseEvents.StepCompleted.fields),
  ReviseStepPlan: bodyOf('ReviseStepPlan', { on, steps, why: sabCaseEvents.StepPlanRevised.fields.why }),
  PauseClock: bodyOf('PauseClock', sabCaseEvents.ClockPaused.fields),
  ResumeClock: bodyOf('ResumeClock', { on }),
  UseLoopbaanbox: bodyOf('UseLoopbaanbox', sabCaseEvents.LoopbaanboxUsed.fields),
  EscalateCase: bodyOf('EscalateCase', sabCaseEvents.CaseEscalated.fields),
  CloseCase: bodyOf('CloseCase', sabCaseEvents.CaseClosed.fields),
  ThankForReferral: bodyOf('ThankForReferral', sabCaseEvents.ThankedForReferral.fields),
};

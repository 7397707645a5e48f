import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { evolveBy } from '../../kernel/decider.ts';
import type { Told } from '../../kernel/message.ts';
import type { Readable } from '../../kernel/subject.ts';
import type { LandschapCode } from '../institution/ids.ts';
import type { StaffId } from '../staff/ids.ts';
import type { StudentId } from '../student/ids.ts';
import {
  type PlannedStep,
  type SabCaseData,
  type SabCaseEvent,
  sabCaseEvents,
  type WaitingFor,
} from './events.ts';

/** Where a case stands; `voided`: it never was. */
export const caseStages = [
  'none',
  'referred',
  'returned',
  'accepted',
  'planned',
  'closed',
  'voided',
] as const;
export type CaseStage = (typeof caseStages)[number];

export interface CaseStep extends PlannedStep {
  readonly doneOn: CalendarDate | undefined;
  /** A later plan does not have it any more. */
  readonly replaced: boolean;
}

export interface StepPlan {
  readonly version: number;
  readonly draftedOn: CalendarDate;
  readonly startedOn: CalendarDate | undefined;
  readonly revisedOn: CalendarDate | undefined;
  /** Of every version of the plan, by number. */
  readonly steps: ReadonlyMap<number, CaseStep>;
}

export type Consultation = Pick<SabCaseData['ConsultationHeld'], 'on' | 'with' | 'agreed' | 'under16'>;

/** A case by its structural facts. */
export interface SabCase {
  readonly stage: CaseStage;
  readonly student: StudentId | undefined;
  readonly coach: StaffId | undefined;
  readonly landschap: LandschapCode | undefined;
  readonly urgent: boolean;
  readonly openedOn: CalendarDate | undefined;
  readonly acceptedOn: CalendarDate | undefined;
  readonly adviser: StaffId | undefined;
  /** When the present adviser took the place of another. */
  readonly assignedOn: CalendarDate | undefined;
  readonly plan: StepPlan | undefined;
  /** With whom the present draft was talked over, and what came of it. */
  readonly consultations: readonly Consultation[];
  readonly paused: { readonly on: CalendarDate; readonly waitingFor: WaitingFor } | undefined;
  /** When it last ran again. */
  readonly resumedOn: CalendarDate | undefined;
  readonly closedOn: CalendarDate | undefined;
  /** As it was recorded. */
  readonly told: readonly Told<SabCaseEvent>[];
}

type Standing = Omit<SabCase, 'told'>;

const nowhere: Standing = {
  stage: 'none',
  student: undefined,
  coach: undefined,
  landschap: undefined,
  urgent: false,
  openedOn: undefined,
  acceptedOn: undefined,
  adviser: undefined,
  assignedOn: undefined,
  plan: undefined,
  consultations: [],
  paused: undefined,
  resumedOn: undefined,
  closedOn: undefined,
};

/** A later plan takes the place of what is not done yet. */
const planAfter = (
  { version, steps }: SabCaseData['StepPlanDrafted'],
  before: StepPlan | undefined,
  days: Pick<StepPlan, 'draftedOn' | 'startedOn' | 'revisedOn'>,
): StepPlan => ({
  ...days,
  version,
  steps: new Map([
    ...[...(before?.steps ?? [])].map(
      ([number, step]) =>
        [number, { ...step, replaced: step.replaced || step.doneOn === undefined }] as const,
    ),
    ...steps.map((step) => [step.step, { ...step, doneOn: undefined, replaced: false }] as const),
  ]),
});

const ended = (now: Standing, stage: CaseStage, closedOn: CalendarDate): Standing => ({
  ...now,
  stage,
  closedOn,
  paused: undefined,
});

const unchanged = (_data: unknown, now: Standing): Standing => now;

const standing = evolveBy<SabCaseEvent, Standing>({
  CaseOpened: ({ on, student, coach, landschap, urgent }, now) => ({
    ...now,
    stage: 'referred',
    student,
    coach,
    landschap,
    urgent,
    openedOn: on,
  }),
  CaseVoided: ({ on }, now) => ended(now, 'voided', on),
  ReferralAccepted: ({ on, adviser }, now) => ({ ...now, stage: 'accepted', acceptedOn: on, adviser }),
  ReferralReturned: ({ on }, now) => ended(now, 'returned', on),
  CaseAssigned: ({ on, adviser }, now) => ({ ...now, adviser, assignedOn: on }),
  SabConversationHeld: unchanged,
  // Another draft is to be talked over anew.
  StepPlanDrafted: (data, now) => ({
    ...now,
    plan: planAfter(data, now.plan, { draftedOn: data.on, startedOn: undefined, revisedOn: undefined }),
    consultations: [],
  }),
  ConsultationHeld: ({ on, with: whom, agreed, under16 }, now) => ({
    ...now,
    consultations: [...now.consultations, { on, with: whom, agreed, under16 }],
  }),
  StepPlanStarted: ({ on }, now) => ({
    ...now,
    stage: 'planned',
    plan: now.plan && { ...now.plan, startedOn: on },
  }),
  StepCompleted: ({ on, step }, now) => {
    const found = now.plan?.steps.get(step);
    return now.plan && found
      ? {
          ...now,
          plan: { ...now.plan, steps: new Map(now.plan.steps).set(step, { ...found, doneOn: on }) },
        }
      : now;
  },
  StepPlanRevised: (data, now) => ({
    ...now,
    plan: now.plan && planAfter(data, now.plan, { ...now.plan, revisedOn: data.on }),
  }),
  ClockPaused: ({ on, waitingFor }, now) => ({ ...now, paused: { on, waitingFor } }),
  ClockResumed: ({ on }, now) => ({ ...now, paused: undefined, resumedOn: on }),
  LoopbaanboxUsed: unchanged,
  CaseEscalated: unchanged,
  CaseClosed: ({ on }, now) => ended(now, 'closed', on),
  ThankedForReferral: unchanged,
});

export const sabCaseReadable: Readable<SabCase, SabCaseEvent> = {
  initial: { ...nowhere, told: [] },
  evolve: (now, event) => ({ ...standing(now, event), told: [...now.told, event] }),
  events: sabCaseEvents,
};

/** Referred and not yet returned, closed or void. */
export const isOpen = ({ stage }: Pick<SabCase, 'stage'>): boolean =>
  stage === 'referred' || stage === 'accepted' || stage === 'planned';

import type { CalendarDate } from '../src/kernel/calendar-date.ts';
import type { Training } from '../src/domain/institution/ids.ts';
import type { CaseId } from '../src/domain/sab-case/ids.ts';
import type {
  Attendance,
  ConversationKind,
  PortfolioArea,
  Rater,
  TrajectoryData,
} from '../src/domain/trajectory/events.ts';
import type { BpvId, GoalId, InvitationId } from '../src/domain/trajectory/ids.ts';
import type { KnownEvent } from './trajectory-story.ts';

/** How far a case is with the second line, as the trajectory knows it: nothing of what it is about. */
export type SabStage = 'referred' | 'accepted' | 'planAgreed';
export const sabStages: readonly SabStage[] = ['referred', 'accepted', 'planAgreed'];

/** A training that somebody was enrolled in, with the sessions of it. */
export interface TrainingShown {
  readonly training: Training;
  readonly on: CalendarDate;
  readonly group?: string;
  readonly sessions: Readonly<Record<Attendance, number>>;
  readonly completedOn?: CalendarDate;
  readonly leftOn?: CalendarDate;
}

/** What guidance and the second line have come to, by structural facts alone. */
export interface DossierGuidance {
  readonly lastConversation?: { readonly on: CalendarDate; readonly kind: ConversationKind };
  readonly conversations: readonly {
    readonly kind: ConversationKind;
    readonly count: number;
    readonly lastOn: CalendarDate;
  }[];
  /** Agreed and not reached yet. */
  readonly openGoals: readonly {
    readonly goal: GoalId;
    readonly on: CalendarDate;
    readonly by?: CalendarDate;
  }[];
  readonly portfolio: readonly {
    readonly area: PortfolioArea;
    readonly products: number;
    readonly reflections: number;
  }[];
  /** Practical training that is not over. */
  readonly runningBpvs: readonly {
    readonly bpv: BpvId;
    readonly on: CalendarDate;
    readonly international: boolean;
    readonly plannedEnd?: CalendarDate;
  }[];
  /** Asked of somebody outside and not used; whether the last day is over is for the reader to see. */
  readonly openInvitations: readonly {
    readonly invitation: InvitationId;
    readonly rater: Rater;
    readonly on: CalendarDate;
    readonly expiresOn: CalendarDate;
  }[];
  readonly trainings: readonly TrainingShown[];
  readonly sab: {
    readonly open?: { readonly case: CaseId; readonly stage: SabStage; readonly since: CalendarDate };
    /** Cases that were closed, or returned to the coach. */
    readonly earlier: number;
  };
  readonly bsa: {
    readonly warnedOn?: CalendarDate;
    readonly advised?: TrajectoryData['BsaRecorded'];
  };
}

/** The events that it is told from: they change nothing else of a dossier. */
const types = [
  'ConversationHeld',
  'RaterInvited',
  'LeermeterRated',
  'PortfolioItemAdded',
  'GoalAgreed',
  'GoalReached',
  'BpvStarted',
  'BpvEnded',
  'BsaWarningRecorded',
  'BsaRecorded',
  'ReferredToSab',
  'SabReferralAccepted',
  'SabReferralReturned',
  'SabPlanAgreed',
  'SabCaseClosed',
  'TrainingEnrolled',
  'TrainingAttendanceRecorded',
  'TrainingCompleted',
  'TrainingLeft',
] as const satisfies readonly (keyof TrajectoryData)[];
export const guidanceTypes = new Set(types);
type GuidanceType = (typeof types)[number];

type OpenCase = DossierGuidance['sab']['open'];

export const dossierGuidance = (known: readonly KnownEvent<GuidanceType>[]): DossierGuidance => {
  let lastConversation: DossierGuidance['lastConversation'];
  const conversations = new Map<ConversationKind, DossierGuidance['conversations'][number]>();
  const goals = new Map<GoalId, DossierGuidance['openGoals'][number]>();
  const portfolio = new Map<PortfolioArea, DossierGuidance['portfolio'][number]>();
  const bpvs = new Map<BpvId, DossierGuidance['runningBpvs'][number]>();
  const invitations = new Map<InvitationId, DossierGuidance['openInvitations'][number]>();
  const trainings: TrainingShown[] = [];
  let openCase: OpenCase;
  let earlier = 0;
  let bsa: DossierGuidance['bsa'] = {};

  const inTraining = (training: Training, change: (found: TrainingShown) => Partial<TrainingShown>): void => {
    const at = trainings.findLastIndex((each) => each.training === training);
    const found = trainings[at];
    if (found) trainings[at] = { ...found, ...change(found) };
  };
  const caseAt = (
    stage: SabStage,
    { case: id, on }: { readonly case: CaseId; readonly on: CalendarDate },
  ) => {
    if (openCase?.case === id) openCase = { case: id, stage, since: on };
  };
  const caseOver = (id: CaseId): void => {
    if (openCase?.case === id) openCase = undefined;
    earlier += 1;
  };

  for (const { type, data } of known)
    switch (type) {
      case 'ConversationHeld': {
        const { on, kind } = data;
        const found = conversations.get(kind);
        if (!lastConversation || lastConversation.on <= on) lastConversation = { on, kind };
        conversations.set(kind, {
          kind,
          count: (found?.count ?? 0) + 1,
          lastOn: found && found.lastOn > on ? found.lastOn : on,
        });
        break;
      }
      case 'RaterInvited': {
        const { invitation, rater, on, expiresOn } = data;
        invitations.set(invitation, { invitation, rater, on, expiresOn });
        break;
      }
      case 'LeermeterRated':
        if (data.invitation !== undefined) invitations.delete(data.invitation);
        break;
      case 'PortfolioItemAdded': {
        const { products = 0, reflections = 0 } = portfolio.get(data.area) ?? {};
        portfolio.set(
          data.area,
          data.kind === 'product'
            ? { area: data.area, products: products + 1, reflections }
            : { area: data.area, products, reflections: reflections + 1 },
        );
        break;
      }
      case 'GoalAgreed': {
        const { goal, on, by } = data;
        goals.set(goal, { goal, on, ...(by !== undefined && { by }) });
        break;
      }
      case 'GoalReached':
        goals.delete(data.goal);
        break;
      case 'BpvStarted': {
        const { bpv, on, international, plannedEnd } = data;
        bpvs.set(bpv, { bpv, on, international, ...(plannedEnd !== undefined && { plannedEnd }) });
        break;
      }
      case 'BpvEnded':
        bpvs.delete(data.bpv);
        break;
      case 'BsaWarningRecorded':
        bsa = { ...bsa, warnedOn: data.on };
        break;
      case 'BsaRecorded':
        bsa = { ...bsa, advised: { on: data.on, advice: data.advice } };
        break;
      case 'ReferredToSab':
        openCase = { case: data.case, stage: 'referred', since: data.on };
        break;
      case 'SabReferralAccepted':
        caseAt('accepted', data);
        break;
      case 'SabPlanAgreed':
        caseAt('planAgreed', data);
        break;
      case 'SabReferralReturned':
      case 'SabCaseClosed':
        caseOver(data.case);
        break;
      case 'TrainingEnrolled': {
        const { training, on, group } = data;
        trainings.push({
          training,
          on,
          ...(group !== undefined && { group }),
          sessions: { present: 0, excused: 0, absent: 0 },
        });
        break;
      }
      case 'TrainingAttendanceRecorded':
        inTraining(data.training, ({ sessions }) => ({
          sessions: { ...sessions, [data.attendance]: sessions[data.attendance] + 1 },
        }));
        break;
      case 'TrainingCompleted':
        inTraining(data.training, () => ({ completedOn: data.on }));
        break;
      case 'TrainingLeft':
        inTraining(data.training, () => ({ leftOn: data.on }));
        break;
    }
  return {
    ...(lastConversation && { lastConversation }),
    conversations: [...conversations.values()],
    openGoals: [...goals.values()],
    portfolio: [...portfolio.values()],
    runningBpvs: [...bpvs.values()],
    openInvitations: [...invitations.values()],
    trainings,
    sab: { ...(openCase && { open: openCase }), earlier },
    bsa,
  };
};

import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Uuid } from '../../kernel/message.ts';
import type { DeliveryId } from '../delivery/ids.ts';
import type { LandschapCode, Leerweg, Niveau, Opleidingscode, Programme } from '../institution/ids.ts';
import type { StaffId } from '../staff/ids.ts';
import type { StudentId } from '../student/ids.ts';
import type { Asked } from './commands/asked.ts';
import type { GuidanceCommand } from './commands/guidance.ts';
import type { SecondLineCommand } from './commands/second-line.ts';
import type { Destination, Initiative, TrajectoryData } from './events.ts';
import type { SwitchId } from './ids.ts';

export type * from './commands/guidance.ts';
export type * from './commands/second-line.ts';

interface InLandschap<Type extends string> extends Asked<Type> {
  readonly landschap: LandschapCode;
}
interface OfSwitch<Type extends string> extends Asked<Type> {
  readonly switch: SwitchId;
}

export interface RecordPriorEducation extends Asked<'RecordPriorEducation'> {
  readonly kind: TrajectoryData['PriorEducationRecorded']['kind'];
  readonly diploma: 'yes' | 'no' | 'unknown';
  readonly school?: string;
  readonly source: string;
}
export interface RecordExemption extends Asked<'RecordExemption'> {
  readonly kind: 'leerplicht' | 'other';
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly confirmed: boolean;
}

export type OpenTrajectory = Asked<'OpenTrajectory'>;
export interface RecordInfoshopVisit extends Asked<'RecordInfoshopVisit'> {
  readonly about: string;
  readonly conversation: boolean;
}
export interface RecordMeeloopdag extends InLandschap<'RecordMeeloopdag'> {
  readonly attended: boolean;
}
export interface StartBuddystage extends Asked<'StartBuddystage'> {
  readonly field: string;
}
export type EndBuddystage = Asked<'EndBuddystage'>;
export interface MergeInto extends Asked<'MergeInto'> {
  readonly into: StudentId;
}

export interface Apply extends InLandschap<'Apply'> {
  readonly wish: string;
  readonly scout: StaffId;
}
export interface PlanScoutgesprek extends InLandschap<'PlanScoutgesprek'> {
  readonly plannedFor: CalendarDate;
}
export type RecordScoutgesprekNoShow = InLandschap<'RecordScoutgesprekNoShow'>;
export interface RecordScoutgesprek extends InLandschap<'RecordScoutgesprek'> {
  readonly outcome: TrajectoryData['ScoutgesprekHeld']['outcome'];
  readonly reasons: string;
  readonly promised?: string;
}
export interface RedirectApplication extends Asked<'RedirectApplication'> {
  readonly from: LandschapCode;
  readonly to: LandschapCode;
  readonly scout: StaffId;
}
export interface WithdrawApplication extends InLandschap<'WithdrawApplication'> {
  readonly reason?: string;
}

export interface Place extends Asked<'Place'> {
  readonly programme: Programme;
  readonly coach: StaffId;
}
export type EnrolDefinitively = Asked<'EnrolDefinitively'>;
export interface SpecifyProgramme extends Asked<'SpecifyProgramme'> {
  readonly opleidingscode: Opleidingscode;
}
export interface CancelPlacement extends Asked<'CancelPlacement'> {
  readonly reason?: string;
}
export interface OfferResponsibility extends Asked<'OfferResponsibility'> {
  readonly to: StaffId;
}
export type AcceptResponsibility = Asked<'AcceptResponsibility'>;
export interface DeclineResponsibility extends Asked<'DeclineResponsibility'> {
  readonly reason: string;
}

export interface StartStartProgramme extends Asked<'StartStartProgramme'> {
  /** Code of a variant; absent: that of the landschap. */
  readonly variant?: string;
}
export interface HandInLwp extends Asked<'HandInLwp'> {
  readonly lwp: string;
}
export interface AssessLwp extends Asked<'AssessLwp'> {
  readonly lwp: string;
  readonly verdict: 'sufficient' | 'insufficient';
  readonly remarks?: string;
}
export interface ExtendStartProgramme extends Asked<'ExtendStartProgramme'> {
  readonly endsOn: CalendarDate;
  readonly reason: string;
  readonly agreedBy: StaffId;
}
export interface CompleteStartProgramme extends Asked<'CompleteStartProgramme'> {
  readonly choice: 'stay' | 'switch' | 'stop';
  readonly reasons: string;
}

export interface RequestSwitch extends OfSwitch<'RequestSwitch'> {
  readonly to: Programme;
  readonly motive?: string;
  readonly initiative: Initiative;
  readonly exception?: { readonly agreedBy: StaffId };
}
export interface OfferPlace extends OfSwitch<'OfferPlace'> {
  readonly from: CalendarDate;
  readonly coach: StaffId;
}
export interface RefusePlace extends OfSwitch<'RefusePlace'> {
  readonly reason: string;
}
export type AcceptStudent = OfSwitch<'AcceptStudent'>;
export interface DeclineStudent extends OfSwitch<'DeclineStudent'> {
  readonly reason: string;
}
export interface ConfirmLanding extends OfSwitch<'ConfirmLanding'> {
  readonly wellReceived: boolean;
  readonly remarks?: string;
}
export interface WithdrawSwitch extends OfSwitch<'WithdrawSwitch'> {
  readonly reason: string;
}

export interface AwardDiploma extends Asked<'AwardDiploma'> {
  readonly opleidingscode: Opleidingscode;
  readonly niveau?: Niveau;
  /** With it, `Left` on that day is part of the same append. */
  readonly leavesOn?: CalendarDate;
}
export type IssueMboVerklaring = Asked<'IssueMboVerklaring'>;
export interface StartFollowOn extends Asked<'StartFollowOn'> {
  readonly programme: Programme;
}
export interface Leave extends Asked<'Leave'> {
  readonly reason: string;
  readonly destination: Destination;
}
export interface RecordDestination extends Asked<'RecordDestination'> {
  readonly destination: Destination;
  readonly source: string;
}
export type Return = Asked<'Return'>;

/** A correction has no day of its own: it counts from the day on which it is recorded. */
export interface Correct {
  readonly type: 'Correct';
  readonly event: Uuid;
  readonly change: { readonly values: Readonly<Record<string, unknown>> } | { readonly never: true };
  readonly why: string;
}

export interface RegisterEnrolment {
  readonly enrolment: string;
  readonly from: CalendarDate;
  readonly plannedUntil?: CalendarDate;
  readonly until?: CalendarDate;
  readonly reason?: string;
  readonly periods: readonly {
    readonly from: CalendarDate;
    readonly opleidingscode: Opleidingscode;
    readonly leertraject: Leerweg;
    readonly niveau?: Niveau;
    readonly fundable?: boolean;
  }[];
}
export interface RegisterDiploma {
  readonly result: string;
  readonly opleidingscode: Opleidingscode;
  readonly on: CalendarDate;
  readonly enrolment?: string;
  readonly fundable?: boolean;
}
/** All that one delivery says of one person; the decider records what differs from before. */
export interface RecordRegisterFacts {
  readonly type: 'RecordRegisterFacts';
  /** Trajectories that were merged into this one: what the register said of them it said of this person. */
  readonly merged?: readonly StudentId[];
  readonly delivery: DeliveryId;
  readonly enrolments: readonly RegisterEnrolment[];
  readonly diplomas: readonly RegisterDiploma[];
}
export interface RecordDuoVerdict {
  readonly type: 'RecordDuoVerdict';
  readonly countYear: number;
  readonly status: 'provisional' | 'definitive';
  readonly verdict: 'vsv' | 'notVsv';
  readonly delivery: string;
}

export type TrajectoryCommand =
  | RecordPriorEducation
  | RecordExemption
  | OpenTrajectory
  | RecordInfoshopVisit
  | RecordMeeloopdag
  | StartBuddystage
  | EndBuddystage
  | MergeInto
  | Apply
  | PlanScoutgesprek
  | RecordScoutgesprekNoShow
  | RecordScoutgesprek
  | RedirectApplication
  | WithdrawApplication
  | Place
  | EnrolDefinitively
  | SpecifyProgramme
  | CancelPlacement
  | OfferResponsibility
  | AcceptResponsibility
  | DeclineResponsibility
  | StartStartProgramme
  | HandInLwp
  | AssessLwp
  | ExtendStartProgramme
  | CompleteStartProgramme
  | RequestSwitch
  | OfferPlace
  | RefusePlace
  | AcceptStudent
  | DeclineStudent
  | ConfirmLanding
  | WithdrawSwitch
  | GuidanceCommand
  | SecondLineCommand
  | AwardDiploma
  | IssueMboVerklaring
  | StartFollowOn
  | Leave
  | RecordDestination
  | Return
  | Correct
  | RecordRegisterFacts
  | RecordDuoVerdict;

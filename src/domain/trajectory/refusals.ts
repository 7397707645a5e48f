import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Role, Uuid } from '../../kernel/message.ts';
import type { DeliveryId } from '../delivery/ids.ts';
import type { LandschapCode, Niveau, Opleidingscode, Programme, Training } from '../institution/ids.ts';
import type { CaseId } from '../sab-case/ids.ts';
import type { StaffId } from '../staff/ids.ts';
import type { StudentId } from '../student/ids.ts';
import type { TrajectoryCommand } from './commands.ts';
import type { TrajectoryEvent } from './events.ts';
import type { BpvId, GoalId, InvitationId, SessionId, SwitchId } from './ids.ts';

type Fact = TrajectoryEvent['type'];

/** Which promise of the trajectory a correction would break. */
export type Broken =
  /** From placement to leaving there is exactly one responsible coach. */
  | { readonly rule: 'I1'; readonly fact: Fact; readonly event?: Uuid }
  /** The responsible coach changes only by a handover from that coach to one who accepted. */
  | { readonly rule: 'I2'; readonly fact: Fact; readonly event?: Uuid }
  /** A later fact rests on one that would no longer be there. */
  | { readonly rule: 'order'; readonly fact: Fact; readonly event?: Uuid };

/** Every reason to say no, each with what it is about. */
export type TrajectoryRefusal =
  | { readonly code: 'NotYours'; readonly command: TrajectoryCommand['type']; readonly role: Role }
  | { readonly code: 'OnlyTheAskedCoachAnswers'; readonly asked: StaffId }
  /** What must come first is missing, comes later than the day given, or has already closed the way. */
  | {
      readonly code: 'OutOfOrder';
      readonly why: 'missing' | 'before' | 'after';
      readonly fact: Fact;
      readonly on?: CalendarDate;
    }
  | { readonly code: 'DateInFuture'; readonly on: CalendarDate; readonly today: CalendarDate }
  | { readonly code: 'TrajectoryMerged'; readonly into: StudentId }
  | { readonly code: 'UnknownStudent'; readonly student: StudentId }
  | { readonly code: 'UnknownStaff'; readonly staff: StaffId }
  | { readonly code: 'StaffHasLeft'; readonly staff: StaffId; readonly on: CalendarDate }
  | {
      readonly code: 'LacksRole';
      readonly staff: StaffId;
      readonly role: Role;
      readonly landschap?: LandschapCode;
    }
  | { readonly code: 'UnknownLandschap'; readonly landschap: LandschapCode }
  | { readonly code: 'UnknownProgramme'; readonly opleidingscode: Opleidingscode }
  | {
      readonly code: 'NiveauDoesNotFit';
      readonly opleidingscode: Opleidingscode;
      readonly stated: Niveau;
      readonly known: readonly Niveau[];
    }
  | { readonly code: 'UnknownVariant'; readonly variant: string }
  | { readonly code: 'AlreadyOpened'; readonly on: CalendarDate }
  | { readonly code: 'NotOfferedHere'; readonly landschap: LandschapCode }
  | { readonly code: 'BuddystageRuns'; readonly on: CalendarDate }
  | {
      readonly code: 'CannotMerge';
      readonly why: 'itself' | 'unknown' | 'mergedItself';
      readonly into: StudentId;
    }
  | { readonly code: 'AlreadyApplied'; readonly landschap: LandschapCode; readonly on: CalendarDate }
  | { readonly code: 'ScoutgesprekMissing'; readonly landschap: LandschapCode }
  | { readonly code: 'AlreadyPlaced'; readonly on: CalendarDate; readonly programme: Programme }
  | { readonly code: 'NotPlaced' }
  | { readonly code: 'AlreadyEnrolled'; readonly on: CalendarDate }
  | { readonly code: 'NotInsideIt'; readonly from: Opleidingscode; readonly to: Opleidingscode }
  | { readonly code: 'AlreadyResponsible'; readonly coach: StaffId }
  | { readonly code: 'AlreadyStarted'; readonly on: CalendarDate }
  | { readonly code: 'AlreadyCompleted'; readonly on: CalendarDate }
  | { readonly code: 'NoExtension'; readonly endsOn: CalendarDate }
  | { readonly code: 'ConversationMissing' }
  | { readonly code: 'AnotherSwitchIsOpen'; readonly switch: SwitchId }
  | { readonly code: 'AlreadyThere'; readonly programme: Programme }
  | { readonly code: 'AfterStartProgramme'; readonly endedOn: CalendarDate }
  | { readonly code: 'UnknownSwitch'; readonly switch: SwitchId }
  | { readonly code: 'SwitchIdInUse'; readonly switch: SwitchId }
  | { readonly code: 'SwitchNotOpen'; readonly switch: SwitchId }
  | { readonly code: 'CoachDeclinedBefore'; readonly coach: StaffId }
  | { readonly code: 'LandingAlreadyConfirmed'; readonly switch: SwitchId; readonly on: CalendarDate }
  | { readonly code: 'InvalidPeriod'; readonly from: CalendarDate; readonly until: CalendarDate }
  /** The id that should name something new names something already. */
  | { readonly code: 'IdInUse'; readonly id: Uuid }
  | {
      readonly code: 'InvalidExpiry';
      readonly expiresOn: CalendarDate;
      readonly from: CalendarDate;
      readonly until: CalendarDate;
    }
  | { readonly code: 'UnknownInvitation'; readonly invitation: InvitationId }
  | { readonly code: 'InvitationUsed'; readonly invitation: InvitationId; readonly on: CalendarDate }
  | { readonly code: 'InvitationExpired'; readonly invitation: InvitationId; readonly on: CalendarDate }
  | { readonly code: 'NothingRated' }
  | { readonly code: 'UnknownCompetence'; readonly competence: string }
  | { readonly code: 'RatedTwice'; readonly competence: string }
  | {
      readonly code: 'ScoreOffScale';
      readonly competence: string;
      readonly score: number;
      readonly least: number;
      readonly most: number;
    }
  | { readonly code: 'UnknownGoal'; readonly goal: GoalId }
  | { readonly code: 'GoalAlreadyReached'; readonly goal: GoalId; readonly on: CalendarDate }
  | { readonly code: 'UnknownBpv'; readonly bpv: BpvId }
  | { readonly code: 'BpvAlreadyEnded'; readonly bpv: BpvId; readonly on: CalendarDate }
  | { readonly code: 'AlreadyInFinalPhase'; readonly on: CalendarDate }
  | { readonly code: 'CaseAlreadyOpen'; readonly case: CaseId }
  | { readonly code: 'NotAtRisk' }
  | { readonly code: 'NotInFinalPhase' }
  | { readonly code: 'UnknownTrainingGroup'; readonly group: string }
  | { readonly code: 'GroupIsForAnotherTraining'; readonly group: string; readonly training: Training }
  | { readonly code: 'GroupIsOver'; readonly group: string; readonly on: CalendarDate }
  | { readonly code: 'AlreadyInTraining'; readonly training: Training; readonly on: CalendarDate }
  | { readonly code: 'NotInTraining'; readonly training: Training }
  | {
      readonly code: 'AttendanceAlreadyRecorded';
      readonly training: Training;
      readonly session: SessionId;
    }
  | { readonly code: 'UnknownEvent'; readonly event: Uuid }
  | { readonly code: 'NotCorrectable'; readonly event: Uuid; readonly fact: Fact }
  | { readonly code: 'InvalidValues'; readonly event: Uuid; readonly what: string }
  | { readonly code: 'CorrectionBreaks'; readonly event: Uuid; readonly breaks: Broken }
  | { readonly code: 'UnknownDelivery'; readonly delivery: DeliveryId };

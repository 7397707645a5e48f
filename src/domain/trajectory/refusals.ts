import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Role, Uuid } from '../../kernel/message.ts';
import type { DeliveryId } from '../delivery/ids.ts';
import type { LandschapCode, Niveau, Opleidingscode, Programme } from '../institution/ids.ts';
import type { StaffId } from '../staff/ids.ts';
import type { StudentId } from '../student/ids.ts';
import type { TrajectoryCommand } from './commands.ts';
import type { TrajectoryEvent } from './events.ts';
import type { SwitchId } from './ids.ts';

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
  | { readonly code: 'UnknownEvent'; readonly event: Uuid }
  | { readonly code: 'NotCorrectable'; readonly event: Uuid; readonly fact: Fact }
  | { readonly code: 'InvalidValues'; readonly event: Uuid; readonly what: string }
  | { readonly code: 'CorrectionBreaks'; readonly event: Uuid; readonly breaks: Broken }
  | { readonly code: 'UnknownDelivery'; readonly delivery: DeliveryId };

import { Command } from '@nestjs/cqrs';
import type { InstitutionCommand } from '../domain/institution/commands.ts';
import type { SabCaseCommand } from '../domain/sab-case/commands.ts';
import type { CaseId } from '../domain/sab-case/ids.ts';
import type { StaffId } from '../domain/staff/ids.ts';
import type { StaffCommand } from '../domain/staff/commands.ts';
import type { StudentId } from '../domain/student/ids.ts';
import type {
  RateLeermeter,
  RecordConversation,
  RecordTrainingAttendance,
  TrajectoryCommand,
} from '../domain/trajectory/commands.ts';
import type { SessionId } from '../domain/trajectory/ids.ts';
import type { ClaimTask, ReassignTask, SnoozeTask, WithdrawTask } from '../domain/workflow/commands.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Actor, Uuid } from '../kernel/message.ts';
import type { PersonBody } from './bodies/others.ts';
import type { ProblemBody } from './problem.ts';

/** What comes with every command over HTTP. */
export interface Asked {
  readonly commandId: Uuid;
  readonly actor: Actor;
  readonly seenRevision?: number;
}

/** What became of it, where it did. What did not become anything is thrown as a problem. */
export interface Done {
  readonly events: readonly { readonly id: Uuid; readonly type: string }[];
  readonly revision: number;
  readonly position: bigint | undefined;
  readonly repeated: boolean;
  /** A secret that is told here: of an invitation each time, of a calendar once. */
  readonly token?: string;
}

/** A command to a trajectory; `Apply` and `RedirectApplication` may leave the scout to be found. */
export type TrajectoryRequest =
  | Exclude<TrajectoryCommand, { readonly type: 'Apply' | 'RedirectApplication' }>
  | WithoutScout<'Apply'>
  | WithoutScout<'RedirectApplication'>;
type WithoutScout<Type extends 'Apply' | 'RedirectApplication'> = Omit<
  Extract<TrajectoryCommand, { readonly type: Type }>,
  'scout'
> & { readonly scout?: StaffId };

export class OnTrajectory extends Command<Done> {
  constructor(
    readonly id: StudentId,
    readonly command: TrajectoryRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

export type StudentRequest = PersonBody & { readonly type: 'RegisterStudent' | 'CorrectStudent' };

export class OnStudent extends Command<Done> {
  constructor(
    readonly id: StudentId,
    readonly command: StudentRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** A command to a member of staff; the door makes the token, and the system alone records digests. */
export type StaffRequest =
  | Exclude<StaffCommand, { readonly type: 'RecordDigest' | 'IssueCalendarToken' }>
  | { readonly type: 'IssueCalendarToken' };

export class OnStaff extends Command<Done> {
  constructor(
    readonly id: StaffId,
    readonly command: StaffRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class OnInstitution extends Command<Done> {
  constructor(
    readonly command: InstitutionCommand,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** A command to a SAB case; what the door works out or fills in may be left out. */
export type SabCaseRequest =
  | Exclude<SabCaseCommand, { readonly type: 'VoidCase' | 'AcceptReferral' | 'RecordConsultation' }>
  | (Omit<Extract<SabCaseCommand, { readonly type: 'AcceptReferral' }>, 'adviser'> & {
      readonly adviser?: StaffId;
    })
  | Omit<Extract<SabCaseCommand, { readonly type: 'RecordConsultation' }>, 'under16'>;

export class OnSabCase extends Command<Done> {
  constructor(
    readonly id: CaseId,
    readonly command: SabCaseRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

interface OfThisStudent {
  readonly student: StudentId;
}
/** What was said in a conversation, for the group or of one student. */
type Spoken = Pick<RecordConversation, 'agreements' | 'goals' | 'studentWants'>;

export interface RecordGroupConversation extends Omit<RecordConversation, 'type' | 'session'> {
  readonly type: 'RecordGroupConversation';
  /** What is said of a student here goes before what was said to all. */
  readonly students: readonly (OfThisStudent & Spoken)[];
}
export interface RecordTrainingSession extends Pick<RecordTrainingAttendance, 'on' | 'training'> {
  readonly type: 'RecordTrainingSession';
  readonly attendance: readonly (OfThisStudent & Pick<RecordTrainingAttendance, 'attendance'>)[];
}
export interface RunLoopbaanboxSession {
  readonly type: 'RunLoopbaanboxSession';
  readonly on: CalendarDate;
  readonly students: readonly StudentId[];
}
/** One command of the office that each trajectory decides for itself. */
export type GroupRequest = RecordGroupConversation | RecordTrainingSession | RunLoopbaanboxSession;

/** What became of it for one of many. */
export type Outcome =
  | { readonly done: Done; readonly problem?: never }
  | { readonly done?: never; readonly problem: ProblemBody };

export interface DoneTogether {
  readonly students: readonly (OfThisStudent & Outcome)[];
  /** The last of all. */
  readonly position: bigint | undefined;
}

export class OnGroupSession extends Command<DoneTogether> {
  constructor(
    readonly session: SessionId,
    readonly command: GroupRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** A command to a task; which one, the path says. */
export type TaskRequest =
  | Omit<ClaimTask, 'task'>
  | Omit<ReassignTask, 'task'>
  | Omit<SnoozeTask, 'task'>
  | Omit<WithdrawTask, 'task'>;

export class OnTask extends Command<Done> {
  constructor(
    readonly task: Uuid,
    readonly command: TaskRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

interface OfTheseTasks {
  readonly tasks: readonly Uuid[];
}
export interface WithdrawTasks extends OfTheseTasks, Pick<WithdrawTask, 'why'> {
  readonly type: 'WithdrawTasks';
}
export interface ReassignTasks extends OfTheseTasks, Pick<ReassignTask, 'to'> {
  readonly type: 'ReassignTasks';
}
/** One command for many tasks, which each decides for itself. */
export type TaskBatchRequest = WithdrawTasks | ReassignTasks;

export interface TasksDone {
  readonly tasks: readonly ({ readonly task: Uuid } & Outcome)[];
  /** The last of all. */
  readonly position: bigint | undefined;
}

export class OnTaskBatch extends Command<TasksDone> {
  constructor(
    readonly batch: Uuid,
    readonly command: TaskBatchRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** What somebody outside the school gives; whom it is about and as whom, the invitation says. */
export type RatingGiven = Pick<RateLeermeter, 'scores' | 'remarks'> & { readonly on?: CalendarDate };

export class RateByInvitation extends Command<Done> {
  constructor(
    readonly token: string,
    readonly given: RatingGiven,
    readonly commandId: Uuid,
  ) {
    super();
  }
}

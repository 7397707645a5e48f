import { Command } from '@nestjs/cqrs';
import type { InstitutionCommand } from '../domain/institution/commands.ts';
import type { StaffId } from '../domain/staff/ids.ts';
import type { StaffCommand } from '../domain/staff/commands.ts';
import type { StudentId } from '../domain/student/ids.ts';
import type { TrajectoryCommand } from '../domain/trajectory/commands.ts';
import type { Actor, Uuid } from '../kernel/message.ts';
import type { PersonBody } from './bodies/others.ts';

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
  /** A secret that is told here and nowhere else. */
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

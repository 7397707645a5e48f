import type { LandschapCode } from '../../domain/institution/ids.ts';
import { deputyOn, hasRole, type Staff, staffReadable } from '../../domain/staff/state.ts';
import { type StaffId, staffStream } from '../../domain/staff/ids.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import { trajectoryStream } from '../../domain/trajectory/ids.ts';
import { type Trajectory, trajectoryReadable } from '../../domain/trajectory/state.ts';
import type { Engine } from '../../engine/execute.ts';
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Actor, Role } from '../../kernel/message.ts';

/** How much of a dossier somebody may read. */
export type Reading =
  /** Everything: who it is, and what was said. */
  | 'guides'
  /** What happened, without names and without what people wrote. */
  | 'watches'
  | 'nothing';

export interface ReadingFacts {
  readonly student: StudentId;
  readonly now: Trajectory;
  readonly today: CalendarDate;
  /** The one who asks, as his own stream has him. */
  readonly asker: Staff;
  /** The coaches that the trajectory names, for their deputies. */
  readonly coaches: ReadonlyMap<StaffId, Staff>;
}

/** Everybody who was asked to be responsible, or is, or was so last. */
export const coachesOf = (now: Trajectory): readonly StaffId[] => {
  const offered = now.openSwitch === undefined ? undefined : now.switches.get(now.openSwitch)?.offer?.coach;
  return [now.coach?.id, now.lastCoach, now.offer?.to, offered].filter((each) => each !== undefined);
};

const landschappenOf = (now: Trajectory): readonly LandschapCode[] => {
  const to = now.openSwitch === undefined ? undefined : now.switches.get(now.openSwitch)?.to.landschap;
  const placed = (now.placement ?? now.lastPlacement)?.programme.landschap;
  return [...now.applications.keys(), placed, to].filter((each) => each !== undefined);
};

/** Whoever may act for this student may read what he acts on; who watches over quality reads what happened. */
export const mayRead = ({ id, role }: Actor, facts: ReadingFacts): Reading => {
  const { student, now, today, asker, coaches } = facts;
  const inOneOfTheirs = (as: Role): boolean =>
    landschappenOf(now).some((landschap) => hasRole(asker, as, today, landschap));
  const guides = (holds: boolean): Reading => (holds ? 'guides' : 'nothing');
  switch (role) {
    case 'student':
      return guides(id === student);
    case 'infoshop':
      return guides(now.firstPlacedOn === undefined);
    case 'scout':
      return guides(now.firstPlacedOn === undefined || inOneOfTheirs('scout'));
    case 'coach':
      return guides(
        coachesOf(now).some((coach) => {
          const staff = coaches.get(coach);
          return coach === id || (staff !== undefined && deputyOn(staff, today) === id);
        }),
      );
    case 'teamLeader':
      return guides(inOneOfTheirs('teamLeader'));
    case 'programmeManager':
      return 'guides';
    // The second line works its cases, and after leaving looks for where somebody went.
    case 'adviser':
    case 'sabCoordinator':
      return guides(
        hasRole(asker, role, today) && (now.left !== undefined || now.secondLine.openCase !== undefined),
      );
    case 'quality':
      return 'watches';
    default:
      return 'nothing';
  }
};

/** Judged from the streams themselves: what somebody may read does not wait for a read model. */
export const readingFor = async (
  engine: Engine,
  today: CalendarDate,
  student: StudentId,
  actor: Actor,
): Promise<{ readonly reading: Reading; readonly known: boolean }> => {
  const { state: now, revision } = await engine.fold(trajectoryReadable, trajectoryStream(student));
  const asker = await engine.fold(staffReadable, staffStream(actor.id as StaffId));
  const coaches = new Map<StaffId, Staff>();
  for (const coach of coachesOf(now))
    coaches.set(coach, (await engine.fold(staffReadable, staffStream(coach))).state);
  return {
    reading: mayRead(actor, { student, now, today, asker: asker.state, coaches }),
    known: revision >= 0,
  };
};

import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Uuid } from '../../kernel/message.ts';
import type { Fold } from '../../kernel/subject.ts';
import type { Workflow } from '../../kernel/workflow.ts';
import type { DeliveryData } from '../delivery/events.ts';
import { type DeliveryId, deliveryStream } from '../delivery/ids.ts';
import { deliveryReadable } from '../delivery/state.ts';
import { calendarOf, type SchoolCalendar } from '../institution/calendar.ts';
import { institutionStream } from '../institution/ids.ts';
import { type Institution, institution } from '../institution/state.ts';
import type { CaseId } from '../sab-case/ids.ts';
import { sabCaseStream } from '../sab-case/ids.ts';
import type { SabCaseEvent } from '../sab-case/events.ts';
import { type SabCase, sabCaseReadable } from '../sab-case/state.ts';
import { type StaffId, staffStream } from '../staff/ids.ts';
import { type Staff, staffReadable } from '../staff/state.ts';
import type { BirthBand, StudentEvent } from '../student/events.ts';
import { type StudentId, studentStream } from '../student/ids.ts';
import { studentReadable } from '../student/state.ts';
import type { TrajectoryEvent } from '../trajectory/events.ts';
import { trajectoryStream } from '../trajectory/ids.ts';
import { type Trajectory, trajectoryReadable } from '../trajectory/state.ts';

/** What the rules of one trajectory look at. */
export interface TrajectoryKnown {
  readonly student: StudentId;
  readonly trajectory: Trajectory;
  readonly birthBand: BirthBand | undefined;
  /** The deliveries that changed something in the register's account of him. */
  readonly deliveries: ReadonlyMap<DeliveryId, DeliveryData['DeliveryRecorded']>;
  /** Those on whom the trajectory depends, by their own streams. */
  readonly staff: ReadonlyMap<StaffId, Staff>;
  readonly today: CalendarDate;
  readonly institution: Institution;
  readonly calendar: SchoolCalendar;
}

/** What the rules of one SAB case look at. */
export interface CaseKnown {
  readonly case: CaseId;
  readonly now: SabCase;
  /** Whose case it is now: when he was merged, the one who goes on, and his trajectory. */
  readonly student: StudentId | undefined;
  readonly trajectory: Trajectory;
  readonly today: CalendarDate;
  readonly institution: Institution;
  readonly calendar: SchoolCalendar;
}

export type TrajectoryWorkflow = Workflow<TrajectoryKnown, TrajectoryEvent['type']> & {
  readonly about: 'trajectory';
  /** What of the person it hears, where it looks at that too. */
  readonly hearsOfPerson?: readonly StudentEvent['type'][];
};
export type CaseWorkflow = Workflow<CaseKnown, SabCaseEvent['type']> & {
  readonly about: 'sabCase';
  /** What it hears of the trajectory of the student whose open case it is. */
  readonly hearsOfStudent: readonly TrajectoryEvent['type'][];
};
export type AnyWorkflow = TrajectoryWorkflow | CaseWorkflow;

interface Knowing {
  readonly today: CalendarDate;
  readonly fold: Fold;
}

/** The responsible coach, the coaches who are asked to take over, and the scouts of open applications. */
export const dependsOn = ({
  coach,
  offer,
  openSwitch,
  switches,
  applications,
}: Trajectory): ReadonlySet<StaffId> => {
  const asked = openSwitch === undefined ? undefined : switches.get(openSwitch);
  return new Set(
    [
      coach?.id,
      offer?.to,
      asked?.stage === 'offered' ? asked.offer?.coach : undefined,
      ...[...applications.values()].map(({ open, scout }) => (open ? scout : undefined)),
    ].filter((each) => each !== undefined),
  );
};

const deliveriesOf = async (
  { deliveries }: Trajectory,
  fold: Fold,
): Promise<TrajectoryKnown['deliveries']> => {
  const known = new Map<DeliveryId, DeliveryData['DeliveryRecorded']>();
  for (const id of deliveries) {
    const { recorded } = await fold(deliveryReadable, deliveryStream(id));
    if (recorded) known.set(id, recorded);
  }
  return known;
};

export const knownOfTrajectory = async (key: Uuid, { today, fold }: Knowing): Promise<TrajectoryKnown> => {
  const student = key as StudentId;
  const house = await fold(institution, institutionStream);
  const trajectory = await fold(trajectoryReadable, trajectoryStream(student));
  return {
    student,
    trajectory,
    deliveries: await deliveriesOf(trajectory, fold),
    birthBand: (await fold(studentReadable, studentStream(student))).birthBand,
    staff: new Map(
      await Promise.all(
        [...dependsOn(trajectory)].map(
          async (id) => [id, await fold(staffReadable, staffStream(id))] as const,
        ),
      ),
    ),
    today,
    institution: house,
    calendar: calendarOf(house),
  };
};

interface WhoGoesOn {
  readonly student: StudentId | undefined;
  readonly trajectory: Trajectory;
}

const whoGoesOn = async (student: StudentId | undefined, fold: Fold): Promise<WhoGoesOn> => {
  if (student === undefined) return { student, trajectory: trajectoryReadable.initial };
  const trajectory = await fold(trajectoryReadable, trajectoryStream(student));
  return trajectory.mergedInto === undefined
    ? { student, trajectory }
    : whoGoesOn(trajectory.mergedInto, fold);
};

export const knownOfCase = async (key: Uuid, { today, fold }: Knowing): Promise<CaseKnown> => {
  const id = key as CaseId;
  const now = await fold(sabCaseReadable, sabCaseStream(id));
  const house = await fold(institution, institutionStream);
  return {
    case: id,
    now,
    ...(await whoGoesOn(now.student, fold)),
    today,
    institution: house,
    calendar: calendarOf(house),
  };
};

import type { StaffId } from '../../../src/domain/staff/ids.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import { trajectoryStream } from '../../../src/domain/trajectory/ids.ts';
import { type Trajectory, trajectoryReadable } from '../../../src/domain/trajectory/state.ts';
import type { Engine } from '../../../src/engine/execute.ts';

const dependsOn = (
  { coach, offer, openSwitch, switches, applications }: Trajectory,
  staff: StaffId,
): boolean => {
  const asked = openSwitch === undefined ? undefined : switches.get(openSwitch)?.offer?.coach;
  return (
    coach?.id === staff ||
    offer?.to === staff ||
    asked === staff ||
    [...applications.values()].some(({ open, scout }) => open && scout === staff)
  );
};

export const dependantsOf = async (
  engine: Engine,
  students: Iterable<StudentId>,
  staff: StaffId,
): Promise<readonly StudentId[]> => {
  const found: StudentId[] = [];
  for (const student of students)
    if (dependsOn((await engine.fold(trajectoryReadable, trajectoryStream(student))).state, staff))
      found.push(student);
  return found;
};

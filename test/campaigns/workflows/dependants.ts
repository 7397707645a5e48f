import type { StaffId } from '../../../src/domain/staff/ids.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import { trajectoryStream } from '../../../src/domain/trajectory/ids.ts';
import { type Trajectory, trajectoryReadable } from '../../../src/domain/trajectory/state.ts';
import type { Engine } from '../../../src/engine/execute.ts';

/** Those whose leaving concerns a trajectory. */
export const leansOn = ({
  coach,
  offer,
  openSwitch,
  switches,
  applications,
}: Trajectory): readonly StaffId[] => {
  const asked = openSwitch === undefined ? undefined : switches.get(openSwitch)?.offer?.coach;
  const scouts = [...applications.values()].filter(({ open }) => open).map(({ scout }) => scout);
  return [coach?.id, offer?.to, asked, ...scouts].filter((staff) => staff !== undefined);
};

export const dependantsOf = async (
  engine: Engine,
  students: Iterable<StudentId>,
  staff: StaffId,
): Promise<readonly StudentId[]> => {
  const found: StudentId[] = [];
  for (const student of students)
    if (leansOn((await engine.fold(trajectoryReadable, trajectoryStream(student))).state).includes(staff))
      found.push(student);
  return found;
};

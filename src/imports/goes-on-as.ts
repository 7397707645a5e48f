import type { StudentId } from '../domain/student/ids.ts';
import { trajectoryStream } from '../domain/trajectory/ids.ts';
import { trajectoryReadable } from '../domain/trajectory/state.ts';
import type { Asking } from './asking.ts';

/**
 * The trajectory that goes on, and before it those that were merged on the way: a chain, never a ring. `merged`: those of which
 * a merge was ever told, where that is known; the others go on themselves, and need not be read.
 */
export const goesOnAs = async (
  asking: Asking,
  student: StudentId,
  merged?: ReadonlySet<StudentId>,
): Promise<readonly StudentId[]> => {
  const way = [student];
  for (;;) {
    const [last] = way;
    if (last === undefined || merged?.has(last) === false) return way;
    const { mergedInto } = await asking.fold(trajectoryReadable, trajectoryStream(last));
    if (mergedInto === undefined || way.includes(mergedInto)) return way;
    way.unshift(mergedInto);
  }
};

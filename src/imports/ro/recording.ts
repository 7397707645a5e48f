import { deliveryStream } from '../../domain/delivery/ids.ts';
import { deliveryReadable } from '../../domain/delivery/state.ts';
import { deliverySubject } from '../../domain/delivery/subject.ts';
import type { StudentId } from '../../domain/student/ids.ts';
import type { Asked, Asking } from '../asking.ts';
import { inPages } from '../in-pages.ts';
import type { RoHeader } from './header.ts';

export const recordDelivery = async (asking: Asking, header: RoHeader): Promise<Asked> => {
  const asked = await asking.ask(
    deliverySubject,
    asking.delivery,
    { type: 'RecordDelivery', ...header, kind: 'RO' },
    asking.root,
  );
  if (asked.ok || asked.problem.code !== 'AlreadyRecorded') return asked;
  return {
    ok: false,
    problem: {
      code: 'AlreadyRecorded',
      text: 'The same file was imported before with another BRIN, period or made-on; give the same again.',
    },
  };
};

/** Says who is named in the delivery: whoever is not on a page of an earlier run of the same file. */
export const nameStudents = async (asking: Asking, students: readonly StudentId[]): Promise<Asked> => {
  const { pages } = await asking.fold(deliveryReadable, deliveryStream(asking.delivery));
  const named = new Set<StudentId>([...pages.values()].flat());
  const others = students.filter((student) => !named.has(student));
  return inPages(asking, pages.size, others, (page, trajectories) => ({
    type: 'NameInDelivery',
    page,
    trajectories,
  }));
};

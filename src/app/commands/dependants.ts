import { dependants } from '../../../projections/dossiers.ts';
import { advised } from '../../../projections/sab-cases.ts';
import type { Dependant } from '../../domain/staff/refusals.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import type { DependantsOf } from '../../domain/staff/subject.ts';
import type { ViewRows } from '../../kernel/projection.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { ReadModels } from '../read-models.ts';

const longestWait = 5_000;

interface List {
  readonly view: string;
  readonly of: (rows: ViewRows, staff: StaffId) => readonly Dependant[];
}

/** Every read model that knows of students who depend on somebody; together they say who does. */
const lists: readonly List[] = [
  {
    view: 'dossiers',
    of: (rows, staff) => dependants(rows, staff).map(({ trajectory, as }) => ({ student: trajectory, as })),
  },
  {
    view: 'sab-cases',
    of: (rows, staff) => advised(rows, staff).map((student) => ({ student, as: 'adviser' })),
  },
];

/** Judged by read models that have seen all that was in the log when it was asked. */
export const dependantsFrom =
  (store: Pick<EventStore, 'head'>, views: ReadModels): DependantsOf =>
  async (staff) => {
    const head = await store.head();
    if (head !== undefined && !(await views.waitFor(head, longestWait)))
      throw new Error('the read models are too far behind to tell who depends on somebody');
    return lists.flatMap(({ view, of }) => views.read(view, (rows) => of(rows, staff))?.value ?? []);
  };

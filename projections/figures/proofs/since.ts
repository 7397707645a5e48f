import type { StudentId } from '../../../src/domain/student/ids.ts';
import { decisive } from '../inspection/bridge.ts';
import { type EventNamed, named } from '../inspection/events-named.ts';
import type { Fact } from '../known/facts.ts';
import type { Proof } from './proofs.ts';

/** The rows of one student in a report that are no longer what they were, and what was recorded meanwhile. */
export interface RowChanged {
  readonly trajectory: StudentId;
  readonly before: readonly Proof[];
  readonly after: readonly Proof[];
  readonly because: readonly EventNamed[];
}

const told = (proofs: readonly Proof[]): string =>
  JSON.stringify(proofs.map(({ events: _, row, ...rest }) => ({ ...rest, row: { ...row, events: [] } })));

const eventsOf = (proofs: readonly Proof[]) => ({ events: proofs.flatMap(({ events }) => events) });

/** Rows are compared by what they say; that another event says the same is no change. */
export const rowsChanged = (
  before: readonly Proof[],
  after: readonly Proof[],
  recordedOf: (trajectory: StudentId) => readonly Fact[],
): readonly RowChanged[] => {
  const was = Map.groupBy(before, ({ trajectory }) => trajectory);
  const is = Map.groupBy(after, ({ trajectory }) => trajectory);
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((trajectory): readonly RowChanged[] => {
    const [those, these] = [was.get(trajectory) ?? [], is.get(trajectory) ?? []];
    if (told(those) === told(these)) return [];
    const recorded = recordedOf(trajectory);
    const because = decisive({ before: eventsOf(those), after: eventsOf(these), recorded });
    return [{ trajectory, before: those, after: these, because: because.map(named) }];
  });
};

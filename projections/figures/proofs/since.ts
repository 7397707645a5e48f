import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { DeliveryId } from '../../../src/domain/delivery/ids.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import { between, type Cause } from '../inspection/causes.ts';
import type { Archive, Cut } from '../known/archive.ts';
import type { Proof } from './proofs.ts';

/** The rows of one student in a report that are no longer what they were, and what was recorded meanwhile. */
export interface RowChanged extends Cause {
  readonly trajectory: StudentId;
  readonly before: readonly Proof[];
  readonly after: readonly Proof[];
}

export interface Changed {
  /** Of the register, recorded meanwhile. */
  readonly deliveries: readonly {
    readonly delivery: DeliveryId;
    readonly madeOn: CalendarDate;
    readonly recordedOn: CalendarDate;
    readonly ordinal: number;
  }[];
  readonly institutionChanged: boolean;
  readonly rows: readonly RowChanged[];
}

const told = (proofs: readonly Proof[]): string =>
  JSON.stringify(proofs.map(({ events: _, row, ...rest }) => ({ ...rest, row: { ...row, events: [] } })));

/** Rows are compared by what they say; that another event says the same is no change. */
export const rowsChanged = (
  archive: Archive,
  [before, was]: readonly [readonly Proof[], Cut],
  [after, is]: readonly [readonly Proof[], Cut],
): Changed => {
  const { deliveries, institutionChanged, causeOf } = between(archive, was, is);
  const rowsBefore = Map.groupBy(before, ({ trajectory }) => trajectory);
  const rowsAfter = Map.groupBy(after, ({ trajectory }) => trajectory);
  return {
    deliveries: deliveries.map(({ id, madeOn, day, ordinal }) => ({
      delivery: id,
      madeOn,
      recordedOn: day,
      ordinal,
    })),
    institutionChanged,
    rows: archive.trajectories().flatMap((filed): readonly RowChanged[] => {
      const trajectory = filed.id;
      const [those, these] = [rowsBefore.get(trajectory) ?? [], rowsAfter.get(trajectory) ?? []];
      if (told(those) === told(these)) return [];
      const rests = [...those, ...these].flatMap(({ events }) => events);
      return [{ trajectory, before: those, after: these, ...causeOf(filed, rests) }];
    }),
  };
};

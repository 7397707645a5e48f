import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { DeliveryId } from '../../../src/domain/delivery/ids.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import { decisive, type OutsideCause } from '../inspection/bridge.ts';
import { type EventNamed, named } from '../inspection/events-named.ts';
import type { Archive, Cut } from '../known/archive.ts';
import type { Proof } from './proofs.ts';

/** The rows of one student in a report that are no longer what they were, and what was recorded meanwhile. */
export interface RowChanged {
  readonly trajectory: StudentId;
  readonly before: readonly Proof[];
  readonly after: readonly Proof[];
  readonly because: readonly EventNamed[];
  /** Where nothing was recorded on his path: what was recorded of who he is, or what changed for everybody. */
  readonly otherwise?: OutsideCause | 'person';
}

/** What was recorded for everybody between two cuts. */
export interface ForEverybody {
  readonly deliveries: readonly {
    readonly delivery: DeliveryId;
    readonly madeOn: CalendarDate;
    readonly recordedOn: CalendarDate;
    readonly ordinal: number;
  }[];
  readonly institutionChanged: boolean;
}

export interface Changed extends ForEverybody {
  readonly rows: readonly RowChanged[];
}

const told = (proofs: readonly Proof[]): string =>
  JSON.stringify(proofs.map(({ events: _, row, ...rest }) => ({ ...rest, row: { ...row, events: [] } })));

const eventsOf = (proofs: readonly Proof[]) => ({ events: proofs.flatMap(({ events }) => events) });

const isBetween =
  (after: Cut, upTo: Cut) =>
  ({ day, ordinal }: { readonly day: CalendarDate; readonly ordinal: number }): boolean =>
    day <= upTo.knownOn && ordinal <= upTo.at && !(day <= after.knownOn && ordinal <= after.at);

export const forEverybody = (archive: Archive, after: Cut, upTo: Cut): ForEverybody => {
  const [was, is] = [archive.surroundings(after), archive.surroundings(upTo)];
  return {
    deliveries: is.deliveries.all
      .filter(isBetween(after, upTo))
      .map(({ id, madeOn, day, ordinal }) => ({ delivery: id, madeOn, recordedOn: day, ordinal })),
    institutionChanged: was.institutionTold !== is.institutionTold,
  };
};

/** Rows are compared by what they say; that another event says the same is no change. */
export const rowsChanged = (
  archive: Archive,
  [before, was]: readonly [readonly Proof[], Cut],
  [after, is]: readonly [readonly Proof[], Cut],
): Changed => {
  const everybody = forEverybody(archive, was, is);
  const rowsBefore = Map.groupBy(before, ({ trajectory }) => trajectory);
  const rowsAfter = Map.groupBy(after, ({ trajectory }) => trajectory);
  const rows = archive.trajectories().flatMap((filed): readonly RowChanged[] => {
    const trajectory = filed.id;
    const [those, these] = [rowsBefore.get(trajectory) ?? [], rowsAfter.get(trajectory) ?? []];
    if (told(those) === told(these)) return [];
    const recorded = archive.recordedBetween(filed, was, is);
    const because = decisive({ before: eventsOf(those), after: eventsOf(these), recorded });
    const change = { trajectory, before: those, after: these, because: because.map(named) };
    if (because.length > 0) return [change];
    const otherwise = filed.bands.some(isBetween(was, is))
      ? 'person'
      : everybody.deliveries.length > 0
        ? 'delivery'
        : everybody.institutionChanged
          ? 'institution'
          : 'termOver';
    return [{ ...change, otherwise }];
  });
  return { ...everybody, rows };
};

import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { DeliveryId } from '../../../src/domain/delivery/ids.ts';
import type { BirthBand } from '../../../src/domain/student/events.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import { correctionsApplied } from './corrections.ts';
import { type Fact, type FactType, onOf } from './facts.ts';

/** That a delivery names the student. */
export interface Naming {
  readonly delivery: DeliveryId;
  readonly ordinal: number;
  readonly day: CalendarDate;
}

/** What is known of a birth, from one event of the student’s own stream. */
export interface BandKnown {
  readonly band: BirthBand | undefined;
  readonly ordinal: number;
  readonly day: CalendarDate;
}

/** All that was ever said of one trajectory, in log order: what a history as known on a day is cut from. */
export interface Track {
  readonly id: StudentId;
  readonly facts: readonly Fact[];
  readonly bands: readonly BandKnown[];
  readonly namings: readonly Naming[];
}

/** One trajectory as known on a day: corrections applied, merges carried out. */
export interface History {
  readonly id: StudentId;
  readonly facts: readonly Fact[];
  readonly of: <Type extends FactType>(type: Type) => readonly Fact<Type>[];
  readonly band?: BirthBand;
  readonly namedIn: ReadonlySet<DeliveryId>;
  /** The trajectory that goes on instead of this one. */
  readonly mergedInto?: StudentId;
}

/** Whether something recorded at this place and on this day is known. */
export type IsKnown = (recorded: { readonly ordinal: number; readonly day: CalendarDate }) => boolean;

const inOrderOfDays = (one: Fact, other: Fact): number => {
  const [first, second] = [onOf(one), onOf(other)];
  if (first !== undefined && second !== undefined && first !== second) return first < second ? -1 : 1;
  return one.ordinal - other.ordinal;
};

/** The events of two trajectories as those of one; facts of the register keep the order of the log. */
const asOne = (facts: readonly Fact[]): readonly Fact[] => {
  const ofSchool = (fact: Fact): boolean => onOf(fact) !== undefined && !fact.type.startsWith('Register');
  return [
    ...facts.filter(ofSchool).toSorted(inOrderOfDays),
    ...facts.filter((fact) => !ofSchool(fact)).toSorted((one, other) => one.ordinal - other.ordinal),
  ];
};

const historyOf = (
  id: StudentId,
  facts: readonly Fact[],
  band: BirthBand | undefined,
  namings: readonly Naming[],
): History => {
  const mergedInto = facts.findLast(
    (fact): fact is Fact<'TrajectoryMerged'> => fact.type === 'TrajectoryMerged' && fact.trajectory === id,
  )?.data.into;
  return {
    id,
    facts,
    of: <Type extends FactType>(type: Type) =>
      facts.filter((fact) => fact.type === type) as readonly Fact[] as readonly Fact<Type>[],
    ...(band === undefined ? {} : { band }),
    namedIn: new Set(namings.map(({ delivery }) => delivery)),
    ...(mergedInto === undefined ? {} : { mergedInto }),
  };
};

/**
 * The history of a trajectory as known. `merged`: every other trajectory that may have gone into it; those of
 * which a known and standing merge says so bring their events, by `on`, then by ordinal.
 */
export const historyAsKnown = (track: Track, isKnown: IsKnown, merged: readonly Track[] = []): History => {
  const tracks = [track, ...merged];
  const facts = correctionsApplied(
    tracks.length === 1
      ? track.facts.filter(isKnown)
      : tracks
          .flatMap((each) => each.facts.filter(isKnown))
          .toSorted((one, other) => one.ordinal - other.ordinal),
  );
  const joined = new Set([track.id]);
  if (merged.length > 0) {
    const into = new Map<StudentId, StudentId>();
    for (const fact of facts) if (fact.type === 'TrajectoryMerged') into.set(fact.trajectory, fact.data.into);
    for (const { id } of merged) {
      let at: StudentId | undefined = id;
      const passed = new Set<StudentId>();
      while (at !== undefined && at !== track.id && !passed.has(at)) {
        passed.add(at);
        at = into.get(at);
      }
      if (at === track.id) joined.add(id);
    }
  }
  const own = merged.length === 0 ? facts : facts.filter((fact) => joined.has(fact.trajectory));
  const from = tracks.filter(({ id }) => joined.has(id));
  const bands = from.map(({ bands: known }) => known.findLast(isKnown)?.band);
  return historyOf(
    track.id,
    joined.size === 1 ? own : asOne(own),
    bands.find((band) => band !== undefined),
    from.flatMap(({ namings }) => namings.filter(isKnown)),
  );
};

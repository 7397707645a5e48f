import { type CalendarDate, daysBetween } from '../../src/kernel/calendar-date.ts';
import type { LandschapCode } from '../../src/domain/institution/ids.ts';
import type { Move } from './asks.ts';
import type { Guided } from './guided-years.ts';
import type { Stretch } from './stretches.ts';

export interface ContinuityAsked {
  /** The days of the school year that are over, or under way. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly landschap?: LandschapCode;
}

export interface Moved {
  readonly because: Move['because'];
  readonly count: number;
  readonly students: number;
  /** Days between the offer and the acceptance, of those of which the offer is known. */
  readonly days: { readonly known: number; readonly median: number | null; readonly longest: number | null };
}

export interface Continuity {
  readonly students: number;
  /** By the number of coaches since the placement. */
  readonly coaches: readonly { readonly coaches: number; readonly students: number }[];
  readonly sameCoach: number;
  /** Of those who had a coach; nobody: null. */
  readonly shareSameCoach: number | null;
  readonly moved: readonly Moved[];
}

/** Where he was last in these days. */
const lastStretch = ({ stretches }: Guided, { from, until }: ContinuityAsked): Stretch | undefined =>
  stretches.findLast((each) => each.from <= until && (each.until === undefined || each.until >= from));

const median = (sorted: readonly number[]): number | null => {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** Whether students kept the coach whom they had when they were placed; measured, not enforced. */
export const continuityOf = (all: readonly Guided[], asked: ContinuityAsked): Continuity => {
  const { landschap, from, until } = asked;
  const byCoaches = new Map<number, number>();
  const moves: { readonly student: string; readonly move: Move }[] = [];
  let students = 0;
  for (const guided of all) {
    const last = lastStretch(guided, asked);
    if (!last || (landschap !== undefined && last.landschap !== landschap)) continue;
    students += 1;
    const coaches = new Set(
      guided.stretches.flatMap(({ placedOn, from: begun, coach }) =>
        placedOn === last.placedOn && begun <= until && coach !== undefined ? [coach] : [],
      ),
    ).size;
    byCoaches.set(coaches, (byCoaches.get(coaches) ?? 0) + 1);
    for (const move of guided.moves)
      if (move.on >= from && move.on <= until) moves.push({ student: guided.trajectory, move });
  }
  const sameCoach = byCoaches.get(1) ?? 0;
  const withCoach = students - (byCoaches.get(0) ?? 0);
  return {
    students,
    coaches: [...byCoaches]
      .sort(([one], [other]) => one - other)
      .map(([coaches, count]) => ({ coaches, students: count })),
    sameCoach,
    shareSameCoach: withCoach === 0 ? null : sameCoach / withCoach,
    moved: (['handover', 'switch'] as const).map((because): Moved => {
      const of = moves.filter(({ move }) => move.because === because);
      const days = of
        .flatMap(({ move: { offeredOn, acceptedOn } }) =>
          offeredOn === undefined ? [] : [daysBetween(offeredOn, acceptedOn)],
        )
        .sort((one, other) => one - other);
      return {
        because,
        count: of.length,
        students: new Set(of.map(({ student }) => student)).size,
        days: { known: days.length, median: median(days), longest: days.at(-1) ?? null },
      };
    }),
  };
};

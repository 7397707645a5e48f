import type { CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { LeermeterData } from '../../src/domain/institution/state.ts';
import type { Rater } from '../../src/domain/trajectory/events.ts';
import type { Rating } from './leermeters.ts';

export interface Score {
  readonly on: CalendarDate;
  readonly rater: Rater;
  readonly leermeter: number;
  readonly score: number;
}

/** What a rater said last of a competence. */
export interface LatestScore extends Score {
  /** How much it differs from what such a rater said first on the same scale; absent: he rated it once. */
  readonly change?: number;
}

export interface CompetenceGrowth {
  readonly competence: string;
  /** As the last Leermeter that it was rated by calls it. */
  readonly name: string;
  readonly scores: readonly Score[];
  readonly latest: readonly LatestScore[];
}

export type LeermeterOf = (version: number) => LeermeterData | undefined;

/** Scores on other scales say nothing about each other. */
const sameScale = (one: LeermeterData | undefined, other: LeermeterData | undefined): boolean =>
  one !== undefined && other !== undefined && one.least === other.least && one.most === other.most;

const latestOf = (scores: readonly Score[], leermeterOf: LeermeterOf): readonly LatestScore[] =>
  [...Map.groupBy(scores, ({ rater }) => rater).values()].flatMap((ofRater): LatestScore[] => {
    const last = ofRater.at(-1);
    if (!last) return [];
    const first = ofRater.find((each) => sameScale(leermeterOf(each.leermeter), leermeterOf(last.leermeter)));
    return [first && first !== last ? { ...last, change: last.score - first.score } : last];
  });

/** Ratings, the oldest first, read per competence: every score, what each rater said last, and the growth in between. */
export const growthOf = (
  ratings: readonly Rating[],
  leermeterOf: LeermeterOf,
): readonly CompetenceGrowth[] => {
  const scores = ratings.flatMap(({ on, rater, leermeter, scores: given }) =>
    given.map(({ competence, score }) => ({ competence, on, rater, leermeter, score })),
  );
  return [...Map.groupBy(scores, ({ competence }) => competence)].map(([competence, of]) => {
    const plain = of.map(({ on, rater, leermeter, score }): Score => ({ on, rater, leermeter, score }));
    const by = leermeterOf(plain.at(-1)?.leermeter ?? 0);
    return {
      competence,
      name: by?.competences.find(({ code }) => code === competence)?.name ?? competence,
      scores: plain,
      latest: latestOf(plain, leermeterOf),
    };
  });
};

import { type IndicatorId, indicatorIds } from '../outcomes/indicators.ts';
import type { Splits } from '../readings/splits.ts';
import { type Part, threshold, type Topic, topicOf } from './classes.ts';
import {
  askedOfBoxes,
  askedOfStandings,
  type Boxes,
  keyOf,
  type OutcomeStanding,
  outcomeStandings,
} from './profile.ts';

export interface Somebody {
  readonly boxes: Boxes;
  readonly outcomes: Readonly<Record<IndicatorId, OutcomeStanding>>;
  readonly splits: Splits;
}

/** Of whom a number is asked: of those in some boxes, or of those who stand somewhere in an indicator. */
export type Whom =
  | { readonly in: (boxes: Boxes) => boolean }
  | { readonly indicator: IndicatorId; readonly standings: readonly OutcomeStanding[] };

/** What of a school year may leave the team. */
export interface Disclosure {
  /** Whether it may be told how many in the whole school, or in a part of it, are such: some, and not all of them. */
  readonly tells: (part: Part | undefined, whom: Whom) => boolean;
  /** The same of what shares are shares of, which may be everybody. */
  readonly tellsOf: (part: Part | undefined, whom: Whom) => boolean;
  /** Whether a figure may be told that also counts whoever enrolled after the first peildatum: the jaarresultaat. */
  readonly tellsLater: (part: Part | undefined) => boolean;
}

/**
 * Decides for all reports of a school year at once. Whatever is told of a topic, the readings or one of the indicators, is a
 * sum of whole classes, each of five students or more in every place where it is counted; so is whatever can be reckoned
 * from it, in one report or in all. What an indicator says that follows from the readings is decided by those as well.
 * Therefore nothing small can be recovered, and nothing told is none or all of a group.
 */
export const disclosureOf = (given: readonly Somebody[], enrolledLater: number): Disclosure => {
  const distinct = new Map<string, Boxes>();
  // Who stand in the same boxes share one object: it is asked of them cell by cell.
  const everybody = given.map((each): Somebody => {
    const key = keyOf(each.boxes);
    const boxes = distinct.get(key) ?? each.boxes;
    distinct.set(key, boxes);
    return { ...each, boxes };
  });
  const kinds = [...distinct.keys()].toSorted().map((key) => distinct.get(key) as Boxes);
  const readings = topicOf(
    everybody.map(({ boxes, splits }) => ({ kind: boxes, splits })),
    kinds,
    askedOfBoxes(kinds),
  );
  const indicators = new Map(
    indicatorIds.map((id): [IndicatorId, Topic<OutcomeStanding>] => [
      id,
      topicOf(
        everybody.map(({ outcomes, splits }) => ({ kind: outcomes[id], splits })),
        outcomeStandings.filter((standing) => everybody.some(({ outcomes }) => outcomes[id] === standing)),
        askedOfStandings,
      ),
    ]),
  );

  /** By the boxes, where they say it; nothing where students in the same boxes differ. */
  const saidByBoxes = (
    part: Part | undefined,
    is: (somebody: Somebody) => boolean,
  ): ReadonlyMap<Boxes, boolean> | undefined => {
    const said = new Map<Boxes, boolean>();
    for (const each of everybody) {
      if (part && each.splits[part.by] !== part.value) continue;
      const { boxes } = each;
      const before = said.get(boxes);
      if (before !== undefined && before !== is(each)) return undefined;
      said.set(boxes, is(each));
    }
    return said;
  };

  const classesIn = (part: Part | undefined, whom: Whom) => {
    if ('in' in whom) return readings.classesIn(part, whom.in);
    const { indicator, standings } = whom;
    const found = indicators.get(indicator)?.classesIn(part, (standing) => standings.includes(standing));
    const said = found && saidByBoxes(part, ({ outcomes }) => standings.includes(outcomes[indicator]));
    return said && !readings.classesIn(part, (boxes) => said.get(boxes)) ? undefined : found;
  };

  return {
    tells: (part, whom) => {
      const found = classesIn(part, whom);
      return found !== undefined && found.such > 0 && found.such < found.all;
    },
    tellsOf: (part, whom) => (classesIn(part, whom)?.such ?? 0) > 0,
    // Who is in no class can be reckoned as the rest: there must be nobody, or enough and in one place only.
    tellsLater: (part) => enrolledLater === 0 || (part === undefined && enrolledLater >= threshold),
  };
};

import { type CalendarDate, daysBetween } from '../../../src/kernel/calendar-date.ts';
import type { Listed, VsvListKind } from '../../../src/domain/delivery/events.ts';
import type { DeliveryId } from '../../../src/domain/delivery/ids.ts';
import type { NumberKey } from '../../../src/domain/number/ids.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import type { Parameters } from '../accounts/knowledge.ts';
import type { DefinitionNamed, FiguresQuery, FiguresRefusal, FiguresStatus } from '../answers/query.ts';
import type { Fact } from '../known/facts.ts';
import type { VsvList } from '../known/vsv-lists.ts';
import { decisive } from './causes.ts';
import type { EventNamed } from './events-named.ts';
import { type PopulationsCompared, populationsOf } from './start-populations.ts';
import { classOf, type ListedClass, listedClasses, type Stance, stanceOf } from './listed-class.ts';
import type { Read } from './read.ts';

export interface ReconciliationQuery extends Pick<FiguresQuery, 'year' | 'knownOn' | 'at' | 'parameters'> {
  /** One of DUO's lists of that year; absent: the last one in the cycle. */
  readonly list?: DeliveryId;
}

export interface ListNamed {
  readonly delivery: DeliveryId;
  readonly kind: VsvListKind;
  /** Place in the cycle of the count year. */
  readonly sequence: number;
  readonly recordedOn: CalendarDate;
  readonly rows: number;
  readonly persons: number;
  readonly rejected: number;
}

/** Why DUO does not name somebody whom the school presumes to be VSV. */
export type NotListed = 'notInDuosPopulation' | 'accountsDiffer' | 'duoKnowsMore';

export interface Item {
  /** Whose list he is on. */
  readonly side: 'duo' | 'school';
  readonly trajectory?: StudentId;
  /** Of somebody who is not known here. */
  readonly person?: NumberKey;
  /** What explains it now, or does not. */
  readonly as: ListedClass | NotListed;
  /** `ended`: it was a difference, and is none any more. */
  readonly state: 'agrees' | 'explained' | 'open' | 'ended';
  /** The day on which the first list of this count year said so. */
  readonly since: CalendarDate;
  readonly ageInDays: number;
  /** The later list, or the events recorded since, that ended it. */
  readonly endedBy?: { readonly delivery: DeliveryId } | { readonly events: readonly EventNamed[] };
}

export interface Reconciliation {
  readonly schoolYear: number;
  readonly peildata: readonly [CalendarDate, CalendarDate];
  readonly knownOn: CalendarDate;
  readonly ordinal: number;
  readonly status: FiguresStatus;
  readonly parameters: Parameters;
  readonly definitions: readonly DefinitionNamed[];
  /** What is not certain of the definition of VSV. */
  readonly reservation?: string;
  /** All lists of the count year that are known. */
  readonly lists: readonly ListNamed[];
  /** The list of VSV'ers that is compared; null when none is there. */
  readonly compared: DeliveryId | null;
  /** How many DUO names, the school presumes, and both. */
  readonly vsv: { readonly duo: number; readonly school: number; readonly both: number };
  /** Everybody on the compared list, each once. */
  readonly classes: readonly { readonly as: ListedClass; readonly stance: Stance; readonly count: number }[];
  readonly items: readonly Item[];
  readonly populations: PopulationsCompared | null;
}

export type ReconciliationAnswer =
  | { readonly answered: true; readonly report: Reconciliation }
  | {
      readonly answered: false;
      readonly refusal: FiguresRefusal | { readonly code: 'UnknownList'; readonly list: string };
    };

export interface ReconciliationParts {
  readonly lists: readonly VsvList[];
  readonly list: DeliveryId | undefined;
  readonly knownOn: CalendarDate;
  /** Of everybody who has a trajectory here. */
  readonly everybody: readonly StudentId[];
  /** As known on a day: today's, or that of an earlier list. */
  readonly read: (trajectory: StudentId, knownOn: CalendarDate) => Read;
  /** The trajectory that goes on for one that was merged. */
  readonly goesOnAs: (trajectory: StudentId) => StudentId;
  readonly recordedAfter: (trajectory: StudentId, day: CalendarDate) => readonly Fact[];
}

const naming: ReadonlySet<VsvListKind> = new Set<VsvListKind>(['A04', 'A14', 'NenR']);
const starting: ReadonlySet<VsvListKind> = new Set<VsvListKind>(['A05', 'NRSP']);

const inCycle = (lists: readonly VsvList[], kinds: ReadonlySet<VsvListKind>): readonly VsvList[] =>
  lists
    .filter(({ kind }) => kinds.has(kind))
    .toSorted((one, other) => one.sequence - other.sequence || one.ordinal - other.ordinal);

type Key = string;
const keyOf = ({ trajectory, person }: Listed, goesOnAs: ReconciliationParts['goesOnAs']): Key =>
  trajectory === undefined ? `person ${person ?? ''}` : goesOnAs(trajectory);

const isPresumed = (read: Read): boolean => 'reading' in read && read.reading.vsv.verdict === 'presumed';

/** Of the events recorded since, those that end a difference. */
const endingEvents = (read: Read, recorded: readonly Fact[]): readonly EventNamed[] =>
  decisive(recorded, 'reading' in read ? read.reading.events : []);

const stateOf: Readonly<Record<Stance, 'agrees' | 'explained' | 'open'>> = {
  agrees: 'agrees',
  explains: 'explained',
  contradicts: 'open',
  unknown: 'open',
};

/** Whom DUO names on any list of the year up to the compared one, as an item each. */
const itemsOfDuo = (
  { knownOn, read, goesOnAs, recordedAfter }: ReconciliationParts,
  cycle: readonly VsvList[],
): readonly Item[] => {
  const last = cycle.at(-1);
  if (!last) return [];
  const firstNamed = new Map<Key, { readonly list: VsvList; readonly listed: Listed }>();
  const lastNamed = new Map<Key, number>();
  cycle.forEach((list, place) => {
    for (const listed of list.named) {
      const key = keyOf(listed, goesOnAs);
      if (!firstNamed.has(key)) firstNamed.set(key, { list, listed });
      lastNamed.set(key, place);
    }
  });
  return [...firstNamed].map(([key, { list, listed }]): Item => {
    const trajectory = listed.trajectory && goesOnAs(listed.trajectory);
    const now = trajectory && read(trajectory, knownOn);
    const as = classOf(now);
    const who = {
      side: 'duo' as const,
      ...(trajectory === undefined
        ? listed.person === undefined
          ? {}
          : { person: listed.person }
        : { trajectory }),
      as,
      since: list.day,
      ageInDays: daysBetween(list.day, knownOn),
    };
    // DUO names him no longer: the list after the last one that did ended it.
    const ended = cycle[(lastNamed.get(key) ?? 0) + 1];
    if (ended) return { ...who, state: 'ended', endedBy: { delivery: ended.id } };
    const state = stateOf[stanceOf(as)];
    if (state === 'open' || trajectory === undefined || now === undefined) return { ...who, state };
    const then = stateOf[stanceOf(classOf(read(trajectory, list.day)))];
    return then === 'open'
      ? {
          ...who,
          state: 'ended',
          endedBy: { events: endingEvents(now, recordedAfter(trajectory, list.day)) },
        }
      : { ...who, state };
  });
};

/** Whom the school presumes, or presumed when the first list came, and DUO does not name. */
const itemsOfSchool = (
  { knownOn, read, goesOnAs, recordedAfter, everybody }: ReconciliationParts,
  cycle: readonly VsvList[],
  start: VsvList | undefined,
): readonly Item[] => {
  const [first, last] = [cycle[0], cycle.at(-1)];
  if (!first || !last) return [];
  const keys = (list: VsvList): ReadonlySet<Key> => new Set(list.named.map((each) => keyOf(each, goesOnAs)));
  const inOrder = cycle.map((list) => ({ id: list.id, on: keys(list) }));
  const [onFirst, onLast] = [inOrder[0]?.on, inOrder.at(-1)?.on];
  const started = start && keys(start);
  return everybody.flatMap((trajectory): readonly Item[] => {
    const now = read(trajectory, knownOn);
    const presumedNow = isPresumed(now);
    const openNow = presumedNow && !onLast?.has(trajectory);
    const openThen = !onFirst?.has(trajectory) && isPresumed(read(trajectory, first.day));
    if (!openNow && !openThen) return [];
    const as: NotListed =
      started && !started.has(trajectory)
        ? 'notInDuosPopulation'
        : 'reading' in now && now.reading.accountsDiffer
          ? 'accountsDiffer'
          : 'duoKnowsMore';
    const since = openThen ? first.day : last.day;
    const who = { side: 'school' as const, trajectory, as, since, ageInDays: daysBetween(since, knownOn) };
    if (openNow) return [{ ...who, state: 'open' }];
    const ending = presumedNow ? inOrder.find(({ on }) => on.has(trajectory)) : undefined;
    return [
      {
        ...who,
        state: 'ended',
        endedBy: ending
          ? { delivery: ending.id }
          : { events: endingEvents(now, recordedAfter(trajectory, first.day)) },
      },
    ];
  });
};

/** DUO's lists of one count year beside what the school knows (DOMAIN.md §5.10 of the specification). */
export const reconciliationOf = (
  parts: ReconciliationParts,
): Pick<Reconciliation, 'lists' | 'compared' | 'vsv' | 'classes' | 'items' | 'populations'> => {
  const { lists, list, knownOn, everybody, read, goesOnAs } = parts;
  const chosen = list === undefined ? undefined : lists.find(({ id }) => id === list);
  const upTo = (kinds: ReadonlySet<VsvListKind>): readonly VsvList[] =>
    inCycle(lists, kinds).filter(({ sequence }) => chosen === undefined || sequence <= chosen.sequence);
  const cycle = upTo(naming);
  const start = upTo(starting).at(-1);
  const last = cycle.at(-1);
  const classes = (last?.named ?? []).map(({ trajectory }) =>
    classOf(trajectory && read(goesOnAs(trajectory), knownOn)),
  );
  const presumed = new Set(everybody.filter((trajectory) => isPresumed(read(trajectory, knownOn))));
  const byDuo = new Set((last?.named ?? []).map((each) => keyOf(each, goesOnAs)));
  return {
    lists: inCycle(lists, new Set([...naming, ...starting])).map(
      ({ id, kind, sequence, day, rows, persons, rejected }) => ({
        delivery: id,
        kind,
        sequence,
        recordedOn: day,
        rows,
        persons,
        rejected,
      }),
    ),
    compared: last?.id ?? null,
    vsv: {
      duo: byDuo.size,
      school: presumed.size,
      both: [...presumed].filter((trajectory) => byDuo.has(trajectory)).length,
    },
    classes: listedClasses
      .map((as) => ({ as, stance: stanceOf(as), count: classes.filter((each) => each === as).length }))
      .filter(({ count }) => count > 0),
    items: [...itemsOfDuo(parts, cycle), ...itemsOfSchool(parts, cycle, start)],
    populations: start
      ? populationsOf(start, everybody, (trajectory) => read(trajectory, knownOn), goesOnAs)
      : null,
  };
};

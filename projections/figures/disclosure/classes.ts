import type { Split, Splits } from '../readings/twin.ts';
import { distance, keyOf, type Profile } from './profile.ts';
import { isolates } from './isolated.ts';

/** Fewer are never told (DOMAIN.md §6 of the specification). */
export const threshold = 5;
/** A value of a split with fewer students has no figures of its own: it would make those of all others coarser. */
const smallestValue = 25;

export interface Somebody {
  readonly profile: Profile;
  readonly splits: Splits;
}

/** Kinds of students that are told apart; each has at least as many as the threshold wherever it is counted. */
export interface Partition {
  readonly classes: readonly (readonly Profile[])[];
  /** Values of the split that have figures of their own. */
  readonly values: ReadonlySet<string>;
}

export interface Part {
  readonly by: Split;
  readonly value: string;
}

/** What of a school year may leave the team. */
export interface Disclosure {
  /** Whether a figure may be told that also counts whoever enrolled after the first peildatum: the jaarresultaat. */
  readonly tellsLater: (part: Part | undefined) => boolean;
  /** Whether it may be told how many in the whole school, or in a part of it, are such: some, and not all of them. */
  readonly tells: (part: Part | undefined, is: (profile: Profile) => boolean) => boolean;
  /** The same of what shares are shares of, which may be everybody. */
  readonly tellsOf: (part: Part | undefined, is: (profile: Profile) => boolean) => boolean;
}

interface Class {
  readonly profiles: readonly Profile[];
  readonly total: number;
  /** How many in each place where the class is counted. */
  readonly counts: readonly number[];
}

const merged = (one: Class, other: Class): Class => ({
  // The larger one first: it stands for both when likeness is asked.
  profiles:
    one.total >= other.total ? [...one.profiles, ...other.profiles] : [...other.profiles, ...one.profiles],
  total: one.total + other.total,
  counts: one.counts.map((count, at) => count + (other.counts[at] ?? 0)),
});

const isTooSmall = ({ counts }: Class): boolean => counts.some((count) => count < threshold);

const unlike = ([one]: readonly Profile[], [other]: readonly Profile[]): number =>
  one && other ? distance(one, other) : 0;

/** Joins classes until each has enough everywhere: the smallest first, with the one that is most like it. */
const coarsened = (begun: readonly Class[]): readonly Class[] => {
  let classes = begun;
  for (;;) {
    const small = classes
      .filter(isTooSmall)
      .reduce<Class | undefined>(
        (least, each) => (least && least.total <= each.total ? least : each),
        undefined,
      );
    if (!small || classes.length === 1) return classes;
    const others = classes.filter((each) => each !== small);
    const [partner] = others.toSorted(
      (one, other) =>
        unlike(small.profiles, one.profiles) - unlike(small.profiles, other.profiles) ||
        one.total - other.total,
    );
    if (!partner) return classes;
    classes = [...others.filter((each) => each !== partner), merged(small, partner)];
  }
};

/** Splits of which one is known from the other: what is told of the one bears on the other. */
const knownFrom: Readonly<Partial<Record<Split, readonly Split[]>>> = { crebo: ['domein', 'niveau'] };

const countsOf = (
  everybody: readonly Somebody[],
  of: (each: Somebody) => string,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const each of everybody) counts.set(of(each), (counts.get(of(each)) ?? 0) + 1);
  return counts;
};

/**
 * The values that have figures of their own. Those that have not hide each other: together they are many enough, and no
 * sum of what is told leaves one of them alone.
 */
const valuesToTell = (everybody: readonly Somebody[], by: Split): ReadonlySet<string> => {
  const sizes = [...countsOf(everybody, ({ splits }) => splits[by])].sort(
    ([one, few], [other, many]) => few - many || (one < other ? -1 : 1),
  );
  const within = (knownFrom[by] ?? []).flatMap((wider) =>
    [...Map.groupBy(everybody, ({ splits }) => splits[wider]).values()].map(
      (members) => new Set(members.map(({ splits }) => splits[by])),
    ),
  );
  const sums = [new Set(sizes.map(([value]) => value)), ...within];
  const hidden = new Set(sizes.filter(([, size]) => size < smallestValue).map(([value]) => value));
  for (;;) {
    const alone = isolates([...hidden], sums);
    const together = sizes.reduce((sum, [value, size]) => sum + (hidden.has(value) ? size : 0), 0);
    if (hidden.size === 0 || (alone.length === 0 && together >= smallestValue)) break;
    const beside = sums.filter((sum) => alone.length === 0 || alone.some((value) => sum.has(value)));
    const next =
      sizes.find(([value]) => !hidden.has(value) && beside.some((sum) => sum.size > 1 && sum.has(value))) ??
      sizes.find(([value]) => !hidden.has(value));
    if (!next) break;
    hidden.add(next[0]);
  }
  return new Set(sizes.map(([value]) => value).filter((value) => !hidden.has(value)));
};

/** From fine to coarse: each partition joins classes of the one before, so that no two of them can be set off against each other. */
const order: readonly (Split | undefined)[] = [
  undefined,
  'leerweg',
  'niveau',
  'landschap',
  'domein',
  'crebo',
];

const partitionsOf = (everybody: readonly Somebody[]): ReadonlyMap<Split | undefined, Partition> => {
  const made = new Map<Split | undefined, Partition>();
  const distinct = new Map(everybody.map(({ profile }) => [keyOf(profile), profile]));
  let before: readonly (readonly Profile[])[] = [...distinct.keys()]
    .toSorted()
    .flatMap((key) => distinct.get(key) ?? [])
    .map((profile) => [profile]);
  for (const by of order) {
    const values = by === undefined ? new Set<string>() : valuesToTell(everybody, by);
    /** Each value that is told is a place of its own, and the others are one together, also within what they are known from. */
    const places = new Map<string, number>();
    const placesOf = ({ splits }: Somebody): readonly string[] => {
      if (by === undefined) return ['all'];
      const value = splits[by];
      if (values.has(value)) return [`=${value}`];
      return ['others', ...(knownFrom[by] ?? []).map((wider) => `others in ${wider} ${splits[wider]}`)];
    };
    const counted = new Map<string, Map<number, number>>();
    for (const each of everybody) {
      const key = keyOf(each.profile);
      const mine = counted.get(key) ?? new Map<number, number>();
      counted.set(key, mine);
      for (const place of placesOf(each)) {
        const at = places.get(place) ?? places.size;
        places.set(place, at);
        mine.set(at, (mine.get(at) ?? 0) + 1);
      }
    }
    const classes = before.map((profiles): Class => {
      const counts = Array.from({ length: places.size }, (_, at) =>
        profiles.reduce((sum, profile) => sum + (counted.get(keyOf(profile))?.get(at) ?? 0), 0),
      );
      return { profiles, counts, total: counts.reduce((sum, count) => sum + count, 0) };
    });
    before = coarsened(classes).map(({ profiles }) => profiles);
    made.set(by, { classes: before, values });
  }
  return made;
};

/**
 * Decides for all reports of a school year at once. Whatever is told is a sum of whole classes, each of five students or
 * more in every place where it is counted; so is whatever can be reckoned from what is told, in one report or in all of
 * them. Therefore nothing small can be recovered, and nothing is ever none or all of a group.
 */
export const disclosureOf = (everybody: readonly Somebody[], enrolledLater: number): Disclosure => {
  const partitions = partitionsOf(everybody);
  /** How many classes are such; nothing when one of them is so in part, or may not be told there. */
  const classesIn = (
    part: Part | undefined,
    is: (profile: Profile) => boolean,
  ): { readonly such: number; readonly all: number } | undefined => {
    const partition = partitions.get(part?.by);
    if (!partition || everybody.length < threshold) return undefined;
    if (part && !partition.values.has(part.value)) return undefined;
    let such = 0;
    for (const profiles of partition.classes) {
      const how = profiles.filter(is).length;
      if (how !== 0 && how !== profiles.length) return undefined;
      if (how > 0) such += 1;
    }
    return { such, all: partition.classes.length };
  };
  return {
    tells: (part, is) => {
      const found = classesIn(part, is);
      return found !== undefined && found.such > 0 && found.such < found.all;
    },
    tellsOf: (part, is) => (classesIn(part, is)?.such ?? 0) > 0,
    // Who is in no class can be reckoned as the rest: there must be nobody, or enough and in one place only.
    tellsLater: (part) => enrolledLater === 0 || (part === undefined && enrolledLater >= threshold),
  };
};

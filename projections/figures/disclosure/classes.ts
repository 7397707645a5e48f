import type { Split, Splits } from '../readings/splits.ts';
import { isolates } from './isolated.ts';

/** Fewer are never told (DOMAIN.md §6 of the specification). */
export const threshold = 5;
/**
 * A value of a split with fewer students than this has no figures of its own: it would make those of all others coarser.
 * Which of these bounds loses the least is tried.
 */
const smallestValues = [25, 50, 100, 200, 400];

export interface Placed<Kind> {
  readonly kind: Kind;
  readonly splits: Splits;
}

/** A question that reports ask of a kind of student, and how much its answer would be missed. */
export interface Asked<Kind> {
  readonly weight: number;
  readonly is: (kind: Kind) => boolean;
}

export interface Part {
  readonly by: Split;
  readonly value: string;
}

/** Kinds of students that are told together: each class has enough of them in every place where it is counted. */
interface Partition<Kind> {
  readonly classes: readonly (readonly Kind[])[];
  /** Values of the split that have figures of their own. */
  readonly values: ReadonlySet<string>;
}

interface Class<Kind> {
  readonly kinds: readonly Kind[];
  readonly total: number;
  /** How many in each place where the class is counted. */
  readonly counts: readonly number[];
}

const merged = <Kind>(one: Class<Kind>, other: Class<Kind>): Class<Kind> => ({
  // The larger one first: it stands for both when it is asked what is lost.
  kinds: one.total >= other.total ? [...one.kinds, ...other.kinds] : [...other.kinds, ...one.kinds],
  total: one.total + other.total,
  counts: one.counts.map((count, at) => count + (other.counts[at] ?? 0)),
});

const isTooSmall = ({ counts }: Class<unknown>): boolean => counts.some((count) => count < threshold);

/** Which questions are still answered by whole classes. */
const answered = <Kind>(
  asked: readonly Asked<Kind>[],
  classes: readonly (readonly Kind[])[],
): readonly Asked<Kind>[] =>
  asked.filter(({ is }) =>
    classes.every((kinds) => {
      const how = kinds.filter(is).length;
      return how === 0 || how === kinds.length;
    }),
  );

/** How much is lost when these two are joined. */
const lossOf = <Kind>(
  asked: readonly Asked<Kind>[],
  { kinds: [one] }: Class<Kind>,
  { kinds: [other] }: Class<Kind>,
): number =>
  one !== undefined && other !== undefined
    ? asked.reduce((loss, { weight, is }) => (is(one) === is(other) ? loss : loss + weight), 0)
    : 0;

/** Joins classes until each has enough everywhere: the smallest first, with the one by which the least is lost. */
const coarsened = <Kind>(
  begun: readonly Class<Kind>[],
  questions: readonly Asked<Kind>[],
): readonly Class<Kind>[] => {
  let classes = begun;
  // Of a question that a class answers in part, nothing is lost any more.
  let asked = answered(
    questions,
    classes.map(({ kinds }) => kinds),
  );
  for (;;) {
    const small = classes
      .filter(isTooSmall)
      .reduce<Class<Kind> | undefined>(
        (least, each) => (least && least.total <= each.total ? least : each),
        undefined,
      );
    if (!small || classes.length === 1) return classes;
    const others = classes.filter((each) => each !== small);
    const partner = others.reduce<{ readonly class: Class<Kind>; readonly loss: number } | undefined>(
      (best, each) => {
        const loss = lossOf(asked, small, each);
        return best && (best.loss < loss || (best.loss === loss && best.class.total <= each.total))
          ? best
          : { class: each, loss };
      },
      undefined,
    );
    if (!partner) return classes;
    const joined = merged(small, partner.class);
    classes = [...others.filter((each) => each !== partner.class), joined];
    asked = answered(asked, [joined.kinds]);
  }
};

/** Splits of which one is known from the other: what is told of the one bears on the other. */
const knownFrom: Readonly<Partial<Record<Split, readonly Split[]>>> = { crebo: ['domein', 'niveau'] };

type Everybody<Kind> = readonly Placed<Kind>[];

/**
 * The values that have figures of their own. Those that have not hide each other: together they are many enough, and no
 * sum of what is told leaves one of them alone.
 */
const valuesToTell = (
  everybody: Everybody<unknown>,
  by: Split,
  smallestValue: number,
): ReadonlySet<string> => {
  const sizes = [...Map.groupBy(everybody, ({ splits }) => splits[by])]
    .map(([value, members]) => [value, members.length] as const)
    .sort(([one, few], [other, many]) => few - many || (one < other ? -1 : 1));
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

/**
 * From fine to coarse: each joins classes of the one before, so that no two can be set off against each other. Splits by what
 * tells of the path are not among them: nothing of those is told (docs/decisions/0031).
 */
const order: readonly (Split | undefined)[] = [
  undefined,
  'leerweg',
  'niveau',
  'landschap',
  'domein',
  'crebo',
];

/** Each value that is told is a place of its own; the others are one together, also within what they are known from. */
const placesOf = (splits: Splits, by: Split | undefined, values: ReadonlySet<string>): readonly string[] => {
  if (by === undefined) return ['all'];
  if (values.has(splits[by])) return [`=${splits[by]}`];
  return ['others', ...(knownFrom[by] ?? []).map((wider) => `others in ${wider} ${splits[wider]}`)];
};

/** Classes of the partition before, joined as far as these values of the split need. */
const partitionOf = <Kind>(
  everybody: Everybody<Kind>,
  by: Split | undefined,
  values: ReadonlySet<string>,
  before: Partition<Kind>['classes'],
  questions: readonly Asked<Kind>[],
): Partition<Kind> => {
  const classOf = new Map(before.flatMap((kinds, index) => kinds.map((kind) => [kind, index] as const)));
  const places = new Map<string, number>();
  const counts = before.map((): number[] => []);
  for (const { kind, splits } of everybody) {
    const mine = counts[classOf.get(kind) ?? -1];
    if (!mine) throw new Error('every kind is in a class');
    for (const place of placesOf(splits, by, values)) {
      const at = places.get(place) ?? places.size;
      places.set(place, at);
      mine[at] = (mine[at] ?? 0) + 1;
    }
  }
  const classes = before.map((kinds, index): Class<Kind> => {
    const mine = Array.from({ length: places.size }, (_, at) => counts[index]?.[at] ?? 0);
    return { kinds, counts: mine, total: mine.reduce((sum, count) => sum + count, 0) };
  });
  return { classes: coarsened(classes, questions).map(({ kinds }) => kinds), values };
};

/** What is told, by what it would be missed and of how many students it is. */
const worthOf = <Kind>(
  { classes, values }: Partition<Kind>,
  by: Split,
  everybody: Everybody<Kind>,
  questions: readonly Asked<Kind>[],
): number => {
  const told = answered(questions, classes).reduce((sum, { weight }) => sum + weight, 0);
  // That there is a figure at all is worth something too.
  return everybody.filter(({ splits }) => values.has(splits[by])).length * (1 + told);
};

/** What of one topic may be told. */
export interface Topic<Kind> {
  /** How many classes in a part are such; nothing when one of them is so in part, or when nothing is told there. */
  readonly classesIn: (
    part: Part | undefined,
    is: (kind: Kind) => boolean | undefined,
  ) => { readonly such: number; readonly all: number } | undefined;
}

/** Kinds must be one object each: equal kinds are the same. */
export const topicOf = <Kind>(
  everybody: Everybody<Kind>,
  kinds: readonly Kind[],
  questions: readonly Asked<Kind>[],
): Topic<Kind> => {
  const partitions = new Map<Split | undefined, Partition<Kind>>();
  let before: Partition<Kind>['classes'] = kinds.map((kind) => [kind]);
  for (const by of order) {
    const tried =
      by === undefined
        ? [partitionOf(everybody, by, new Set(), before, questions)]
        : smallestValues.map((least) =>
            partitionOf(everybody, by, valuesToTell(everybody, by, least), before, questions),
          );
    const best = tried.reduce((one, other) =>
      by !== undefined && worthOf(other, by, everybody, questions) > worthOf(one, by, everybody, questions)
        ? other
        : one,
    );
    partitions.set(by, best);
    before = best.classes;
  }
  return {
    classesIn: (part, is) => {
      const partition = partitions.get(part?.by);
      if (!partition || everybody.length < threshold) return undefined;
      if (part && !partition.values.has(part.value)) return undefined;
      let such = 0;
      let all = 0;
      for (const kindsOf of partition.classes) {
        const said = new Set(kindsOf.map(is).filter((each) => each !== undefined));
        if (said.size > 1) return undefined;
        if (said.size === 1) all += 1;
        if (said.has(true)) such += 1;
      }
      return { such, all };
    },
  };
};

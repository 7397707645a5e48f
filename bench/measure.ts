/** One line of the answer. `ratio` is value / limit; `goal` is what it must be: at least, or `at most` for a time or a size. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the limit is, measured in the same run, or a ceiling that was set. */
  readonly against?: string;
  readonly limit?: number;
  readonly ratio?: number;
  readonly goal?: number;
  readonly met?: boolean;
}

/** Says on standard error how far it is. */
export type Progress = (text: string) => void;

export interface Bench {
  readonly measures: (progress: Progress) => AsyncIterable<Measure>;
}

export const rounds = 3;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new RangeError('the median of nothing');
  return (low + high) / 2;
};

/** Three rounds of the same, one after the other, so that what disturbs one thing disturbs its peer as well. */
export const threeRounds = async <T>(round: (number: number) => Promise<T>): Promise<readonly T[]> => {
  const results: T[] = [];
  for (let number = 1; number <= rounds; number++) results.push(await round(number));
  return results;
};

/** How much of a limit was reached: the median of the ratios of the rounds, at least `goal`. */
export const share = (
  name: string,
  unit: string,
  against: string,
  results: readonly { readonly value: number; readonly limit: number }[],
  goal?: number,
): Measure => {
  const ratio = median(results.map(({ value, limit }) => value / limit));
  return {
    name,
    value: median(results.map(({ value }) => value)),
    unit,
    against,
    limit: median(results.map(({ limit }) => limit)),
    ratio,
    ...(goal !== undefined && { goal, met: ratio >= goal }),
  };
};

/** A time or a size that must stay below a ceiling. */
export const atMost = (name: string, unit: string, values: readonly number[], ceiling: number): Measure => {
  const value = median(values);
  return {
    name,
    value,
    unit,
    against: 'at most',
    limit: ceiling,
    ratio: value / ceiling,
    goal: 1,
    met: value <= ceiling,
  };
};

/** A figure that is printed for what it is. */
export const plain = (name: string, unit: string, values: readonly number[]): Measure => ({
  name,
  value: median(values),
  unit,
});

/** The value below which `part` of the values lie (nearest rank). */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('a quantile of nothing');
  return found;
};

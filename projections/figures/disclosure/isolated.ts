/** A prime below 2²⁶: a product of two remainders is exact in a double. */
const prime = 67_108_859;

const inverse = (value: number): number => {
  let [one, other, x, y] = [value, prime, 1, 0];
  while (other !== 0) {
    const times = Math.floor(one / other);
    [one, other, x, y] = [other, one - times * other, y, x - times * y];
  }
  return ((x % prime) + prime) % prime;
};

/**
 * Which of these can be reckoned alone from the sums that are known, when only these are not: each sum counts some of
 * them. By elimination modulo a prime: a value is alone when a row is left with it and nothing else.
 */
export const isolates = (
  hidden: readonly string[],
  sums: readonly ReadonlySet<string>[],
): readonly string[] => {
  const rows = sums.map((sum) => hidden.map((value): number => (sum.has(value) ? 1 : 0)));
  const done: number[][] = [];
  let left = rows.filter((row) => row.some((value) => value !== 0));
  for (const column of hidden.keys()) {
    const pivot = left.find((row) => row[column] !== 0);
    if (!pivot) continue;
    const scale = inverse(pivot[column] ?? 1);
    const unit = pivot.map((value) => (value * scale) % prime);
    const without = (row: readonly number[]): number[] => {
      const times = row[column] ?? 0;
      return times === 0
        ? [...row]
        : row.map((value, at) => (((value - times * (unit[at] ?? 0)) % prime) + prime) % prime);
    };
    left = left
      .filter((row) => row !== pivot)
      .map(without)
      .filter((row) => row.some((value) => value !== 0));
    done.splice(0, done.length, ...done.map(without), unit);
  }
  return done.flatMap((row) => {
    const some = [...row.keys()].filter((at) => row[at] !== 0);
    const [only] = some;
    return some.length === 1 && only !== undefined ? [hidden[only] ?? ''] : [];
  });
};

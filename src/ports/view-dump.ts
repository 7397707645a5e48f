import type { Value } from '../kernel/projection.ts';
import type { Comparison, Parked } from './view-store.ts';

const parkedTable = 'parked';

/** A row of a canonical dump: table, key, place and values. No position: it is the store's own. */
export const dumpLine = (table: string, values: readonly Value[]): string =>
  JSON.stringify([table, ...values]);

export const parkedLine = ({ key, event, type, later }: Parked): string =>
  JSON.stringify([parkedTable, key, 0, event, type, later]);

/** Lines of a dump come by table; per table and key they lie together, in order of key. */
const groups = function* (lines: Iterable<string>): Generator<{ table: string; key: string; text: string }> {
  let table = '';
  let key = '';
  let text: string[] = [];
  for (const line of lines) {
    const [of, about] = JSON.parse(line) as [string, string];
    if ((of !== table || about !== key) && text.length > 0) {
      yield { table, key, text: text.join('\n') };
      text = [];
    }
    table = of;
    key = about;
    text.push(line);
  }
  if (text.length > 0) yield { table, key, text: text.join('\n') };
};

/** Walks two dumps of the same tables side by side, key by key. */
export const compareLines = (
  tables: readonly string[],
  first: Iterable<string>,
  second: Iterable<string>,
): Comparison => {
  const keys = new Set<string>();
  const onlyInFirst = new Set<string>();
  const onlyInSecond = new Set<string>();
  const different = new Set<string>();
  const order = [...tables, parkedTable];
  const one = groups(first)[Symbol.iterator]();
  const two = groups(second)[Symbol.iterator]();
  let left = one.next();
  let right = two.next();
  while (!left.done || !right.done) {
    const ahead = left.done
      ? 1
      : right.done
        ? -1
        : order.indexOf(left.value.table) - order.indexOf(right.value.table) ||
          (left.value.key < right.value.key ? -1 : left.value.key > right.value.key ? 1 : 0);
    if (ahead <= 0 && !left.done) {
      keys.add(left.value.key);
      if (ahead < 0) onlyInFirst.add(left.value.key);
      else if (!right.done && left.value.text !== right.value.text) different.add(left.value.key);
    }
    if (ahead > 0 && !right.done) {
      keys.add(right.value.key);
      onlyInSecond.add(right.value.key);
    }
    if (ahead <= 0) left = one.next();
    if (ahead >= 0) right = two.next();
  }
  return {
    keys: keys.size,
    onlyInFirst: [...onlyInFirst],
    onlyInSecond: [...onlyInSecond],
    different: [...different],
  };
};

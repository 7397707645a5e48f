import type { Comparison, ViewShape } from '../../ports/view-store.ts';
import type { Connection } from './connection.ts';
import { mostRowsOfAKey, quoted } from './view-file.ts';

const place = (table: string, keys: string): string => `${table}.row - ${keys}.id * ${mostRowsOfAKey}`;

const ofKey = (table: string, keys: string): string =>
  `${table}.row BETWEEN ${keys}.id * ${mostRowsOfAKey} AND ${keys}.id * ${mostRowsOfAKey} + ${mostRowsOfAKey - 1}`;

/** Keys of both of which a row of this table is not the same, or is there in one of the two only. */
const differing = ({ name, columns }: ViewShape['tables'][number]): string => {
  const table = quoted(name);
  const otherwise = columns.map((column) => `one.${quoted(column)} IS NOT two.${quoted(column)}`);
  const missing = (from: string, keys: string, to: string, others: string): string => `EXISTS (
    SELECT 1 FROM ${from}.${table} AS one
    LEFT JOIN ${to}.${table} AS two ON two.row = ${place('one', keys)} + ${others}.id * ${mostRowsOfAKey}
    WHERE ${ofKey('one', keys)} AND (${['two.row IS NULL', ...otherwise].join(' OR ')}))`;
  return `SELECT here.key AS key FROM main.view_keys AS here JOIN other.view_keys AS there ON there.key = here.key
    WHERE ${missing('main', 'here', 'other', 'there')} OR ${missing('other', 'there', 'main', 'here')}`;
};

/** Keys that have rows, or are parked. */
const saying = (file: string, { tables }: ViewShape): string =>
  [
    ...tables.map(
      ({ name }) =>
        `SELECT key FROM ${file}.view_keys AS keys WHERE EXISTS (SELECT 1 FROM ${file}.${quoted(name)} AS one WHERE ${ofKey('one', 'keys')})`,
    ),
    `SELECT key FROM ${file}.view_parked`,
  ].join(' UNION ');

const parkedOtherwise = (one: string, two: string): string =>
  `SELECT key FROM (SELECT key, event, type, later FROM ${one}.view_parked EXCEPT SELECT key, event, type, later FROM ${two}.view_parked)`;

/** Compares two files inside the database: a million rows are looked at without taking any of them out. */
export const compareFiles = (connection: Connection, second: string, shape: ViewShape): Comparison => {
  connection.prepare('ATTACH DATABASE ? AS other').run(second);
  const keys = (sql: string): Set<string> => {
    const statement = connection.prepare(sql);
    statement.setReturnArrays(true);
    return new Set((statement.all() as unknown as [string][]).map(([key]) => key));
  };
  const [first, last] = [keys(saying('main', shape)), keys(saying('other', shape))];
  const different = new Set([
    ...shape.tables.flatMap((table) => [...keys(differing(table))]),
    ...keys(`${parkedOtherwise('main', 'other')} UNION ${parkedOtherwise('other', 'main')}`),
  ]);
  const notIn = (others: ReadonlySet<string>) => (key: string) => !others.has(key);
  const onlyInSecond = [...last].filter(notIn(first)).sort();
  return {
    keys: first.size + onlyInSecond.length,
    onlyInFirst: [...first].filter(notIn(last)).sort(),
    onlyInSecond,
    different: [...different].filter((key) => first.has(key) && last.has(key)).sort(),
  };
};

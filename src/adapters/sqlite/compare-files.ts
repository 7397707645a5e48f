import type { Comparison } from '../../ports/view-store.ts';
import type { Connection } from './connection.ts';
import { noRows } from './view-file.ts';

/** What each key says: the digest of its rows, and what of it is parked. */
const saidBy = (connection: Connection, file: string): ReadonlyMap<string, string> => {
  const said = new Map<string, string>();
  const read = (sql: string): void => {
    const statement = connection.prepare(sql);
    statement.setReturnArrays(true);
    for (const [key, digest] of statement.all() as unknown as [string, string][])
      said.set(key, `${said.get(key) ?? ''}${digest}`);
  };
  read(`SELECT key, digest FROM ${file}.view_keys WHERE digest <> '${noRows}'`);
  read(`SELECT key, event || ' ' || type || ' ' || later FROM ${file}.view_parked`);
  return said;
};

/** Compares two files key by key, by the digests that were written with the rows. */
export const compareFiles = (connection: Connection, second: string): Comparison => {
  connection.prepare('ATTACH DATABASE ? AS other').run(second);
  const [here, there] = [saidBy(connection, 'main'), saidBy(connection, 'other')];
  const onlyInSecond = [...there.keys()].filter((key) => !here.has(key)).sort();
  return {
    keys: here.size + onlyInSecond.length,
    onlyInFirst: [...here.keys()].filter((key) => !there.has(key)).sort(),
    onlyInSecond,
    different: [...here]
      .filter(([key, said]) => there.has(key) && there.get(key) !== said)
      .map(([key]) => key)
      .sort(),
  };
};

import { hash } from 'node:crypto';
import type { KeyedRow, Looking, Rows, Value, ViewRows } from '../../kernel/projection.ts';
import type { Uuid } from '../../kernel/message.ts';
import type { Change, Checkpoint, Join, Parked, ViewShape } from '../../ports/view-store.ts';
import type { Connection, SQLInputValue, StatementSync } from './connection.ts';

/** Rows of a key lie together: a row's number is its key's number and its place among the key's rows. */
export const mostRowsOfAKey = 2 ** 20;

/** Names come from projections, not from outside; quoting them is enough. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const columnList = (columns: readonly string[]): string =>
  columns.map((name) => `, ${quoted(name)}`).join('');

export const createTables = (connection: Connection, shape: ViewShape): void => {
  connection.exec(`
    CREATE TABLE view_checkpoints (
      which TEXT PRIMARY KEY, position TEXT NOT NULL, ordinal INTEGER NOT NULL, hash TEXT NOT NULL
    ) STRICT;
    CREATE TABLE view_parked (
      key TEXT PRIMARY KEY, event TEXT NOT NULL, stream TEXT NOT NULL, type TEXT NOT NULL,
      position TEXT NOT NULL, error TEXT NOT NULL, later INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE view_joins (source TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (source, target)) STRICT;
    CREATE TABLE view_keys (id INTEGER PRIMARY KEY, key TEXT NOT NULL, digest TEXT NOT NULL) STRICT;
  `);
  for (const { name, columns } of shape.tables)
    connection.exec(`CREATE TABLE ${quoted(name)} (row INTEGER PRIMARY KEY${columnList(columns)})`);
};

/** Last, because filling a table without indexes and sorting once is cheaper than keeping them in order. */
export const createIndexes = (connection: Connection, shape: ViewShape): void => {
  connection.exec('CREATE UNIQUE INDEX view_keys_key ON view_keys (key)');
  for (const { name, indexes } of shape.tables)
    for (const [number, columns] of indexes.entries())
      connection.exec(
        `CREATE INDEX ${quoted(`${name}_${number}`)} ON ${quoted(name)} (${columns.map(quoted).join(', ')})`,
      );
};

interface TableStatements {
  readonly name: string;
  readonly columns: readonly string[];
  readonly insert: StatementSync;
  readonly rowsOf: StatementSync;
  readonly cut: StatementSync;
}

/** The values of a row, in the order of the columns. */
type Values = readonly Value[];
/** As it is stored: behind its number. */
type Raw = readonly SQLInputValue[];

const same = (old: Raw, values: Values): boolean => values.every((value, index) => old[index + 1] === value);

/** Writes the rows of keys, over a connection whose transaction is the caller's. */
export class RowWriter {
  readonly #tables: readonly TableStatements[];
  readonly #findKey: StatementSync;
  readonly #insertKey: StatementSync;
  readonly #setDigest: StatementSync;

  constructor(connection: Connection, shape: ViewShape) {
    this.#findKey = connection.prepare('SELECT id FROM view_keys WHERE key = ?');
    this.#insertKey = connection.prepare('INSERT INTO view_keys (key, digest) VALUES (?, ?)');
    this.#setDigest = connection.prepare('UPDATE view_keys SET digest = ? WHERE id = ?');
    this.#tables = shape.tables.map(({ name, columns }) => {
      const rowsOf = connection.prepare(
        `SELECT row${columnList(columns)} FROM ${quoted(name)} WHERE row BETWEEN ? AND ? ORDER BY row`,
      );
      rowsOf.setReturnArrays(true);
      return {
        name,
        columns,
        rowsOf,
        insert: connection.prepare(
          `INSERT OR REPLACE INTO ${quoted(name)} (row${columnList(columns)}) VALUES (?${', ?'.repeat(columns.length)})`,
        ),
        cut: connection.prepare(`DELETE FROM ${quoted(name)} WHERE row BETWEEN ? AND ?`),
      };
    });
  }

  #valuesOf(rows: Rows): readonly (readonly Values[])[] {
    return this.#tables.map(({ name, columns }) =>
      (rows[name] ?? []).map((row) => columns.map((column) => row[column] ?? null)),
    );
  }

  /** SHA-256 over all values of a key: two versions are compared by it, not row by row. */
  #digestOf(all: readonly (readonly Values[])[]): string {
    let text = '';
    for (const [index, { name }] of this.#tables.entries())
      for (const values of all[index] ?? []) {
        text += `|${name}`;
        for (const value of values) text += sizedText(value);
      }
    return text === '' ? noRows : hash('sha256', text, 'base64');
  }

  keyNumber(key: string): number | undefined {
    return this.#findKey.get(key)?.['id'] as number | undefined;
  }

  /** The rows of a key that is not there yet; a key without rows stays away. */
  add(key: string, rows: Rows): void {
    this.#add(key, this.#valuesOf(rows));
  }

  /** Only rows that differ are written. */
  replace(key: string, rows: Rows): void {
    const all = this.#valuesOf(rows);
    const known = this.keyNumber(key);
    if (known === undefined) {
      this.#add(key, all);
      return;
    }
    this.#setDigest.run(this.#digestOf(all), known);
    const first = known * mostRowsOfAKey;
    const last = first + mostRowsOfAKey - 1;
    for (const [index, { rowsOf, insert, cut }] of this.#tables.entries()) {
      const old = rowsOf.all(first, last) as unknown as Raw[];
      const wanted = all[index] ?? [];
      for (const [place, values] of wanted.entries()) {
        const before = old[place];
        if (!before || !same(before, values)) insert.run(first + place, ...values);
      }
      if (old.length > wanted.length) cut.run(first + wanted.length, last);
    }
  }

  #add(key: string, all: readonly (readonly Values[])[]): void {
    const digest = this.#digestOf(all);
    if (digest === noRows) return;
    const first = Number(this.#insertKey.run(key, digest).lastInsertRowid) * mostRowsOfAKey;
    for (const [index, { name, insert }] of this.#tables.entries()) {
      let at = first;
      for (const values of all[index] ?? []) insert.run(at++, ...values);
      if (at - first > mostRowsOfAKey) throw new RangeError(`${name}: too many rows of one key`);
    }
  }
}

/** The digest of a key without rows. */
export const noRows = '';

const sizedText = (value: Value): string =>
  typeof value === 'string' ? `t${value.length}:${value}` : value === null ? '-' : `n${value};`;

/** The bookkeeping of a view: checkpoints, what is parked, which stories are joined. */
export class Bookkeeping {
  readonly #connection: Connection;
  readonly #checkpoint: StatementSync;
  readonly #setCheckpoint: StatementSync;
  readonly #park: StatementSync;
  readonly #free: StatementSync;
  readonly #join: StatementSync;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#checkpoint = connection.prepare('SELECT * FROM view_checkpoints WHERE which = ?');
    this.#setCheckpoint = connection.prepare('INSERT OR REPLACE INTO view_checkpoints VALUES (?, ?, ?, ?)');
    this.#park = connection.prepare('INSERT OR REPLACE INTO view_parked VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#free = connection.prepare('DELETE FROM view_parked WHERE key = ?');
    this.#join = connection.prepare('INSERT OR IGNORE INTO view_joins VALUES (?, ?)');
  }

  checkpoint(which: 'last' | 'before' = 'last'): Checkpoint | undefined {
    const found = this.#checkpoint.get(which);
    return found
      ? {
          position: BigInt(String(found['position'])),
          ordinal: Number(found['ordinal']),
          hash: String(found['hash']),
        }
      : undefined;
  }

  move(from: Checkpoint | undefined, to: Checkpoint): void {
    if (from) this.#setCheckpoint.run('before', String(from.position), from.ordinal, from.hash);
    this.#setCheckpoint.run('last', String(to.position), to.ordinal, to.hash);
  }

  note({ parked, freed, joins }: Omit<Change, 'rows'>): void {
    for (const key of freed) this.#free.run(key);
    for (const { key, event, stream, type, position, error, later } of parked)
      this.#park.run(key, event, stream, type, String(position), error, later);
    for (const { from, into } of joins) this.#join.run(from, into);
  }

  parked(): Parked[] {
    return this.#connection
      .prepare('SELECT * FROM view_parked ORDER BY key')
      .all()
      .map((each) => ({
        key: String(each['key']),
        event: String(each['event']) as Uuid,
        stream: String(each['stream']),
        type: String(each['type']),
        position: BigInt(String(each['position'])),
        error: String(each['error']),
        later: Number(each['later']),
      }));
  }

  joins(): Join[] {
    return this.#connection
      .prepare('SELECT source, target FROM view_joins ORDER BY source, target')
      .all()
      .map((each) => ({ from: String(each['source']), into: String(each['target']) }));
  }
}

/** Reads rows; each shape of a question is prepared once. */
export class RowReader implements ViewRows {
  readonly #connection: Connection;
  readonly #statements = new Map<string, StatementSync>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  find(table: string, { where = {}, after, limit }: Looking): readonly KeyedRow[] {
    const { sql, values } = condition(table, where, after);
    const found = this.#statement(
      `SELECT view_keys.key AS key, ${quoted(table)}.* ${sql} ORDER BY view_keys.key, row LIMIT ?`,
    ).all(...values, limit ?? -1) as Record<string, Value>[];
    return found.map(({ row: _row, ...each }) => each as KeyedRow);
  }

  count(table: string, where: Readonly<Record<string, Value>>): number {
    const { sql, values } = condition(table, where, undefined);
    return Number(this.#statement(`SELECT count(*) AS n ${sql}`).get(...values)?.['n']);
  }

  upTo(table: string, column: string, most: string | number, limit: number): readonly KeyedRow[] {
    const found = this.#statement(
      `SELECT view_keys.key AS key, ${quoted(table)}.* FROM ${quoted(table)}
       JOIN view_keys ON view_keys.id = row / ${mostRowsOfAKey}
       WHERE ${quoted(table)}.${quoted(column)} <= ? ORDER BY ${quoted(table)}.${quoted(column)}, row LIMIT ?`,
    ).all(most, limit) as Record<string, Value>[];
    return found.map(({ row: _row, ...each }) => each as KeyedRow);
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const prepared = this.#connection.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

const condition = (
  table: string,
  where: Readonly<Record<string, Value>>,
  after: string | undefined,
): { readonly sql: string; readonly values: SQLInputValue[] } => {
  const { key, ...columns } = where;
  const named = Object.entries(columns);
  const values: SQLInputValue[] = [];
  const conditions: string[] = [];
  if (key !== undefined) {
    conditions.push('view_keys.key = ?');
    values.push(key);
  }
  for (const [column, value] of named) {
    conditions.push(`${quoted(table)}.${quoted(column)} IS ?`);
    values.push(value);
  }
  if (after !== undefined) {
    conditions.push('view_keys.key > ?');
    values.push(after);
  }
  const rowsOfKey = `row BETWEEN view_keys.id * ${mostRowsOfAKey} AND view_keys.id * ${mostRowsOfAKey} + ${mostRowsOfAKey - 1}`;
  const join =
    named.length > 0
      ? `FROM ${quoted(table)} JOIN view_keys ON view_keys.id = row / ${mostRowsOfAKey}`
      : `FROM view_keys JOIN ${quoted(table)} ON ${rowsOfKey}`;
  return {
    sql: conditions.length > 0 ? `${join} WHERE ${conditions.join(' AND ')}` : join,
    values,
  };
};

/** Every row, key by key, as arrays: key, place, values. */
export const everyRow = (
  connection: Connection,
  { name, columns }: ViewShape['tables'][number],
): Iterable<readonly Value[]> => {
  const statement = connection.prepare(
    `SELECT view_keys.key, row % ${mostRowsOfAKey}${columnList(columns)} FROM view_keys
     JOIN ${quoted(name)} ON row BETWEEN view_keys.id * ${mostRowsOfAKey} AND view_keys.id * ${mostRowsOfAKey} + ${mostRowsOfAKey - 1}
     ORDER BY view_keys.key, row`,
  );
  statement.setReturnArrays(true);
  return statement.iterate() as unknown as Iterable<readonly Value[]>;
};

import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export type { SQLInputValue, StatementSync };
export type Connection = DatabaseSync;

/** FULL: a commit is on disk when it returns. NORMAL: a power cut may take the last commits away (read models only). */
export type Durability = 'FULL' | 'NORMAL';

const levels = { FULL: 2, NORMAL: 1 } as const;

/** The first release without the WAL-reset bug, which could corrupt a log with two connections (sqlite.org/wal.html). */
const oldestVersion = [3, 51, 3] as const;

const busyTimeout = 2_000;
const cacheKibibytes = 32_768;
/** What stays of the write-ahead log after a checkpoint. */
const largestWal = 32 * 1_024 * 1_024;

const isOlder = (version: string): boolean => {
  const parts = version.split('.').map(Number);
  for (const [index, least] of oldestVersion.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part < least;
  }
  return false;
};

const assert = (connection: Connection, file: string, pragma: string, wanted: string | number): void => {
  const found: unknown = Object.values(connection.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
  if (found !== wanted) throw new Error(`${file}: PRAGMA ${pragma} is ${String(found)} and not ${wanted}`);
};

/**
 * The one place where a database is opened. What it sets it reads back, every time: a build of SQLite may
 * keep `synchronous` for the connection that creates a file and forget it for the one that opens it again.
 */
export const openConnection = ({
  file,
  readOnly = false,
  durability = 'FULL',
}: {
  readonly file: string;
  readonly readOnly?: boolean;
  readonly durability?: Durability;
}): Connection => {
  const connection = new DatabaseSync(file, { readOnly, timeout: busyTimeout });
  try {
    const { version } = connection.prepare('SELECT sqlite_version() AS version').get() ?? {};
    if (isOlder(String(version)))
      throw new Error(`SQLite ${String(version)} is too old: at least ${oldestVersion.join('.')} is needed`);
    if (!readOnly) connection.exec('PRAGMA journal_mode = WAL');
    connection.exec(`
      PRAGMA synchronous = ${durability};
      PRAGMA fullfsync = ON;
      PRAGMA checkpoint_fullfsync = ON;
      PRAGMA foreign_keys = ON;
      PRAGMA mmap_size = 0;
      PRAGMA cache_size = -${cacheKibibytes};
      PRAGMA journal_size_limit = ${largestWal};
    `);
    assert(connection, file, 'journal_mode', 'wal');
    assert(connection, file, 'synchronous', levels[durability]);
    assert(connection, file, 'foreign_keys', 1);
    assert(connection, file, 'mmap_size', 0);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
};

const primaryCode = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;

/** Another connection holds the lock: nothing was written. */
export const isBusy = (error: unknown): boolean => primaryCode(error) === 5;

/** The disk, or what was allowed of it, is full: the transaction did not happen. */
export const isFull = (error: unknown): boolean => primaryCode(error) === 13;

import type { Connection } from './connection.ts';

/** `Wiss` in ASCII: tells our log from another program's database. */
const applicationId = 0x57697373;
const schemaVersion = 1;

/**
 * AUTOINCREMENT never gives a position twice. There is no unique index on ids: it halves the rate at a
 * million events, and ids are compared at the expected revisions instead.
 */
const tables = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    data TEXT NOT NULL,
    meta TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};
`;

const pragma = (connection: Connection, name: string): unknown =>
  Object.values(connection.prepare(`PRAGMA ${name}`).get() ?? {})[0];

const isEmpty = (connection: Connection): boolean =>
  connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;

/** Whether the file holds a log of ours that this build can read; an empty database holds none yet. */
export const holdsLog = (connection: Connection, file: string): boolean => {
  if (isEmpty(connection)) return false;
  if (pragma(connection, 'application_id') !== applicationId)
    throw new Error(`${file} is a database of another program; choose another data folder`);
  const version = pragma(connection, 'user_version');
  if (version !== schemaVersion)
    throw new Error(`${file} was written by a later build (schema ${String(version)}); use that build`);
  return true;
};

export const createLog = (connection: Connection): void => {
  connection.exec(`BEGIN IMMEDIATE; ${tables} COMMIT;`);
};

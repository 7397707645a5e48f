import type { InstitutionData } from '../events.ts';
import { calendar2026v1 } from './calendar-2026-1.ts';
import { catalogue2026v1 } from './catalogue-2026-1.ts';
import { norms2026v1 } from './norms-2026-1.ts';

export type TableName = InstitutionData['TableAdopted']['table'];

/** A table that ships with the software: facts as rows of text, under a version and the hash of that text. */
export interface ShippedTable {
  readonly table: TableName;
  readonly version: string;
  /** SHA-256 of the text in UTF-8, in hex. */
  readonly hash: string;
  readonly text: string;
}

/** All versions that ever shipped, oldest first. Rows are never changed: a store may have adopted them. */
export const shippedVersions: readonly ShippedTable[] = [
  {
    table: 'catalogue',
    version: '2026.1',
    hash: 'edb3b56f02bde1184b1b2ee7de64a8388a3aaf9515b82557222518292a88bd31',
    text: catalogue2026v1,
  },
  {
    table: 'calendar',
    version: '2026.1',
    hash: 'c539d0d896fb7b5e140efd098218cf60130b1574cb582d26acaa4ea58be81b23',
    text: calendar2026v1,
  },
  {
    table: 'norms',
    version: '2026.1',
    hash: '376098ab5018f73ce6861c78e31d3fa6d351f8a9d0e757a63b31fb4b42118336',
    text: norms2026v1,
  },
];

const tableNames: readonly TableName[] = ['catalogue', 'calendar', 'norms'];

const current = (table: TableName): ShippedTable => {
  const found = shippedVersions.findLast((each) => each.table === table);
  if (!found) throw new Error(`no ${table} ships with this build`);
  return found;
};

/** The latest version of each table: what a new store adopts. */
export const shippedTables = (): readonly Omit<ShippedTable, 'text'>[] =>
  tableNames.map((name) => {
    const { table, version, hash } = current(name);
    return { table, version, hash };
  });

export const shippedVersion = (table: TableName, version: string): ShippedTable | undefined =>
  shippedVersions.find((each) => each.table === table && each.version === version);

/** Adopted tables only, or with the shipped ones standing in for what no event has adopted yet. */
export type TableMode = 'shippedToo' | 'adoptedOnly';

/** The table that holds for whoever adopted this version; `undefined` when there is none. */
export const tableInForce = (
  table: TableName,
  adopted: string | undefined,
  mode: TableMode,
): ShippedTable | undefined => {
  if (adopted === undefined) return mode === 'adoptedOnly' ? undefined : current(table);
  const found = shippedVersion(table, adopted);
  if (!found)
    throw new Error(`version ${adopted} of the ${table} is adopted in this log and is not in this build`);
  return found;
};

import type { Niveau } from './ids.ts';
import type { Institution } from './state.ts';
import { type ShippedTable, tableInForce, type TableMode } from './tables/shipped.ts';

export interface Norms {
  /** The norm of VSV in percent for a count year (1 October y to 1 October y+1); none published: absent. */
  readonly vsv: (year: number, niveau: Niveau) => number | undefined;
  /** Reasons of leaving by the code that the register uses. A code that is not among them is kept all the same. */
  readonly leavingReasons: ReadonlyMap<string, string>;
}

const read = (table: ShippedTable | undefined): Norms => {
  const rows = table?.text.split('\n').map((row) => row.split(';')) ?? [];
  const norms = new Map(
    rows.flatMap(([kind, year, niveau, percent]) =>
      kind === 'v' ? [[`${year}/${niveau}`, Number(percent)] as const] : [],
    ),
  );
  return {
    vsv: (year, niveau) => norms.get(`${year}/${niveau}`),
    leavingReasons: new Map(
      rows.flatMap(([kind, code = '', meaning = '']) => (kind === 'r' ? [[code, meaning] as const] : [])),
    ),
  };
};

/** Norms and code lists, from the table that the institution adopted. */
export const normsOf = (institution: Institution, mode: TableMode = 'shippedToo'): Norms =>
  read(tableInForce('norms', institution.tables.get('norms')?.version, mode));

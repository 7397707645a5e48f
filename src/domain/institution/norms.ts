import type { Niveau } from './ids.ts';
import type { Institution, NormData } from './state.ts';
import { type ShippedTable, tableInForce, type TableMode } from './tables/shipped.ts';

/** A norm that the institution confirmed. */
export interface OwnNorm {
  readonly percent: number;
  readonly source: string;
}

export interface Norms {
  /** What the institution itself says that the norm of a school year is; nothing said: absent. */
  readonly own: (norm: NormData['norm'], year: number, niveau: Niveau) => OwnNorm | undefined;
  /** The norm of VSV in percent that ships for a count year (1 October y to 1 October y+1); none published: absent. */
  readonly shippedVsv: (year: number, niveau: Niveau) => number | undefined;
  /** Reasons of leaving by the code that the register uses. A code that is not among them is kept all the same. */
  readonly leavingReasons: ReadonlyMap<string, string>;
}

/** Where the norms of VSV that ship come from. */
export const shippedVsvSource = 'OCW/DUO, zoals bewaard in cedanl/vsv_analysis (VSV_normen.csv)';

/** Of those that began by then, the one that began last. */
const ownNorm = (
  { norms }: Institution,
  ...[name, year, niveau]: Parameters<Norms['own']>
): OwnNorm | undefined => {
  const [last] = [...norms.values()]
    .filter((each) => each.norm === name && each.niveau === niveau && each.schoolYear <= year)
    .sort((one, other) => other.schoolYear - one.schoolYear);
  return last && { percent: Number(last.percent), source: last.source };
};

const read = (table: ShippedTable | undefined): Omit<Norms, 'own'> => {
  const rows = table?.text.split('\n').map((row) => row.split(';')) ?? [];
  const norms = new Map(
    rows.flatMap(([kind, year, niveau, percent]) =>
      kind === 'v' ? [[`${year}/${niveau}`, Number(percent)] as const] : [],
    ),
  );
  return {
    shippedVsv: (year, niveau) => norms.get(`${year}/${niveau}`),
    leavingReasons: new Map(
      rows.flatMap(([kind, code = '', meaning = '']) => (kind === 'r' ? [[code, meaning] as const] : [])),
    ),
  };
};

/** Norms and code lists: the institution's own, and those of the table that it adopted. */
export const normsOf = (institution: Institution, mode: TableMode = 'shippedToo'): Norms => ({
  own: (...asked) => ownNorm(institution, ...asked),
  ...read(tableInForce('norms', institution.tables.get('norms')?.version, mode)),
});

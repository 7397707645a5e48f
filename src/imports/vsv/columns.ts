/**
 * What a column says, and the names under which DUO delivers it (reference/domain.md §1.3 of the specification);
 * the first that is there counts. Capitals, spaces and the `#` before the first name say nothing.
 */
const names = {
  bsn: ['BURGERSERVICENUMMER', 'BSN'],
  onderwijsnummer: ['ONDERWIJSNUMMER'],
  /** A BSN, or an onderwijsnummer of whoever has none. */
  either: ['PERSOONSGEBONDENNUMMER', 'PGN', 'PERSOONSGEBONDEN_NUMMER'],
  month: ['RAPPORTAGEMAAND'],
  since: ['VANAF_WANNEER'],
  brin: ['BRIN_NR', 'BRIN', 'BRIN_NUMMER', 'BRINNUMMER'],
  opleidingscode: ['CREBO', 'ONDERWIJSCODE', 'OPLEIDINGSCODE', 'CREBONUMMER'],
  leerweg: ['LEERWEG', 'ONDERWIJSSOORT', 'LEERTRAJECT'],
  niveau: ['NIVEAU'],
  left: ['DATUM_UITSCHRIJVING'],
  reason: ['REDEN_UITSTROOM', 'REDEN'],
  /** Only the list of VSV'ers by name has it. */
  funded: ['IND_BEKOSTIGING'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Column = keyof typeof names;
export type Columns = ReadonlyMap<Column, readonly number[]>;

const plain = (name: string): string =>
  name
    .toUpperCase()
    .replace(/^#/, '')
    .trim()
    .replaceAll(/[\s-]+/g, '_');

/** Where each column stands; of some there are two (`REDEN_UITSTROOM`, `REDEN`), the first that is filled in counts. */
export const columnsOf = (header: readonly string[]): Columns => {
  const found = header.map(plain);
  return new Map(
    (Object.entries(names) as [Column, readonly string[]][]).flatMap(([column, known]) => {
      const places = known.map((name) => found.indexOf(name)).filter((place) => place >= 0);
      return places.length === 0 ? [] : [[column, places] as const];
    }),
  );
};

/** Names that stand in the header more than once: which of them is meant cannot be known. */
export const doubledNames = (header: readonly string[]): readonly string[] => {
  const known = new Set<string>(Object.values(names).flat());
  const all = header.map(plain);
  return [...new Set(all.filter((name, index) => known.has(name) && all.indexOf(name) !== index))];
};

/** Monthly lists name the month that they report on; yearly ones do not. */
export const isMonthly = (columns: Columns): boolean => columns.has('month') || columns.has('either');
export const namesSomebody = (columns: Columns): boolean =>
  columns.has('bsn') || columns.has('onderwijsnummer') || columns.has('either');

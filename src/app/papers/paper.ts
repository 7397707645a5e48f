/** A number that is not told, because it or another could be counted back to a few people. */
export interface Withheld {
  readonly withheld: true;
}
export const withheld: Withheld = { withheld: true };
export const withheldText = '<5 of af te leiden';

/** null: there is nothing to say, as with a share of nobody. */
export type Cell = string | number | null | Withheld;

export const isWithheld = (cell: Cell): cell is Withheld => typeof cell === 'object' && cell !== null;

export interface Column {
  readonly label: string;
  /** `percent`: in percent, as 12.34; at most two decimals are shown. */
  readonly kind: 'text' | 'number' | 'percent';
}

export interface PaperTable {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What somebody takes away: the figures as they were shown, and what they are figures of. In Dutch. */
export interface Paper {
  readonly title: string;
  readonly tables: readonly PaperTable[];
  /** Filters, definition, peildata, known on, ordinal, who and when. */
  readonly verantwoording: readonly { readonly label: string; readonly value: string }[];
}

/** The same paper with more lines of where it comes from. */
export const accountedFor = (
  paper: Paper,
  lines: readonly { readonly label: string; readonly value: string }[],
): Paper => ({ ...paper, verantwoording: [...paper.verantwoording, ...lines] });

export const paperFormats = ['csv', 'xlsx', 'pdf'] as const;
export type PaperFormat = (typeof paperFormats)[number];

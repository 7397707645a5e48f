import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { Problem } from '../problem.ts';

/** A list as text: its header and its lines, as they stand in the file. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** Read as Windows-1252, as it is no UTF-8. */
  readonly latin1: boolean;
  readonly separator: string;
}
export interface Row {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const decoded = (bytes: Uint8Array): { readonly text: string; readonly latin1: boolean } => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), latin1: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), latin1: true };
  }
};

/** The format says `;`; what went through a spreadsheet may have another. */
const separatorOf = (text: string): string => {
  const first = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? '';
  return first.includes(';') ? ';' : first.includes('\t') ? '\t' : first.includes(',') ? ',' : ';';
};

const trimmed = (cell: string): string => cell.replace(/^\uFEFF/, '').trim();

export const tableIn = (bytes: Uint8Array): Table | { readonly problem: Problem } => {
  const { text, latin1 } = decoded(bytes);
  const separator = separatorOf(text);
  try {
    const records = parse(text, {
      bom: true,
      delimiter: separator,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: Info }[];
    const [first, ...others] = records;
    if (!first) return { problem: { code: 'Empty', text: 'There is nothing in the file.' } };
    return {
      header: first.record.map(trimmed),
      rows: others
        .map(({ record, info }) => ({ line: info.lines, cells: record.map(trimmed) }))
        .filter(({ cells }) => cells.some((cell) => cell !== '')),
      latin1,
      separator,
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      problem: {
        code: 'Unreadable',
        text: `The lines cannot be told apart (${error.code}); check whether a quotation mark is opened and not closed.`,
      },
    };
  }
};

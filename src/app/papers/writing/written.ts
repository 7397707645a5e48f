import { csvOf } from './csv.ts';
import type { Paper, PaperFormat } from '../paper.ts';
import { pdfOf } from './pdf.ts';
import { xlsxOf } from './xlsx.ts';

export const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const satisfies Readonly<Record<PaperFormat, string>>;

/** A paper as a file. */
export const written = async (paper: Paper, format: PaperFormat): Promise<Uint8Array> => {
  switch (format) {
    case 'csv':
      return csvOf(paper);
    case 'xlsx':
      return xlsxOf(paper);
    case 'pdf':
      return pdfOf(paper);
  }
};

import { unzipSync } from 'fflate';
import writeSheets, { type SheetData } from 'write-excel-file/node';
import { storedZip } from '../../stored-zip.ts';
import { type Cell, type Column, isWithheld, type Paper, withheldText } from '../paper.ts';

const formats = { number: '#,##0.##', percent: '0.00', text: undefined } as const;

const said = (cell: Cell, { kind }: Column): SheetData[number][number] => {
  if (cell === null) return null;
  if (isWithheld(cell)) return { value: withheldText, type: String, align: 'right' };
  if (typeof cell === 'string') return { value: cell, type: String };
  const format = Number.isInteger(cell) && kind === 'number' ? '#,##0' : formats[kind];
  return { value: cell, type: Number, ...(format === undefined ? {} : { format }) };
};

const heading = (text: string) => ({ value: text, type: String, fontWeight: 'bold' as const });

/** A sheet's name holds at most 31 characters and none of these, and no two are alike. */
const sheetName = (title: string, index: number): string =>
  `${index + 1} ${title.replaceAll(/[\\/?*[\]:]/g, ' ')}`.slice(0, 31).trimEnd();

const widthOf = (cells: readonly string[]): number =>
  Math.min(80, Math.max(8, ...cells.map((text) => text.length + 2)));

const text = (cell: Cell): string => (cell === null ? '' : isWithheld(cell) ? withheldText : String(cell));

/** A sheet per table and one for the verantwoording: the same paper gives the same bytes. */
export const xlsxOf = async ({ tables, verantwoording }: Paper): Promise<Uint8Array> => {
  const sheets = [
    ...tables.map(({ title, columns, rows }, index) => ({
      sheet: sheetName(title, index),
      data: [
        columns.map(({ label }) => heading(label)),
        ...rows.map((row) => columns.map((column, at) => said(row[at] ?? null, column))),
      ],
      columns: columns.map(({ label }, at) => ({
        width: widthOf([label, ...rows.slice(0, 200).map((row) => text(row[at] ?? null))]),
      })),
      stickyRowsCount: 1,
    })),
    {
      sheet: 'Verantwoording',
      data: verantwoording.map(({ label, value }) => [heading(label), { value, type: String }]),
      columns: [{ width: 32 }, { width: 100 }],
    },
  ];
  const made = await writeSheets(sheets).toBuffer();
  // What the library wrote bears the moment, and is folded as its version folds: packed once more, it bears neither.
  const files = Object.entries(unzipSync(new Uint8Array(made)));
  return storedZip(files.map(([path, bytes]) => ({ path, bytes })));
};

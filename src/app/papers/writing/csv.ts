import { stringify } from 'csv-stringify/sync';
import { type Cell, isWithheld, type Paper, withheldText } from '../paper.ts';

/** A spreadsheet takes what begins like this for a formula; a tab or a return before it does not stop it. */
const likeAFormula = /^[\t\r\n ]*[=+\-@＝＋－＠]/;

const said = (cell: Cell): string => {
  if (cell === null) return '';
  if (isWithheld(cell)) return withheldText;
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return likeAFormula.test(cell) || /^[\t\r]/.test(cell) ? `'${cell}` : cell;
};

/**
 * As a Dutch spreadsheet opens it: `;`, decimal comma, BOM, CRLF. The first table begins on the first line; further ones and
 * the verantwoording follow, each after an empty line and under its title.
 */
export const csvOf = ({ tables, verantwoording }: Paper): Uint8Array => {
  const lines: (readonly Cell[])[] = [];
  tables.forEach(({ title, columns, rows }, index) => {
    if (index > 0) lines.push([], [title]);
    lines.push(
      columns.map(({ label }) => label),
      ...rows,
    );
  });
  lines.push([], ['Verantwoording'], ...verantwoording.map(({ label, value }) => [label, value]));
  return new TextEncoder().encode(
    stringify(
      lines.map((line) => line.map(said)),
      { bom: true, delimiter: ';', record_delimiter: 'windows' },
    ),
  );
};

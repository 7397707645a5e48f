import type { Listed } from '../../domain/delivery/events.ts';
import { brin as brinShape, leerwegen, opleidingscode } from '../../domain/institution/ids.ts';
import { isElfproef } from '../../domain/number/elfproef.ts';
import { numberIn, type PersonNumber } from '../person-number.ts';
import { dateIn } from '../ro/cells.ts';
import type { Column, Columns } from './columns.ts';
import type { VsvFindings } from './report.ts';
import type { Row, Table } from './table.ts';

/** One person on a list, by the first line that names him. */
export interface ListedPerson {
  readonly line: number;
  readonly numbers: readonly PersonNumber[];
  readonly facts: Omit<Listed, 'trajectory' | 'person'>;
}

/** Of a column that stands in the header under several names, the first that is filled in. */
const cellIn = ({ cells }: Row, columns: Columns, column: Column): string | undefined =>
  columns
    .get(column)
    ?.map((place) => cells[place] ?? '')
    .find((cell) => cell !== '');

const pointless = (text: string | undefined): string | undefined => text?.replace(/^(\d+)\.0+$/, '$1');

/** Reads the cells of one line by what they mean. */
class RowReader {
  readonly #row: Row;
  readonly #columns: Columns;
  readonly #findings: VsvFindings;

  constructor(row: Row, columns: Columns, findings: VsvFindings) {
    this.#row = row;
    this.#columns = columns;
    this.#findings = findings;
  }

  text(column: Column): string | undefined {
    return cellIn(this.#row, this.#columns, column);
  }

  /** A number as text; `129.0` is what a spreadsheet made of 129. */
  number(column: Column): string | undefined {
    const text = this.text(column);
    const plain = pointless(text);
    if (plain !== text) this.#findings.warn('NumberWithPoint', this.#row.line);
    return plain;
  }

  /** A BSN of eight digits lost its zero in a spreadsheet. */
  personNumber(column: Column): string | undefined {
    const text = this.number(column);
    if (text === undefined || !/^\d{8}$/.test(text) || !isElfproef(`0${text}`)) return text;
    this.#findings.warn('LeadingZero', this.#row.line);
    return `0${text}`;
  }
}

const brinIn = (row: Row, columns: Columns): string | undefined => {
  const text = cellIn(row, columns, 'brin')?.toUpperCase();
  return text === undefined || brinShape.wrong(text, '') !== undefined ? undefined : text;
};

/** What the lines say of the list as a whole. */
export const saidByLines = (
  { rows }: Table,
  columns: Columns,
): { readonly months: readonly string[]; readonly brins: readonly string[] } => ({
  months: [...new Set(rows.flatMap((row) => pointless(cellIn(row, columns, 'month')) ?? []))].sort(),
  brins: [...new Set(rows.flatMap((row) => brinIn(row, columns) ?? []))].sort(),
});

const numbersIn = (reader: RowReader): readonly PersonNumber[] => {
  const either = reader.personNumber('either');
  return [
    ...numberIn(reader.personNumber('bsn'), 'bsn'),
    ...numberIn(reader.personNumber('onderwijsnummer'), 'onderwijsnummer'),
    ...numberIn(either, either !== undefined && isElfproef(either) ? 'bsn' : 'onderwijsnummer'),
  ];
};

const niveaus = [1, 2, 3, 4] as const;

/** `Mbo4 opleidingen`, `MBO-4`, `4`; what has no niveau of mbo in it is another kind of education. */
const niveauIn = (text: string): (typeof niveaus)[number] | undefined => {
  const found = /(?:mbo\s*-?\s*|niveau\s*|^)([1-4])(?![0-9])/i.exec(text)?.[1];
  return niveaus.find((niveau) => String(niveau) === found) ?? (/entree/i.test(text) ? 1 : undefined);
};

const factsIn = (reader: RowReader, line: number, findings: VsvFindings): ListedPerson['facts'] => {
  const code = reader.number('opleidingscode')?.toUpperCase();
  const leerweg = reader.text('leerweg')?.toUpperCase();
  const niveauText = reader.number('niveau');
  const leftText = reader.text('left');
  const isCode = code !== undefined && opleidingscode.wrong(code, '') === undefined;
  if (code !== undefined && !isCode) findings.warn('CodeNotRead', line);
  const known = leerwegen.find((each) => each === leerweg);
  if (leerweg !== undefined && known === undefined) findings.warn('LeerwegNotKnown', line);
  const niveau = niveauText === undefined ? undefined : niveauIn(niveauText);
  if (niveauText !== undefined && niveau === undefined) findings.warn('NotMbo', line);
  const left = leftText === undefined ? undefined : dateIn(leftText);
  if (leftText !== undefined && left === undefined) findings.warn('DateNotRead', line);
  const since = /^(\d{4})(0[1-9]|1[0-2])$/.exec(reader.number('since') ?? reader.number('month') ?? '');
  const reason = reader.text('reason')?.replaceAll(/\p{C}/gu, ' ').slice(0, 60).trim();
  return {
    ...(isCode ? { opleidingscode: code as NonNullable<Listed['opleidingscode']> } : {}),
    ...(known === undefined ? {} : { leerweg: known }),
    ...(niveau === undefined ? {} : { niveau }),
    ...(since === null ? {} : { since: `${since[1]}-${since[2]}` }),
    ...(left === undefined ? {} : { left }),
    ...(reason === undefined || reason === '' ? {} : { reason }),
  };
};

const keysOf = (numbers: readonly PersonNumber[]): readonly string[] =>
  numbers.map(({ kind, number }) => `${kind} ${number}`);

/** The persons of a list, each once; what cannot be read is rejected, line by line. */
export const personsIn = (
  { rows }: Table,
  columns: Columns,
  brin: string,
  findings: VsvFindings,
): readonly ListedPerson[] => {
  const persons: ListedPerson[] = [];
  const seen = new Map<string, string>();
  for (const row of rows) {
    const { line, cells } = row;
    const reader = new RowReader(row, columns, findings);
    const other = brinIn(row, columns);
    if (other !== undefined && other !== brin) {
      findings.reject({
        line,
        record: other,
        code: 'OtherBrin',
        text: `The line is of ${other}, and the list of ${brin}; import it as a list of that school.`,
      });
      continue;
    }
    const numbers = numbersIn(reader);
    if (numbers.length === 0) {
      findings.reject({
        line,
        record: '',
        code: 'NumberMissing',
        text: 'The line names nobody; fill in the BSN or the onderwijsnummer.',
      });
      continue;
    }
    const keys = keysOf(numbers);
    const said = cells.join('\u0000');
    const before = keys.map((key) => seen.get(key)).find((each) => each !== undefined);
    for (const key of keys) seen.set(key, before ?? said);
    if (before !== undefined) {
      findings.warn(before === said ? 'DoubledRow' : 'NamedTwice', line);
      continue;
    }
    if (numbers.every(({ kind }) => kind === 'own')) findings.warn('OwnNumbers');
    persons.push({ line, numbers, facts: factsIn(reader, line, findings) });
  }
  return persons;
};

import PDFDocument from 'pdfkit';
import { type Cell, type Column, isWithheld, type Paper, type PaperTable, withheldText } from '../paper.ts';

type Document = InstanceType<typeof PDFDocument>;

const page = { size: 'A4', layout: 'landscape', margin: 42 } as const;
const sizes = { title: 16, heading: 11, text: 8.5 } as const;
const padding = 3;

/** The standard fonts know Windows-1252 only; these few signs are written in it. */
const inWords: readonly (readonly [RegExp, string])[] = [
  [/→/g, '>'],
  [/↓/g, ''],
  [/−/g, '-'],
  [/≥/g, 'ten minste '],
  [/≤/g, 'ten hoogste '],
  [/[^ -~\u00a0-\u00ff‘’“”–—…€•\n]/g, '?'],
];
const plain = (text: string): string =>
  inWords.reduce((said, [sign, words]) => said.replaceAll(sign, words), text);

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const said = (cell: Cell, { kind }: Column): string => {
  if (cell === null) return kind === 'text' ? '' : '–';
  if (isWithheld(cell)) return withheldText;
  if (typeof cell === 'string') return plain(cell);
  return kind === 'percent' ? `${percent.format(cell)} %` : number.format(cell);
};

/** Each column has room for its longest word; what is left goes to those that would have more. */
const widths = (document: Document, { columns, rows }: PaperTable, room: number): readonly number[] => {
  const measured = columns.map((column, at) => {
    const texts = [column.label, ...rows.map((row) => said(row[at] ?? null, column))];
    const widest = (all: readonly string[]): number =>
      Math.max(0, ...all.map((text) => document.widthOfString(text))) + 2 * padding + 2;
    return { least: widest(texts.flatMap((text) => text.split(' '))), wanted: widest(texts) };
  });
  const sum = (of: 'least' | 'wanted'): number => measured.reduce((all, each) => all + each[of], 0);
  if (sum('wanted') <= room) return measured.map(({ wanted }) => wanted);
  if (sum('least') >= room) return measured.map(({ least }) => (least * room) / sum('least'));
  const more = (room - sum('least')) / (sum('wanted') - sum('least'));
  return measured.map(({ least, wanted }) => least + (wanted - least) * more);
};

/** A table that screen readers read as one: rows, and heads that are heads. Heads come again on a new page. */
const drawTable = (document: Document, part: ReturnType<Document['struct']>, made: PaperTable): void => {
  document.fontSize(sizes.text).font('Helvetica-Bold');
  const { left, right, top, bottom } = document.page.margins;
  const room = document.page.width - left - right;
  const each = widths(document, made, room);
  const table = document.struct('Table');
  part.add(table);
  const row = (cells: readonly string[], kind: 'TH' | 'TD'): void => {
    document.font(kind === 'TH' ? 'Helvetica-Bold' : 'Helvetica');
    const height =
      Math.max(
        ...cells.map((text, at) => document.heightOfString(text, { width: (each[at] ?? 0) - 2 * padding })),
      ) +
      2 * padding;
    if (document.y + height > document.page.height - bottom) {
      document.addPage();
      document.y = top;
      if (kind === 'TD')
        row(
          made.columns.map(({ label }) => label),
          'TH',
        );
      document.font(kind === 'TH' ? 'Helvetica-Bold' : 'Helvetica');
    }
    const line = document.struct('TR');
    table.add(line);
    const y = document.y;
    let x = left;
    cells.forEach((text, at) => {
      const width = each[at] ?? 0;
      const isNumber = made.columns[at]?.kind !== 'text';
      line.add(
        document.struct(kind, {}, () => {
          document.text(text, x + padding, y + padding, {
            width: width - 2 * padding,
            align: isNumber ? 'right' : 'left',
          });
        }),
      );
      x += width;
    });
    document.markContent('Artifact', { type: 'Layout' });
    document
      .moveTo(left, y + height)
      .lineTo(x, y + height)
      .lineWidth(kind === 'TH' ? 0.8 : 0.25)
      .strokeColor('#555555')
      .stroke();
    document.endMarkedContent();
    document.x = left;
    document.y = y + height;
    line.end();
  };
  row(
    made.columns.map(({ label }) => label),
    'TH',
  );
  for (const cells of made.rows)
    row(
      made.columns.map((column, at) => said(cells[at] ?? null, column)),
      'TD',
    );
  table.end();
};

/** A tagged PDF in Dutch, its verantwoording on a page of its own: the same paper gives the same bytes. */
export const pdfOf = (paper: Paper): Promise<Uint8Array> => {
  const document = new PDFDocument({
    ...page,
    pdfVersion: '1.5',
    tagged: true,
    lang: 'nl-NL',
    displayTitle: true,
    // Not folded, and of no moment: a later version of zlib would fold otherwise, and when it was made is in the verantwoording.
    compress: false,
    info: { Title: plain(paper.title), Creator: 'Wissel', Producer: 'Wissel', CreationDate: new Date(0) },
  });
  const pieces: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (piece: Uint8Array) => pieces.push(piece));
    document.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(pieces)));
    });
    document.on('error', reject);
  });
  const whole = document.struct('Document');
  document.addStructure(whole);
  const heading = (kind: 'H1' | 'H2', text: string): void => {
    whole.add(
      document.struct(kind, {}, () => {
        document
          .font('Helvetica-Bold')
          .fontSize(kind === 'H1' ? sizes.title : sizes.heading)
          .text(plain(text), document.page.margins.left);
      }),
    );
    document.moveDown(0.4);
  };
  heading('H1', paper.title);
  for (const table of paper.tables) {
    document.moveDown(0.6);
    if (document.y > document.page.height - document.page.margins.bottom - 60) document.addPage();
    heading('H2', table.title);
    drawTable(document, whole, table);
  }
  document.addPage();
  heading('H2', 'Verantwoording');
  drawTable(document, whole, {
    title: 'Verantwoording',
    columns: [
      { label: 'Wat', kind: 'text' },
      { label: 'Waarde', kind: 'text' },
    ],
    rows: paper.verantwoording.map(({ label, value }) => [label, value]),
  });
  whole.end();
  document.end();
  return done;
};

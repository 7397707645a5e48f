import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { csvOf } from '../../src/app/papers/writing/csv.ts';
import { madeByLines } from '../../src/app/papers/made-by.ts';
import {
  accountedFor,
  type Paper,
  paperFormats,
  withheld,
  withheldText,
} from '../../src/app/papers/paper.ts';
import { reportPaper } from '../../src/app/papers/report-paper.ts';
import { written } from '../../src/app/papers/writing/written.ts';
import { ledgerOf, reportOn, schoolWith } from '../figures/asking.ts';
import { programmes } from '../figures/history.ts';
import { instant } from '../../src/kernel/instant.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const paper: Paper = {
  title: 'Tweelinglezing 2024-2025',
  tables: [
    {
      title: 'Switches: per/landschap?',
      columns: [
        { label: 'Landschap', kind: 'text' },
        { label: 'Aantal', kind: 'number' },
        { label: 'Aandeel (%)', kind: 'percent' },
      ],
      rows: [
        ['café; "Zorg"', 1234, 12.5],
        ['=2+3', withheld, null],
      ],
    },
    { title: 'Leeg', columns: [{ label: 'Wat', kind: 'text' }], rows: [] },
  ],
  verantwoording: [{ label: 'Peildata', value: '2024-10-01 en 2025-10-01' }],
};

const oneCell = (text: string): Paper => ({
  ...paper,
  tables: [{ title: 'a', columns: [{ label: 'b', kind: 'text' }], rows: [[text]] }],
});

const linesOf = (bytes: Uint8Array): string[][] =>
  parse(decoder.decode(bytes).slice(1), { delimiter: ';', relax_column_count: true });

describe('a paper as csv', () => {
  it('opens in a Dutch spreadsheet: BOM, semicolons, decimal comma, and nothing that computes', () => {
    expect(decoder.decode(csvOf(paper))).toBe(
      [
        '\uFEFFLandschap;Aantal;Aandeel (%)',
        '"café; ""Zorg""";1234;12,5',
        `'=2+3;${withheldText};`,
        '',
        'Leeg',
        'Wat',
        '',
        'Verantwoording',
        'Peildata;2024-10-01 en 2025-10-01',
        '',
      ].join('\r\n'),
    );
  });

  it('never begins a cell like a formula, and keeps every text whole behind the quote', () => {
    const some = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '\r\n=', '＝'), fc.string())
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(
        some.filter((text) => text.isWellFormed()),
        (text) => {
          const cell = linesOf(csvOf(oneCell(text)))[1]?.[0] ?? '';
          expect(cell.replace(/^'/, '')).toBe(text.replace(/^'/, ''));
          expect(cell).not.toMatch(/^[\t\r\n ]*[=+\-@＝＋－＠]/);
        },
      ),
    );
  });
});

describe('a paper as xlsx', () => {
  it('has numbers as numbers, text as text, and a sheet that accounts for it', async () => {
    const files = unzipSync(await written(paper, 'xlsx'));
    const read = (name: string): string => decoder.decode(files[name] ?? new Uint8Array());
    expect(read('xl/workbook.xml')).toContain('name="1 Switches  per landschap"');
    expect(read('xl/workbook.xml')).toContain('name="Verantwoording"');
    const sheet = read('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<v>1234</v>');
    expect(sheet).toContain('<v>12.5</v>');
    // A formula would be an element of its own.
    expect(sheet).not.toContain('<f>');
    expect(read('xl/sharedStrings.xml')).toContain('=2+3');
    expect(read('xl/sharedStrings.xml')).toContain(withheldText.replace('<', '&lt;'));
    expect(read('xl/sharedStrings.xml')).toContain('2024-10-01 en 2025-10-01');
  });
});

describe('a paper as pdf', () => {
  it('says its language and its title, and is tagged: heads that are heads, rows and cells', async () => {
    const text = binary(await written(paper, 'pdf'));
    expect(text).toMatch(/^%PDF-1\.5/);
    expect(text).toContain('/Lang (nl-NL)');
    expect(text).toContain('/Marked true');
    expect(text).toContain('/StructTreeRoot');
    for (const tag of ['/S /H1', '/S /H2', '/S /Table', '/S /TR', '/S /TH', '/S /TD'])
      expect(text).toContain(tag);
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toContain('(Tweelinglezing 2024-2025)');
  });

  it('goes on to further pages under the same heads, with the verantwoording on the last', async () => {
    const long: Paper = {
      ...paper,
      tables: [
        {
          title: 'Lang',
          columns: [{ label: 'Wat', kind: 'text' }],
          rows: Array.from({ length: 120 }, (_, n) => [`regel ${n}`]),
        },
      ],
    };
    const pages = (of: string): number => of.split('/Type /Page\n').length - 1;
    const short = binary(await written({ ...paper, tables: [] }, 'pdf'));
    expect(pages(short)).toBe(2);
    expect(pages(binary(await written(long, 'pdf')))).toBeGreaterThan(3);
  });
});

describe('papers', () => {
  it.each(paperFormats)('%s: the same paper gives the same bytes, and another one others', async (format) => {
    const one = await written(paper, format);
    expect(Buffer.compare(one, await written(paper, format))).toBe(0);
    const other = accountedFor(paper, [{ label: 'Gemaakt door', value: 'iemand' }]);
    expect(Buffer.compare(one, await written(other, format))).not.toBe(0);
  });

  it('account for the definition, the peildata, the day as known, the event, the filters, who and when', () => {
    const ledger = ledgerOf(
      schoolWith((story) => story.placed('2024-08-20', programmes.verpleegkunde).enrolled('2024-09-01')),
    );
    const { verantwoording } = accountedFor(
      reportPaper(reportOn(ledger, { by: 'landschap' })),
      madeByLines('k.devries (quality)', instant('2026-11-27T09:30:00.000Z'), '1.2.3'),
    );
    expect(Object.fromEntries(verantwoording.map(({ label, value }) => [label, value]))).toMatchObject({
      Definitie: 'twin, versie 2026.1',
      Peildata: '2024-10-01 en 2025-10-01',
      'Zoals bekend op': '2026-02-01',
      'Stand van het logboek': expect.stringMatching(/^gebeurtenis \d+$/),
      'Uitgesplitst naar': 'landschap',
      'Gemaakt door': 'k.devries (quality)',
      'Gemaakt op': '2026-11-27 10:30',
      'Gemaakt met': 'Wissel 1.2.3',
    });
  });
});

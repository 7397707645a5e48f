import { describe, expect, it } from '@jest/globals';
import { cellsOf, dateIn } from '../../src/imports/ro/cells.ts';
import { linesOf, longestLine } from '../../src/imports/ro/lines.ts';
import { piecesOf } from './school.ts';

const read = async (text: string, size?: number): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const { number, text: line } of linesOf(piecesOf(text, size))) found.push(`${number} ${line}`);
  return found;
};

describe('The lines of a file', () => {
  it('are the same with LF and CRLF, with and without BOM and last line break, however the bytes are cut', async () => {
    for (const size of [1, 2, 3, 100])
      for (const text of ['PÉR;1\n\nISG;1', '\uFEFFPÉR;1\r\n\r\nISG;1\r\n', 'PÉR;1\n \nISG;1\n'])
        expect(await read(text, size)).toEqual(['1 PÉR;1', '3 ISG;1']);
  });

  it('are cut off where they have no end', async () => {
    const [line] = await read('x'.repeat(3 * longestLine), 1_000);
    expect(line).toHaveLength(longestLine + 1 + '1 '.length);
  });
});

describe('The fields of a line', () => {
  it.each([
    ['PER|1||2007-05-14|V', ['PER', '1', '', '2007-05-14', 'V']],
    ['PER;1;;14-5-2007;V;;', ['PER', '1', '', '14-5-2007', 'V', '', '']],
    ['"PER"; "1" ;"";14-5-2007', ['PER', '1', '', '14-5-2007']],
    ['PER', ['PER']],
  ])('%s', (line, cells) => {
    expect(cellsOf(line)).toEqual(cells);
  });

  it.each([
    ['2025-08-01', '2025-08-01'],
    ['1-8-2025', '2025-08-01'],
    ['01-08-2025', '2025-08-01'],
    ['29-2-2024', '2024-02-29'],
    ['29-2-2025', undefined],
    ['2026-02-30', undefined],
    ['8/1/2025', undefined],
    ['20250801', undefined],
    ['', undefined],
  ])('takes %s for the day %s', (text, date) => {
    expect(dateIn(text)).toBe(date);
  });
});

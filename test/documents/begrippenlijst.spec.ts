import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { roles } from '../../src/kernel/message.ts';

const text = readFileSync(new URL('../../docs/begrippenlijst.md', import.meta.url), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => /^\| (?!-|Begrip)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const terms = rows.map(([, term = '']) => term);

describe('the begrippenlijst', () => {
  it('has one term for each concept, and says what it is', () => {
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
    for (const [, term, meaning] of rows) expect(`${term}: ${meaning}`).toMatch(/: .{8,}/);
  });

  it('gives no word as another name that is itself a term', () => {
    const others = rows.flatMap(([, , , also = '']) => also.split(/[,;]/).map((each) => each.trim()));
    expect(others.filter((each) => terms.includes(each))).toEqual([]);
  });

  it('knows every role that may ask', () => {
    for (const role of roles) expect(text).toContain(`\`${role}\``);
  });
});

import { describe, expect, it } from '@jest/globals';
import { indicators, switchDefinitions } from '../../projections/figures/index.ts';
import {
  indicatorWords,
  sourceText,
  switchDefinitionWords,
} from '../../src/app/figures/texts/definitions.ts';

/** Words that no Dutch sentence about a definition has. */
const english = /\b(enrolled|whoever|with|has|is there|student of|another|school’s own)\b/;

describe('a definition as a Dutch reader gets it', () => {
  it.each(switchDefinitions.map(({ id }) => id))('says in Dutch of whom %s is and what it counts', (id) => {
    const { population, counts } = switchDefinitionWords(id);
    expect(`${population} ${counts}`).not.toMatch(english);
    expect(counts).not.toContain('genoemd kenmerk');
  });
  it('says of a filter of one’s own which values were named', () => {
    expect(switchDefinitionWords('own:domein,student').counts).toContain('domein, student');
  });
  it.each(indicators)('has for $id as many decisions as the definition itself', ({ id, decided }) => {
    const words = indicatorWords[id];
    expect(words.decided).toHaveLength(decided.length);
    expect([words.population, words.counts, ...words.decided].join(' ')).not.toMatch(english);
  });
  it('names no source of its own in English', () => {
    for (const each of [
      ...switchDefinitions,
      { id: 'twin', source: 'x' },
      { id: 'evidence', source: 'x' },
      { id: 'own:domein', source: 'x' },
    ])
      expect(sourceText(each)).not.toMatch(english);
  });
});

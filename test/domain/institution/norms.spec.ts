import { describe, expect, it } from '@jest/globals';
import type { InstitutionCommand } from '../../../src/domain/institution/commands.ts';
import { type InstitutionEvent, institutionEvents } from '../../../src/domain/institution/events.ts';
import { normsOf } from '../../../src/domain/institution/norms.ts';
import { institution, type NormData } from '../../../src/domain/institution/state.ts';
import { institutionSubject } from '../../../src/domain/institution/subject.ts';
import { wrongFields } from '../../../src/kernel/schema.ts';
import { events, given } from '../scenario.ts';

const norm: NormData = {
  norm: 'vsv',
  niveau: 2,
  schoolYear: 2024,
  percent: '9.25',
  source: 'Stcrt. 2024, 12345',
};
const isSet = (data: Partial<NormData> = {}): InstitutionEvent => ({
  type: 'NormSet',
  data: { ...norm, ...data },
});
const when = (command: InstitutionCommand, ...before: InstitutionEvent[]) =>
  institutionSubject.decide(command, given(institution, before), undefined);
const own = (...before: InstitutionEvent[]) => normsOf(given(institution, before)).own;

describe('a norm that the institution confirms', () => {
  const set = { type: 'SetNorm', ...norm } as const;

  it('is recorded with its source; said again as it is, there is nothing to record', () => {
    expect(events(when(set))).toEqual([isSet()]);
    expect(events(when(set, isSet()))).toEqual([]);
    expect(events(when({ ...set, source: 'DUO' }, isSet()))).toEqual([isSet({ source: 'DUO' })]);
  });

  it('holds from its school year on, until one that begins later', () => {
    const found = own(isSet({ schoolYear: 2026, percent: '8' }), isSet());
    expect([2023, 2024, 2025, 2026, 2030].map((year) => found('vsv', year, 2)?.percent)).toEqual([
      undefined,
      9.25,
      9.25,
      8,
      8,
    ]);
  });

  it('is of one indicator and one niveau', () => {
    const found = own(isSet());
    expect(found('vsv', 2024, 3)).toBeUndefined();
    expect(found('jaarresultaat', 2024, 2)).toBeUndefined();
  });

  it('set again for the same year, is as it was said last', () => {
    expect(own(isSet(), isSet({ percent: '10', source: 'DUO' }))('vsv', 2024, 2)).toEqual({
      percent: 10,
      source: 'DUO',
    });
  });

  it('is a percentage with a source, or nothing', () => {
    const wrong = (data: object) => wrongFields(institutionEvents.NormSet.fields, { ...norm, ...data }, '');
    expect(wrong({})).toBeUndefined();
    for (const percent of ['0', '9.5', '67.25', '100']) expect(wrong({ percent })).toBeUndefined();
    for (const percent of ['', '101', '-1', '9,5', '09', '9.', '9.255', 9.5])
      expect(wrong({ percent })).toContain('percent');
    expect(wrong({ source: '' })).toContain('source');
    expect(wrong({ norm: 'opstroom' })).toContain('norm');
  });
});

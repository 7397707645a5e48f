import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { compare, splits } from '../../projections/figures/index.ts';
import { compareSchema, membersSchema, reportSchema } from '../../src/http/view-schemas/figures.ts';
import { nearSchema, whySchema } from '../../src/http/view-schemas/inspection.ts';
import { outcomesSchema } from '../../src/http/view-schemas/outcomes.ts';
import { reconciliationSchema } from '../../src/http/view-schemas/reconciliation.ts';
import type { Schema } from '../../src/http/schemas.ts';
import { ledgerOf } from '../figures/asking.ts';
import { day, student } from '../figures/history.ts';
import { aMixedSchool } from '../sealing/a-sealed-school.ts';

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const wrong = (schema: Schema, answer: unknown): string =>
  ajv.validate(schema, JSON.parse(JSON.stringify(answer))) ? '' : ajv.errorsText();

describe('figures over HTTP', () => {
  const school = aMixedSchool();
  school.institution(
    'SettingChanged',
    { setting: 'vsvAgeRule', value: '1aug-25', from: day('2025-01-01') },
    '2025-11-01',
  );
  const ledger = ledgerOf(school);
  const asked = { year: 2025, knownOn: day('2026-11-22') };
  const reportOf = (report: 'twin' | 'vsv' | 'switches', more: object) => {
    const answer = ledger.report({ report, ...asked, ...more });
    return answer.answered ? answer.report : answer.refusal;
  };

  it.each(splits)('are as documented by %s', (by) => {
    for (const report of ['twin', 'vsv', 'switches'] as const)
      expect([report, wrong(reportSchema(report), reportOf(report, { by }))]).toEqual([report, '']);
    const outcomes = ledger.outcomes({ ...asked, by });
    expect(wrong(outcomesSchema, outcomes.answered ? outcomes.report : outcomes.refusal)).toBe('');
  });
  it('are as documented by a definition of one’s own', () => {
    const own = { definition: 'own:domein,after1Oct,student' };
    expect(wrong(reportSchema('switches'), reportOf('switches', own))).toBe('');
    expect(wrong(reportSchema('twin'), reportOf('switches', own))).not.toBe('');
    const members = ledger.members({ report: 'switches', ...asked, year: 2024, ...own }, { counted: true });
    expect(members.length).toBeGreaterThan(0);
    expect(wrong(membersSchema, { ordinal: 1, members })).toBe('');
  });
  it('say what is not certain of VSV as documented, of one student, near, compared and beside DUO’s list', () => {
    const why = ledger.why({ ...asked, trajectory: student(1) });
    expect(wrong(whySchema, why.answered ? why.report : why.refusal)).toBe('');
    const near = ledger.near({ knownOn: asked.knownOn });
    expect(wrong(nearSchema, near.answered ? near.report : near.refusal)).toBe('');
    const list = ledger.reconciliation(asked);
    expect(wrong(reconciliationSchema, list.answered ? list.report : list.refusal)).toBe('');
    const sides = [{ year: 2025 }, { year: 2024 }] as const;
    const both = compare({ report: 'vsv', knownOn: asked.knownOn, sides }, (query) => ledger.report(query));
    expect(wrong(compareSchema, both.answered ? both.report : both.refusal)).toBe('');
  });
});

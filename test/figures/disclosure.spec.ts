import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { threshold } from '../../projections/figures/disclosure/classes.ts';
import { disclosureOf, type Somebody } from '../../projections/figures/disclosure/telling.ts';
import type { Boxes } from '../../projections/figures/disclosure/profile.ts';
import { isolates } from '../../projections/figures/disclosure/isolated.ts';
import { indicatorIds } from '../../projections/figures/index.ts';

const registers = ['same', 'otherDomain', 'leftWithDiploma', 'leftWithout'] as const;
const verdicts = ['no', 'open', 'presumed'] as const;

const outcomes = Object.fromEntries(indicatorIds.map((id) => [id, 'out'])) as Somebody['outcomes'];

const boxes = (register: Boxes['register'], verdict: Boxes['verdict']): Boxes => ({
  register,
  evidence: 'stayed',
  verdict,
  step: 'V4',
});

const somebody: fc.Arbitrary<Somebody> = fc
  .record({
    register: fc.constantFrom(...registers, 'same', 'same', 'same'),
    verdict: fc.constantFrom(...verdicts, 'no', 'no'),
    landschap: fc.constantFrom('zorg', 'techniek', 'horeca', 'zorg', 'zorg'),
    crebo: fc.constantFrom('1', '2', '3', '4', '5', '6'),
  })
  .map(({ register, verdict, landschap, crebo }) => ({
    boxes: boxes(register, verdict),
    outcomes,
    // An opleiding lies in one domein and one niveau.
    splits: {
      landschap,
      crebo,
      domein: Number(crebo) <= 3 ? 'a' : 'b',
      niveau: String((Number(crebo) % 3) + 1),
      leerweg: 'BOL',
      cohort: '2024-2025',
      initiative: 'none',
      moment: 'none',
    },
  }));

describe('what may leave the team', () => {
  it('is never fewer than five, nor all but fewer than five, in any part', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 300 }), (everybody) => {
        const { tells } = disclosureOf(everybody, 0);
        const parts = [
          undefined,
          ...(['landschap', 'crebo', 'domein', 'niveau', 'leerweg'] as const).flatMap((by) =>
            [...new Set(everybody.map(({ splits }) => splits[by]))].map((value) => ({ by, value })),
          ),
        ];
        for (const part of parts)
          for (const register of registers)
            for (const is of [
              (each: Boxes) => each.register === register,
              (each: Boxes) => each.verdict !== 'no' && each.register === register,
            ])
              if (tells(part, { in: is })) {
                const there = everybody.filter(({ splits }) => !part || splits[part.by] === part.value);
                const such = there.filter((each) => is(each.boxes)).length;
                expect(such).toBeGreaterThanOrEqual(threshold);
                expect(there.length - such).toBeGreaterThanOrEqual(threshold);
              }
      }),
      { numRuns: 200 },
    );
  });

  it('is much of a large school', () => {
    const everybody = fc.sample(somebody, { seed: 3, numRuns: 3_000 });
    const { tells, tellsOf } = disclosureOf(everybody, 0);
    for (const register of registers)
      expect(tells({ by: 'landschap', value: 'horeca' }, { in: (each) => each.register === register })).toBe(
        true,
      );
    expect(tellsOf({ by: 'crebo', value: '1' }, { in: () => true })).toBe(true);
  });

  it('is nothing of a handful, and nothing that part of a kind is', () => {
    const few = fc.sample(somebody, { seed: 3, numRuns: 4 });
    expect(disclosureOf(few, 0).tellsOf(undefined, { in: () => true })).toBe(false);
    const many = fc.sample(somebody, { seed: 4, numRuns: 2_000 });
    // The rarest kind, made of one student of the many: it is joined with others, and not told alone.
    const rare = { ...boxes('leftWithout', 'presumed'), evidence: 'deceased' } as const;
    const { tells } = disclosureOf(
      [...many, { boxes: rare, outcomes, splits: many[0]?.splits ?? never() }],
      0,
    );
    expect(tells(undefined, { in: (each) => each.evidence === 'deceased' })).toBe(false);
  });

  it('holds back a figure with late enrolments where those are few', () => {
    const many = fc.sample(somebody, { seed: 4, numRuns: 500 });
    expect(disclosureOf(many, 0).tellsLater({ by: 'crebo', value: '1' })).toBe(true);
    expect(disclosureOf(many, 3).tellsLater(undefined)).toBe(false);
    expect(disclosureOf(many, 30).tellsLater(undefined)).toBe(true);
    expect(disclosureOf(many, 30).tellsLater({ by: 'crebo', value: '1' })).toBe(false);
  });
});

const never = (): never => {
  throw new Error('there are many');
};

describe('who is left alone by sums', () => {
  it.each([
    ['one in a sum', ['a', 'b'], [['a'], ['a', 'b']], ['a', 'b']],
    ['two in a sum', ['a', 'b'], [['a', 'b']], []],
    [
      'two sums that differ by one',
      ['a', 'b', 'c'],
      [
        ['a', 'b', 'c'],
        ['b', 'c'],
      ],
      ['a'],
    ],
    [
      'a sum of sums',
      ['a', 'b', 'c', 'd'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
      ],
      ['a', 'b', 'c'],
    ],
    ['none hidden', [], [['a']], []],
  ])('%s', (_, hidden, sums, alone) => {
    expect(
      [
        ...isolates(
          hidden,
          sums.map((each) => new Set(each)),
        ),
      ].sort(),
    ).toEqual(alone);
  });
});

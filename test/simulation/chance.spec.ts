import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../src/adapters/system/seeded-random.ts';
import { isElfproef, isOnderwijsnummer } from '../../src/domain/number/elfproef.ts';
import { isUuid } from '../../src/kernel/message.ts';
import { Chance } from '../../src/simulation/chance.ts';
import { Numbers } from '../../src/simulation/school/people.ts';

describe('chance from a seed', () => {
  it('is the same row for the same seed and another for another', () => {
    const row = (seed: string): readonly (string | number)[] => {
      const random = seededRandom(seed);
      return [random.number(), random.uuid(), random.number()];
    };
    expect(row('a')).toEqual(row('a'));
    expect(row('a')).not.toEqual(row('b'));
  });

  it('is even, and never 1', () => {
    const random = seededRandom('even');
    const tens = new Array<number>(10).fill(0);
    for (let drawn = 0; drawn < 100_000; drawn++) {
      const number = random.number();
      if (number >= 1 || number < 0) throw new Error(`${number}`);
      const ten = Math.floor(number * 10);
      tens[ten] = (tens[ten] ?? 0) + 1;
    }
    for (const found of tens) expect(Math.abs(found - 10_000)).toBeLessThan(500);
  });

  it('gives UUIDs of version 4, each another', () => {
    const random = seededRandom('ids');
    const ids = Array.from({ length: 1_000 }, () => random.uuid());
    expect(ids.every(isUuid)).toBe(true);
    expect(ids.every((id) => id.charAt(14) === '4')).toBe(true);
    expect(new Set(ids).size).toBe(1_000);
  });

  it('draws by weight, and within bounds', () => {
    const chance = new Chance(seededRandom('weights'));
    const drawn = Array.from({ length: 4_000 }, () => chance.weighted({ often: 3, seldom: 1, never: 0 }));
    const often = drawn.filter((each) => each === 'often').length;
    expect(Math.abs(often - 3_000)).toBeLessThan(150);
    expect(drawn).not.toContain('never');
    const between = new Set(Array.from({ length: 500 }, () => chance.between(-1, 2)));
    expect([...between].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  });

  it('gives made-up numbers that pass the elfproef, each once', () => {
    const numbers = new Numbers(new Chance(seededRandom('numbers')));
    const bsns = Array.from({ length: 2_000 }, () => numbers.bsn());
    const own = Array.from({ length: 200 }, () => numbers.onderwijsnummer());
    expect(bsns.every(isElfproef)).toBe(true);
    expect(own.every((number) => isOnderwijsnummer(number) && !isElfproef(number))).toBe(true);
    expect(new Set([...bsns, ...own]).size).toBe(2_200);
  });
});
